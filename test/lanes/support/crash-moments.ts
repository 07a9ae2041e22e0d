import { type FailpointName, failpointNames } from '../../../packages/server/src/testing/failpoints.ts'
import type { Random } from './random.ts'

/** Which moment the next life is to die at, and how often each was met. */
export interface Moments {
  /** Of the failpoints the one that was met least; null for a death at no particular moment. */
  next(kill: number): FailpointName | null
  /** At which passing of the failpoint the life ends. */
  depthOf(failpoint: FailpointName): number
  met(failpoint: FailpointName | null, times?: number): void
  /** How many moments were met at all, how often in sum, and those that were met fewer times than wanted. */
  count(): { readonly names: number; readonly times: number; readonly rare: readonly string[] }
}

export function createMoments(random: Random, fewestHits: number): Moments {
  const hits = new Map<FailpointName, number>()
  const tried = new Map<FailpointName, number>()
  const timesMet = (name: FailpointName): number => hits.get(name) ?? 0
  const timesTried = (name: FailpointName): number => tried.get(name) ?? 0
  return {
    next(kill) {
      if (kill % 10 === 9) return null
      // A moment that is hard to reach must not eat up the lives of the others.
      const cost = (name: FailpointName): number => timesMet(name) + timesTried(name) / 4
      const name = failpointNames.toSorted((a, b) => cost(a) - cost(b))[0]
      if (name !== undefined) tried.set(name, timesTried(name) + 1)
      return name ?? null
    },
    depthOf(failpoint) {
      // The first time at once, later ever deeper into a life now and then; what was missed is waited for at its first
      // time again.
      const isMissed = timesTried(failpoint) - timesMet(failpoint) > 1
      const deepest = random.chance(0.3) ? 6 : 2
      return isMissed ? 1 : 1 + random.below(Math.min(deepest, 1 + timesMet(failpoint)))
    },
    met(failpoint, times = 1) {
      if (failpoint !== null) hits.set(failpoint, timesMet(failpoint) + times)
    },
    count: () => ({
      names: hits.size,
      times: [...hits.values()].reduce((sum, times) => sum + times, 0),
      rare: failpointNames.filter((name) => timesMet(name) < fewestHits).map((name) => `${name} ${timesMet(name)}`),
    }),
  }
}

/** Moments that only a delivery in doubt reaches, after its key has run out. */
export function comesAfterDoubt(failpoint: FailpointName | null): boolean {
  return failpoint?.startsWith('lapse.') === true || failpoint?.startsWith('query.') === true
}

/** Milliseconds: mostly past the second attempt of a round; now and then past the window of the broker's keys. */
export function pauseBefore(failpoint: FailpointName | null, random: Random): number {
  return comesAfterDoubt(failpoint) || random.chance(0.1) ? 400_000 : random.below(12_000)
}
