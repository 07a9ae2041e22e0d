import type { ErrorCode } from '../contract/index.ts'
import type { RetryRule } from './retry.ts'

/** What is sent again, by error code: the rules of the client as data, for whoever explains or plans retries. */
export const retryTable: Readonly<Record<ErrorCode, RetryRule>> = {
  INVALID_REQUEST: 'never',
  VALIDATION_ERROR: 'never',
  PAYLOAD_TOO_LARGE: 'never',
  UNSUPPORTED_MEDIA_TYPE: 'never',
  UNKNOWN_PRODUCT: 'never',
  UNKNOWN_ORDER: 'never',
  UNSUPPORTED_DESTINATION: 'never',
  HEADERS_TOO_LARGE: 'never',
  INVALID_API_KEY: 'never',
  INVALID_ACCOUNT_SCOPE: 'never',
  INSUFFICIENT_SCOPE: 'never',
  EXPORT_NOT_FOUND: 'never',
  NOT_FOUND: 'never',
  METHOD_NOT_ALLOWED: 'never',
  DRY_RUN_NOT_EXECUTABLE: 'never',
  EXPORT_ALREADY_EXECUTED: 'never',
  APPROVAL_REQUIRED: 'never',
  EXPORT_BLOCKED: 'never',
  IDEMPOTENCY_CONFLICT: 'never',
  PLAN_STALE: 'never',
  PLAN_HASH_MISMATCH: 'never',
  REQUEST_TIMEOUT: 'backoff',
  IDEMPOTENCY_IN_PROGRESS: 'wait',
  RATE_LIMITED: 'backoff',
  UNAVAILABLE: 'backoff',
  INTERNAL_ERROR: 'backoff',
}
