import type { OperationId } from '../contract/index.ts'
import { blanked, networkCodeOf, type Outcome } from './attempt.ts'
import { refusalOf } from './envelope.ts'
import {
  type AttemptRecord,
  EntryGoError,
  type EntryGoErrorFields,
  type InspectHint,
  OutcomeUnknownError,
} from './errors.ts'
import { type RetryRule, retryRuleOf } from './retry.ts'
import { retryAfterOf } from './retry-after.ts'

/** What one outcome means: whether to send again, and the error if this was the last one. */
export interface Verdict {
  readonly rule: RetryRule
  readonly retryAfterMs: number | null
  /** The server may have acted on this request although its answer is missing or not its own. */
  readonly isAmbiguous: boolean
  /** A refusal that also settles the requests before it. */
  readonly isFinal: boolean
  readonly error: Omit<EntryGoErrorFields, 'operation' | 'attempts' | 'idempotencyKey'>
}

/** The verdict on an outcome that is not a success. `secrets` are blanked out of whatever the answer says. */
export function verdictOn(outcome: Outcome, secrets: readonly string[]): Verdict {
  if (outcome.type === 'failure') return failed(outcome)
  const { status, headers, bytes } = outcome.answer
  const said = new TextDecoder().decode(bytes)
  const refusal = refusalOf(blanked(said, secrets), secrets)
  const rule = retryRuleOf(status, refusal)
  const retryAfterMs = retryAfterOf(headers)
  const seen = { status, retryable: rule !== 'never', retryAfterMs, requestId: headers.get('x-request-id') }
  if (refusal === null) {
    const error = { ...seen, kind: 'api', code: 'UNEXPECTED_RESPONSE', message: unexpected(status, headers) } as const
    return { rule, retryAfterMs, isAmbiguous: status >= 500, isFinal: false, error }
  }
  const { code, message, field, details } = refusal
  const requestId = refusal.requestId ?? seen.requestId
  const error = { ...seen, kind: 'api', code, message, field, details, requestId } as const
  return { rule, retryAfterMs, isAmbiguous: false, isFinal: rule === 'never', error }
}

function failed({ kind, error, mayHaveArrived, status }: Outcome & { type: 'failure' }): Verdict {
  const retryable = kind !== 'aborted'
  const seen = { kind, status, retryable, cause: error }
  const verdict = { rule: retryable ? 'backoff' : 'never', retryAfterMs: null, isFinal: false } as const
  const isAmbiguous = mayHaveArrived
  switch (kind) {
    case 'aborted':
      return { ...verdict, isAmbiguous, error: { ...seen, code: 'ABORTED', message: 'The call was aborted.' } }
    case 'timeout':
      return {
        ...verdict,
        isAmbiguous,
        error: { ...seen, code: 'TIMEOUT', message: 'The server did not answer in time.' },
      }
    case 'network': {
      const code = networkCodeOf(error)
      const message = `The connection failed${code === null ? '' : ` (${code})`}: is baseUrl right and the server up?`
      return { ...verdict, isAmbiguous, error: { ...seen, code: 'NETWORK_ERROR', message } }
    }
  }
}

function unexpected(status: number, headers: Headers): string {
  if (status === 0 || (status >= 300 && status < 400)) {
    return `HTTP ${status}: the address redirects; set baseUrl to where the API itself answers.`
  }
  const type = headers.get('content-type')?.split(';')[0] ?? 'no content type'
  return `HTTP ${status} without the error envelope (${type}): something between client and server answered.`
}

/** The error of a call that ends here. */
export function callError(
  verdict: Verdict,
  call: {
    readonly operation: OperationId
    readonly attempts: readonly AttemptRecord[]
    readonly idempotencyKey: string | null
    readonly inspectHint: InspectHint | null
    readonly requestId: string
    /** Some request of this call may have been acted upon. */
    readonly mayHaveHappened: boolean
  },
): EntryGoError {
  const mayHaveHappened = call.idempotencyKey !== null && call.mayHaveHappened && !verdict.isFinal
  const { operation, attempts, idempotencyKey } = call
  const requestId = verdict.error.requestId ?? call.requestId
  const fields = { ...verdict.error, operation, attempts, idempotencyKey, requestId }
  if (!mayHaveHappened) return new EntryGoError(fields)
  const { inspectHint } = call
  if (verdict.error.kind === 'aborted') return new EntryGoError({ ...fields, mayHaveHappened, inspectHint })
  const message = `${operation} may have happened. ${verdict.error.message} ${inspectHint?.message ?? ''}`.trim()
  return new OutcomeUnknownError({
    ...fields,
    message,
    inspectHint,
    cause: verdict.error.cause ?? new EntryGoError(fields),
  })
}
