import type { IncomingMessage } from 'node:http'
import { type Operation, type OperationId, operations } from '@entrygo/sdk/contract'
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts'
import type { Caller } from '../ports.ts'
import { type Authenticator, refuseScope } from './authenticate.ts'
import { readBodyText } from './body.ts'
import type { Exchange } from './exchange.ts'
import { readIdempotencyKey } from './idempotency-key.ts'
import { maxBodyBytes, refuseMediaType } from './limits.ts'
import type { RateLimiter } from './rate-limit.ts'
import { parseStrictJson } from './strict-json.ts'
import { type ParameterValues, readParameters, refuseInvalidBody } from './validate.ts'

/** What a request brings, whichever way it came: over a socket or from a test in the same process. */
export interface ReceivedRequest {
  readonly request: Request
  /** The path parameters, decoded. */
  readonly path: Readonly<Record<string, string>>
  readonly incoming: IncomingMessage | undefined
}

/** A request that passed every check. `body` is undefined for a read. */
export interface CheckedRequest {
  readonly caller: Caller
  readonly params: ParameterValues
  readonly body: unknown
  readonly idempotencyKey: string | null
}

export interface Gatekeepers {
  readonly authenticator: Authenticator
  readonly keyLimiter: RateLimiter
  readonly addressLimiter: RateLimiter
}

/**
 * The checks of one request in their fixed order: key, rate, scope, media type, size, JSON, schema, account. Whoever
 * lacks a good key learns nothing about the rest.
 */
export async function checkRequest(
  operation: OperationId,
  received: ReceivedRequest,
  { exchange, gate }: { exchange: Exchange; gate: Gatekeepers },
): Promise<CheckedRequest | Refusal> {
  const { headers } = received.request
  const caller = await gate.authenticator.authenticate(headers.get('authorization'))
  if (isRefusal(caller)) {
    exchange.rate = await gate.addressLimiter.count(addressOf(received))
    return exchange.rate.refusal ?? caller
  }
  exchange.keyId = caller.keyId
  exchange.rate = await gate.keyLimiter.count(caller.keyId)
  if (exchange.rate.refusal) return exchange.rate.refusal
  const { scopes, isWrite }: Operation = operations[operation]
  const lacking = refuseScope(caller, scopes)
  if (lacking) return lacking
  const params = readParameters(operation, {
    path: received.path,
    query: queryOf(received.request.url),
    header: (name) => (name === 'Idempotency-Key' ? null : headers.get(name)),
  })
  if (!isWrite) return isRefusal(params) ? params : { caller, params, body: undefined, idempotencyKey: null }
  const body = await readWrite(operation, received)
  if (isRefusal(body)) return body
  if (isRefusal(params)) return params
  if (body.accountId !== caller.accountId) return refuseAccount(body.accountId)
  return { caller, params, body: body.value, idempotencyKey: body.idempotencyKey }
}

/** Who is limited where no key names the caller. */
export function addressOf({ incoming }: ReceivedRequest): string {
  return `address ${incoming?.socket.remoteAddress ?? 'in process'}`
}

interface WriteBody {
  readonly value: unknown
  readonly accountId: unknown
  readonly idempotencyKey: string | null
}

async function readWrite(operation: OperationId, received: ReceivedRequest): Promise<WriteBody | Refusal> {
  const { request, incoming } = received
  const mediaType = refuseMediaType(request.headers.get('content-type'), request.headers.get('content-encoding'))
  if (mediaType) return mediaType
  const text = await readBodyText(request, incoming, maxBodyBytes(operation))
  if (typeof text !== 'string') return text
  const parsed = parseStrictJson(text)
  if (isRefusal(parsed)) return parsed
  const { value } = parsed
  const key = readIdempotencyKey(keyLines(received))
  if (isRefusal(key)) return key
  const invalid = refuseInvalidBody(operation, value)
  if (invalid) return invalid
  const fromBody = property(value, 'idempotencyKey')
  const idempotencyKey = key ?? (typeof fromBody === 'string' ? fromBody : null)
  return { value, accountId: property(value, 'accountId'), idempotencyKey }
}

// Node joins repeated lines with a comma, which a key may hold too: only the raw list tells them apart.
function keyLines({ request, incoming }: ReceivedRequest): string[] {
  const joined = request.headers.get('idempotency-key')
  if (joined === null) return []
  if (incoming === undefined || !joined.includes(',')) return [joined]
  const { rawHeaders } = incoming
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'idempotency-key')
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function queryOf(url: string): string {
  const start = url.indexOf('?')
  return start < 0 ? '' : url.slice(start + 1)
}

function refuseAccount(accountId: unknown): Refusal {
  return refuse(
    'INVALID_ACCOUNT_SCOPE',
    `The API key does not belong to the account ${JSON.stringify(accountId)}. Send the account of the key.`,
    { field: 'accountId' },
  )
}
