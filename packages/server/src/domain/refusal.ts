import type { ErrorCode, ErrorDetails, Issue } from '@entrygo/sdk/contract'

/**
 * A request turned down, as data. Only `http/error-envelope.ts` knows which status a code has. Nothing was stored.
 * `message` states the fact, the value and the remedy; callers branch on `errorCode`, never on it.
 */
export interface Refusal {
  readonly refused: true
  readonly errorCode: ErrorCode
  readonly message: string
  readonly field?: string
  readonly details?: ErrorDetails
  /** Whole seconds for `Retry-After`. */
  readonly retryAfterSeconds?: number
}

export function refuse(
  errorCode: ErrorCode,
  message: string,
  more: Partial<Pick<Refusal, 'field' | 'details' | 'retryAfterSeconds'>> = {},
): Refusal {
  return { refused: true, errorCode, message, ...more }
}

/** A refusal that names every issue; its `field` is the path of the first. */
export function refuseIssues(errorCode: ErrorCode, message: string, issues: readonly Issue[]): Refusal {
  const first = issues[0]
  return refuse(errorCode, message, { ...(first ? { field: first.path } : {}), details: { issues: [...issues] } })
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value
}
