import { Agent, request } from 'node:http'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

export interface Call {
  readonly method: string
  readonly path: string
  readonly body?: unknown
  /** Sent as it is, instead of `body`. */
  readonly raw?: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

export interface Api {
  /** Rejects when the connection breaks before the whole answer is there. */
  call(call: Call): Promise<Answer>
  close(): void
}

/** A plain HTTP client: no retries and no cleverness between the test and the server. */
export function connect(server: { readonly url: string; readonly apiKey: string }, sockets = 64): Api {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets })
  const base = new URL(server.url)
  const call = ({ method, path, body, raw, headers }: Call): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body))
      const outgoing = request(
        {
          agent,
          host: base.hostname,
          port: base.port,
          method,
          path,
          headers: {
            authorization: `Bearer ${server.apiKey}`,
            ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
        },
        (incoming) => {
          const chunks: Buffer[] = []
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
          incoming.on('error', reject)
          incoming.on('aborted', () => reject(new Error('the answer was cut off')))
          incoming.on('end', () => {
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              text: Buffer.concat(chunks).toString(),
            })
          })
        },
      )
      outgoing.on('error', reject)
      outgoing.end(payload)
    })
  return { call, close: () => agent.destroy() }
}

/** Posts and expects one of these statuses; the parsed answer. */
export async function post<T>(api: Api, call: Omit<Call, 'method'>, expected: readonly number[]): Promise<T> {
  const answer = await api.call({ method: 'POST', ...call })
  if (!expected.includes(answer.status)) {
    throw new Error(`POST ${call.path} answered ${answer.status}: ${answer.text.slice(0, 600)}`)
  }
  return JSON.parse(answer.text)
}
