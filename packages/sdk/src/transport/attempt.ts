import { bytesOf } from './bounded-body.ts'
import type { Clock } from './clock.ts'
import { within } from './deadline.ts'

/** `fetch`, as far as the SDK uses it. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>

export interface OutgoingRequest {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  /** An undici dispatcher for a proxy or an own pool; other runtimes ignore it. */
  readonly dispatcher: object | undefined
}

/** An answer that was read to its end. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array<ArrayBuffer>
  /** More bytes than the client reads: none of them are here. */
  readonly isTooLarge: boolean
}

/** One request: its answer, or how it failed and whether the server may have acted on it. */
export type Outcome =
  | { readonly type: 'answer'; readonly answer: Answer }
  | {
      readonly type: 'failure'
      readonly kind: 'network' | 'timeout' | 'aborted'
      readonly mayHaveArrived: boolean
      readonly status: number | null
      readonly error: unknown
    }

/**
 * Sends one request and reads the whole body within `ms`, up to `maxAnswerBytes`. Never rejects. `fetch` is looked up now, so
 * mocks may come late.
 */
export async function attempt(
  request: OutgoingRequest,
  limit: {
    readonly ms: number
    readonly clock: Clock
    readonly signal: AbortSignal | undefined
    readonly fetch: FetchLike | undefined
    /** Blanked out of the headers of the answer: a failure quotes some of them. */
    readonly apiKey: string
    readonly maxAnswerBytes: number
  },
): Promise<Outcome> {
  let status: number | null = null
  const outcome = await within(limit, async (signal): Promise<Answer> => {
    const response = await (limit.fetch ?? globalThis.fetch)(request.url, initOf(request, signal))
    status = response.status
    const headers = withoutKey(response.headers, limit.apiKey)
    const bytes = await bytesOf(response, limit.maxAnswerBytes, signal)
    return { status, headers, bytes: bytes ?? new Uint8Array(), isTooLarge: bytes === null }
  })
  if (outcome.done) return { type: 'answer', answer: outcome.value }
  const { stop, error } = outcome
  return { type: 'failure', kind: stop ?? 'network', error, status, mayHaveArrived: stop !== null || !neverSent(error) }
}

function withoutKey(headers: Headers, apiKey: string): Headers {
  const all = [...headers]
  if (!all.some(([, value]) => value.includes(apiKey))) return headers
  return new Headers(all.map(([name, value]) => [name, blanked(value, [apiKey])]))
}

/** The text without what must not be repeated. */
export function blanked(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), text)
}

/** A redirect is an answer here: following one would turn a write into a read, or carry the key to another host. */
function initOf({ method, headers, body, dispatcher }: OutgoingRequest, signal: AbortSignal): RequestInit {
  const init: RequestInit = { method, headers, body, signal, redirect: 'manual' }
  return dispatcher === undefined ? init : Object.assign(init, { dispatcher })
}

/** Failures before the first byte: no address, no connection, a certificate that is not accepted. All else counts as sent. */
const beforeFirstByte =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|E(HOST|NET)UNREACH|UND_ERR_CONNECT_TIMEOUT)$|_CERT|^CERT_|_LEAF_SIGNATURE$/

function neverSent(error: unknown): boolean {
  return beforeFirstByte.test(networkCodeOf(error) ?? '')
}

/** The system's code of a network failure (`ECONNREFUSED`), wherever the runtime keeps it. */
export function networkCodeOf(error: unknown): string | null {
  for (let found = error, depth = 0; found instanceof Error && depth < 5; found = found.cause, depth += 1) {
    if ('code' in found && typeof found.code === 'string') return found.code
  }
  return null
}
