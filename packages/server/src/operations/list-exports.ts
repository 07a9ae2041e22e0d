import type { ExportList, ExportState, ExportSummary, ReadinessState } from '@entrygo/sdk/contract'
import { summaryView } from '../domain/export/view.ts'
import type { ExportHistory, ExportQuery } from '../domain/records.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Caller, Ports, Reply } from '../ports.ts'
import { cursorOf, type Position, positionOf } from './cursor.ts'
import { jsonReply } from './operation.ts'
import { foreignCursor } from './refusals.ts'

export interface ListExportsParams {
  readonly state?: ExportState
  readonly readinessState?: ReadinessState
  readonly warehouseId?: string
  readonly createdAfter?: string
  readonly createdBefore?: string
  readonly limit?: number
  readonly cursor?: string
}

/**
 * Exports, newest first. `state` is computed, so a page looks at 1,000 exports at the most and may hold fewer than
 * `limit`; `next_cursor` is null on the last page alone.
 */
export async function listExports(params: ListExportsParams, caller: Caller, ports: Ports): Promise<Reply | Refusal> {
  const start = params.cursor === undefined ? undefined : positionOf(params.cursor)
  if (start === null) return foreignCursor()
  const limit = params.limit ?? defaultLimit
  const batchSize = Math.min(limit + 1, maxBatch)
  const data: ExportSummary[] = []
  let position: Position | undefined = start
  for (let scanned = 0; scanned < maxScanned; ) {
    const query: ExportQuery = queryOf(params, { position, limit: batchSize })
    const batch: ExportHistory[] = await ports.store.listExports(caller.accountId, query)
    for (const history of batch) {
      if (data.length === limit) return page(data, position)
      const summary = summaryView(history, ports.clock.now())
      if (params.state === undefined || summary.state === params.state) data.push(summary)
      position = { createdAt: history.export.createdAt, id: history.export.id }
      scanned += 1
    }
    if (batch.length < batchSize) return page(data, undefined)
  }
  return page(data, position)
}

const defaultLimit = 20
const maxBatch = 50
const maxScanned = 1_000

function queryOf(
  { readinessState, warehouseId, createdAfter, createdBefore }: ListExportsParams,
  { position, limit }: { position: Position | undefined; limit: number },
): ExportQuery {
  return {
    ...(readinessState === undefined ? {} : { readinessState }),
    ...(warehouseId === undefined ? {} : { warehouseId }),
    ...(createdAfter === undefined ? {} : { createdAfter: Date.parse(createdAfter) }),
    ...(createdBefore === undefined ? {} : { createdBefore: Date.parse(createdBefore) }),
    ...(position === undefined ? {} : { olderThan: position }),
    limit,
  }
}

function page(data: ExportSummary[], next: Position | undefined): Reply {
  const list: ExportList = { data, next_cursor: next === undefined ? null : cursorOf(next) }
  return jsonReply(200, list)
}
