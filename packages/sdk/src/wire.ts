import type { Answered, CallMeta } from './call.ts'
import { type CallOptions, type ClientConfig, invalid, retryOf, timesOf } from './config.ts'
import type { AccountId, OperationId } from './contract/index.ts'
import { DigestError } from './transport/digest-error.ts'
import { EntryGoError, type InspectHint } from './transport/errors.ts'
import { idempotencyHeader, newIdempotencyKey } from './transport/idempotency.ts'
import { retryAfterOf } from './transport/retry-after.ts'
import { type CallContext, type Sent, send } from './transport/send.ts'

/** What openapi-fetch gets for one call: it builds the request and reads the answer, `fetch` does everything between. */
export interface Wire {
  readonly fetch: (request: Request) => Promise<Response>
  readonly headers: Readonly<Record<string, string>>
}

/** A call as it comes from the caller. */
export interface Asked {
  readonly operation: OperationId
  readonly isWrite: boolean
  readonly args: unknown
  readonly options: CallOptions | undefined
}

/** Runs one operation and turns whatever goes wrong into an `EntryGoError`. */
export async function perform<Result>(
  config: ClientConfig,
  call: Asked,
  request: (wire: Wire) => Promise<{ data?: Result; response: Response }>,
): Promise<Answered<Result>> {
  const context = contextOf(config, call)
  let sent: Sent | null = null
  const wire: Wire = {
    headers: headersOf(config, context),
    fetch: async (built) => {
      sent = await send(await outgoing(built, config), context)
      const { status, headers, bytes } = sent.answer
      return new Response(bytes, { status, headers })
    },
  }
  let data: Result | undefined
  try {
    data = (await request(wire)).data
  } catch (error) {
    if (error instanceof EntryGoError) throw error
    throw sent === null ? unsendable(context, error) : unreadable(context, sent, error)
  }
  if (sent === null || typeof data !== 'object' || data === null) throw unreadable(context, sent, undefined)
  return { data, meta: metaOf(context, sent) }
}

function contextOf(config: ClientConfig, { operation, isWrite, args, options = {} }: Asked): CallContext {
  const idempotencyKey = isWrite ? (textIn(args, 'idempotencyKey') ?? newIdempotencyKey()) : null
  return {
    operation,
    clock: config.clock,
    fetch: config.fetch,
    signal: options.signal,
    ...timesOf(options, config),
    retry: retryOf(options.retry, config.retry),
    budget: config.budget,
    idempotencyKey,
    requestId: `req_${crypto.randomUUID().replaceAll('-', '')}`,
    inspectHint: idempotencyKey === null ? null : hintFor(args),
    secret: config.apiKey,
  }
}

function hintFor(args: unknown): InspectHint {
  const exportId = textIn(args, 'id') ?? textIn(args, 'batchId')
  const again = 'Send the same request again with the same idempotencyKey: if it happened, its answer is repeated'
  const inspect = exportId === null ? '' : `; or inspect ${exportId} (exports.inspect) and read what it is now`
  return { exportId, message: `${again}${inspect}.` }
}

function textIn(args: unknown, name: string): string | null {
  if (typeof args !== 'object' || args === null) return null
  const found = Object.entries(args).find(([key]) => key === name)?.[1]
  return found === undefined || found === null ? null : String(found)
}

function headersOf(config: ClientConfig, context: CallContext): Record<string, string> {
  const { idempotencyKey } = context
  return {
    Accept: downloads.includes(context.operation) ? '*/*' : 'application/json',
    Authorization: `Bearer ${config.apiKey}`,
    'X-Request-Id': context.requestId,
    ...(config.userAgent === null ? {} : { 'User-Agent': config.userAgent }),
    ...(idempotencyKey === null ? {} : { 'Idempotency-Key': idempotencyHeader(idempotencyKey) }),
  }
}

/** Operations whose answer is a file. */
const downloads: readonly OperationId[] = ['downloadArtifact', 'downloadEvidence']

/** The request as plain values, so that every attempt sends the same bytes. */
async function outgoing(built: Request, config: ClientConfig): Promise<Parameters<typeof send>[0]> {
  const { url, method } = built
  const body = method === 'GET' ? null : await built.text()
  return { url, method, headers: Object.fromEntries(built.headers), body, dispatcher: config.dispatcher }
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

function unreadable(context: CallContext, sent: Sent | null, cause: unknown): EntryGoError {
  const { operation, idempotencyKey, inspectHint, requestId } = context
  const type = sent?.answer.headers.get('content-type') ?? 'no content type'
  return new EntryGoError({
    kind: 'parse',
    code: 'INVALID_RESPONSE',
    message:
      cause instanceof DigestError
        ? cause.message
        : `${operation} was answered with a body that is not the JSON of the contract (${type}): is baseUrl an EntryGo server?`,
    operation,
    status: sent?.answer.status ?? null,
    requestId: sent?.answer.headers.get('x-request-id') ?? requestId,
    attempts: sent?.attempts ?? [],
    idempotencyKey,
    mayHaveHappened: idempotencyKey !== null,
    inspectHint,
    cause,
  })
}

/** The body of a write: with the account, without the key, which travels as a header. */
export function bodyOf<Args extends { accountId?: AccountId; idempotencyKey?: string }>(
  config: ClientConfig,
  args: Args,
): Omit<Args, 'accountId' | 'idempotencyKey'> & { accountId: AccountId } {
  const { accountId = config.accountId, idempotencyKey: _, ...body } = args
  if (accountId === undefined) {
    throw invalid('accountId', 'accountId is missing: give it with the call, or once to createEntryGo.')
  }
  return { ...body, accountId }
}

/** An id as a part of a path. Throws for what would lead to another path. */
export function pathId(field: string, value: string): string {
  return checkedPart({ field, value }, /^[\w-]+$/, 'give the id that EntryGo returned')
}

/** The hash of a plan as a part of a path. */
export function pathPlanHash(field: string, value: string): string {
  return checkedPart({ field, value }, /^sha256:[0-9a-f]{64}$/, 'give the planHash of a plan, sha256:…')
}

/** The id of a rule as a part of a path; its `/` is encoded on the way. */
export function pathRuleId(value: string): string {
  return checkedPart({ field: 'ruleId', value }, /^[A-Z0-9]{2,6}-[A-Z0-9/-]{1,12}$/, 'give the ruleId of a finding')
}

function checkedPart({ field, value }: { field: string; value: string }, pattern: RegExp, remedy: string): string {
  if (typeof value === 'string' && pattern.test(value)) return value
  const message = `${field} is ${JSON.stringify(value) ?? 'missing'}: ${remedy}.`
  throw new EntryGoError({ kind: 'config', code: 'INVALID_ARGUMENT', field, message })
}
