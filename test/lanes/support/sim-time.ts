import { setImmediate as nextTurn } from 'node:timers/promises'
import { testNow } from '../../../packages/server/src/testing/builders.ts'

/** Time of the simulated world, in milliseconds since its start, and what waits in it. */
export interface SimTime {
  now(): number
  /** What the clocks of EntryGo show, milliseconds UTC: they may be ahead of the receivers' time. */
  wall(): number
  /** Calls back after `delayMs` of the world; the returned function calls it off. */
  at(delayMs: number, callback: () => void): () => void
  /** When the next callback is due, or null. */
  nextAt(): number | null
  /** Passes time up to the next callback and runs it. */
  step(): void
  /** Passes time up to `moment`, where nothing is due before. */
  passTo(moment: number): void
  /** The clocks of EntryGo are set forward. */
  jump(ms: number): void
  /** Counts work whose end must be waited for before time may pass. */
  started(): void
  ended(): void
  /** Resolves when all that runs has come to wait for time, or for ever. */
  settled(): Promise<void>
}

export function simTime(): SimTime {
  const queue: Waiting[] = []
  let [now, skew, running, made] = [0, 0, 0, 0]
  const passTo = (moment: number): void => {
    now = Math.max(now, moment)
  }
  return {
    now: () => now,
    wall: () => testNow + now + skew,
    at(delayMs, callback) {
      made += 1
      const waiting = { at: now + Math.max(0, delayMs), order: made, callback }
      const place = queue.findLastIndex(({ at }) => at <= waiting.at)
      queue.splice(place + 1, 0, waiting)
      return () => {
        const index = queue.indexOf(waiting)
        if (index >= 0) queue.splice(index, 1)
      }
    },
    nextAt: () => queue[0]?.at ?? null,
    step() {
      const next = queue.shift()
      if (next === undefined) return
      passTo(next.at)
      next.callback()
    },
    passTo,
    jump(ms) {
      skew += ms
    },
    started() {
      running += 1
    },
    ended() {
      running -= 1
    },
    async settled() {
      // The group writer ends its round one turn after it has answered.
      for (let quiet = 0; quiet < 3; quiet = running === 0 ? quiet + 1 : 0) await nextTurn()
    },
  }
}

interface Waiting {
  readonly at: number
  readonly order: number
  readonly callback: () => void
}
