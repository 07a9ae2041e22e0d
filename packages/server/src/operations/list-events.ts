import type { EventFeed } from '@entrygo/sdk/contract'
import { eventView } from '../domain/export/view.ts'
import type { PlacedEvent } from '../domain/records.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Caller, Ports, Reply } from '../ports.ts'
import { listenToAccount } from './export-signals.ts'
import { jsonReply } from './operation.ts'
import { systemTimers } from './timers.ts'

export interface AccountEventsParams {
  /** Position of the last event that was read. */
  readonly after?: number
  readonly limit?: number
  /** Seconds to wait when there is no event yet. */
  readonly wait?: number
  /** Ends the wait: the caller is gone, or the server stops. */
  readonly signal?: AbortSignal
}

/** Events of all exports of the account after a position, oldest first; with `wait`, answers as soon as there is one. */
export async function listEvents(
  params: AccountEventsParams,
  { accountId }: Caller,
  { store }: Ports,
): Promise<Reply | Refusal> {
  const { after = 0, limit = defaultLimit, wait = 0, signal } = params
  // One more than asked tells whether there are more.
  const read = (): Promise<PlacedEvent[]> => store.listAccountEvents(accountId, after, limit + 1)
  const listener = listenToAccount(store, accountId)
  try {
    let placed = await read()
    if (placed.length === 0 && wait > 0) {
      const hasNews = async (): Promise<boolean> => (await read()).length > 0
      await listener.wait({ timers: systemTimers, limitMs: wait * 1_000, hasNews, signal })
      placed = await read()
    }
    return jsonReply(200, feedOf(placed, { after, limit }))
  } finally {
    listener.stop()
  }
}

const defaultLimit = 100

function feedOf(placed: readonly PlacedEvent[], { after, limit }: { after: number; limit: number }): EventFeed {
  const page = placed.slice(0, limit)
  return {
    data: page.map(({ position, exportId, event }) => ({ position, export_id: exportId, event: eventView(event) })),
    next_after: page.at(-1)?.position ?? after,
    has_more: placed.length > limit,
  }
}
