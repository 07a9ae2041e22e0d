import type { ErrorCode } from '@entrygo/sdk/contract'

/** Stable: scripts branch on them. */
export const exitCodes = [
  { code: 0, name: 'OK', meaning: 'done, and the answer is on stdout' },
  { code: 1, name: 'INTERNAL', meaning: 'the command itself failed; please report it' },
  { code: 2, name: 'USAGE', meaning: 'wrong flags, configuration or input: nothing was changed' },
  { code: 3, name: 'REVIEW_REQUIRED', meaning: 'a person or policy has to approve first' },
  { code: 4, name: 'AUTH', meaning: 'no key, a wrong key, or a key that may not do this' },
  { code: 5, name: 'BLOCKED', meaning: 'blocked: supply or change data, then plan or lint again' },
  { code: 6, name: 'IDEMPOTENCY_CONFLICT', meaning: 'the idempotency key was used for something else' },
  { code: 7, name: 'REFUSED', meaning: 'the server refused or failed for good, or the submission failed' },
  { code: 8, name: 'PENDING', meaning: 'not finished when the deadline passed; nothing is lost' },
  {
    code: 9,
    name: 'OUTCOME_UNKNOWN',
    meaning: 'the effect may or may not have happened: inspect before anything else',
  },
  { code: 10, name: 'UNAVAILABLE', meaning: 'the server could not be reached or was busy; safe to run again' },
  { code: 11, name: 'STALE_PLAN', meaning: 'the plan is not the one that was approved, or data moved on: plan again' },
  { code: 70, name: 'NODE_TOO_OLD', meaning: 'Node 24.15 or newer is needed' },
  { code: 130, name: 'INTERRUPTED', meaning: 'ended by a signal' },
] as const

export type ExitCode = (typeof exitCodes)[number]['code']

/** Errors that this command finds by itself, beside those of the protocol. */
export type LocalErrorCode =
  | 'USAGE_ERROR'
  | 'CONFIG_ERROR'
  | 'INPUT_ERROR'
  | 'OUTPUT_ERROR'
  | 'JOURNAL_ERROR'
  | 'MISSING_API_KEY'
  | 'DECLINED'
  | 'DEADLINE_PASSED'
  | 'REFUSED'
  | 'PLAN_FILE_ALTERED'
  | 'POLICY_INVALID'
  | 'OUTCOME_UNKNOWN'
  | 'UNREACHABLE'
  | 'TIMEOUT'
  | 'UNREADABLE_RESPONSE'
  | 'DIGEST_MISMATCH'
  | 'NODE_TOO_OLD'
  | 'INTERRUPTED'
  | 'INTERNAL'

export type AnyErrorCode = ErrorCode | LocalErrorCode

/** One exit code for each error code; that of the protocol's codes is fixed by the protocol. */
export const exitCodeByErrorCode: Readonly<Record<AnyErrorCode, ExitCode>> = {
  INVALID_REQUEST: 2,
  VALIDATION_ERROR: 2,
  PAYLOAD_TOO_LARGE: 2,
  UNSUPPORTED_MEDIA_TYPE: 2,
  UNKNOWN_PRODUCT: 2,
  UNKNOWN_ORDER: 2,
  UNSUPPORTED_DESTINATION: 2,
  HEADERS_TOO_LARGE: 2,
  INVALID_API_KEY: 4,
  INVALID_ACCOUNT_SCOPE: 4,
  INSUFFICIENT_SCOPE: 4,
  EXPORT_NOT_FOUND: 7,
  NOT_FOUND: 7,
  METHOD_NOT_ALLOWED: 7,
  DRY_RUN_NOT_EXECUTABLE: 7,
  EXPORT_ALREADY_EXECUTED: 7,
  APPROVAL_REQUIRED: 3,
  EXPORT_BLOCKED: 5,
  IDEMPOTENCY_CONFLICT: 6,
  PLAN_STALE: 11,
  PLAN_HASH_MISMATCH: 11,
  REQUEST_TIMEOUT: 10,
  IDEMPOTENCY_IN_PROGRESS: 10,
  RATE_LIMITED: 10,
  UNAVAILABLE: 10,
  INTERNAL_ERROR: 7,
  USAGE_ERROR: 2,
  CONFIG_ERROR: 2,
  INPUT_ERROR: 2,
  OUTPUT_ERROR: 2,
  JOURNAL_ERROR: 2,
  MISSING_API_KEY: 4,
  DECLINED: 3,
  DEADLINE_PASSED: 8,
  REFUSED: 7,
  PLAN_FILE_ALTERED: 11,
  POLICY_INVALID: 2,
  OUTCOME_UNKNOWN: 9,
  UNREACHABLE: 10,
  TIMEOUT: 10,
  UNREADABLE_RESPONSE: 7,
  DIGEST_MISMATCH: 7,
  NODE_TOO_OLD: 70,
  INTERRUPTED: 130,
  INTERNAL: 1,
}

/** The exit code of an error code; of one that this version does not know, by its HTTP status. */
export function exitCodeOf(errorCode: string, status?: number): ExitCode {
  return isKnown(errorCode) ? exitCodeByErrorCode[errorCode] : exitCodeOfStatus(status)
}

/** Of the protocol or of this command. */
export function isKnown(errorCode: string): errorCode is AnyErrorCode {
  return Object.hasOwn(exitCodeByErrorCode, errorCode)
}

function exitCodeOfStatus(status: number | undefined): ExitCode {
  if (status === undefined) return 1
  if (status === 401 || status === 403) return 4
  if (status === 408 || status === 429 || status === 502 || status === 503 || status === 504) return 10
  if (status === 400 || status === 413 || status === 415 || status === 422 || status === 431) return 2
  return 7
}
