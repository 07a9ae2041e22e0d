import type { Ids, Ports, Store } from '../../../packages/server/src/ports.ts'
import { type Random, seededRandom } from './random.ts'
import type { SimClaim, SimDecision, SimReplay } from './sim-history.ts'
import type { SimLife } from './sim-life.ts'
import { type SimLifeEnd, type SimPlan, simPlan } from './sim-plan.ts'
import { simReceivers } from './sim-receivers.ts'
import type { SimStore, SimTemplate } from './sim-store.ts'
import { simTime } from './sim-time.ts'

export interface SimSettings {
  readonly seed: number
  readonly store: SimStore
  readonly base: Ports
  readonly freshEvery: number
  readonly hasJumps: boolean
}

/** Everything that is in one world. */
export interface World {
  readonly settings: SimSettings
  readonly plan: SimPlan
  readonly random: Random
  readonly time: ReturnType<typeof simTime>
  readonly template: SimTemplate
  readonly ids: Ids
  readonly receivers: ReturnType<typeof simReceivers>
  readonly trace: readonly string[]
  readonly note: (line: string) => void
  readonly claims: SimClaim[]
  readonly decisions: SimDecision[]
  readonly replays: SimReplay[]
  readonly faults: string[]
  readonly lives: SimLife[]
  /** The store for what is done before the lives begin, and for what is read after their end. */
  readonly desk: Store
  /** Stores that no life uses. */
  readonly pool: Store[]
  readonly stores: Map<string, Store>
  readonly ends: SimLifeEnd[]
  readonly met: string[]
  readonly begun: Map<string, number>
  readonly died: Map<string, number>
  exportId: string
  fullUntil: number
  isRiskTaken: boolean
  pauses: number
  /** How long attempts stayed open after the death of their process, while another one ran. */
  readonly closings: number[]
  /** Attempts that were closed at the end of their lease. */
  readonly overslept: Set<string>
}

export function newWorld(settings: SimSettings, processes: readonly Store[]): World {
  const { seed, store, freshEvery, hasJumps } = settings
  const random = seededRandom(Math.imul(seed, 0x9e3779b1))
  const templates = store.templates.length
  const plan = simPlan({ seed, random, templates, freshEvery, hasJumps })
  const template = store.templates[plan.template]
  const [desk] = processes
  if (template === undefined || desk === undefined) throw new Error('there is no template or no store')
  const time = simTime()
  const trace: string[] = []
  const note = (line: string): void => void trace.push(`${time.now()} ${line}`)
  const claims: SimClaim[] = []
  const { accountId } = template
  const receivers = simReceivers({ time, random, eye: store.eye, accountId, note, claims, weather: plan.weather })
  let made = 0
  const next = (prefix: string): string => {
    made += 1
    return `${prefix}_${idPart('g', seed)}${String(made).padStart(5, '0')}`
  }
  const ids: Ids = { next, fraction: random.fraction, secret: () => '' }
  return {
    ...{ settings, plan, random, time, template, ids, receivers, note, claims, trace },
    ...{
      decisions: [],
      replays: [],
      faults: [],
      lives: [],
      met: [],
      begun: new Map(),
      died: new Map(),
      stores: new Map(),
    },
    ...{ desk, pool: [...processes], ends: [...plan.ends], exportId: '', fullUntil: 0, isRiskTaken: false },
    ...{ pauses: 0, closings: [], overslept: new Set() },
  }
}

/** 21 characters, unlike those of any other world. */
export function idPart(letter: string, seed: number): string {
  return `${letter}${String(seed).padStart(20, '0')}`
}
