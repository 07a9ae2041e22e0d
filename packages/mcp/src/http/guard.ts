import { createHash, timingSafeEqual } from 'node:crypto'

export interface Guarded {
  readonly port: number
  readonly token: string
}

/** Where the protocol is served. */
export const endpoint = '/mcp'

/**
 * Null for a request that may go on, else its answer. Against DNS rebinding and other pages of a browser: the Host is a
 * loopback name with the port listened on, an Origin is one too; and nobody goes on without the token.
 */
export function refusedByGuard(request: Request, { port, token }: Guarded): Response | null {
  const { headers, url } = request
  if (!isLoopback(headers.get('host') ?? '', port)) return refusal(403, 'The Host of the request is not this server.')
  const origin = headers.get('origin')
  if (origin !== null && !isLoopbackOrigin(origin)) {
    return refusal(403, 'Pages of other origins may not use this server.')
  }
  if (URL.parse(url)?.pathname !== endpoint) return refusal(404, `The protocol is served at ${endpoint}.`)
  if (isToken(headers.get('authorization') ?? '', token)) return null
  return refusal(401, 'Send the token of this server: Authorization: Bearer …', {
    'WWW-Authenticate': 'Bearer realm="entrygo mcp"',
  })
}

function isLoopback(host: string, port: number): boolean {
  return loopbackNames.some((name) => host.toLowerCase() === `${name}:${port}`)
}

function isLoopbackOrigin(origin: string): boolean {
  const { protocol = '', hostname = '' } = URL.parse(origin) ?? {}
  return (protocol === 'http:' || protocol === 'https:') && loopbackNames.includes(hostname)
}

const loopbackNames: readonly string[] = ['127.0.0.1', 'localhost']

/** Compares digests, so that the time says nothing about the token. */
function isToken(authorization: string, token: string): boolean {
  const [, given = ''] = /^Bearer +(\S{1,512})$/i.exec(authorization) ?? []
  return timingSafeEqual(digest(given), digest(token))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function refusal(status: number, message: string, headers: Record<string, string> = {}): Response {
  const body = { jsonrpc: '2.0', error: { code: -32_000, message }, id: null }
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store', ...headers } })
}
