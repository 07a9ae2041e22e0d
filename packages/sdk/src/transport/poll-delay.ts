import type { Clock } from './clock.ts'

/** The wait before asking again. Equal jitter: half of the step is sure, half is chance; steps go from 0.5 s to 10 s. */
export function pollDelay(poll: number, clock: Clock): number {
  const step = Math.min(10_000, 500 * 2 ** poll)
  return step / 2 + (clock.random() * step) / 2
}
