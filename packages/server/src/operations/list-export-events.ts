import type { EventList, ExportEvent } from '@entrygo/sdk/contract'
import { eventView } from '../domain/export/event-view.ts'
import type { EventRecord } from '../domain/records.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Caller, Ports, Reply } from '../ports.ts'
import { listenToExport } from './export-signals.ts'
import { jsonReply } from './operation.ts'
import { exportNotFound } from './refusals.ts'
import { systemTimers } from './timers.ts'

export interface EventsParams {
  readonly id: string
  readonly after?: number
  readonly limit?: number
  /** Seconds to wait when there is no event yet. */
  readonly wait?: number
  /** Ends the wait: the caller is gone, or the server stops. */
  readonly signal?: AbortSignal
}

export interface FollowedEvents {
  readonly id: string
  readonly after?: number
  readonly signal: AbortSignal
}

/** Events after a `seq`, oldest first; with `wait`, answers as soon as there is one. */
export async function listExportEvents(params: EventsParams, caller: Caller, ports: Ports): Promise<Reply | Refusal> {
  const { id, after = 0, limit = defaultLimit, wait = 0, signal } = params
  // One more than asked tells whether there are more.
  const read = (): Promise<EventRecord[] | null> => ports.store.listEvents(caller.accountId, id, after, limit + 1)
  const listener = listenToExport(ports.store, id)
  try {
    let records = await read()
    if (records?.length === 0 && wait > 0) {
      const hasNews = async (): Promise<boolean> => (await read())?.length !== 0
      await listener.wait({ timers: systemTimers, limitMs: wait * 1_000, hasNews, signal })
      records = await read()
    }
    return records === null ? exportNotFound('id', id) : jsonReply(200, pageOf(records, { after, limit }))
  } finally {
    listener.stop()
  }
}

/**
 * All events after a `seq` as they are committed, until the signal aborts. An empty list says that the export is quiet,
 * at least every 15 seconds, so that a stream can be kept open.
 */
export async function followExportEvents(
  { id, after = 0, signal }: FollowedEvents,
  caller: Caller,
  ports: Ports,
): Promise<AsyncIterable<readonly ExportEvent[]> | Refusal> {
  const listener = listenToExport(ports.store, id)
  const read = (from: number): Promise<EventRecord[] | null> =>
    ports.store.listEvents(caller.accountId, id, from, defaultLimit)
  const first = await read(after)
  if (first !== null) return follow(first)
  listener.stop()
  return exportNotFound('id', id)

  async function* follow(start: readonly EventRecord[]): AsyncGenerator<readonly ExportEvent[]> {
    try {
      let records = start
      let from = after
      while (!signal.aborted) {
        from = records.at(-1)?.seq ?? from
        yield records.map(eventView)
        const last = from
        const hasNews = async (): Promise<boolean> => (await read(last))?.length !== 0
        if (records.length < defaultLimit)
          await listener.wait({ timers: systemTimers, limitMs: quietMs, hasNews, signal })
        records = (await read(from)) ?? []
      }
    } finally {
      listener.stop()
    }
  }
}

const defaultLimit = 100
const quietMs = 15_000

function pageOf(records: readonly EventRecord[], { after, limit }: { after: number; limit: number }): EventList {
  const page = records.slice(0, limit)
  return {
    data: page.map(eventView),
    next_after: page.at(-1)?.seq ?? after,
    has_more: records.length > limit,
  }
}
