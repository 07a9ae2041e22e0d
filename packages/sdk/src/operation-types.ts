import type { AccountId, ErrorCode, OperationId, OperationTypes } from './contract/index.ts'
import type { Operation, operations } from './contract/operations.ts'

/** The body of a write; `accountId` may be left out when the client has one. */
export type Write<Body extends { accountId: AccountId }> = Omit<Body, 'accountId'> & { accountId?: AccountId }

export type NoArgs = Readonly<Record<string, never>>

/** Method and path of an operation, as the contract has them. */
export type Route<K extends OperationId> = `${(typeof operations)[K]['method'] & Operation['method']} ${PathOf<K>}`

/** All that an operation takes, in one object: the parts of its path, its query and its body. */
export type ArgsOf<K extends OperationId> = unknown extends Taken<K> ? NoArgs : Taken<K>

/** The JSON body of a good answer. */
export type AnswerOf<K extends OperationId> = BodyOf<OperationTypes[K]['responses'][GoodStatus<K>]>

/** Statuses that an operation is documented to be answered with, good ones first, then the refusals. */
export type GoodStatus<K extends OperationId> = StatusOf<K> & (typeof operations)[K]['successStatuses'][number]
export type RefusedStatus<K extends OperationId> = K extends OperationId ? Exclude<StatusOf<K>, GoodStatus<K>> : never

/** The status that each error code is sent with; a test compares it with the contract. */
export interface StatusByCode extends Readonly<Record<ErrorCode, number>> {
  INVALID_REQUEST: 400
  VALIDATION_ERROR: 400
  INVALID_API_KEY: 401
  INVALID_ACCOUNT_SCOPE: 403
  INSUFFICIENT_SCOPE: 403
  EXPORT_NOT_FOUND: 404
  NOT_FOUND: 404
  METHOD_NOT_ALLOWED: 405
  REQUEST_TIMEOUT: 408
  DRY_RUN_NOT_EXECUTABLE: 409
  EXPORT_ALREADY_EXECUTED: 409
  APPROVAL_REQUIRED: 409
  EXPORT_BLOCKED: 409
  IDEMPOTENCY_CONFLICT: 409
  IDEMPOTENCY_IN_PROGRESS: 409
  PLAN_STALE: 409
  PLAN_HASH_MISMATCH: 409
  PAYLOAD_TOO_LARGE: 413
  UNSUPPORTED_MEDIA_TYPE: 415
  UNKNOWN_PRODUCT: 422
  UNKNOWN_ORDER: 422
  UNSUPPORTED_DESTINATION: 422
  RATE_LIMITED: 429
  HEADERS_TOO_LARGE: 431
  INTERNAL_ERROR: 500
  UNAVAILABLE: 503
}

type PathOf<K extends OperationId> = (typeof operations)[K]['path']
type StatusOf<K extends OperationId> = keyof OperationTypes[K]['responses']
type Taken<K extends OperationId> = PathPartsOf<K> & QueryOf<K> & WrittenOf<K>
type PathPartsOf<K extends OperationId> = OperationTypes[K] extends { parameters: { path: infer Parts extends object } }
  ? Parts
  : unknown
type QueryOf<K extends OperationId> = OperationTypes[K] extends { parameters: { query?: infer Query } }
  ? [NonNullable<Query>] extends [never]
    ? unknown
    : NonNullable<Query>
  : unknown
type WrittenOf<K extends OperationId> = OperationTypes[K] extends {
  requestBody: { content: { 'application/json': infer Body extends { accountId: AccountId } } }
}
  ? Write<Body>
  : unknown
type BodyOf<Response> = Response extends { content: { 'application/json': infer Body } } ? Body : never
