import type { ErrorCode, ErrorEnvelope, Problem } from '@entrygo/sdk/contract'
import type { Refusal } from '../domain/refusal.ts'

/** The status of each error code, and whether the same request with the same key may be sent again unchanged. */
export const errorAnswers: Readonly<Record<ErrorCode, { readonly status: number; readonly retryable: boolean }>> = {
  INVALID_REQUEST: { status: 400, retryable: false },
  VALIDATION_ERROR: { status: 400, retryable: false },
  INVALID_API_KEY: { status: 401, retryable: false },
  INVALID_ACCOUNT_SCOPE: { status: 403, retryable: false },
  INSUFFICIENT_SCOPE: { status: 403, retryable: false },
  EXPORT_NOT_FOUND: { status: 404, retryable: false },
  NOT_FOUND: { status: 404, retryable: false },
  METHOD_NOT_ALLOWED: { status: 405, retryable: false },
  REQUEST_TIMEOUT: { status: 408, retryable: true },
  APPROVAL_REQUIRED: { status: 409, retryable: false },
  DRY_RUN_NOT_EXECUTABLE: { status: 409, retryable: false },
  EXPORT_ALREADY_EXECUTED: { status: 409, retryable: false },
  EXPORT_BLOCKED: { status: 409, retryable: false },
  IDEMPOTENCY_CONFLICT: { status: 409, retryable: false },
  IDEMPOTENCY_IN_PROGRESS: { status: 409, retryable: true },
  PLAN_HASH_MISMATCH: { status: 409, retryable: false },
  PLAN_STALE: { status: 409, retryable: false },
  PAYLOAD_TOO_LARGE: { status: 413, retryable: false },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, retryable: false },
  UNKNOWN_ORDER: { status: 422, retryable: false },
  UNKNOWN_PRODUCT: { status: 422, retryable: false },
  UNSUPPORTED_DESTINATION: { status: 422, retryable: false },
  RATE_LIMITED: { status: 429, retryable: true },
  HEADERS_TOO_LARGE: { status: 431, retryable: false },
  INTERNAL_ERROR: { status: 500, retryable: true },
  UNAVAILABLE: { status: 503, retryable: true },
}

export interface ErrorAnswer {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

/** A refusal on the wire: the flat envelope, or problem details (RFC 9457) when `Accept` prefers them. */
export function errorAnswer(refusal: Refusal, requestId: string, accept?: string | null): ErrorAnswer {
  const { status, retryable } = errorAnswers[refusal.errorCode]
  const { errorCode, message, field, details } = refusal
  const more = { ...(field === undefined ? {} : { field }), ...(details === undefined ? {} : { details }) }
  if (prefersProblem(accept)) {
    const problem: Problem = {
      type: `/docs/errors/${errorCode}`,
      title: titleOf(errorCode),
      status,
      detail: message,
      errorCode,
      ...more,
      requestId,
      retryable,
    }
    return { status, contentType: 'application/problem+json', body: JSON.stringify(problem) }
  }
  const envelope: ErrorEnvelope = { errorCode, message, ...more, requestId, retryable }
  return { status, contentType: 'application/json', body: JSON.stringify(envelope) }
}

function titleOf(errorCode: ErrorCode): string {
  const words = errorCode.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

// A caller who accepts both gets problem details only when they are worth more to it, or stand first at the same worth.
function prefersProblem(accept: string | null | undefined): boolean {
  if (!accept?.toLowerCase().includes('application/problem+json')) return false
  const ranges = accept.split(',').map((range) => range.trim())
  const [problem, json] = ['application/problem+json', 'application/json'].map((type) => worth(ranges, type))
  if (problem === undefined || problem.q === 0) return false
  return json === undefined || problem.q > json.q || (problem.q === json.q && problem.position < json.position)
}

function worth(ranges: readonly string[], type: string): { q: number; position: number } | undefined {
  const position = ranges.findIndex((range) => range.split(';')[0]?.trim().toLowerCase() === type)
  const range = ranges[position]
  if (range === undefined) return undefined
  const [, q] = /;\s*q=([01](?:\.\d{1,3})?)/i.exec(range) ?? []
  return { q: q === undefined ? 1 : Number(q), position }
}
