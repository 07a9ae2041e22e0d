import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { type Refusal, refuse } from '../domain/refusal.ts'

/** At most `requests` in each window of `windowSeconds`. */
export interface RateSettings {
  readonly requests: number
  readonly windowSeconds: number
}

/** What one request may do, and the header fields that say so (draft-ietf-httpapi-ratelimit-headers). */
export interface RateVerdict {
  readonly refusal: Refusal | null
  readonly limit: string
  readonly policy: string
}

export interface RateLimiter {
  /** Counts one request of whoever `caller` names: a key, or an address. */
  count(caller: string): Promise<RateVerdict>
}

export function openRateLimiter({ requests, windowSeconds }: RateSettings): RateLimiter {
  const limiter = new RateLimiterMemory({ points: requests, duration: windowSeconds })
  const policy = `"default";q=${requests};w=${windowSeconds}`
  return {
    async count(caller) {
      try {
        const counted = await limiter.consume(caller)
        return { refusal: null, limit: limitOf(counted), policy }
      } catch (counted) {
        if (!(counted instanceof RateLimiterRes)) throw counted
        return { refusal: refuseRate({ requests, windowSeconds }, counted), limit: limitOf(counted), policy }
      }
    },
  }
}

function limitOf(counted: RateLimiterRes): string {
  return `"default";r=${counted.remainingPoints};t=${secondsToNext(counted)}`
}

function secondsToNext({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000))
}

function refuseRate({ requests, windowSeconds }: RateSettings, counted: RateLimiterRes): Refusal {
  const retryAfterSeconds = secondsToNext(counted)
  return refuse(
    'RATE_LIMITED',
    `More than ${requests} requests in ${windowSeconds} s. Wait ${retryAfterSeconds} s and send the same request again.`,
    { retryAfterSeconds },
  )
}
