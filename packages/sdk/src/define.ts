import { type CallOf, createCall } from './call.ts'
import type { ClientConfig } from './config.ts'
import type { OperationId } from './contract/index.ts'
import type { ArgsOf, Route } from './operation-types.ts'
import type { Answer } from './transport/attempt.ts'
import { parsedRoute, perform } from './wire.ts'

/** Makes a method of an operation: its route tells where the arguments go. */
export interface Define {
  /** Answered with JSON. */
  json<K extends OperationId>(operation: K, route: Route<K>): CallOf<K>
  /** Answered with a file, which `read` checks. */
  file<K extends OperationId, Result>(
    operation: K,
    route: Route<K>,
    read: (answer: Answer, args: ArgsOf<K>) => Promise<Result>,
  ): CallOf<K, Result>
}

export function defineWith(config: ClientConfig): Define {
  return {
    json: (operation, route) => {
      const fixed = { operation, route: parsedRoute(route), accept: 'application/json' }
      return createCall(operation, (args, options) => perform(config, { ...fixed, args, options }, readJson))
    },
    file: (operation, route, read) => {
      const fixed = { operation, route: parsedRoute(route), accept: '*/*' }
      return createCall(operation, (args, options) =>
        perform(config, { ...fixed, args, options }, (answer) => read(answer, args)),
      )
    },
  }
}

function readJson({ bytes }: Answer): ReturnType<typeof JSON.parse> {
  return JSON.parse(utf8.decode(bytes))
}

/** Made once: the call is short beside what making one takes. */
const utf8 = /* @__PURE__ */ new TextDecoder()
