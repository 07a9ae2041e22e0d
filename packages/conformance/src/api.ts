import { setTimeout as sleep } from 'node:timers/promises'
import { type OperationId, operations } from '@entrygo/sdk/contract'

/** Calls of one key on one server, each remembered. Nothing but `fetch` reaches the server. */
export interface Api {
  readonly accountId: string
  /** Calls an operation of the contract. A body that is an object gets the account of the key, unless it names one. */
  call(operation: OperationId, given?: Given): Promise<Answer>
  /** Sends what no operation stands for. */
  send(request: Sent, operation?: OperationId): Promise<Answer>
}

export interface Given {
  readonly path?: Readonly<Record<string, string>>
  /** With its question mark. */
  readonly query?: string
  /** Sent as JSON; a text is sent as it stands. */
  readonly body?: string | Readonly<Record<string, unknown>>
  /** The header `Idempotency-Key`. */
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Sent {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Answer {
  /** Null where no operation of the contract was called. */
  readonly operation: OperationId | null
  readonly sent: Sent
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
  readonly text: string
  /** The body as JSON; undefined where it is none. */
  readonly value: unknown
  readonly ms: number
}

export interface ApiSettings {
  /** Without a trailing slash and without `/api`. */
  readonly root: string
  readonly apiKey: string
  readonly accountId: string
  readonly signal: AbortSignal
  /** How long one request may take. */
  readonly timeoutMs: number
  /** How long all waits for a limit of requests may take together; ten minutes when absent. */
  readonly mostWaitMs?: number
  readonly remember: (answer: Answer) => void
}

export function openApi(settings: ApiSettings): Api {
  const { accountId, apiKey, remember } = settings
  const patience: Patience = { isOver: false, leftMs: settings.mostWaitMs ?? 600_000 }
  const send: Api['send'] = async (request, operation) => {
    const answer = await answered({ ...settings, patience }, request, operation ?? null)
    remember(answer)
    return answer
  }
  return {
    accountId,
    send,
    call: (operation, given = {}) => {
      const { method, path } = operations[operation]
      const { body, key, headers, query = '' } = given
      const text = typeof body === 'object' ? JSON.stringify({ accountId, ...body }) : body
      const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(given.path?.[name] ?? ''))
      const all = {
        authorization: `Bearer ${apiKey}`,
        ...(text !== undefined && { 'content-type': 'application/json' }),
        ...(key !== undefined && { 'idempotency-key': key }),
        ...headers,
      }
      return send({ method, path: filled + query, headers: all, ...(text !== undefined && { body: text }) }, operation)
    },
  }
}

/**
 * Waits as a server asks for it, so that a limit of requests fails no requirement. Once one request has waited so often in
 * vain, or all of them so long, no later one waits at all: what this server asks for is not what it needs.
 */
const mostWaits = 10

async function answered(
  settings: ApiSettings & { readonly patience: Patience },
  sent: Sent,
  operation: OperationId | null,
): Promise<Answer> {
  const { patience, signal } = settings
  for (let waits = 0; ; waits += 1) {
    const answer = await once(settings, sent, operation)
    const seconds = Number(answer.headers.get('retry-after'))
    if (answer.status !== 429 || patience.isOver || !(seconds > 0 && seconds <= 60)) return answer
    patience.leftMs -= seconds * 1000
    patience.isOver = waits === mostWaits || patience.leftMs < 0
    if (patience.isOver) return answer
    await sleep(seconds * 1000, undefined, { signal })
  }
}

interface Patience {
  isOver: boolean
  leftMs: number
}

async function once(
  { root, signal, timeoutMs }: ApiSettings,
  sent: Sent,
  operation: OperationId | null,
): Promise<Answer> {
  const started = performance.now()
  const { method, headers, body } = sent
  const response = await fetch(root + sent.path, {
    method,
    headers,
    ...(body !== undefined && { body }),
    redirect: 'manual',
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
  })
  const bytes = await bounded(response)
  const text = new TextDecoder().decode(bytes)
  const ms = performance.now() - started
  return { operation, sent, status: response.status, headers: response.headers, bytes, text, value: jsonOf(text), ms }
}

/** No answer of the contract comes near it; a run keeps every answer. */
const mostBytes = 16_777_216

async function bounded({ body }: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > mostBytes) throw new Error(`a body of more than ${mostBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
