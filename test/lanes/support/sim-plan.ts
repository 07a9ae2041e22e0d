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
  /** Null: any. */
  readonly weather: SimWeather | null
}

export type SimWeather = 'calm' | 'mixed' | 'lossy' | 'dead' | 'hostile' | 'stuck'

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

/** The templates stand in the order of the accounts, each with one export for every broker. */
const brokersOfAccount = 8
const askableBrokers = [2, 3, 4]

export function simPlan(settings: PlanSettings): SimPlan {
  const { seed, random, templates, freshEvery } = settings
  // The failpoints take turns, so that each is met as often as the others.
  const theme = simFailpoints[seed % simFailpoints.length] ?? ''
  const plan: SimPlan = {
    // Endpoints make many deliveries: most worlds have none.
    template: random.below(random.chance(0.75) ? brokersOfAccount : templates),
    isFresh: seed % freshEvery === 0,
    executes: random.chance(0.3) ? 2 + random.below(2) : 1,
    hasTwoLives: random.chance(0.3),
    ends: endings(theme, random),
    acts: actsOf(settings),
    afterRest: actsAfterRest(random),
    weather: null,
  }
  return { ...plan, ...sceneFor(theme, random) }
}

/** What must be so that a failpoint is passed at all. */
function sceneFor(theme: string, random: Random): Partial<SimPlan> {
  const [subject] = theme.split('.')
  const dies = (failpoint: string, forMs: number): SimLifeEnd => ({ how: 'die', at: { failpoint, hit: 1 }, forMs })
  const last = random.chance(0.8) ? [dies(theme, random.below(30 * minute))] : []
  switch (subject) {
    case 'execute':
      return { isFresh: true }
    case 'resend':
      return { weather: 'hostile', afterRest: [again(random), again(random), again(random)] }
    case 'query':
      return { weather: 'lossy', template: random.pick(askableBrokers) }
    case 'expire':
      return { ends: [dies('send.afterReply', random.below(3 * minute)), ...last], hasTwoLives: random.chance(0.1) }
    case 'lapse':
      // Away for longer than nine tenths of an hour, which is the window of that broker.
      return { weather: 'lossy', template: 3, ends: [dies('outcome.recorded', hour), ...last], hasTwoLives: false }
    case 'event':
      return { template: brokersOfAccount + random.below(2 * brokersOfAccount) }
    default:
      if (theme === 'apply.replay' || theme === 'apply.fanOut')
        return {
          template: brokersOfAccount + random.below(2 * brokersOfAccount),
          acts: [{ at: random.below(minute), act: { do: 'replayEvents' } }],
        }
      if (theme === 'lease.renewed') return { weather: 'mixed' }
      // Another one takes over and still sends when the worker wakes that slept longer than its lease lasted.
      return theme === 'send.afterReply' || theme === 'outcome.decided'
        ? {
            ends: [{ how: 'pause', at: { failpoint: theme, hit: 1 }, forMs: 51 * second + random.below(28 * second) }],
            hasTwoLives: false,
            weather: 'stuck',
          }
        : {}
  }
}

function actsOf({ random, hasJumps }: PlanSettings): SimPlan['acts'] {
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
  return acts
}

function actsAfterRest(random: Random): SimAct[] {
  const acts: SimAct[] = []
  if (random.chance(0.35)) acts.push(random.chance(0.5) ? again(random) : { do: 'resolve' })
  if (random.chance(0.15)) acts.push(again(random), { do: 'resolve' })
  if (random.chance(0.05)) acts.push({ do: 'replayEvents' })
  return acts
}

/** One after the other: the second one in the recovery from the first. */
function endings(theme: string, random: Random): SimLifeEnd[] {
  const ends: SimLifeEnd[] = []
  for (let n = 0; random.chance(n === 0 ? 0.9 : 0.5) && n < 5; n += 1) {
    const failpoint = n === 0 ? theme : random.pick(simFailpoints)
    const hit = random.pick([1, 1, 1, 1, 2, 2, 3])
    const how = random.chance(0.75) ? 'die' : 'pause'
    const moment = random.below(random.pick([20 * second, 4 * minute, hour]))
    const at = random.chance(0.85) ? { failpoint, hit } : { moment }
    ends.push({ how, at, forMs: random.below(random.pick([second, 40 * second, 5 * minute, 3 * hour, 30 * hour])) })
  }
  return ends
}

function again(random: Random): SimAct {
  const key = random.chance(0.5) ? `again-${random.below(2)}` : null
  return { do: 'executeAgain', calls: 1 + random.below(3), takesRisk: random.chance(0.4), key }
}
