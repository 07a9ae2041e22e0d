import type { CallOptions } from './config.ts'
import type { AccountId, IdempotencyKey, OperationId } from './contract/index.ts'
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

export interface Answered<Result> {
  readonly data: Result
  readonly meta: CallMeta
}

export type SafeResult<Result> =
  | { readonly ok: true; readonly data: Result; readonly meta: CallMeta }
  | { readonly ok: false; readonly error: EntryGoError }

/** One operation. Called as it is it answers with the body and throws `EntryGoError`. */
export interface Call<Args, Result> {
  (args: Args, options?: CallOptions): Promise<Result>
  /** The body with the request id, the idempotency key and the attempts; throws `EntryGoError`. */
  withMeta(args: Args, options?: CallOptions): Promise<Answered<Result>>
  /** Never throws: a union to narrow by `ok`. */
  safe(args: Args, options?: CallOptions): Promise<SafeResult<Result>>
  readonly operation: OperationId
}

/** A `Call` of which no argument is required. */
export interface OptionalCall<Args, Result> {
  (args?: Args, options?: CallOptions): Promise<Result>
  withMeta(args?: Args, options?: CallOptions): Promise<Answered<Result>>
  safe(args?: Args, options?: CallOptions): Promise<SafeResult<Result>>
  readonly operation: OperationId
}

/** The body of a write; `accountId` may be left out when the client has one. */
export type Write<Body extends { accountId: AccountId }> = Omit<Body, 'accountId'> & { accountId?: AccountId }

/** The three forms of one operation. */
export function createCall<Args, Result>(
  operation: OperationId,
  run: (args: Args, options?: CallOptions) => Promise<Answered<Result>>,
): Call<Args, Result> {
  const call = async (args: Args, options?: CallOptions): Promise<Result> => (await run(args, options)).data
  const safe = async (args: Args, options?: CallOptions): Promise<SafeResult<Result>> => {
    try {
      return { ok: true, ...(await run(args, options)) }
    } catch (error) {
      if (error instanceof EntryGoError) return { ok: false, error }
      throw error
    }
  }
  return Object.assign(call, { operation, withMeta: run, safe })
}
