import { deliveryFailpointNames, storeFailpointNames } from '../../../packages/server/src/testing/failpoints.ts'
import type { Random } from './random.ts'

/** What happens to one world beside the fates of its sends. */
export interface SimPlan {
  /** Which template is copied. */
  readonly template: number
  /** Planned and executed afresh by the operations, instead of copied. */
  readonly isFresh: boolean
  /** Clients that execute at the same time. */
  readonly executes: number
  readonly hasTwoLives: boolean
  /** One after the other, each armed in the life that follows. */
  readonly ends: readonly SimLifeEnd[]
  /** At a moment of the world. */
  readonly acts: readonly { readonly at: number; readonly act: SimAct }[]
  /** When everything has come to rest, one after the other. */
  readonly afterRest: readonly SimAct[]
}

/** How a life ends, or is interrupted, and how long nobody is there. */
export interface SimLifeEnd {
  readonly how: 'die' | 'pause'
  readonly at: { readonly failpoint: string; readonly hit: number } | { readonly moment: number }
  readonly forMs: number
}

export type SimAct =
  | { readonly do: 'executeAgain'; readonly calls: number; readonly takesRisk: boolean; readonly key: string | null }
  | { readonly do: 'resolve' }
  | { readonly do: 'retry'; readonly takesRisk: boolean }
  | { readonly do: 'replayEvents' }
  | { readonly do: 'jump'; readonly ms: number }
  | { readonly do: 'fillDisk'; readonly ms: number }
  | { readonly do: 'restart' }

/** Set up before a world begins: files are migrated, records are written and plans approved. */
const notPassed: ReadonlySet<string> = new Set([
  'migration.applied',
  'migration.versioned',
  'apply.record',
  'apply.profile',
  'apply.newExport',
  'apply.plan',
  'apply.approval',
])

/** Failpoints that a world can pass. */
export const simFailpoints: readonly string[] = [...storeFailpointNames, ...deliveryFailpointNames].filter(
  (name) => !notPassed.has(name),
)

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

export interface PlanSettings {
  readonly seed: number
  readonly random: Random
  readonly templates: number
  /** One world in so many is planned and executed afresh. */
  readonly freshEvery: number
  /** Clocks are set forward in some worlds. */
  readonly hasJumps: boolean
}

export function simPlan({ seed, random, templates, freshEvery, hasJumps }: PlanSettings): SimPlan {
  const hasTwoLives = random.chance(0.3)
  const ends = endings(seed, random)
  const acts: { at: number; act: SimAct }[] = []
  const when = (): number => random.below(random.pick([10 * second, 2 * minute, hour, 30 * hour]))
  const maybe = (chance: number, act: () => SimAct): void => {
    if (random.chance(chance)) acts.push({ at: when(), act: act() })
  }
  maybe(0.25, () => again(random))
  maybe(0.1, () => ({ do: 'retry', takesRisk: random.chance(0.5) }))
  maybe(0.05, () => ({ do: 'replayEvents' }))
  maybe(0.08, () => ({ do: 'restart' }))
  maybe(0.05, () => ({ do: 'fillDisk', ms: random.below(2 * minute) }))
  if (hasJumps) maybe(0.1, () => ({ do: 'jump', ms: random.below(random.pick([2 * minute, 3 * hour, 40 * hour])) }))
  const afterRest: SimAct[] = []
  if (random.chance(0.35)) afterRest.push(random.chance(0.5) ? again(random) : { do: 'resolve' })
  if (random.chance(0.15)) afterRest.push(again(random), { do: 'resolve' })
  if (random.chance(0.05)) afterRest.push({ do: 'replayEvents' })
  const executes = random.chance(0.3) ? 2 + random.below(2) : 1
  const isFresh = seed % freshEvery === 0
  // Endpoints make many deliveries: most worlds have none.
  const template = random.chance(0.75) ? seed % (templates / 3) : seed % templates
  return { template, isFresh, executes, hasTwoLives, ends, acts, afterRest }
}

/** The failpoints take turns, so that each is met as often as the others. */
function endings(seed: number, random: Random): SimLifeEnd[] {
  const ends: SimLifeEnd[] = []
  const turn = Math.imul(seed, 7) >>> 0
  for (let n = 0; random.chance(n === 0 ? 0.9 : 0.5) && n < 5; n += 1) {
    const failpoint = simFailpoints[(turn + n * (1 + random.below(simFailpoints.length))) % simFailpoints.length] ?? ''
    const hit = random.pick([1, 1, 1, 1, 2, 2, 3])
    const how = random.chance(0.75) ? 'die' : 'pause'
    const at = random.chance(0.85)
      ? { failpoint, hit }
      : { moment: random.below(random.pick([20 * second, 4 * minute, hour])) }
    const forMs = random.below(random.pick([second, 40 * second, 5 * minute, 3 * hour, 30 * hour]))
    ends.push({ how, at, forMs })
  }
  return ends
}

function again(random: Random): SimAct {
  const key = random.chance(0.5) ? `again-${random.below(2)}` : null
  return { do: 'executeAgain', calls: 1 + random.below(3), takesRisk: random.chance(0.4), key }
}
