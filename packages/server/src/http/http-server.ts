import { createServer, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { type Refusal, refuse } from '../domain/refusal.ts'
import type { Ids, Log } from '../ports.ts'
import type { App } from './app.ts'
import { errorAnswer } from './error-envelope.ts'
import { type ArrivalLimits, arrivalLimits, maxHeaderBytes, maxSockets, maxSocketsPerAddress } from './limits.ts'

/** The app on HTTP/1.1 sockets, with bounds on what a connection may cost and envelopes for what Node itself refuses. */
export function createHttpServer(
  app: Pick<App, 'fetch'>,
  { ids, log }: { ids: Ids; log: Log },
  arrival: ArrivalLimits = arrivalLimits,
): Server {
  const listener = getRequestListener(app.fetch, {
    // What cannot even become a request: an impossible target or host.
    errorHandler: (error) => {
      log.warn({ error }, 'request could not be read')
      const requestId = ids.next('req')
      const { status, contentType, body } = errorAnswer(malformed, requestId)
      return new Response(body, { status, headers: { 'Content-Type': contentType, ...safeHeaders(requestId) } })
    },
  })
  const server = createServer(
    {
      maxHeaderSize: maxHeaderBytes,
      headersTimeout: arrival.headersMs,
      requestTimeout: arrival.requestMs,
      connectionsCheckingInterval: arrival.checkEveryMs,
      keepAliveTimeout: 15_000,
      noDelay: true,
      // Node would refuse it without an envelope; the listener refuses it with one.
      requireHostHeader: false,
    },
    listener,
  )
  server.maxConnections = maxSockets
  limitSocketsPerAddress(server)
  // An expectation that nobody knows is passed over (RFC 9110, 10.1.1), since Node's own 417 has no envelope.
  server.on('checkExpectation', listener)
  server.on('clientError', (error, socket) => answerClientError(error, socket, ids))
  return server
}

const malformed: Refusal = refuse('INVALID_REQUEST', 'The request is not valid HTTP. Mend its first line and headers.')

const clientErrors: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: refuse(
    'HEADERS_TOO_LARGE',
    `The headers are larger than ${maxHeaderBytes} bytes. Send fewer or shorter headers.`,
  ),
  ERR_HTTP_REQUEST_TIMEOUT: refuse(
    'REQUEST_TIMEOUT',
    'The request did not arrive in time. Send the same request again.',
  ),
}

function answerClientError(error: Error & { code?: string }, socket: Socket | NodeJS.WritableStream, ids: Ids): void {
  if (error.code === 'ECONNRESET' || !socket.writable || hasBegunToAnswer(socket)) {
    if ('destroy' in socket) socket.destroy()
    return
  }
  const requestId = ids.next('req')
  const { status, contentType, body } = errorAnswer(clientErrors[error.code ?? ''] ?? malformed, requestId)
  socket.end(
    `HTTP/1.1 ${status} ${reasons[status] ?? 'Bad Request'}\r\nContent-Type: ${contentType}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n` +
      Object.entries({ ...safeHeaders(requestId), Connection: 'close' })
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('') +
      `\r\n${body}`,
  )
}

function safeHeaders(requestId: string): Record<string, string> {
  return { 'X-Request-Id': requestId, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' }
}

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
}

// Loopback is not counted: whatever stands in front of the server has one address for everybody.
function limitSocketsPerAddress(server: Server): void {
  const open = new Map<string, number>()
  server.on('connection', (socket: Socket) => {
    const { remoteAddress } = socket
    if (remoteAddress === undefined || /^(?:::ffff:)?127\.|^::1$/.test(remoteAddress)) return
    const count = (open.get(remoteAddress) ?? 0) + 1
    open.set(remoteAddress, count)
    socket.once('close', () => {
      const left = (open.get(remoteAddress) ?? 1) - 1
      if (left === 0) open.delete(remoteAddress)
      else open.set(remoteAddress, left)
    })
    if (count > maxSocketsPerAddress) socket.destroy()
  })
}

// Node keeps the answer in progress on the socket; a second head in its middle would be read as part of it.
function hasBegunToAnswer(socket: object): boolean {
  const current: unknown = Reflect.get(socket, '_httpMessage')
  return typeof current === 'object' && current !== null && Reflect.get(current, 'headersSent') === true
}
