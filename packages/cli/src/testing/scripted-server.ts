import { createServer, type IncomingMessage } from 'node:http'

export interface SeenRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: unknown
}

/** What the server says: a status with a JSON value or a text; a connection broken before or in the answer; or nothing. */
export type ScriptedAnswer =
  | { readonly status: number; readonly json: unknown; readonly headers?: Readonly<Record<string, string>> }
  | {
      readonly status: number
      readonly text: string
      readonly type: string
      readonly headers?: Readonly<Record<string, string>>
    }
  | 'break'
  | 'cut'
  | 'hang'

export type Script = (request: SeenRequest) => ScriptedAnswer

export interface ScriptedServer {
  readonly url: string
  readonly seen: readonly SeenRequest[]
  stop(): Promise<void>
}

/** A server on a free port that answers by a script and remembers what it was asked. */
export async function startScriptedServer(script: Script): Promise<ScriptedServer> {
  const seen: SeenRequest[] = []
  const server = createServer((request, response) => {
    void read(request).then((text) => {
      const { method = '', url = '', headers } = request
      const found = { method, path: url, headers, body: text === '' ? undefined : JSON.parse(text) }
      seen.push(found)
      const answer = script(found)
      if (answer === 'hang') return
      if (answer === 'break') {
        request.socket.destroy()
        return
      }
      if (answer === 'cut') {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
        response.write('{"data": [', () => request.socket.destroy())
        return
      }
      const isJson = 'json' in answer
      response.writeHead(answer.status, {
        'content-type': isJson ? 'application/json' : answer.type,
        ...answer.headers,
      })
      response.end(isJson ? JSON.stringify(answer.json) : answer.text)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    seen,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function read(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}
