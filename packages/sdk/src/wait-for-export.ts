import type { EntryGo } from './client.ts'
import type { Export, ExportEvent, ExportId, ExportState } from './contract/index.ts'
import { placedList } from './placed-list.ts'
import { type Clock, sleep, systemClock } from './transport/clock.ts'
import { EntryGoError } from './transport/errors.ts'
import { pollDelay, usableHint } from './transport/poll-delay.ts'

/** How long to wait, for what, and from which event on. */
export interface WatchOptions {
  /** States that end the wait; by default every state in which nothing moves by itself. `completed` and `needs_action` always end it. */
  readonly until?: readonly ExportState[]
  /** The whole wait in milliseconds; 600,000 by default. */
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
  /** Only events after this `seq`: the last one that was seen, when a wait is taken up again. */
  readonly after?: number
  /** Failed polls in a row that are forgiven; 5 by default. */
  readonly maxTransientErrors?: number
  readonly clock?: Clock
}

/** How a wait is kept, and who is told of events. */
export interface WaitOptions extends WatchOptions {
  readonly onEvent?: (event: ExportEvent) => void
}

/**
 * Waits until the export stands where somebody can act, and answers with what it then is. Throws `EntryGoError`: at once
 * for 401, 403 and 404, `WAIT_TIMEOUT` when time is up, `ABORTED` for the signal.
 */
export async function waitForExport(
  client: Inspecting,
  exportId: ExportId,
  options: WaitOptions = {},
): Promise<Export> {
  const watch = watchExport(client, exportId, options)
  for (;;) {
    const step = await watch.next()
    if (step.done === true) return step.value
    options.onEvent?.(step.value)
  }
}

/** A wait as it can be written down, and taken up again by `resumeWatch`, in another process too. */
export interface SavedWatch {
  readonly exportId: ExportId
  /** The last event that was seen. */
  readonly after: number
  /** What is left of the whole wait, in milliseconds. */
  readonly timeoutMs: number
  readonly until: readonly ExportState[]
}

/** Every event once, in order; the return value is the export at the end. */
export interface ExportWatch extends AsyncGenerator<ExportEvent, Export, undefined> {
  toJSON(): SavedWatch
}

/** The same wait as a stream. Its time runs from now on. */
export function watchExport(client: Inspecting, exportId: ExportId, options: WatchOptions = {}): ExportWatch {
  const { clock = systemClock, timeoutMs = 600_000, until = settledStates, after = 0 } = options
  const end = clock.now() + timeoutMs
  const seen: Seen = { ids: new Set(), seq: after, state: null }
  const toJSON = (): SavedWatch => ({ exportId, after: seen.seq, timeoutMs: Math.max(0, end - clock.now()), until })
  return Object.assign(steps({ client, exportId, seen, end }, { ...options, clock, timeoutMs, until }), { toJSON })
}

/** Goes on with a saved wait; `options` are over what was saved, `timeoutMs` for a deadline that has passed. */
export function resumeWatch(client: Inspecting, saved: SavedWatch, options: WatchOptions = {}): ExportWatch {
  const { exportId, ...rest } = saved
  return watchExport(client, exportId, { ...rest, ...options })
}

/** What a wait needs of a client. */
export interface Inspecting {
  readonly exports: { readonly inspect: Pick<EntryGo['exports']['inspect'], 'safe'> }
}

type Settings = WatchOptions & Required<Pick<WatchOptions, 'clock' | 'timeoutMs' | 'until'>>

interface Watched {
  readonly client: Inspecting
  readonly exportId: ExportId
  readonly seen: Seen
  readonly end: number
}

async function* steps(
  watched: Watched,
  { clock, timeoutMs, until, maxTransientErrors = 5, signal }: Settings,
): AsyncGenerator<ExportEvent, Export, undefined> {
  const { client, exportId, seen, end } = watched
  let failures = 0
  let luck = 0
  for (let poll = 0; ; poll += 1) {
    const leftMs = end - clock.now()
    if (leftMs <= 0) throw timedOut(watched, timeoutMs)
    const found = await client.exports.inspect.safe({ id: exportId }, { timeoutMs: leftMs, ...withSignal(signal) })
    let hintMs: number | null
    if (found.ok) {
      failures = 0
      const list = placedList({ list: found.data.events, operation: 'inspectExport', meta: found.meta }, 'seq')
      seen.state = found.data.state
      yield* newEvents(list, seen)
      if (until.includes(seen.state) || finalStates.includes(seen.state)) return found.data
      hintMs = found.meta.retryAfterMs
    } else {
      failures += 1
      if (end - clock.now() <= 0) throw timedOut(watched, timeoutMs)
      if (!found.error.retryable || failures > maxTransientErrors) throw found.error
      hintMs = found.error.retryAfterMs
    }
    const left = Math.max(0, end - clock.now())
    if (hintMs !== null && hintMs > left) throw timedOut(watched, timeoutMs, hintMs)
    // Two delays share one draw, from both ends, so that chance spreads clients but not the number of their polls.
    luck = poll % 2 === 0 ? clock.random() : 1 - luck
    await sleep(usableHint(hintMs) ?? Math.min(pollDelay(poll, luck), left), clock, signal).catch((reason: unknown) => {
      throw new EntryGoError({ kind: 'aborted', code: 'ABORTED', message: 'The wait was aborted.', cause: reason })
    })
  }
}

const settledStates: readonly ExportState[] = [
  'dry_run',
  'blocked',
  'awaiting_approval',
  'executable',
  'completed',
  'needs_action',
]

/** Nothing follows by itself, whatever the caller hopes for. */
const finalStates: readonly ExportState[] = ['completed', 'needs_action']

interface Seen {
  readonly ids: Set<string>
  seq: number
  state: ExportState | null
}

function* newEvents(events: readonly ExportEvent[], seen: Seen): Generator<ExportEvent> {
  for (const event of events) {
    if (event.seq <= seen.seq || seen.ids.has(event.id)) continue
    seen.ids.add(event.id)
    seen.seq = event.seq
    yield event
  }
}

function withSignal(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal }
}

function timedOut({ exportId, seen }: Watched, timeoutMs: number, retryAfterMs: number | null = null): EntryGoError {
  const stands = seen.state === null ? 'it could not be read' : `it is ${seen.state}, last event ${seen.seq}`
  return new EntryGoError({
    kind: 'timeout',
    code: 'WAIT_TIMEOUT',
    operation: 'inspectExport',
    retryable: true,
    retryAfterMs,
    message: `${exportId} did not settle within ${timeoutMs} ms; ${stands}. Wait again with after: ${seen.seq}.`,
    inspectHint: { exportId, message: `exports.inspect({ id: '${exportId}' })` },
  })
}
