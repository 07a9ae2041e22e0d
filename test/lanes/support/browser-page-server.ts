import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

export interface PageServer extends AsyncDisposable {
  readonly url: string
  /** Where `redirect` leads: another origin, and the requests that arrived there. */
  readonly elsewhere: { readonly url: string; readonly requests: readonly string[] }
}

/** What each address below `/fault/` does to a request. */
export const faults: Readonly<Record<string, (response: ServerResponse, elsewhere: string) => void>> = {
  hang: () => {},
  stall: (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
    response.write('{"data":')
  },
  drop: (response) => {
    response.destroy()
  },
  unavailable: (response) => {
    response.writeHead(503, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ errorCode: 'UNAVAILABLE', message: 'Later.', retryable: true }))
  },
  conflict: (response) => {
    response.writeHead(409, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ errorCode: 'IDEMPOTENCY_CONFLICT', message: 'No.', retryable: false }))
  },
  page: (response) => {
    response.writeHead(502, { 'content-type': 'text/html' })
    response.end('<html>Bad gateway')
  },
  'half-json': (response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end('{"data": [')
  },
  redirect: (response, elsewhere) => {
    response.writeHead(307, { location: elsewhere })
    response.end()
  },
}

/** Serves an empty page with a script, and the API of `target` at the same origin, since the product sends no CORS headers. */
export async function startPageServer(target: string, script: string): Promise<PageServer> {
  const requests: string[] = []
  const other = createServer(({ url = '' }, response) => {
    requests.push(url)
    response.end()
  })
  const elsewhere = await listening(other)
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/'
    const [, fault] = /^\/fault\/([\w-]+)\//.exec(path) ?? []
    if (path === '/') return sendText(response, 'text/html', '<!doctype html><script src="/program.js"></script>')
    if (path === '/program.js') return sendText(response, 'text/javascript', script)
    if (path === '/favicon.ico') return sendText(response, 'image/x-icon', '')
    if (fault !== undefined) faults[fault]?.(response, elsewhere)
    else await passOn(request, response, target)
  })
  return {
    url: await listening(server),
    elsewhere: { url: elsewhere, requests },
    [Symbol.asyncDispose]: async () => {
      for (const one of [server, other]) {
        one.closeAllConnections()
        await new Promise((resolve) => one.close(resolve))
      }
    },
  }
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
}

function sendText(response: ServerResponse, type: string, text: string): void {
  response.writeHead(200, { 'content-type': type, 'content-security-policy': "default-src 'self'" })
  response.end(text)
}

async function passOn(request: IncomingMessage, response: ServerResponse, target: string): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const kept = ['accept', 'authorization', 'content-type', 'idempotency-key', 'x-request-id']
  const headers = kept.flatMap((name): [string, string][] => {
    const value = request.headers[name]
    return typeof value === 'string' ? [[name, value]] : []
  })
  const body = chunks.length === 0 ? null : Buffer.concat(chunks)
  const answer = await fetch(`${target}${request.url}`, { method: request.method ?? 'GET', headers, body })
  const shown = ['content-type', 'etag', 'content-digest', 'content-disposition', 'x-request-id', 'idempotent-replayed']
  response.writeHead(answer.status, Object.fromEntries([...answer.headers].filter(([name]) => shown.includes(name))))
  response.end(Buffer.from(await answer.arrayBuffer()))
}
