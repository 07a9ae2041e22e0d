import type { PlanningRecords, RecordDocuments, RecordKind, StoredProfile, StoredRecord } from '../../domain/records.ts'
import type { WantedRecords } from '../../ports.ts'
import type { Database, Statement } from './database.ts'
import { parseStored } from './json.ts'
import { recordTables } from './record-tables.ts'

export interface RecordReader {
  byExternalId<K extends RecordKind>(accountId: string, kind: K, externalIds: readonly string[]): StoredRecord<K>[]
  knownProducts(accountId: string, ids: readonly string[]): Set<string>
  profile(accountId: string): StoredProfile
  /** Call it inside a snapshot. */
  planningRecords(accountId: string, wanted: WantedRecords): PlanningRecords
}

/** Reads records and profiles. Lists of ids travel as one JSON parameter, so that a statement has one text. */
export function recordReader(database: Database): RecordReader {
  const selects = selectsByKind(database)
  const known = database.prepare<{ id: string }>(
    'SELECT p.id FROM json_each(?) wanted CROSS JOIN products p ON p.account_id = ? AND p.id = wanted.value',
  )
  const findProfile = database.prepare<{ rev: number; profile: string }>(
    'SELECT rev, profile FROM accounts WHERE id = ?',
  )

  const profile = (accountId: string): StoredProfile => {
    const row = findProfile.get(accountId)
    return row === undefined ? neverSet(accountId) : { rev: row.rev, doc: parseStored(row.profile) }
  }
  const byId = <K extends RecordKind>(accountId: string, kind: K, ids: readonly string[]): StoredRecord<K>[] =>
    selects.byId[kind].all(listOf(ids), accountId).map((row) => recordOf(kind, row))

  return {
    byExternalId: (accountId, kind, externalIds) =>
      selects.byExternalId[kind].all(listOf(externalIds), accountId).map((row) => recordOf(kind, row)),
    knownProducts: (accountId, ids) => new Set(known.all(JSON.stringify(ids), accountId).map(({ id }) => id)),
    profile,
    planningRecords: (accountId, { orderIds, warehouseId, brokerId }) => {
      const orders = byId(accountId, 'order', orderIds)
      const productIds = new Set(orders.flatMap(({ doc }) => doc.items.map(({ productId }) => productId)))
      return {
        orders,
        products: byId(accountId, 'product', [...productIds]),
        warehouse: byId(accountId, 'warehouse', [warehouseId])[0] ?? null,
        broker: byId(accountId, 'broker', [brokerId])[0] ?? null,
        profile: profile(accountId),
      }
    },
  }
}

/** Each once, so that no row is found twice. */
function listOf(ids: readonly string[]): string {
  return JSON.stringify([...new Set(ids)])
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
  // CROSS JOIN keeps the list of ids as the outer loop, so that every row is found by a key.
  const select = (kind: RecordKind, key: string): Statement<RecordRow> =>
    database.prepare(`SELECT r.external_id AS externalId, r.id, r.rev, r.executed_export AS executedExport, r.secret, r.doc
      FROM json_each(?) wanted
      CROSS JOIN ${recordTables[kind]} r ON r.account_id = ? AND r.${key} = wanted.value`)
  const byKind = (key: string): ByKind => ({
    order: select('order', key),
    product: select('product', key),
    warehouse: select('warehouse', key),
    broker: select('broker', key),
  })
  return { byId: byKind('id'), byExternalId: byKind('external_id') }
}

function recordOf<K extends RecordKind>(kind: K, row: RecordRow): StoredRecord<K> {
  return { ...row, kind, doc: parseStored<RecordDocuments[K]>(row.doc) }
}

/** What the contract fills in for an account that never set a profile. */
function neverSet(accountId: string): StoredProfile {
  return { rev: 0, doc: { accountId, gate: { mode: 'server', flags: [], approvalTtlHours: 168 } } }
}
