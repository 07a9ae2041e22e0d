import type createClient from 'openapi-fetch'
import { type Call, createCall } from './call.ts'
import type { ClientConfig } from './config.ts'
import type { OperationId, paths } from './contract/index.ts'
import { perform, type Wire } from './wire.ts'

export type Api = ReturnType<typeof createClient<paths, 'application/json'>>

type DefineCall = <Args, Result>(
  operation: OperationId,
  request: (args: Args, wire: Wire) => Promise<{ data?: Result; response: Response }>,
) => Call<Args, Result>

/** Makes the three forms of an operation out of its request. */
export interface Define {
  readonly read: DefineCall
  /** With an idempotency key. */
  readonly write: DefineCall
}

export function defineWith(config: ClientConfig): Define {
  return { read: defineCalls(config, false), write: defineCalls(config, true) }
}

function defineCalls(config: ClientConfig, isWrite: boolean): DefineCall {
  return (operation, request) =>
    createCall(operation, (args, options) =>
      perform(config, { operation, isWrite, args, options }, (wire) => request(args, wire)),
    )
}
