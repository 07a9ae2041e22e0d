import type { RecordDocuments, RecordPage, RecordQuery, SyncedKind } from '../../domain/records.ts'
import type { Database, Statement } from './database.ts'
import { parseStored } from './json.ts'
import { recordTables } from './record-tables.ts'

/** Reads one page; call it inside a snapshot. */
export type RecordLister = <K extends SyncedKind>(accountId: string, kind: K, query: RecordQuery) => RecordPage<K>

/**
 * Pages of what was synced, by descending id: a page is read from an index whatever stands before it, and a document only
 * once it is known to have room.
 */
export function recordLister(database: Database): RecordLister {
  const statements = {
    order: statementsOf(database, 'order'),
    product: statementsOf(database, 'product'),
    warehouse: statementsOf(database, 'warehouse'),
    broker: statementsOf(database, 'broker'),
  }
  return <K extends SyncedKind>(accountId: string, kind: K, query: RecordQuery): RecordPage<K> => {
    const { before, wanted, document } = statements[kind]
    const { externalIds, before: bound = aboveEveryId, limit, maxBytes } = query
    // One more than the page holds says whether there is another page.
    const found =
      externalIds === undefined
        ? before.all(accountId, bound, limit + 1)
        : [...new Set(externalIds)]
            .map((externalId) => wanted.get(accountId, externalId, bound))
            .filter((row) => row !== undefined)
            .sort((one, other) => (one.id < other.id ? 1 : -1))
    const page = withRoom(found.slice(0, limit), maxBytes)
    const docs = page.flatMap(({ id }) => {
      const row = document.get(accountId, id)
      return row === undefined ? [] : [parseStored<RecordDocuments[K]>(row.doc)]
    })
    return { docs, hasMore: page.length < found.length }
  }
}

/** Ids are letters, digits, `_` and `-`, all of which stand before `~`. */
const aboveEveryId = '~'

interface Sized {
  readonly id: string
  readonly bytes: number
}

interface ListStatements {
  readonly before: Statement<Sized>
  readonly wanted: Statement<Sized>
  readonly document: Statement<{ doc: string }>
}

// The length of a text stands in the head of its row, so that a long document is not read for it.
function statementsOf(database: Database, kind: SyncedKind): ListStatements {
  const table = recordTables[kind]
  return {
    before: database.prepare(`SELECT id, octet_length(doc) AS bytes FROM ${table}
      WHERE account_id = ? AND id < ? ORDER BY id DESC LIMIT ?`),
    wanted: database.prepare(
      `SELECT id, octet_length(doc) AS bytes FROM ${table} WHERE account_id = ? AND external_id = ? AND id < ?`,
    ),
    document: database.prepare(`SELECT doc FROM ${table} WHERE account_id = ? AND id = ?`),
  }
}

function withRoom(rows: readonly Sized[], maxBytes: number): readonly Sized[] {
  let total = 0
  const end = rows.findIndex(({ bytes }, index) => {
    total += bytes
    return index > 0 && total > maxBytes
  })
  return end === -1 ? rows : rows.slice(0, end)
}
