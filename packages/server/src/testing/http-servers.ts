import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { listen } from './smtp-servers.ts'

export interface ReceivedRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  /** The name that TLS was asked for; false without one. */
  readonly servername: string | false | null
}

export interface HttpReceiver {
  readonly port: number
  /** On loopback, without a path. */
  readonly url: string
  readonly received: readonly ReceivedRequest[]
  readonly connections: () => number
  readonly close: () => Promise<void>
}

export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** A real server on loopback; `answer` sees the whole request, and null leaves it without an answer. */
export async function httpReceiver(
  answer: (request: ReceivedRequest, response: ServerResponse) => Answer | null,
  tls?: { readonly cert: string; readonly key: string },
): Promise<HttpReceiver> {
  const received: ReceivedRequest[] = []
  const server = tls === undefined ? createServer() : createTlsServer(tls)
  server.on('request', async (request, response) => {
    const { method = '', url: path = '', headers, socket } = request
    const servername = 'servername' in socket && typeof socket.servername === 'string' ? socket.servername : null
    const body = await buffer(request).catch(() => null)
    if (body === null) return
    const whole = { method, path, headers, body, servername }
    received.push(whole)
    const reply = answer(whole, response)
    if (reply !== null) response.writeHead(reply.status, reply.headers).end(reply.body)
  })
  const served = await serve(server)
  return { ...served, url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${served.port}`, received }
}

/**
 * A server that says what it is told, HTTP or not: `talk` gets each connection, and all that was received over it
 * whenever something arrives.
 */
export async function rawReceiver(
  talk: (socket: Socket, received: string) => void,
): Promise<Omit<HttpReceiver, 'received'>> {
  const server = createTcpServer((socket) => {
    let text = ''
    talk(socket, text)
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      talk(socket, text)
    })
  })
  const served = await serve(server)
  return { ...served, url: `http://127.0.0.1:${served.port}` }
}

/** Whether the text holds a whole request. */
export function isWholeRequest(text: string): boolean {
  const end = text.indexOf('\r\n\r\n')
  const [, length = '0'] = /^content-length: (\d+)/im.exec(text) ?? []
  return end >= 0 && text.length >= end + 4 + Number(length)
}

async function serve(server: Server): Promise<Pick<HttpReceiver, 'port' | 'connections' | 'close'>> {
  const sockets = new Set<Socket>()
  let connections = 0
  server.on('connection', (socket: Socket) => {
    connections += 1
    sockets.add(socket.on('error', () => undefined))
  })
  server.on('tlsClientError', () => undefined)
  const port = await listen(server)
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
  return { port, connections: () => connections, close }
}
