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
  /** Rows of an endpoint that are brought in line at once, and how often it is not put off: claims must come between. */
  readonly tidies: { readonly atOnce: number; readonly chance: number }
  /** How far the clock of each life is ahead of the others', in milliseconds. */
  readonly clocks: readonly number[]
  /** Null where the plan may be executed without one. */
  readonly approvals: readonly SimApproval[] | null
  /** A backup is restored: the world has a file of its own. */
  readonly restore: SimRestore | null
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

/** Moments of the world, one after the other. */
export interface SimRestore {
  readonly backupAt: number
  readonly restoreAt: number
  readonly liftAt: number
}

/** Somebody approves the plan at a moment of the world. */
export interface SimApproval {
  readonly at: number
  readonly forMs: number
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
  | { readonly do: 'approve'; readonly forMs: number }
  /** The endpoint has another address. */
  | { readonly do: 'correct'; readonly endpoint: number; readonly to: number }
  /** Its address answers that nobody is there. */
  | { readonly do: 'leave'; readonly endpoint: number }
  | { readonly do: 'switchOff'; readonly endpoint: number }
  | { readonly do: 'rotate'; readonly endpoint: number }
  | { readonly do: 'jump'; readonly ms: number }
  | { readonly do: 'fillDisk'; readonly ms: number }
  | { readonly do: 'restart' }

/** Set up before a world begins: files are migrated, and plans are made. */
const notPassed: ReadonlySet<string> = new Set([
  'migration.applied',
  'migration.versioned',
  'apply.profile',
  'apply.newExport',
  'apply.plan',
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
    tidies: { atOnce: random.pick([1, 2, 200]), chance: random.pick([0.1, 0.5, 1]) },
    clocks: random.chance(0.2) ? [0, 1, 2].map(() => random.below(maxSkewMs)) : [],
    approvals: null,
    restore: null,
    ends: endings(theme, random),
    acts: actsOf(settings),
    afterRest: actsAfterRest(random),
    weather: null,
  }
  const scene = { ...plan, ...sceneFor(theme, random) }
  if (random.chance(0.01)) return { ...scene, ...gatedScene(random) }
  return random.chance(0.02) ? { ...scene, ...restoreScene(random) } : scene
}

/** Clocks of processes on one machine are one clock: what is left is how late each of them reads it. */
const maxSkewMs = 5 * second

/** The plan needs a person, who may be too late; another one comes hours later. */
function gatedScene(random: Random): Partial<SimPlan> {
  const first = {
    at: random.below(2 * minute),
    forMs: second + random.below(random.pick([20 * second, 5 * minute, 3 * hour])),
  }
  const second_ = { at: 4 * hour + random.below(2 * hour), forMs: 29 * 24 * hour }
  return { isFresh: true, approvals: [first, second_] }
}

function restoreScene(random: Random): Partial<SimPlan> {
  const backupAt = random.below(random.pick([second, 10 * second, 10 * minute]))
  const restoreAt = backupAt + random.below(random.pick([10 * second, 10 * minute, 3 * hour, 30 * hour]))
  const liftAt = restoreAt + second + random.below(random.pick([minute, hour, 26 * hour]))
  return { isFresh: true, approvals: null, restore: { backupAt, restoreAt, liftAt } }
}

/** What must be so that a failpoint is passed at all: a copied execute, for one, is not counted again. */
function sceneFor(theme: string, random: Random): Partial<SimPlan> {
  const [subject] = theme === 'apply.budget' ? ['execute'] : theme.split('.')
  const dies = (failpoint: string, forMs: number): SimLifeEnd => ({ how: 'die', at: { failpoint, hit: 1 }, forMs })
  const last = random.chance(0.8) ? [dies(theme, random.below(30 * minute))] : []
  switch (subject) {
    case 'execute':
      return { isFresh: true }
    case 'tidy':
      return endpointScene(theme, random)
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
      if (theme === 'apply.approval') return gatedScene(random)
      if (theme === 'apply.record' || theme === 'apply.readdress' || theme === 'apply.endWaiting')
        return endpointScene(theme, random)
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

/** Events wait while their endpoint moves, or is gone. */
function endpointScene(theme: string, random: Random): Partial<SimPlan> {
  const isGone = theme === 'apply.endWaiting' || (theme !== 'apply.readdress' && random.chance(0.5))
  const at = random.below(random.pick([second, minute, hour]))
  const correct: SimAct = { do: 'correct', endpoint: 0, to: 1 }
  const acts: SimPlan['acts'][number][] = [{ at, act: isGone ? { do: 'leave', endpoint: 0 } : correct }]
  if (isGone && random.chance(0.6)) acts.push({ at: at + random.below(hour), act: correct })
  if (random.chance(0.5)) acts.push({ at: at + random.below(2 * hour), act: { do: 'replayEvents' } })
  return {
    template: brokersOfAccount + random.below(2 * brokersOfAccount),
    weather: random.pick(['mixed', 'dead', 'lossy', 'calm']),
    acts,
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
  maybe(0.1, () => ({ do: 'resolve' }))
  maybe(0.05, () => ({ do: 'replayEvents' }))
  // Of no effect where there is no endpoint.
  const endpoint = random.below(2)
  maybe(0.2, () => ({ do: 'correct', endpoint, to: random.below(3) }))
  maybe(0.2, () => ({ do: 'leave', endpoint }))
  maybe(0.1, () => ({ do: 'correct', endpoint, to: random.below(3) }))
  maybe(0.08, () => ({ do: 'switchOff', endpoint }))
  maybe(0.1, () => ({ do: 'rotate', endpoint }))
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
