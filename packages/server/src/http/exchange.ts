import type { Refusal } from '../domain/refusal.ts'
import { isRefusal } from '../domain/refusal.ts'
import type { Reply } from '../ports.ts'
import { errorAnswer } from './error-envelope.ts'
import type { RateVerdict } from './rate-limit.ts'

/** One request on its way through the server, and what its answer and the log will say about it. */
export interface Exchange {
  readonly requestId: string
  readonly accept: string | null
  keyId: string | null
  rate: RateVerdict | null
  /** Methods of the path, for 405. */
  allow: string | null
}

/** An answer that grows while it is sent. */
export interface StreamReply {
  readonly status: 200
  readonly contentType: string
  readonly stream: ReadableStream<Uint8Array>
}

/** The answer on the wire. Every answer carries its request id; those under `/api` their rate limit too. */
export function responseOf(exchange: Exchange, outcome: Reply | StreamReply | Refusal): Response {
  const headers: Record<string, string> = {
    'X-Request-Id': exchange.requestId,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  }
  if (exchange.rate !== null) {
    headers['RateLimit'] = exchange.rate.limit
    headers['RateLimit-Policy'] = exchange.rate.policy
  }
  if (isRefusal(outcome)) return refusalResponse(exchange, outcome, headers)
  headers['Content-Type'] = outcome.contentType
  if ('stream' in outcome) return new Response(outcome.stream, { status: outcome.status, headers })
  if (outcome.replayed === true) headers['Idempotent-Replayed'] = 'true'
  for (const name in outcome.headers) headers[name] = outcome.headers[name] ?? ''
  const body = bodiless.has(outcome.status) ? null : bodyOf(outcome.body)
  if (body === null) delete headers['Content-Type']
  return new Response(body, { status: outcome.status, headers })
}

const bodiless: ReadonlySet<number> = new Set([204, 304])

function refusalResponse(exchange: Exchange, refusal: Refusal, headers: Record<string, string>): Response {
  const { status, contentType, body } = errorAnswer(refusal, exchange.requestId, exchange.accept)
  headers['Content-Type'] = contentType
  if (exchange.allow !== null) headers['Allow'] = exchange.allow
  if (status === 401) headers['WWW-Authenticate'] = 'Bearer realm="EntryGo"'
  if (refusal.retryAfterSeconds !== undefined) headers['Retry-After'] = String(refusal.retryAfterSeconds)
  // The rest of the body is not read, so the connection cannot carry another request.
  if (status === 413) headers['Connection'] = 'close'
  return new Response(body, { status, headers })
}

// `Response` wants bytes that no shared memory backs.
function bodyOf(body: Uint8Array | string): Uint8Array<ArrayBuffer> | string {
  if (typeof body === 'string') return body
  return body.buffer instanceof ArrayBuffer
    ? new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
    : body.slice()
}
