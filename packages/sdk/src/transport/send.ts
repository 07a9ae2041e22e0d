import type { OperationId } from '../contract/index.ts'
import { type Answer, attempt, type FetchLike, type Outcome, type OutgoingRequest } from './attempt.ts'
import { type Clock, sleep } from './clock.ts'
import type { AttemptRecord, InspectHint } from './errors.ts'
import { callError, type Verdict, verdictOn } from './failure.ts'
import { type RetryBudget, type RetrySettings, retryDelay } from './retry.ts'

/** All that a call has besides the request itself. */
export interface CallContext {
  readonly operation: OperationId
  readonly clock: Clock
  readonly fetch: FetchLike | undefined
  readonly signal: AbortSignal | undefined
  readonly timeoutMs: number
  readonly attemptTimeoutMs: number
  readonly retry: RetrySettings
  readonly budget: RetryBudget
  /** Null for reads. */
  readonly idempotencyKey: string | null
  readonly requestId: string
  readonly inspectHint: InspectHint | null
  readonly apiKey: string
  /** Of one answer, after decompression. */
  readonly maxAnswerBytes: number
}

export interface Sent {
  readonly answer: Answer
  readonly attempts: readonly AttemptRecord[]
}

/**
 * Sends a request until it has an answer that is worth keeping, within one deadline that covers attempts, bodies and
 * waits. Rejects with `EntryGoError` alone.
 */
export async function send(request: OutgoingRequest, context: CallContext): Promise<Sent> {
  const { clock, signal, retry, budget } = context
  const end = clock.now() + context.timeoutMs
  const attempts: AttemptRecord[] = []
  let mayHaveHappened = false
  let delayMs = 0
  let counted = 0
  for (;;) {
    if (signal?.aborted === true) throw callError(aborted(signal.reason), { ...context, attempts, mayHaveHappened })
    const start = clock.now()
    const ms = Math.max(0, Math.min(context.attemptTimeoutMs, end - start))
    const outcome = await attempt(request, { ...context, ms })
    attempts.push(recordOf(outcome, { ms: clock.now() - start, delayMs }))
    if (outcome.type === 'answer' && outcome.answer.status >= 200 && outcome.answer.status < 300) {
      budget.earn()
      return { answer: outcome.answer, attempts }
    }
    const verdict = verdictOn(outcome, [context.apiKey, ...secretsIn(request.body ?? '')])
    mayHaveHappened ||= verdict.isAmbiguous
    const ending = { ...context, attempts, mayHaveHappened }
    if (verdict.rule !== 'wait') counted += 1
    // The timer of the deadline may fire a moment early: no request is begun for that moment.
    const isOver = outcome.type === 'failure' && outcome.kind === 'timeout' && end - start <= context.attemptTimeoutMs
    const isSpent = isOver || verdict.rule === 'never' || retry.maxAttempts <= 1 || counted >= retry.maxAttempts
    const { retryAfterMs } = verdict
    const leftMs = end - clock.now()
    const next = isSpent
      ? null
      : retryDelay({ retry: attempts.length - 1, retryAfterMs, leftMs, settings: retry, clock })
    if (next === null || (verdict.rule === 'backoff' && !budget.spend())) throw callError(verdict, ending)
    delayMs = next
    await sleep(next, clock, signal).catch((reason: unknown) => {
      throw callError(aborted(reason), ending)
    })
  }
}

function recordOf(outcome: Outcome, time: { readonly ms: number; readonly delayMs: number }): AttemptRecord {
  const rounded = { ms: Math.round(time.ms), delayMs: Math.round(time.delayMs) }
  if (outcome.type === 'failure') return { status: outcome.status, ...rounded, requestId: null }
  const { status, headers } = outcome.answer
  return { status, ...rounded, requestId: headers.get('x-request-id') }
}

function aborted(reason: unknown): Verdict {
  const outcome: Outcome = { type: 'failure', kind: 'aborted', mayHaveArrived: false, status: null, error: reason }
  return verdictOn(outcome, [])
}

/** What the request says in a property named `secret`, as JSON writes it: a refusal may repeat it. */
function secretsIn(body: string): string[] {
  return Array.from(body.matchAll(/"secret":"((?:[^"\\]|\\.)+)"/g), ([, secret = '']) => secret)
}
