import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { KitServer } from './kit-server.ts'
import type { Forward, Mutant } from './mutant.ts'

export interface MutantProxy extends AsyncDisposable {
  readonly url: string
}

/** Serves the defective server on loopback; without a mutant every byte passes as it is. */
export async function startMutantProxy(server: Pick<KitServer, 'url' | 'keys'>, mutant?: Mutant): Promise<MutantProxy> {
  const forward: Forward = async ({ method, path, headers, body }) => {
    const { 'content-length': _, connection: __, host: ___, ...kept } = headers
    const hasBody = method !== 'GET' && method !== 'HEAD'
    const response = await fetch(server.url + path, {
      method,
      headers: kept,
      ...(hasBody && { body }),
      redirect: 'manual',
    })
    const told = Object.fromEntries(response.headers)
    return { status: response.status, headers: told, body: Buffer.from(await response.bytes()) }
  }
  const mutate = mutant?.make(server.keys) ?? ((asked, pass) => pass(asked))
  const proxy = createServer(async (request, response) => {
    try {
      const { method = '', url: path = '' } = request
      // A stream has no end that could be waited for: it passes as it comes.
      if (request.headers.accept === 'text/event-stream') {
        const { authorization = '', accept } = request.headers
        const streamed = await fetch(server.url + path, { headers: { authorization, accept } })
        response.writeHead(streamed.status, { 'content-type': streamed.headers.get('content-type') ?? '' })
        if (streamed.body !== null) await pipeline(streamed.body, response)
        return
      }
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
      const told = await mutate({ method, path, headers, body: (await buffer(request)).toString() }, forward)
      const { 'transfer-encoding': _, 'content-length': __, connection: ___, ...kept } = told.headers
      const hasLength = told.status !== 304 && told.status !== 204
      response.writeHead(told.status, { ...kept, ...(hasLength && { 'content-length': told.body.length }) })
      response.end(told.body)
    } catch {
      response.destroy()
    }
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const address = proxy.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve())
        proxy.closeAllConnections()
      }),
  }
}
