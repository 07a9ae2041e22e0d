import type { Random } from './random.ts'
import type { SimWeather } from './sim-plan.ts'

export const weathers: readonly SimWeather[] = ['calm', 'mixed', 'lossy', 'dead', 'hostile', 'stuck']

/** How often each fate of a send comes, in parts of their sum. */
export type Weather = Readonly<Record<Fate, number>>
export type Fate = 'answered' | 'notSent' | 'later' | 'refused' | 'lostBefore' | 'lostAfter' | 'slow' | 'hung'

export const calm: Weather = {
  ...{ answered: 90, notSent: 3, later: 1, refused: 1, lostBefore: 2, lostAfter: 2, slow: 1, hung: 0 },
}
export const storms: Readonly<Record<SimWeather, Weather>> = {
  calm,
  mixed: { answered: 40, notSent: 14, later: 5, refused: 4, lostBefore: 10, lostAfter: 15, slow: 6, hung: 6 },
  lossy: { answered: 8, notSent: 5, later: 1, refused: 1, lostBefore: 25, lostAfter: 50, slow: 4, hung: 6 },
  dead: { answered: 0, notSent: 90, later: 4, refused: 0, lostBefore: 4, lostAfter: 0, slow: 0, hung: 2 },
  stuck: { answered: 0, notSent: 40, later: 0, refused: 0, lostBefore: 0, lostAfter: 0, slow: 10, hung: 50 },
  hostile: { answered: 20, notSent: 10, later: 5, refused: 25, lostBefore: 10, lostAfter: 20, slow: 5, hung: 5 },
}

export function drawn(weather: Weather, random: Random): Fate {
  const all = Object.entries(weather)
  let left = random.fraction() * all.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [fate, weight] of all) {
    left -= weight
    // The keys of the record are the fates.
    if (left < 0) return fate as Fate
  }
  return 'answered'
}
