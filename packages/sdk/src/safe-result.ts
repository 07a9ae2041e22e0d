import type { CallMeta } from './call.ts'
import type { ErrorCode, OperationId, OperationTypes } from './contract/index.ts'
import type { GoodStatus, RefusedStatus, StatusByCode } from './operation-types.ts'
import type { ClientErrorCode, EntryGoError } from './transport/errors.ts'

/**
 * The result of an operation as a value. `ok` parts answers from failures; `status` and `code` part them further, and a
 * code that the operation is not documented to send does not compile. What this version has never heard of is
 * `NEWER_CODE`, so that it equals no known code; `error.code` has the server's own word.
 */
export type SafeResult<Result, K extends OperationId = OperationId> =
  | Succeeded<Result, K>
  | Refused<K>
  | Failed<ClientErrorCode, number | null>
  | Failed<'NEWER_CODE', number>

type Succeeded<Result, K extends OperationId> = OperationId extends K
  ? Answer<number, Result>
  : { [S in GoodStatus<K>]: Answer<S, DataAt<Result, K, S>> }[GoodStatus<K>]

type Refused<K extends OperationId> = {
  [Code in ErrorCode]: StatusByCode[Code] extends RefusedStatus<K> ? Failed<Code, StatusByCode[Code]> : never
}[ErrorCode]

interface Answer<Status, Data> {
  readonly ok: true
  readonly status: Status
  readonly data: Data
  readonly meta: CallMeta
}

interface Failed<Code, Status> {
  readonly ok: false
  /** HTTP status of the last answer, null when none came. */
  readonly status: Status
  readonly code: Code
  readonly error: EntryGoError & { readonly status: Status }
}

/** What is answered with one of several good statuses, where the contract parts them. */
type DataAt<Result, K extends OperationId, S extends GoodStatus<K>> = [BodyAt<K, S>] extends [never]
  ? Result
  : [BodyAt<K, S>] extends [Result]
    ? BodyAt<K, S>
    : Result

type BodyAt<
  K extends OperationId,
  S extends keyof OperationTypes[K]['responses'],
> = OperationTypes[K]['responses'][S] extends { content: { 'application/json': infer Body } } ? Body : never
