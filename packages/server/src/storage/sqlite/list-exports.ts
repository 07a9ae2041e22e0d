import type { ExportQuery } from '../../domain/records.ts'
import type { Bindable, Database } from './database.ts'

/** Ids of one page, newest first, by (created_at, id): a page is read from an index whatever stands before it. */
export function exportPage(database: Database, accountId: string, query: ExportQuery): string[] {
  const { readinessState, warehouseId, createdAfter, createdBefore, olderThan, limit } = query
  const conditions: (readonly [string, readonly Bindable[]])[] = [['account_id = ?', [accountId]]]
  if (readinessState !== undefined) conditions.push(['readiness_state = ?', [readinessState]])
  if (warehouseId !== undefined) conditions.push(['warehouse_id = ?', [warehouseId]])
  if (createdAfter !== undefined) conditions.push(['created_at >= ?', [createdAfter]])
  if (createdBefore !== undefined) conditions.push(['created_at < ?', [createdBefore]])
  if (olderThan !== undefined) conditions.push(['(created_at, id) < (?, ?)', [olderThan.createdAt, olderThan.id]])
  // At most 32 texts, one for each set of filters, so preparing each once stays bounded.
  const select = database.prepare<{ id: string }>(`SELECT id FROM exports
    WHERE ${conditions.map(([condition]) => condition).join(' AND ')} ORDER BY created_at DESC, id DESC LIMIT ?`)
  return select.all(...conditions.flatMap(([, values]) => values), limit).map(({ id }) => id)
}
