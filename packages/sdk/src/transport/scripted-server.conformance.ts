import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Recorded {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** When it had been read, in milliseconds of `performance.now()`. */
  readonly at: number
}

export interface ScriptedServer extends AsyncDisposable {
  readonly url: string
  readonly requests: Recorded[]
  /** Resolves when `count` requests have been read. */
  arrived(count: number): Promise<void>
}

export type Play = (response: ServerResponse, request: Recorded) => void

/** An HTTP server on a free loopback port that plays `plays` in order, the last one for ever. */
export async function startScriptedServer(...plays: readonly Play[]): Promise<ScriptedServer> {
  const requests: Recorded[] = []
  const waiting: { readonly count: number; readonly resolve: () => void }[] = []
  const server = createServer(async (incoming, response) => {
    const request = await recorded(incoming)
    requests.push(request)
    for (const { count, resolve } of waiting) if (requests.length >= count) resolve()
    plays[Math.min(requests.length, plays.length) - 1]?.(response, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = addressOf(server.address())
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    arrived: (count) =>
      new Promise((resolve) => {
        if (requests.length >= count) resolve()
        else waiting.push({ count, resolve })
      }),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Play {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  }
}

export function raw(body: string, status: number, headers: Readonly<Record<string, string>> = {}): Play {
  return (response) => {
    response.writeHead(status, headers)
    response.end(body)
  }
}

/** Reads the request and never answers. */
export const hang: Play = () => {}

/** Sends headers and the start of a body, and never the rest. */
export const stall: Play = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
  response.write('{"data":')
}

/** Reads the request, then drops the connection. */
export const drop: Play = (response) => {
  response.destroy()
}

async function recorded(incoming: IncomingMessage): Promise<Recorded> {
  let body = ''
  for await (const chunk of incoming) body += String(chunk)
  const { method = '', url = '', headers } = incoming
  return { method, url, headers, body, at: performance.now() }
}

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (typeof address === 'object' && address !== null) return address
  throw new Error('the server has no port')
}
