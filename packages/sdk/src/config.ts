import type { AccountId } from './contract/index.ts'
import type { FetchLike } from './transport/attempt.ts'
import { type Clock, systemClock } from './transport/clock.ts'
import { EntryGoError } from './transport/errors.ts'
import { createRetryBudget, defaultRetry, type RetryBudget, type RetrySettings } from './transport/retry.ts'
import { sdkVersion } from './version.ts'

/** Settings of a client. Nothing is read from the environment. */
export interface EntryGoOptions {
  /** Where the server is, with or without a trailing `/api`. */
  readonly baseUrl: string
  readonly apiKey: string
  /** Put into every write that does not name its own. */
  readonly accountId?: AccountId
  /** The whole call with retries and waits, in milliseconds; 60,000 by default. */
  readonly timeoutMs?: number
  /** One request, in milliseconds; 30,000 by default, and never more than the call. */
  readonly attemptTimeoutMs?: number
  /**
   * Bytes of one answer, after decompression; 268,435,456 by default. A larger one is `ANSWER_TOO_LARGE`, and its rest is
   * not read.
   */
  readonly maxAnswerBytes?: number
  /** Instead of the global `fetch`, which is looked up at each request. */
  readonly fetch?: FetchLike
  /** `false`: one request each call. */
  readonly retry?: Partial<RetrySettings> | false
  readonly userAgentSuffix?: string
  /** An undici dispatcher, for a proxy or an own pool; given to `fetch` as it is. */
  readonly dispatcher?: object
  /** Time and chance; for tests. */
  readonly clock?: Clock
}

/** Settings of one call, over those of the client. */
export interface CallOptions {
  readonly signal?: AbortSignal
  readonly timeoutMs?: number
  readonly attemptTimeoutMs?: number
  readonly maxAnswerBytes?: number
  readonly retry?: Partial<RetrySettings> | false
}

export interface ClientConfig {
  readonly baseUrl: string
  readonly apiKey: string
  readonly accountId: AccountId | undefined
  readonly timeoutMs: number
  readonly attemptTimeoutMs: number
  readonly maxAnswerBytes: number
  readonly fetch: FetchLike | undefined
  readonly retry: RetrySettings
  readonly budget: RetryBudget
  readonly userAgent: string | null
  readonly dispatcher: object | undefined
  readonly clock: Clock
}

/** The settings, checked and completed. Throws `EntryGoError` of kind `config`, naming the option, never the key's value. */
export function configOf(options: EntryGoOptions): ClientConfig {
  if (!/^[\x20-\x7e]*$/.test(options.userAgentSuffix ?? '')) {
    throw invalid('userAgentSuffix', 'userAgentSuffix must be printable ASCII, such as nightly/1.')
  }
  // From JavaScript, a variable of the environment that is not set comes as undefined.
  if (typeof options.apiKey !== 'string' || !/^[\x21-\x7e]+$/.test(options.apiKey)) {
    throw invalid('apiKey', 'apiKey must be printable ASCII without spaces, such as eg_test_… or eg_live_….')
  }
  const retry = retryOf(options.retry, defaultRetry)
  return {
    baseUrl: baseUrlOf(options.baseUrl),
    apiKey: options.apiKey,
    accountId: options.accountId,
    ...limitsOf(options, { timeoutMs: 60_000, attemptTimeoutMs: 30_000, maxAnswerBytes: 2 ** 28 }),
    fetch: options.fetch,
    retry,
    budget: createRetryBudget(retry.budget),
    userAgent: userAgentOf(options.userAgentSuffix),
    dispatcher: options.dispatcher,
    clock: options.clock ?? systemClock,
  }
}

export function retryOf(given: Partial<RetrySettings> | false | undefined, base: RetrySettings): RetrySettings {
  return given === false ? { ...base, maxAttempts: 1 } : { ...base, ...given }
}

interface Limits {
  readonly timeoutMs: number
  readonly attemptTimeoutMs: number
  readonly maxAnswerBytes: number
}

export function limitsOf(given: { readonly [K in keyof Limits]?: number | undefined }, base: Limits): Limits {
  const limit = (name: keyof Limits): number => {
    const { [name]: value = base[name] } = given
    if (value > 0) return value
    throw invalid(name, `${name} is ${value}: give a number above 0.`)
  }
  return {
    timeoutMs: limit('timeoutMs'),
    attemptTimeoutMs: limit('attemptTimeoutMs'),
    maxAnswerBytes: limit('maxAnswerBytes'),
  }
}

/** The address without a trailing `/` or `/api`: the paths of the contract begin with `/api`. */
export function baseUrlOf(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw invalid('baseUrl', 'baseUrl must be an absolute http or https address, such as https://api.entrygo.example.')
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw invalid('baseUrl', 'baseUrl must have no user, password, query or fragment: the key goes into apiKey.')
  }
  const path = url.pathname.replace(/\/+$/, '').replace(/\/api$/, '')
  return url.origin + path.replace(/\/+$/, '')
}

/** Browsers name themselves and do not let a page change it. */
function userAgentOf(suffix: string | undefined): string | null {
  const runtime: unknown = globalThis.navigator?.userAgent
  if (typeof runtime !== 'string' || runtime.startsWith('Mozilla/')) return null
  return [`entrygo-sdk/${sdkVersion} (${runtime})`, suffix].filter((part) => part !== undefined).join(' ')
}

export function invalid(field: string, message: string): EntryGoError {
  return new EntryGoError({ kind: 'config', code: 'INVALID_CONFIG', field, message })
}
