import type { FetchLike } from '@entrygo/sdk'

/** One request and what came of it; the second part is filled in as it comes. */
export interface Exchange {
  readonly number: number
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  readonly body: string | null
  readonly startedAt: number
  /** Which request of its call this is, and how long the call waited before it. */
  readonly attempt: number
  readonly delayMs: number
  answered?: { readonly at: number; readonly status: number; readonly statusText: string; readonly headers: Headers }
  ended?: { readonly at: number; readonly bytes: Uint8Array | null; readonly failure: string | null }
}

/** Hears of requests as they begin and end. */
export interface Listener {
  began(exchange: Exchange): void
  ended(exchange: Exchange): void
}

/** `fetch` that tells listeners what it does, and leaves answers, failures and their times as they are. */
export function watchedFetch(inner: FetchLike, listeners: readonly Listener[], now: () => number): FetchLike {
  const last = new Map<string, Before>()
  let number = 0
  return async (address, init) => {
    number += 1
    const exchange = exchangeOf({ number, address, init, at: now(), last })
    const call = callOf(exchange)
    last.set(call, { attempt: exchange.attempt, endedAt: null })
    for (const listener of listeners) listener.began(exchange)
    const end = (bytes: Uint8Array | null, failure: string | null): void => {
      exchange.ended = { at: now(), bytes, failure }
      last.set(call, { attempt: exchange.attempt, endedAt: exchange.ended.at })
      for (const listener of listeners) listener.ended(exchange)
    }
    try {
      const response = await inner(address, init)
      const { status, statusText, headers } = response
      exchange.answered = { at: now(), status, statusText, headers }
      return Object.defineProperty(response, 'body', { value: heard(response.body, end) })
    } catch (error) {
      end(null, failureOf(error))
      throw error
    }
  }
}

interface Begun {
  readonly number: number
  readonly address: string
  readonly init: RequestInit
  readonly at: number
  readonly last: ReadonlyMap<string, Before>
}

/** What is kept of the requests of a call; their bodies would fill the memory of a large import. */
interface Before {
  readonly attempt: number
  readonly endedAt: number | null
}

/** What the requests of one call have in common. */
export function callOf({ headers, number }: Pick<Exchange, 'headers' | 'number'>): string {
  return headers.get('x-request-id') ?? String(number)
}

function exchangeOf({ number, address, init, at, last }: Begun): Exchange {
  const headers = new Headers(init.headers)
  const before = last.get(callOf({ headers, number }))
  return {
    ...{ number, headers, method: init.method ?? 'GET', url: new URL(address), startedAt: at },
    body: typeof init.body === 'string' ? init.body : null,
    attempt: (before?.attempt ?? 0) + 1,
    delayMs: before?.endedAt == null ? 0 : at - before.endedAt,
  }
}

type End = (bytes: Uint8Array | null, failure: string | null) => void

/** The same body, whose end is told: with all of its bytes, or with what broke it off. */
function heard(body: Response['body'], end: End): Response['body'] {
  if (body === null) {
    end(new Uint8Array(), null)
    return null
  }
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let isLeft = false
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const { done, value } = await reader.read()
        if (isLeft) return
        if (done) {
          end(Buffer.concat(chunks), null)
          controller.close()
          return
        }
        chunks.push(value)
        controller.enqueue(value)
      } catch (error) {
        if (!isLeft) end(null, failureOf(error))
        throw error
      }
    },
    // Whoever reads it has seen enough, or has waited long enough; what is under way is heard no more.
    cancel: async (reason) => {
      isLeft = true
      end(null, 'left')
      await reader.cancel(reason)
    },
  })
}

/** The system's code of a failure, else its kind: messages may quote what was sent. */
function failureOf(error: unknown): string {
  for (let found = error, depth = 0; found instanceof Error && depth < 5; found = found.cause, depth += 1) {
    if ('code' in found && typeof found.code === 'string') return found.code
  }
  if (!(error instanceof Error)) return 'failed'
  return /^no answer within [\d.]+ ms$/.test(error.message) ? 'timeout' : error.name
}
