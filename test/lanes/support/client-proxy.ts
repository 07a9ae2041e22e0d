import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from './random.ts'

/** Where in a request its client may die. */
export const moments = ['before it is passed on', 'before its answer', 'half through its answer', 'after it'] as const

export type Moment = (typeof moments)[number]

export interface SeenWrite {
  readonly path: string
  readonly key: string
}

export interface ClientProxy {
  readonly url: string
  /** Every write that came through, repeats included. */
  readonly writes: readonly SeenWrite[]
  /** Requests since the last `strikeAt`. */
  readonly count: number
  /** Calls `strike` at that moment of the `nth` request from now, and passes nothing of the answer on after it. */
  strikeAt(nth: number, moment: Moment, strike: () => void): void
  /** Whether answers get lost and late on the way. */
  misbehave(isBad: boolean): void
  close(): Promise<void>
}

interface Strike {
  readonly nth: number
  readonly moment: Moment
  readonly strike: () => void
}

/** Stands between a client and its server: loses and delays answers, and tells when a request has come to a moment. */
export async function startClientProxy(target: string, random: Random): Promise<ClientProxy> {
  const agent = new Agent({ keepAlive: true })
  const writes: SeenWrite[] = []
  let count = 0
  let isBad = false
  let planned: Strike | null = null
  const pass = async (asked: IncomingMessage, answer: ServerResponse): Promise<void> => {
    count += 1
    const strike = planned?.nth === count ? planned : null
    const key = asked.headers['idempotency-key']
    if (asked.method !== 'GET') writes.push({ path: asked.url ?? '', key: String(key) })
    const body = await bytesOf(asked)
    if (strike?.moment === 'before it is passed on') return strike.strike()
    const found = await forward({ target, agent, asked, body })
    if (strike?.moment === 'before its answer') return strike.strike()
    if (isBad && strike === null && random.chance(0.1)) await sleep(random.below(200))
    if (isBad && strike === null && random.chance(0.1)) return void answer.destroy()
    answer.writeHead(found.status, { ...found.headers, 'content-length': found.body.length })
    if (strike?.moment === 'half through its answer' || (isBad && strike === null && random.chance(0.05))) {
      await new Promise<void>((resolve) => answer.write(found.body.subarray(0, found.body.length / 2), () => resolve()))
      if (strike === null) return void answer.destroy()
      return strike.strike()
    }
    answer.end(found.body)
    if (strike !== null) answer.on('finish', strike.strike)
  }
  const server = createServer((asked, answer) => void pass(asked, answer).catch(() => answer.destroy()))
  return {
    url: await listening(server),
    writes,
    get count() {
      return count
    },
    strikeAt: (nth, moment, strike) => {
      count = 0
      planned = { nth, moment, strike }
    },
    misbehave: (bad) => {
      isBad = bad
    },
    close: () =>
      new Promise((resolve) => {
        agent.destroy()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
  return `http://127.0.0.1:${address.port}`
}

interface Forwarded {
  readonly target: string
  readonly agent: Agent
  readonly asked: IncomingMessage
  readonly body: Buffer
}

interface Found {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** To the end, whatever becomes of the client: the server does not know that it died. */
function forward({ target, agent, asked, body }: Forwarded): Promise<Found> {
  const { 'transfer-encoding': _chunked, connection: _connection, host: _host, ...headers } = asked.headers
  return new Promise((resolve, reject) => {
    const outgoing = request(
      target + (asked.url ?? ''),
      { method: asked.method, agent, headers: { ...headers, 'content-length': body.length } },
      (found) => {
        const { 'transfer-encoding': _, connection: __, ...kept } = found.headers
        bytesOf(found).then((bytes) => resolve({ status: found.statusCode ?? 0, headers: kept, body: bytes }), reject)
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
