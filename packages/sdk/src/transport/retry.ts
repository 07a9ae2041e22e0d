import type { Clock } from './clock.ts'

/**
 * What is done after an answer that is no success. `never`: one attempt. `backoff`: again after a random delay, or after
 * `Retry-After`.
 * `wait`: the first request with this key still runs; asked again until it has an answer or the deadline ends.
 */
export type RetryRule = 'never' | 'backoff' | 'wait'

/** Statuses sent again when the answer has no envelope: something between client and server spoke. */
export const retryStatuses: readonly number[] = [408, 429, 500, 502, 503, 504]

/** How often and how far apart a call is sent again. */
export interface RetrySettings {
  /** Requests of one call at most, the first one counted. Above 1, waits for `IDEMPOTENCY_IN_PROGRESS` are not counted. */
  readonly maxAttempts: number
  /** Upper end of the first random delay; it doubles with each further one. */
  readonly baseDelayMs: number
  readonly maxDelayMs: number
  /** Retries that all calls of the client may spend; ten successful calls earn one back. */
  readonly budget: number
}

/** What a client does unless it is told otherwise. */
export const defaultRetry: RetrySettings = { maxAttempts: 4, baseDelayMs: 250, maxDelayMs: 8000, budget: 10 }

/**
 * What is done after an answer that is no success. The envelope's `retryable` decides, null where an older server does not
 * say it; two codes are rules of their own. `retryTable` is what comes of it for each code of the contract.
 */
export function retryRuleOf(status: number, refusal: { code: string; retryable: boolean | null } | null): RetryRule {
  if (refusal?.retryable === false || refusal?.code === 'IDEMPOTENCY_CONFLICT') return 'never'
  if (refusal?.code === 'IDEMPOTENCY_IN_PROGRESS') return 'wait'
  return refusal?.retryable === true || retryStatuses.includes(status) ? 'backoff' : 'never'
}

/**
 * The wait before the next request: full jitter, uniform in [0, base × 2^n] up to the maximum. A `Retry-After` is never
 * undercut and exceeded by at most 20 %. Null when it does not fit into what is left.
 */
export function retryDelay(wait: {
  readonly retry: number
  readonly retryAfterMs: number | null
  readonly leftMs: number
  readonly settings: RetrySettings
  readonly clock: Clock
}): number | null {
  const { retry, retryAfterMs, leftMs, settings, clock } = wait
  if (retryAfterMs === null || retryAfterMs === 0) {
    const delay = clock.random() * Math.min(settings.maxDelayMs, settings.baseDelayMs * 2 ** retry)
    return delay < leftMs ? delay : null
  }
  if (retryAfterMs >= leftMs) return null
  return retryAfterMs + clock.random() * Math.min(retryAfterMs * 0.2, leftMs - retryAfterMs)
}

/** Keeps many calls from multiplying the load on a server that is down. */
export interface RetryBudget {
  spend(): boolean
  earn(): void
}

export function createRetryBudget(size: number): RetryBudget {
  let tokens = size
  return {
    spend: () => {
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
    earn: () => {
      tokens = Math.min(size, tokens + 0.1)
    },
  }
}
