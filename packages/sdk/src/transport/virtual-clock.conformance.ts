import type { FetchLike } from './attempt.ts'
import type { Clock } from './clock.ts'

export interface VirtualClock extends Clock {
  /** Lets `promise` settle by jumping from timer to timer; real time does not matter. */
  settle<T>(promise: Promise<T>): Promise<T>
  /** Runs what is due within the next `ms` and stands there. */
  advance(ms: number): Promise<void>
  /** Timers that wait. */
  pending(): number
}

/** A clock that starts at 0 and moves only when told. Chance is a fixed sequence that starts at `seed`. */
export function createVirtualClock(seed = 1): VirtualClock {
  const timers = new Set<{ readonly at: number; readonly task: () => void }>()
  let now = 0
  let state = seed
  const runNext = (until: number): boolean => {
    const [next] = [...timers].sort((a, b) => a.at - b.at)
    if (next === undefined || next.at > until) return false
    timers.delete(next)
    now = Math.max(now, next.at)
    next.task()
    return true
  }
  return {
    now: () => now,
    after: (ms, task) => {
      const timer = { at: now + ms, task }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    random: () => {
      // Park and Miller's minimal generator: good enough to spread delays, and the same everywhere.
      state = (state * 48_271) % 2_147_483_647
      return state / 2_147_483_647
    },
    pending: () => timers.size,
    advance: async (ms) => {
      const until = now + ms
      await idle()
      while (runNext(until)) await idle()
      now = until
    },
    settle: async (promise) => {
      let settled = false
      const seen = promise.finally(() => {
        settled = true
      })
      seen.catch(() => {})
      for (let idleRounds = 0; !settled && idleRounds < 1000; ) {
        await idle()
        if (settled) break
        idleRounds = runNext(Number.POSITIVE_INFINITY) ? 0 : idleRounds + 1
      }
      return seen
    },
  }
}

async function idle(): Promise<void> {
  for (let round = 0; round < 4; round += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** One scripted answer; `hang` never answers, `stall` sends headers and never ends the body, an error is a failed connection. */
export type Step =
  | 'hang'
  | 'stall'
  | Error
  | { readonly status?: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }

export interface ScriptedFetch {
  readonly fetch: FetchLike
  readonly sent: { readonly url: string; readonly headers: Headers; readonly body: unknown; readonly at: number }[]
}

/** A `fetch` that plays `steps`, the last one for ever. It obeys no signal, as the worst one would. */
export function createScriptedFetch(clock: Clock, ...steps: readonly Step[]): ScriptedFetch {
  const sent: ScriptedFetch['sent'][number][] = []
  const fetch: FetchLike = (url, init) => {
    const step = steps[Math.min(sent.length, steps.length - 1)] ?? 'hang'
    sent.push({ url, headers: new Headers(init.headers), body: init.body, at: clock.now() })
    if (step === 'hang') return new Promise(() => {})
    if (step === 'stall')
      return Promise.resolve(new Response(new ReadableStream({ start: (c) => c.enqueue(new Uint8Array(1)) })))
    if (step instanceof Error) return Promise.reject(step)
    const { status = 200, headers = { 'content-type': 'application/json' }, body = {} } = step
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return Promise.resolve(new Response(text, { status, headers: { ...headers } }))
  }
  return { fetch, sent }
}

/** An answer with the error envelope. */
export function refusal(status: number, errorCode: string, headers: Readonly<Record<string, string>> = {}): Step {
  const retryable = [
    'UNAVAILABLE',
    'RATE_LIMITED',
    'IDEMPOTENCY_IN_PROGRESS',
    'INTERNAL_ERROR',
    'REQUEST_TIMEOUT',
  ].includes(errorCode)
  const body = { errorCode, message: `refused with ${errorCode}`, requestId: 'req_00000001', retryable }
  return { status, headers: { 'content-type': 'application/json', ...headers }, body }
}

export function connectionError(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(`connect ${code}`), { code }) })
}
