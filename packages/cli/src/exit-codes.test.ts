import { errorCodes } from '@entrygo/sdk/contract'
import { expect, it } from 'vitest'
import { exitCodeByErrorCode, exitCodeOf, exitCodes } from './exit-codes.ts'

it('the exit codes are the published ones', () => {
  expect(exitCodes.map(({ code, name }) => [code, name])).toEqual([
    [0, 'OK'],
    [1, 'INTERNAL'],
    [2, 'USAGE'],
    [3, 'REVIEW_REQUIRED'],
    [4, 'AUTH'],
    [5, 'BLOCKED'],
    [6, 'IDEMPOTENCY_CONFLICT'],
    [7, 'REFUSED'],
    [8, 'PENDING'],
    [9, 'OUTCOME_UNKNOWN'],
    [10, 'UNAVAILABLE'],
    [11, 'STALE_PLAN'],
    [70, 'NODE_TOO_OLD'],
    [130, 'INTERRUPTED'],
  ])
})

it.each([
  [2, 'INVALID_REQUEST VALIDATION_ERROR PAYLOAD_TOO_LARGE UNSUPPORTED_MEDIA_TYPE UNKNOWN_PRODUCT UNKNOWN_ORDER'],
  [2, 'UNSUPPORTED_DESTINATION HEADERS_TOO_LARGE'],
  [4, 'INVALID_API_KEY INVALID_ACCOUNT_SCOPE INSUFFICIENT_SCOPE'],
  [7, 'EXPORT_NOT_FOUND NOT_FOUND METHOD_NOT_ALLOWED DRY_RUN_NOT_EXECUTABLE EXPORT_ALREADY_EXECUTED INTERNAL_ERROR'],
  [3, 'APPROVAL_REQUIRED'],
  [5, 'EXPORT_BLOCKED'],
  [6, 'IDEMPOTENCY_CONFLICT'],
  [11, 'PLAN_STALE PLAN_HASH_MISMATCH'],
  [10, 'REQUEST_TIMEOUT IDEMPOTENCY_IN_PROGRESS RATE_LIMITED UNAVAILABLE'],
])('exit %i is that of %s', (exitCode, codes) => {
  for (const code of codes.split(' ')) expect([code, exitCodeOf(code)]).toEqual([code, exitCode])
})

it('every error code of the contract has an exit code', () => {
  expect(errorCodes.filter((code) => !Object.hasOwn(exitCodeByErrorCode, code))).toEqual([])
})

it.each([
  [401, 4],
  [403, 4],
  [404, 7],
  [409, 7],
  [422, 2],
  [429, 10],
  [500, 7],
  [503, 10],
  [undefined, 1],
])('an error code from the future with status %s ends with %i', (status, exitCode) => {
  expect(exitCodeOf('SOMETHING_NEW', status)).toBe(exitCode)
})
