/** Sends that one round of delivery makes, the first at once. */
export const sendsPerRound = 10

/**
 * Milliseconds to wait before the next send of a round in which `sends` were made, or null when the round is over. The
 * fraction, uniform in [0, 1), adds up to a tenth; what the receiver asked for (`Retry-After`) raises the delay, up to
 * 24 hours.
 */
export function nextDelayMs(sends: number, fraction: number, retryAfterMs = 0): number | null {
  const delay = delaysMs[sends]
  if (delay === undefined) return null
  return Math.max(Math.round(delay * (1 + fraction / 10)), Math.min(retryAfterMs, maxRetryAfterMs))
}

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

const maxRetryAfterMs = 24 * hour

/** Before the first send, the second, and so on: 75 h 35 min 5 s in all. */
const delaysMs: readonly number[] = [
  0,
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
]
