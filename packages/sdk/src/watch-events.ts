import type { CallMeta } from './call.ts'
import type { EntryGo } from './client.ts'
import type { EventFeed, PlacedEvent } from './contract/index.ts'
import { placedList } from './placed-list.ts'
import { type Clock, sleep, systemClock } from './transport/clock.ts'
import { EntryGoError } from './transport/errors.ts'
import { pollDelay, usableHint } from './transport/poll-delay.ts'

/** Where a watch of the account begins, and what ends it. */
export interface WatchEventsOptions {
  /** Only events after this `position`: the last one that was seen, when a watch is taken up again. 0 by default. */
  readonly after?: number
  readonly signal?: AbortSignal
  /** How long the server may hold a request without an event, in whole seconds; 25 by default, and at most. */
  readonly waitSeconds?: number
  /** Told of each failed request that is forgiven, and of the wait before the next one. */
  readonly onRetry?: (error: EntryGoError, delayMs: number) => void
  readonly clock?: Clock
}

/**
 * Events of all exports of the account as they are committed: each once, in order, by a long-poll that never ends by itself.
 * A server that is away is asked again, ever more slowly. Throws `EntryGoError`: at once for what a repetition does not
 * mend (401, 403, …), `ABORTED` for the signal.
 */
export async function* watchEvents(
  client: EntryGo,
  options: WatchEventsOptions = {},
): AsyncGenerator<PlacedEvent, never, undefined> {
  const { clock = systemClock, signal } = options
  let after = options.after ?? 0
  let failures = 0
  let idle = 0
  for (;;) {
    const start = clock.now()
    const page = await nextPage(client, after, options)
    let delay = 0
    if (page instanceof EntryGoError) {
      if (!page.retryable) throw page
      delay = usableHint(page.retryAfterMs) ?? pollDelay(failures, clock.random())
      failures += 1
      options.onRetry?.(page, delay)
    } else {
      failures = 0
      const asked = after
      for (const placed of page.list) {
        if (placed.position <= after) continue
        after = placed.position
        yield placed
      }
      if (page.next_after > after) after = page.next_after
      // Something between may end a long-poll early, or repeat a page; asking again at once would be a hot loop.
      idle = after > asked || clock.now() - start >= quickMs ? 0 : idle + 1
      delay = idle === 0 ? 0 : pollDelay(idle - 1, clock.random())
    }
    if (delay === 0) continue
    await sleep(delay, clock, signal).catch((reason: unknown) => {
      throw new EntryGoError({ kind: 'aborted', code: 'ABORTED', message: 'The watch was aborted.', cause: reason })
    })
  }
}

const quickMs = 1000

interface Page extends Pick<EventFeed, 'next_after'> {
  /** In the order of their positions. */
  readonly list: readonly PlacedEvent[]
}

function listOf({ data: list }: EventFeed, meta: CallMeta): readonly PlacedEvent[] {
  return placedList({ list, operation: 'listEvents', meta }, 'position')
}

async function nextPage(
  client: EntryGo,
  after: number,
  { signal, waitSeconds = 25 }: WatchEventsOptions,
): Promise<Page | EntryGoError> {
  const timeoutMs = waitSeconds * 1000 + 15_000
  const found = await client.events.list.safe(
    { after, limit: 500, wait: waitSeconds },
    { timeoutMs, attemptTimeoutMs: timeoutMs, retry: false, ...(signal !== undefined && { signal }) },
  )
  if (!found.ok) return found.error
  const { data, meta } = found
  return { list: listOf(data, meta), next_after: data.next_after }
}

/**
 * The position of the newest event, 0 when there is none: where a watch starts that is to see only what comes. The feed has
 * no end to ask for, so it is searched for by halving: fewer than 40 requests for a million events.
 */
export async function latestPosition(
  client: EntryGo,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<number> {
  const call = signal === undefined ? {} : { signal }
  let seen = 0
  let step = 0
  let beyond = Number.MAX_SAFE_INTEGER
  while (beyond > seen) {
    const probe = seen + Math.min(step, Math.floor((beyond - seen) / 2))
    const { data, meta } = await client.events.list.withMeta({ after: probe, limit: 100 }, call)
    const { position = 0 } = listOf(data, meta).at(-1) ?? {}
    if (position <= probe) beyond = probe
    else seen = position
    if (position > probe && !data.has_more) break
    step = Math.max(100, step * 2)
  }
  // An event that is committed meanwhile has a position behind `seen`, so it is not passed over.
  return seen
}
