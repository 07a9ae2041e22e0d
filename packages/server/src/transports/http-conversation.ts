import { request as httpRequest, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'

export interface OutgoingRequest {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Sent as it stands. */
  readonly body: Uint8Array | null
  /** Aborted at shutdown. */
  readonly signal: AbortSignal
}

/** Bytes of the request were given to the socket. */
export type Conversation =
  /** No whole answer came. `status` when its head did. */
  | {
      readonly reached: 'request'
      readonly cause: 'reset' | 'timeout' | 'shutdown' | 'oversize' | 'bad_answer'
      readonly status: number | null
    }
  | {
      readonly reached: 'answer'
      readonly status: number
      /** Names in lower case; of a repeated one, what Node makes of it, and nothing for `set-cookie`. */
      readonly headers: Readonly<Record<string, string>>
      readonly body: Uint8Array
    }

export interface ConversationLimits {
  /** Its reason is `timeout` or `shutdown`. */
  readonly signal: AbortSignal
  readonly maxAnswerBytes: number
}

/**
 * One request and its answer over a connection that is open already; nothing else is ever sent over it. Never rejects,
 * but throws before the first byte for a header that HTTP cannot carry.
 */
export function converse(socket: Socket, request: OutgoingRequest, limits: ConversationLimits): Promise<Conversation> {
  const { promise, resolve } = Promise.withResolvers<Conversation>()
  let status: number | null = null
  const { signal } = limits
  const broken = (cause: (Conversation & { reached: 'request' })['cause']): void =>
    resolve({ reached: 'request', cause, status })
  const stop = (): void => broken(signal.reason === 'shutdown' ? 'shutdown' : 'timeout')
  const outgoing = httpRequest({ ...optionsOf(request), createConnection: () => socket })
  outgoing.on('response', (incoming) => {
    status = incoming.statusCode ?? 0
    collect(incoming, limits.maxAnswerBytes).then(
      (body) => resolve({ reached: 'answer', status: status ?? 0, headers: headersOf(incoming), body }),
      (error: unknown) => broken(error instanceof Oversize ? 'oversize' : causeOf(error)),
    )
  })
  outgoing.on('error', (error) => broken(causeOf(error)))
  outgoing.on('close', () => status === null && broken('reset'))
  signal.addEventListener('abort', stop, { once: true })
  outgoing.end(request.body ?? undefined)
  if (signal.aborted) stop()
  return promise.finally(() => {
    signal.removeEventListener('abort', stop)
    outgoing.destroy()
  })
}

function optionsOf({ method, url, headers, body }: OutgoingRequest): object {
  const { host, pathname, search } = new URL(url)
  return {
    method,
    path: `${pathname}${search}`,
    headers: {
      host,
      'user-agent': 'EntryGo',
      'accept-encoding': 'identity',
      connection: 'close',
      ...(body === null ? {} : { 'content-length': body.byteLength }),
      ...headers,
    },
    maxHeaderSize: 16_384,
    insecureHTTPParser: false,
  }
}

class Oversize extends Error {}

function collect(incoming: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const chunks: Buffer[] = []
  let size = 0
  incoming.on('data', (chunk: Buffer) => {
    size += chunk.byteLength
    chunks.push(chunk)
    if (size > maxBytes) reject(new Oversize())
  })
  incoming.on('end', () => (incoming.complete ? resolve(Buffer.concat(chunks)) : reject(new Error('cut'))))
  incoming.on('error', reject)
  incoming.on('close', () => reject(new Error('cut')))
  return promise
}

/** What is no HTTP, as the parser of Node names it. */
function causeOf(error: unknown): 'bad_answer' | 'reset' {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('HPE_') && code !== 'HPE_INVALID_EOF_STATE' ? 'bad_answer' : 'reset'
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const texts = Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(texts)
}
