import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { type BrokerEffect, type BrokerRecords, openBrokerRecords } from './broker-records.ts'
import type { ReceiverFault } from './faults/fault.ts'
import { listenOnLoopback } from './listen-on-loopback.ts'

export interface BrokerStandInSettings {
  readonly folder: string
  /** Taken when it is free; 0 takes any. */
  readonly port: number
  /** What callers prove themselves with. */
  readonly secret: string
  /** What goes wrong with the submission that arrives, before the queue of `faults`; nothing when absent. */
  readonly strike?: (receiver: 'borderbuddy') => BrokerFault | null
  /** How long after a submission it is not found yet; 0 when absent. */
  readonly settleMs?: number
  /** After this a key is forgotten, and the same submission is filed again; 24 h when absent. */
  readonly keyWindowMs?: number
  /** Milliseconds UTC; the clock of the machine when absent. */
  readonly now?: () => number
}

/** What goes wrong with one request. */
export type BrokerFault =
  | ReceiverFault
  | { readonly fault: 'status'; readonly status: number; readonly retryAfterSeconds: number }
  /** Breaks the connection off and keeps nothing. */
  | { readonly fault: 'cut' }
  /** Keeps the submission and never answers. */
  | { readonly fault: 'silence' }

export interface BrokerStandIn {
  readonly port: number
  /** The URL of the broker record. */
  readonly url: string
  readonly faults: {
    /** Strikes the next submissions, one after the other. */
    next(...faults: BrokerFault[]): void
    /** The same for questions. */
    nextQuery(...faults: BrokerFault[]): void
  }
  /** All that was done; two of one submission are a duplicate. */
  effects(): readonly BrokerEffect[]
  close(): Promise<void>
}

/**
 * A broker on loopback that serves `transports/border-buddy.openapi.yaml`, as an example of that contract: it acts once for
 * a key, and what it answered is on the disk before the answer, so that neither its own end nor that of the sender loses
 * or repeats anything. It files nothing with anybody.
 */
