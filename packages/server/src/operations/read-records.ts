import type { OrderList } from '@entrygo/sdk/contract'
import type { RecordDocuments, SyncedKind } from '../domain/records.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Caller, Ports, Reply } from '../ports.ts'
import { recordCursorOf, recordPositionOf } from './cursor.ts'
import { jsonReply, type ReadOperation } from './operation.ts'
import { foreignCursor, recordNotFound } from './refusals.ts'

export interface ListRecordsParams {
  readonly externalId?: readonly string[]
  readonly limit?: number
  readonly cursor?: string
}

export interface RecordParams {
  readonly id: string
}

/**
 * Reads back one kind of what was synced, newest first, all of it or what `externalId` names. A page holds `limit` records
 * and about 1 MiB at the most; `next_cursor` is null on the last page alone.
 */
export function listRecords(kind: SyncedKind): ReadOperation<ListRecordsParams> {
  return async ({ externalId, limit = defaultLimit, cursor }, { accountId }: Caller, { store }: Ports) => {
    const before = cursor === undefined ? undefined : recordPositionOf(kind, cursor)
    if (before === null) return foreignCursor()
    const { docs, hasMore } = await store.listRecords(accountId, kind, {
      ...(externalId === undefined ? {} : { externalIds: externalId }),
      ...(before === undefined ? {} : { before }),
      ...{ limit, maxBytes: maxPageBytes },
    })
    const last = docs.at(-1)
    const next_cursor = hasMore && last !== undefined ? recordCursorOf(kind, last.id) : null
    const list: RecordList = { data: docs, next_cursor }
    return jsonReply(200, list)
  }
}

/** Reads one record as it is stored. Its secret is no part of it. */
export function getRecord(kind: SyncedKind): ReadOperation<RecordParams> {
  return async ({ id }, { accountId }: Caller, { store }: Ports): Promise<Reply | Refusal> => {
    const record = await store.loadRecord(accountId, kind, id)
    return record === null ? recordNotFound(kind, id) : jsonReply(200, record.doc)
  }
}

interface RecordList extends Pick<OrderList, 'next_cursor'> {
  readonly data: readonly RecordDocuments[SyncedKind][]
}

const defaultLimit = 20
const maxPageBytes = 1024 * 1024
