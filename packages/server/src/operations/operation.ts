import type { Refusal } from '../domain/refusal.ts'
import type { Caller, Ports, Reply } from '../ports.ts'

/** A write as validated by the contract. `idempotencyKey` is the header's, else the body's, else null. */
export interface WriteRequest<Body, Params = NoParams> {
  readonly body: Body
  readonly params: Params
  readonly idempotencyKey: string | null
}

export type NoParams = Readonly<Record<never, never>>

export type WriteOperation<Body, Params = NoParams> = (
  request: WriteRequest<Body, Params>,
  caller: Caller,
  ports: Ports,
) => Promise<Reply | Refusal>

/** `params` holds path and query parameters, numbers as numbers. */
export type ReadOperation<Params = NoParams> = (
  params: Params,
  caller: Caller,
  ports: Ports,
) => Promise<Reply | Refusal>

export function jsonReply(status: number, value: object, headers?: Readonly<Record<string, string>>): Reply {
  return {
    status,
    contentType: 'application/json',
    body: JSON.stringify(value),
    ...(headers === undefined ? {} : { headers }),
  }
}
