import { createFinalURL, createQuerySerializer, defaultPathSerializer } from 'openapi-fetch'
import type { Answered, CallMeta } from './call.ts'
import { type CallOptions, type ClientConfig, invalid, limitsOf, retryOf } from './config.ts'
import type { OperationId } from './contract/index.ts'
import type { Answer, OutgoingRequest } from './transport/attempt.ts'
import { DigestError } from './transport/digest-error.ts'
import { EntryGoError, type InspectHint } from './transport/errors.ts'
import { idempotencyHeader, newIdempotencyKey } from './transport/idempotency.ts'
import { retryAfterOf } from './transport/retry-after.ts'
import { type CallContext, type Sent, send } from './transport/send.ts'

/** A call as it comes from the caller. */
export interface Asked {
  readonly operation: OperationId
  readonly route: ParsedRoute
  readonly accept: string
  readonly args: unknown
  readonly options: CallOptions | undefined
}

/** Runs one operation and turns whatever goes wrong into an `EntryGoError`. */
export async function perform<Result>(
  config: ClientConfig,
  asked: Asked,
  read: (answer: Answer) => Promise<Result> | Result,
): Promise<Answered<Result>> {
  const args: Args = typeof asked.args === 'object' ? { ...asked.args } : {}
  const context = contextOf(config, asked, args)
  const sent = await send(requestOf(config, { ...asked, args }, context), context)
  try {
    const data = sent.answer.isTooLarge || (await read(sent.answer))
    if (isAnswer(data)) return { data, meta: metaOf(context, sent) }
  } catch (error) {
    throw unreadable(context, sent, error)
  }
  throw unreadable(context, sent, undefined)
}

/** No operation is answered with a list, and a refusal under a good status (a gateway's doing) is no success. */
function isAnswer(data: unknown): data is object {
  return typeof data === 'object' && data !== null && !Array.isArray(data) && !('errorCode' in data)
}

/** Where the arguments of an operation go; read once, when its method is made. */
export interface ParsedRoute {
  readonly method: string
  readonly isRead: boolean
  /** The path, with {names} where arguments go. */
  readonly template: string
  readonly names: readonly string[]
}

/** Reads `GET /api/exports/{id}`. */
export function parsedRoute(route: string): ParsedRoute {
  const [method = '', template = ''] = route.split(' ')
  const names = Array.from(template.matchAll(/{(\w+)}/g), ([, name = '']) => name)
  return { method, isRead: method === 'GET', template, names }
}

type Args = Readonly<Record<string, unknown>>

function contextOf(
  config: ClientConfig,
  { operation, route, options = {} }: Asked,
  { idempotencyKey, id = null, batchId = id }: Args,
): CallContext {
  const isWrite = !route.isRead
  return {
    operation,
    clock: config.clock,
    fetch: config.fetch,
    signal: options.signal,
    ...limitsOf(options, config),
    retry: retryOf(options.retry, config.retry),
    budget: config.budget,
    idempotencyKey: isWrite ? String(idempotencyKey ?? newIdempotencyKey()) : null,
    requestId: `req_${crypto.randomUUID().replaceAll('-', '')}`,
    inspectHint: isWrite ? hintFor(batchId === null ? null : String(batchId)) : null,
    apiKey: config.apiKey,
  }
}

function hintFor(exportId: string | null): InspectHint {
  const again = 'Send the same request again with the same idempotencyKey: if it happened, its answer is repeated'
  const inspect = exportId === null ? '' : `; or inspect ${exportId} (exports.inspect) and read what it is now`
  return { exportId, message: `${again}${inspect}.` }
}

/** The request as plain values, so that every attempt sends the same bytes. The path takes the arguments that it names. */
function requestOf(
  config: ClientConfig,
  { route, accept, args }: Asked & { readonly args: Args },
  context: CallContext,
): OutgoingRequest {
  const path: Record<string, string> = {}
  const rest: Record<string, unknown> = {}
  for (const name of route.names) path[name] = partOf(name, args[name])
  for (const name in args) if (!route.names.includes(name)) rest[name] = args[name]
  if (rest['against'] !== undefined) partOf('against', rest['against'])
  const params = route.isRead ? { path, query: rest } : { path }
  try {
    return {
      method: route.method,
      url: createFinalURL(route.template, { baseUrl: config.baseUrl, params, ...serializers }),
      headers: headersOf(config, accept, context),
      body: route.isRead ? null : JSON.stringify(bodyOf(config, rest)),
      dispatcher: config.dispatcher,
    }
  } catch (error) {
    throw error instanceof EntryGoError ? error : unsendable(context, error)
  }
}

