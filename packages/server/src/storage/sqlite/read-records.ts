import type {
  PlanningRecords,
  RecordDocuments,
  RecordKind,
  StoredProfile,
  StoredRecord,
  WantedRecords,
} from '../../domain/records.ts'
import type { Database, Statement } from './database.ts'
import { parseStored } from './json.ts'
import { recordTables } from './record-tables.ts'

export interface RecordReader {
  byExternalId<K extends RecordKind>(accountId: string, kind: K, externalIds: readonly string[]): StoredRecord<K>[]
  byId<K extends RecordKind>(accountId: string, kind: K, id: string): StoredRecord<K> | null
  knownProducts(accountId: string, ids: readonly string[]): Set<string>
  profile(accountId: string): StoredProfile
  /** Call it inside a snapshot. */
  planningRecords(accountId: string, wanted: WantedRecords): PlanningRecords
}

/** Reads records and profiles. A list is read key by key: here that costs less than handing it over as a table. */
export function recordReader(database: Database): RecordReader {
  const selects = selectsByKind(database)
  const known = database.prepare<{ id: string }>('SELECT id FROM products WHERE account_id = ? AND id = ?')
  const findProfile = database.prepare<{ rev: number; profile: string }>(
    'SELECT rev, profile FROM accounts WHERE id = ?',
  )

  const profile = (accountId: string): StoredProfile => {
    const row = findProfile.get(accountId)
    return row === undefined ? neverSet(accountId) : { rev: row.rev, doc: parseStored(row.profile) }
  }
  const byIds = <K extends RecordKind>(accountId: string, kind: K, ids: readonly string[]): StoredRecord<K>[] =>
    recordsOf(kind, selects.byId[kind], { accountId, keys: ids })

  return {
    byExternalId: (accountId, kind, externalIds) =>
      recordsOf(kind, selects.byExternalId[kind], { accountId, keys: externalIds }),
    byId: (accountId, kind, id) => byIds(accountId, kind, [id])[0] ?? null,
    knownProducts: (accountId, ids) => new Set(ids.filter((id) => known.get(accountId, id) !== undefined)),
    profile,
    planningRecords: (accountId, { orderIds, warehouseId, brokerId }) => {
      const orders = byIds(accountId, 'order', orderIds)
      const productIds = new Set(orders.flatMap(({ doc }) => doc.items.map(({ productId }) => productId)))
      return {
        orders,
        products: byIds(accountId, 'product', [...productIds]),
        warehouse: byIds(accountId, 'warehouse', [warehouseId])[0] ?? null,
        broker: byIds(accountId, 'broker', [brokerId])[0] ?? null,
        profile: profile(accountId),
      }
    },
  }
}

interface RecordRow {
  readonly externalId: string
  readonly id: string
  readonly rev: number
  readonly executedExport: string | null
  readonly secret: string | null
  readonly doc: string
}

type ByKind = Record<RecordKind, Statement<RecordRow>>

function selectsByKind(database: Database): { byId: ByKind; byExternalId: ByKind } {
  const select = (kind: RecordKind, key: string): Statement<RecordRow> =>
    database.prepare(`SELECT external_id AS externalId, id, rev, executed_export AS executedExport, secret, doc
      FROM ${recordTables[kind]} WHERE account_id = ? AND ${key} = ?`)
  const byKind = (key: string): ByKind => ({
    order: select('order', key),
    product: select('product', key),
    warehouse: select('warehouse', key),
    broker: select('broker', key),
    webhook: select('webhook', key),
  })
  return { byId: byKind('id'), byExternalId: byKind('external_id') }
}

interface Wanted {
  readonly accountId: string
  readonly keys: readonly string[]
}

/** Each record once, however often its key is listed. */
function recordsOf<K extends RecordKind>(
  kind: K,
  select: Statement<RecordRow>,
  { accountId, keys }: Wanted,
): StoredRecord<K>[] {
  const records: StoredRecord<K>[] = []
  for (const key of new Set(keys)) {
    const row = select.get(accountId, key)
    if (row !== undefined) records.push(recordOf(kind, row))
  }
  return records
}

function recordOf<K extends RecordKind>(kind: K, row: RecordRow): StoredRecord<K> {
  return { ...row, kind, doc: parseStored<RecordDocuments[K]>(row.doc) }
}

/** What the contract fills in for an account that never set a profile. */
function neverSet(accountId: string): StoredProfile {
  return { rev: 0, doc: { accountId, gate: { mode: 'server', flags: [], approvalTtlHours: 168 } } }
}