export async function startBrokerStandIn(settings: BrokerStandInSettings): Promise<BrokerStandIn> {
  const records = openBrokerRecords(settings.folder)
  const queues: Record<'POST' | 'GET', BrokerFault[]> = { POST: [], GET: [] }
  const stopping = new AbortController()
  const desk: Desk = { settings, records, inWork: new Set() }
  const server = createServer((request, response) => {
    const isSubmission = request.method === 'POST'
    const fault =
      (isSubmission ? settings.strike?.('borderbuddy') : null) ?? queues[isSubmission ? 'POST' : 'GET'].shift()
    serve(request, { desk, fault: fault ?? null, stopping: stopping.signal }).then(
      (answer) => (answer === null ? request.socket.destroy() : give(response, answer)),
      () => request.socket.destroy(),
    )
  })
  const port = await listenOnLoopback(server, settings.port)
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    faults: {
      next: (...faults) => void queues.POST.push(...faults),
      nextQuery: (...faults) => void queues.GET.push(...faults),
    },
    effects: records.all,
    async close() {
      stopping.abort()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Desk {
  readonly settings: BrokerStandInSettings
  readonly records: BrokerRecords
  /** Submissions that are being written. */
  readonly inWork: Set<string>
}

interface Answer {
  readonly status: number
  readonly body: object | string
  readonly retryAfterSeconds?: number
}

/** Null where the connection is to be broken off. */
async function serve(
  request: IncomingMessage,
  {
    desk,
    fault,
    stopping,
  }: { readonly desk: Desk; readonly fault: BrokerFault | null; readonly stopping: AbortSignal },
): Promise<Answer | null> {
  const payload = await buffer(request)
  if (fault?.fault === 'cut' || fault?.fault === 'cut-before-dot') return null
  if (fault?.fault === 'status') return { ...problem(fault.status, 'FAULT', 'This fault was asked for.'), ...fault }
  const answer = await answerTo(request, payload, desk)
  if (fault === null) return answer
  if (fault.fault === 'garbage') return { status: 200, body: '<html>{"reference":' }
  if (fault.fault === 'slow') await delay(fault.ms, undefined, { signal: stopping })
  if (fault.fault === 'silence') await delay(0x7fff_ffff, undefined, { signal: stopping })
  return fault.fault === 'slow' ? answer : null
}

async function answerTo(request: IncomingMessage, payload: Buffer, desk: Desk): Promise<Answer> {
  const { method, url = '', headers } = request
  if (!isSame(headers.authorization ?? '', `Bearer ${desk.settings.secret}`))
    return problem(401, 'UNAUTHORIZED', 'The secret is not the one of this broker.')
  const [, asked] = /^\/v1\/submissions\/([A-Za-z0-9_-]{1,128})$/.exec(url) ?? []
  if (method === 'GET' && asked !== undefined) return find(asked, desk)
  if (method === 'POST' && url === '/v1/submissions') return take(headers, payload, desk)
  return problem(404, 'NO_SUCH_OPERATION', 'There are two operations: see border-buddy.openapi.yaml.')
}

function find(submissionId: string, { records, settings: { settleMs = 0, now = Date.now } }: Desk): Answer {
  const effect = records.find(submissionId)
  if (effect === null || now() < Date.parse(effect.receivedAt) + settleMs)
    return problem(404, 'NOT_FOUND', 'No such submission.')
  const { reference, payloadSha256, receivedAt } = effect
  return { status: 200, body: { reference, payloadSha256, receivedAt } }
}

async function take(headers: IncomingMessage['headers'], payload: Buffer, desk: Desk): Promise<Answer> {
  const { records, inWork, settings } = desk
  const key = String(headers['idempotency-key'] ?? '')
  const payloadSha256 = createHash('sha256').update(payload).digest('hex')
  if (payload.byteLength > maxBodyBytes)
    return problem(413, 'TOO_LARGE', `The body has more than ${maxBodyBytes} bytes.`)
  if (headers['entrygo-payload-sha256'] !== payloadSha256)
    return problem(400, 'HASH_MISMATCH', 'EntryGo-Payload-SHA256 is not the SHA-256 of the body.')
  if (!isSubmission(payload, key))
    return problem(400, 'INVALID_BODY', 'The body is not the submission that the key names.')
  if (inWork.has(key))
    return { ...problem(409, 'IN_PROGRESS', 'This submission is being taken in.'), retryAfterSeconds: 1 }
  const at = (settings.now ?? Date.now)()
  const known = records.find(key)
  if (known !== null && at - Date.parse(known.receivedAt) < (settings.keyWindowMs ?? 86_400_000)) {
    if (known.payloadSha256 === payloadSha256) return { status: 200, body: { reference: known.reference } }
    return problem(422, 'KEY_REUSED', 'This key was used with another body.')
  }
  const n = (known?.n ?? 0) + 1
  const reference = `BB-${createHash('sha256').update(`${key}.${n}`).digest('hex').slice(0, 10).toUpperCase()}`
  inWork.add(key)
  try {
    await records.keep(
      { submissionId: key, n, reference, payloadSha256, receivedAt: new Date(at).toISOString() },
      payload,
    )
  } finally {
    inWork.delete(key)
  }
  return { status: 201, body: { reference } }
}

const maxBodyBytes = 8_388_608

function isSubmission(payload: Buffer, key: string): boolean {
  if (!/^[A-Za-z0-9_-]{1,128}$/.test(key)) return false
  try {
    const { schema, submissionId }: Partial<Record<string, unknown>> = { ...Object(JSON.parse(payload.toString())) }
    return schema === 'entrygo.submission/1' && submissionId === key
  } catch {
    return false
  }
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}

function problem(status: number, code: string, message: string): Answer {
  return { status, body: { code, message } }
}

function give(response: ServerResponse, { status, body, retryAfterSeconds }: Answer): void {
  const wait = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }
  response.writeHead(status, { 'content-type': 'application/json', ...wait })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}