const serializers = { querySerializer: /* @__PURE__ */ createQuerySerializer(), pathSerializer: defaultPathSerializer }

function headersOf({ apiKey, userAgent }: ClientConfig, accept: string, context: CallContext): Record<string, string> {
  const { idempotencyKey, requestId } = context
  return {
    Accept: accept,
    Authorization: `Bearer ${apiKey}`,
    'X-Request-Id': requestId,
    ...(userAgent === null ? {} : { 'User-Agent': userAgent }),
    ...(idempotencyKey === null
      ? {}
      : { 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyHeader(idempotencyKey) }),
  }
}

/** The body of a write: with the account, without the key, which travels as a header. */
function bodyOf(config: ClientConfig, { accountId = config.accountId, idempotencyKey: _, ...body }: Args): Args {
  if (accountId === undefined) {
    throw invalid('accountId', 'accountId is missing: give it with the call, or once to createEntryGo.')
  }
  return { ...body, accountId }
}

/** An argument as a part of a path. Throws for what would lead to another path. */
function partOf(field: string, value: unknown): string {
  const [pattern, remedy] = parts[field] ?? anId
  if (typeof value === 'string' && pattern.test(value)) return value
  const message = `${field} is ${JSON.stringify(value) ?? 'missing'}: give ${remedy}.`
  throw new EntryGoError({ kind: 'config', code: 'INVALID_ARGUMENT', field, message })
}

type Part = readonly [pattern: RegExp, remedy: string]

const anId: Part = [/^[\w-]+$/, 'the id that EntryGo returned']
const aPlanHash: Part = [/^sha256:[0-9a-f]{64}$/, 'the planHash of a plan, sha256:…']
const parts: Readonly<Record<string, Part>> = {
  planHash: aPlanHash,
  against: aPlanHash,
  ruleId: [/^[A-Z0-9]{2,6}-[A-Z0-9/-]{1,12}$/, 'the ruleId of a finding'],
}

function metaOf({ requestId, idempotencyKey }: CallContext, { answer, attempts }: Sent): CallMeta {
  const { status, headers } = answer
  return {
    status,
    requestId: headers.get('x-request-id') ?? requestId,
    idempotencyKey,
    replayed: headers.get('idempotent-replayed') === 'true',
    retryAfterMs: retryAfterOf(headers),
    attempts,
  }
}

function unsendable({ operation, idempotencyKey }: CallContext, cause: unknown): EntryGoError {
  const why = cause instanceof Error ? cause.message : String(cause)
  const message = `The arguments of ${operation} cannot be sent: ${why}`
  return new EntryGoError({ kind: 'config', code: 'INVALID_ARGUMENT', message, operation, idempotencyKey, cause })
}

/** The error of an answer with a good status that is of no use. */
function unreadable(context: CallContext, { answer, attempts }: Sent, cause: unknown): EntryGoError {
  const { operation, idempotencyKey, inspectHint, requestId } = context
  const { headers, isTooLarge } = answer
  const otherwise = `a body that is not the JSON of the contract (${headers.get('content-type') ?? 'no content type'}): is baseUrl an EntryGo server?`
  const what = isTooLarge ? `more than ${context.maxAnswerBytes} bytes (maxAnswerBytes).` : otherwise
  return new EntryGoError({
    kind: 'parse',
    code: isTooLarge ? 'ANSWER_TOO_LARGE' : 'INVALID_RESPONSE',
    message: cause instanceof DigestError ? cause.message : `${operation} was answered with ${what}`,
    operation,
    status: answer.status,
    requestId: answer.headers.get('x-request-id') ?? requestId,
    attempts,
    idempotencyKey,
    mayHaveHappened: idempotencyKey !== null,
    inspectHint,
  })
}
