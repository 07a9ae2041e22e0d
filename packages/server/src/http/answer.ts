import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import { type Refusal, refuse } from '../domain/refusal.ts'
import type { Metrics } from '../edge/metrics.ts'
import { type Ports, type Reply, StoreUnavailable } from '../ports.ts'
import { BodyAborted } from './body.ts'
import { type Exchange, responseOf, type StreamReply } from './exchange.ts'
import { requestIdOf } from './request-id.ts'

export type App = Hono<{ Bindings: Partial<HttpBindings> }>
export type AppContext = Context<{ Bindings: Partial<HttpBindings> }>

/** What one request costs and who sent it; nothing of its content. */
export interface AccessLine {
  readonly operation: string
  readonly status: number
  readonly ms: number
  readonly requestId: string
  readonly keyId: string | null
}

export interface AnsweringParts {
  readonly ports: Ports
  readonly metrics: Metrics
  readonly accessLog: (line: AccessLine) => void
}

export type Outcome = Reply | StreamReply | Refusal

/** Opens the exchange, lets `work` decide, and sees that every way out is answered, counted and logged. */
export async function answered(
  c: AppContext,
  { operation, parts }: { operation: string; parts: AnsweringParts },
  work: (exchange: Exchange) => Promise<Outcome>,
): Promise<Response> {
  const { headers } = c.req.raw
  const exchange: Exchange = {
    requestId: requestIdOf(headers.get('x-request-id'), parts.ports.ids),
    accept: headers.get('accept'),
    keyId: null,
    rate: null,
    allow: null,
  }
  const startedAt = performance.now()
  const outcome = await settled(work, exchange, parts.ports)
  const response = responseOf(exchange, outcome)
  const { status } = response
  const ms = performance.now() - startedAt
  parts.metrics.countRequest(operation, status, ms / 1000)
  parts.accessLog({
    operation,
    status,
    ms: Math.round(ms * 1000) / 1000,
    requestId: exchange.requestId,
    keyId: exchange.keyId,
  })
  return response
}

async function settled(
  work: (exchange: Exchange) => Promise<Outcome>,
  exchange: Exchange,
  ports: Ports,
): Promise<Outcome> {
  try {
    return await work(exchange)
  } catch (error) {
    return failureOf(error, exchange, ports)
  }
}

/** What an exception is to the caller: a bug says nothing of its inside, only the id that finds it in the log. */
export function failureOf(error: unknown, { requestId, keyId }: Exchange, { log }: Ports): Refusal {
  if (error instanceof BodyAborted) {
    return refuse('REQUEST_TIMEOUT', 'The request body did not arrive. Send the same request again.')
  }
  if (error instanceof StoreUnavailable) {
    log.warn({ requestId, cause: error.message }, 'store unavailable')
    return refuse('UNAVAILABLE', 'The store cannot serve now. Send the same request again.', { retryAfterSeconds: 1 })
  }
  log.error({ requestId, keyId, error }, 'request failed')
  return refuse(
    'INTERNAL_ERROR',
    `The server failed. Send the same request again, or report the request id ${requestId}.`,
  )
}
