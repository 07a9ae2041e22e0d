import type { EntryGo } from './client.ts'
import type { Export, ExportEvent, ExportId, ExportState } from './contract/index.ts'
import { type Clock, sleep, systemClock } from './transport/clock.ts'
import { EntryGoError } from './transport/errors.ts'
import { pollDelay } from './transport/poll-delay.ts'

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

export interface WaitOptions extends WatchOptions {
  readonly onEvent?: (event: ExportEvent) => void
}

/**
 * Waits until the export stands where somebody can act, and answers with what it then is. Throws `EntryGoError`: at once
 * for 401, 403 and 404, `WAIT_TIMEOUT` when time is up, `ABORTED` for the signal.
 */
export async function waitForExport(client: EntryGo, exportId: ExportId, options: WaitOptions = {}): Promise<Export> {
  const watch = watchExport(client, exportId, options)
  for (;;) {
    const step = await watch.next()
    if (step.done === true) return step.value
    options.onEvent?.(step.value)
  }
}

/** The same wait as a stream: every event once, in order; the return value is the export at the end. */
export async function* watchExport(
  client: EntryGo,
  exportId: ExportId,
  options: WatchOptions = {},
): AsyncGenerator<ExportEvent, Export, undefined> {
  const { clock = systemClock, timeoutMs = 600_000, maxTransientErrors = 5, until = settledStates, signal } = options
  const end = clock.now() + timeoutMs
  const seen: Seen = { ids: new Set(), seq: options.after ?? 0, state: null }
  let failures = 0
  for (let poll = 0; ; poll += 1) {
    const leftMs = end - clock.now()
    if (leftMs <= 0) throw timedOut(exportId, timeoutMs, seen)
    const inspected = await client.exports.inspect.safe({ id: exportId }, { timeoutMs: leftMs, ...withSignal(signal) })
    let hintMs: number | null
    if (inspected.ok) {
      failures = 0
      seen.state = inspected.data.state
      yield* newEvents(inspected.data.events, seen)
      if (until.includes(seen.state) || finalStates.includes(seen.state)) return inspected.data
      hintMs = inspected.meta.retryAfterMs
    } else {
      failures += 1
      if (end - clock.now() <= 0) throw timedOut(exportId, timeoutMs, seen)
      if (!inspected.error.retryable || failures > maxTransientErrors) throw inspected.error
      hintMs = inspected.error.retryAfterMs
    }
    const delay = Math.min(hintMs ?? pollDelay(poll, clock), Math.max(0, end - clock.now()))
    await sleep(delay, clock, signal).catch((reason: unknown) => {
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
  for (const event of [...events].sort((a, b) => a.seq - b.seq)) {
    if (event.seq <= seen.seq || seen.ids.has(event.id)) continue
    seen.ids.add(event.id)
    seen.seq = event.seq
    yield event
  }
}

function withSignal(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal }
}

function timedOut(exportId: ExportId, timeoutMs: number, { state, seq }: Seen): EntryGoError {
  const stands = state === null ? 'it could not be read' : `it is ${state}, last event ${seq}`
  return new EntryGoError({
    kind: 'timeout',
    code: 'WAIT_TIMEOUT',
    operation: 'inspectExport',
    retryable: true,
    message: `${exportId} did not settle within ${timeoutMs} ms; ${stands}. Wait again with after: ${seq}.`,
    inspectHint: { exportId, message: `exports.inspect({ id: '${exportId}' })` },
  })
}
