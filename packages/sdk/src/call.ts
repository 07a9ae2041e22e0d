import type { CallOptions } from './config.ts'
import { errorCodes } from './contract/enums.ts'
import type { IdempotencyKey, OperationId } from './contract/index.ts'
import type { operations } from './contract/operations.ts'
import type { AnswerOf, ArgsOf, NoArgs } from './operation-types.ts'
import type { SafeResult } from './safe-result.ts'
import { type AttemptRecord, EntryGoError } from './transport/errors.ts'

/** What is known about a call beside its data. */
export interface CallMeta {
  readonly status: number
  readonly requestId: string
  /** The key of a write, null for a read. */
  readonly idempotencyKey: IdempotencyKey | null
  /** The server repeated a stored answer: this write had happened before. */
  readonly replayed: boolean
  /** What the server asks to wait before asking again. */
  readonly retryAfterMs: number | null
  readonly attempts: readonly AttemptRecord[]
}

/** The body of an answer with what is known about the call. */
export interface Answered<Result> {
  readonly data: Result
  readonly meta: CallMeta
}

/** One operation. Called as it is it answers with the body and throws `EntryGoError`. */
export interface Call<Args, Result, K extends OperationId = OperationId> {
  (args: Args, options?: CallOptions): Promise<Result>
  /** The body with the request id, the idempotency key and the attempts; throws `EntryGoError`. */
  withMeta(args: Args, options?: CallOptions): Promise<Answered<Result>>
  /** Never throws: a union to narrow by `ok`, `status` and `code`. */
  safe(args: Args, options?: CallOptions): Promise<SafeResult<Result, K>>
  readonly operation: K
}

/** A `Call` of which no argument is required. */
export interface OptionalCall<Args, Result, K extends OperationId = OperationId> {
  (args?: Args, options?: CallOptions): Promise<Result>
  withMeta(args?: Args, options?: CallOptions): Promise<Answered<Result>>
  safe(args?: Args, options?: CallOptions): Promise<SafeResult<Result, K>>
  readonly operation: K
}

/** An operation of the contract as a method; a read of which no argument is required may be called without. */
export type CallOf<K extends OperationId, Result = AnswerOf<K>> =
  NoArgs extends ArgsOf<K>
    ? (typeof operations)[K]['isWrite'] extends false
      ? OptionalCall<ArgsOf<K>, Result, K>
      : Call<ArgsOf<K>, Result, K>
    : Call<ArgsOf<K>, Result, K>

/** The three forms of one operation. */
export function createCall<K extends OperationId, Result>(
  operation: K,
  run: (args: ArgsOf<K>, options?: CallOptions) => Promise<Answered<Result>>,
): CallOf<K, Result>
export function createCall<Args, Result>(
  operation: OperationId,
  run: (args: Args, options?: CallOptions) => Promise<Answered<Result>>,
): object {
  const call = async (args: Args, options?: CallOptions): Promise<Result> => (await run(args, options)).data
  // Which statuses and codes can occur is the contract's to say: the types of SafeResult repeat it.
  const safe = async (args: Args, options?: CallOptions): Promise<object> => {
    try {
      const answered = await run(args, options)
      return { ok: true, status: answered.meta.status, ...answered }
    } catch (error) {
      if (!(error instanceof EntryGoError)) throw error
      return { ok: false, status: error.status, code: knownCode(error), error }
    }
  }
  return Object.assign(call, { operation, withMeta: run, safe })
}

function knownCode({ kind, code }: EntryGoError): string {
  const known: readonly string[] = errorCodes
  return kind !== 'api' || code === 'UNEXPECTED_RESPONSE' || known.includes(code) ? code : 'NEWER_CODE'
}
