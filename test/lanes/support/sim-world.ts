import type { Ids, Ports, Store } from '../../../packages/server/src/ports.ts'
import { type Random, seededRandom } from './random.ts'
import { type SimEndpoints, simEndpoints } from './sim-endpoints.ts'
import type { SimClaim, SimDecision, SimReplay } from './sim-history.ts'
import type { SimLife } from './sim-life.ts'
import type { LoneStore } from './sim-lone-store.ts'
import { type SimAct, type SimLifeEnd, type SimPlan, simPlan } from './sim-plan.ts'
import { simReceivers } from './sim-receivers.ts'
import type { SimLoss } from './sim-restore.ts'
import type { SimStore, SimTemplate } from './sim-store.ts'
import { simTime } from './sim-time.ts'

export interface SimSettings {
  readonly seed: number
  readonly store: SimStore | LoneStore
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
  readonly endpoints: SimEndpoints
  readonly trace: readonly string[]
  readonly note: (line: string) => void
  readonly claims: SimClaim[]
  readonly decisions: SimDecision[]
  readonly replays: SimReplay[]
  readonly faults: string[]
  readonly lives: SimLife[]
  /** The store for what is done before the lives begin, and for what is read after their end. */
  desk: Store
  /** Stores that no life uses. */
  pool: Store[]
  readonly stores: Map<string, Store>
  /** Those of a file that was replaced. */
  readonly closed: Set<Store>
  readonly ends: SimLifeEnd[]
  readonly met: string[]
  /** What was done, by whomever. */
  readonly acts: SimAct['do'][]
  readonly begun: Map<string, number>
  readonly died: Map<string, number>
  /** What has to be done while nothing else is under way. */
  halted: (() => Promise<void>) | null
  /** A backup was restored. */
  loss: SimLoss | null
  exportId: string
  planHash: string
  fullUntil: number
  isRiskTaken: boolean
  pauses: number
  /** How long attempts stayed open after the death of their process, while another one ran. */
  readonly closings: number[]
  /** Attempts whose own worker told what it saw, with its name before them. */
  readonly reported: Set<string>
  /** Attempts that were closed at the end of their lease. */
  readonly overslept: Set<string>
}

export async function newWorld(asked: SimSettings): Promise<World> {
  const { seed, store: shared, freshEvery, hasJumps } = asked
  const random = seededRandom(Math.imul(seed, 0x9e3779b1))
  const templates = shared.templates.length
  const plan = simPlan({ seed, random, templates, freshEvery, hasJumps })
  const store = plan.restore === null ? shared : await shared.alone()
  const settings = { ...asked, store }
  const processes = await store.stores()
  const template = plan.approvals === null ? store.templates[plan.template] : store.gated
  const [first] = processes
  if (template === undefined || first === undefined) throw new Error('there is no template or no store')
  const time = simTime()
  const trace: string[] = []
  const note = (line: string): void => void trace.push(`${time.now()} ${line}`)
  const claims: SimClaim[] = []
  const { accountId } = template
  const receivers = simReceivers({ time, random, store, accountId, note, claims, weather: plan.weather })
  const endpoints = simEndpoints(template.endpoints)
  return {
    ...{ settings, plan, random, time, template, receivers, endpoints, note, claims, trace },
    ...{ ids: idsOf(seed, random), desk: deskOf(first, endpoints), pool: [...processes], ends: [...plan.ends] },
    ...{
      decisions: [],
      replays: [],
      faults: [],
      lives: [],
      met: [],
      acts: [],
      closings: [],
      overslept: new Set(),
      reported: new Set(),
    },
    ...{ begun: new Map(), died: new Map(), stores: new Map(), closed: new Set() },
    ...{ halted: null, loss: null, exportId: '', planHash: '', fullUntil: 0, isRiskTaken: false, pauses: 0 },
  }
}

function idsOf(seed: number, { fraction }: Random): Ids {
  let made = 0
  const next = (prefix: string): string => {
    made += 1
    return `${prefix}_${idPart('g', seed)}${String(made).padStart(5, '0')}`
  }
  return { next, fraction, secret: () => Buffer.from(next('key')).toString('base64') }
}

function deskOf(store: Store, endpoints: SimEndpoints): Store {
  return {
    ...store,
    async commit(change) {
      const outcome = await store.commit(change)
      if (outcome.outcome === 'committed') endpoints.note(change)
      return outcome
    },
  }
}

/** 21 characters, unlike those of any other world. */
export function idPart(letter: string, seed: number): string {
  return `${letter}${String(seed).padStart(20, '0')}`
}
