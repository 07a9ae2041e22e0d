import { operations } from '@entrygo/sdk/contract'
import { Hono } from 'hono'
import { isRefusal } from '../domain/refusal.ts'
import { type AnsweringParts, type App, type AppContext, answered, failureOf } from './answer.ts'
import { openAuthenticator } from './authenticate.ts'
import { addDocs } from './docs-routes.ts'
import { checkRequest, type Gatekeepers, type ReceivedRequest } from './operation-pipeline.ts'
import { addProbes } from './probes.ts'
import { openRateLimiter, type RateSettings } from './rate-limit.ts'
import { apiOperations, honoPath, isPathOf } from './routes.ts'
import { operationRunner } from './run-operation.ts'
import { refuseUnknownRoute } from './unknown-route.ts'

export type { AccessLine, App } from './answer.ts'

export interface AppParts extends AnsweringParts {
  /** For each key, and for each address that shows no good key. */
  readonly rate: { readonly key: RateSettings; readonly address: RateSettings }
  /** False while the server starts, drains or cannot write. */
  readonly isReady: () => Promise<boolean>
  /** Aborted when the server stops: ends the event streams. */
  readonly stopping: AbortSignal
}

/** Every route of the contract, the documentation and the probes. One function a route: no middleware on the way. */
export function createApp(parts: AppParts): App {
  const { ports } = parts
  const gate: Gatekeepers = {
    authenticator: openAuthenticator(ports.store, ports.clock),
    keyLimiter: openRateLimiter(parts.rate.key),
    addressLimiter: openRateLimiter(parts.rate.address),
  }
  const run = operationRunner(ports, parts.stopping)
  const app: App = new Hono()
  for (const operation of apiOperations) {
    app.on(operations[operation].method, honoPath(operation), (c) => {
      if (!isPathOf(operations[operation], c.req.path)) return c.notFound()
      return answered(c, { operation, parts }, async (exchange) => {
        const received = receivedFrom(c)
        const checked = await checkRequest(operation, received, { exchange, gate })
        return isRefusal(checked) ? checked : run(operation, checked, received.request)
      })
    })
  }
  addProbes(app, parts)
  addDocs(app, { parts, gate })
  app.notFound((c) =>
    answered(c, { operation: 'unknown', parts }, (exchange) => refuseUnknownRoute(receivedFrom(c), { exchange, gate })),
  )
  app.onError((error, c) =>
    answered(c, { operation: 'unknown', parts }, async (exchange) => failureOf(error, exchange, ports)),
  )
  return app
}

function receivedFrom(c: AppContext): ReceivedRequest {
  // Tests call the app without a socket, and then there is no environment at all.
  return { request: c.req.raw, path: c.req.param(), incoming: c.env?.incoming }
}
