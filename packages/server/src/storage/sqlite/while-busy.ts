import { setTimeout as sleep } from 'node:timers/promises'
import { isBusy } from './sqlite-errors.ts'

const firstDelayMs = 5
const longestDelayMs = 250

/**
 * Runs `attempt` again, with full jitter, while another process holds the lock, for `limitMs` at the most; then the
 * last error is thrown. The busy handler of SQLite blocks the event loop, so it is short and the waiting is done here.
 */
export async function whileBusy<T>(attempt: () => T, limitMs = 5000): Promise<T> {
  const started = performance.now()
  for (let round = 0; ; round += 1) {
    try {
      return attempt()
    } catch (error) {
      if (!isBusy(error) || performance.now() - started >= limitMs) throw error
    }
    await sleep(Math.random() * Math.min(longestDelayMs, firstDelayMs * 2 ** round))
  }
}
