import type { Export } from '@entrygo/sdk/contract'
import { resolveSubmission, retrySubmission } from '../../../packages/server/src/commands/submission-acts.ts'
import { UsageError } from '../../../packages/server/src/commands/usage-error.ts'
import { sha256Hex } from '../../../packages/server/src/domain/fingerprint.ts'
import type { DeliveryState } from '../../../packages/server/src/domain/records.ts'
import { isRefusal, type Refusal } from '../../../packages/server/src/domain/refusal.ts'
import { operations } from '../../../packages/server/src/operations/operations.ts'
import {
  type Change,
  type Ids,
  type Log,
  type Ports,
  type Reply,
  type Store,
  StoreUnavailable,
  type Write,
} from '../../../packages/server/src/ports.ts'
import { anOrder, completeShipment, testAsOf } from '../../../packages/server/src/testing/builders.ts'
import { aCaller } from '../../../packages/server/src/testing/fakes.ts'
import { aWrite, bodyOf } from '../../../packages/server/src/testing/workbench.ts'
import { type Random, seededRandom } from './random.ts'
import type { SimClaim, SimDecision, SimEnd, SimHistory, SimReplay } from './sim-history.ts'
import { type SimLife, startLife } from './sim-life.ts'
import { type SimAct, type SimLifeEnd, type SimPlan, simPlan } from './sim-plan.ts'
import { simReceivers } from './sim-receivers.ts'
import { copied, type SimStore, type SimTemplate } from './sim-store.ts'
import { simTime } from './sim-time.ts'

export interface SimSettings {
  readonly seed: number
  readonly store: SimStore
  readonly base: Ports
  readonly freshEvery: number
  readonly hasJumps: boolean
}

export interface SimRun {
  readonly plan: SimPlan
  readonly history: SimHistory
  readonly trace: readonly string[]
  readonly figures: SimFigures
}

export interface SimFigures {
  readonly deaths: number
  readonly pauses: number
  /** Failpoints at which a life ended or was paused. */
  readonly met: readonly string[]
  /** Longest time that an attempt stayed open after its process had died and another one had started. */
  readonly slowestClosing: number
}

/** Later than any round of sends with its outages can last. */
const horizonMs = 90 * 24 * 3_600_000

interface World {
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

/** Runs one world to its end. The same seed gives the same trace. */
export async function runWorld(settings: SimSettings): Promise<SimRun> {
  const world = newWorld(settings)
  await settings.store.forgetTurns()
  const execute = await prepareExport(world)
  // A round of the group writer belongs to whoever began it: none may be running when the lives begin.
  await world.time.settled()
  for (const { at, act } of world.plan.acts) world.time.at(at, () => perform(world, act))
  startNext(world)
  if (world.plan.hasTwoLives) startNext(world)
  for (let client = 0; client < world.plan.executes; client += 1) insist(world, (life) => execute(life, client))
  await untilAtRest(world)
  for (const life of world.lives) life.kill()
  await world.time.settled()
  const end = await endOf(world)
  settings.store.eye.emptyOutbox()
  return runOf(world, end)
}

function newWorld(settings: SimSettings): World {
  const { seed, store, freshEvery, hasJumps } = settings
  const random = seededRandom(Math.imul(seed, 0x9e3779b1))
  const templates = store.templates.length
  const plan = simPlan({ seed, random, templates, freshEvery, hasJumps })
  const template = store.templates[plan.template]
  if (template === undefined) throw new Error('there is no template')
  const time = simTime()
  const trace: string[] = []
  const note = (line: string): void => void trace.push(`${time.now()} ${line}`)
  const claims: SimClaim[] = []
  const receivers = simReceivers({ time, random, eye: store.eye, note, claims, weather: plan.weather })
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
    ...{ pool: [...store.stores], ends: [...plan.ends], exportId: '', fullUntil: 0, isRiskTaken: false },
    ...{ pauses: 0, closings: [], overslept: new Set() },
  }
}

/** 21 characters, unlike those of any other world. */
function idPart(letter: string, seed: number): string {
  return `${letter}${String(seed).padStart(20, '0')}`
}

// ---- The export ------------------------------------------------------------------------------------------------------

type Execute = (life: SimLife, client: number) => Promise<void>

/** Stores the planned export and answers how a client executes it. */
async function prepareExport(world: World): Promise<Execute> {
  const { settings, template, plan } = world
  const { seed, store } = settings
  const [desk] = store.stores
  if (desk === undefined) throw new Error('there is no store')
  if (plan.isFresh) {
    await planAfresh(world, desk)
    return (life) => executeAgain(world, life, { takesRisk: false, key: `first-${seed}` })
  }
  world.exportId = `batch_${idPart('x', seed)}00000`
  const copyOf = (letter: string): ReturnType<typeof copied> =>
    copied(template, { exportId: world.exportId, world: idPart(letter, seed) })
  await desk.commit(copyOf('p').planned())
  return async (life, client) => {
    const { outcome } = await life.ports.store.commit(copyOf('abcdef'[client] ?? 'f').executed())
    world.note(`${life.name} client ${client} executes: ${outcome}`)
    if (outcome === 'committed') life.dispatcher.wake()
    else await executeAgain(world, life, { takesRisk: false, key: null })
  }
}

async function planAfresh(world: World, desk: Store): Promise<void> {
  const { settings, template, ids, time } = world
  const { accountId, setUp } = template
  const { productId, warehouseId, brokerId } = setUp
  const ports: Ports = { ...settings.base, store: desk, ids, clock: { now: time.wall }, wakeDispatcher: () => {} }
  const caller = aCaller(accountId)
  const items = [anOrder(productId, { externalId: `order-${settings.seed}` })]
  const { data } = bodyOf(await operations.syncOrders(aWrite({ accountId, items }), caller, ports))
  const orderIds = [data[0].id]
  const body = { accountId, asOf: testAsOf, shipment: completeShipment, warehouseId, brokerId, orderIds }
  world.exportId = bodyOf(await operations.planExport(aWrite(body), caller, ports)).exportId
}

interface Asked {
  readonly takesRisk: boolean
  readonly key: string | null
}

async function executeAgain(world: World, { name, ports }: SimLife, { takesRisk, key }: Asked): Promise<void> {
  const { accountId } = world.template
  if (takesRisk) world.isRiskTaken = true
  const body = { accountId, batchId: world.exportId, ...(takesRisk && { acceptDuplicateRisk: true }) }
  const unique = key && `${world.settings.seed}-${key}`
  const answer = await operations.executeExport(aWrite(body, unique), aCaller(accountId), ports)
  world.note(`${name} execute again: ${isRefusal(answer) ? answer.errorCode : answer.status}`)
  if (isRefusal(answer)) {
    if (!mayRefuse.has(answer.errorCode) && !mayGiveUp(world, answer.errorCode))
      world.faults.push(`execute was refused: ${answer.errorCode} ${answer.message}`)
    throw new Refused(answer.errorCode)
  }
  if (unique !== null) world.replays.push({ key: unique, status: answer.status, body: textOf(answer) })
}

/** A copy shares its order with its template, so that nobody but the copied execute can execute it first. */
const mayRefuse: ReadonlySet<string> = new Set(['IDEMPOTENCY_CONFLICT', 'IDEMPOTENCY_IN_PROGRESS', 'PLAN_STALE'])

/** The disk may be full; a request that was held up, or whose clock jumped, may have no time left for another try. */
function mayGiveUp({ pauses, plan }: World, code: string): boolean {
  const isExcused = plan.acts.some(({ act }) => act.do === 'jump' || act.do === 'fillDisk')
  return code === 'UNAVAILABLE' && (pauses > 0 || isExcused)
}

/** The server answered, and said no. */
class Refused extends Error {}

function textOf({ body }: Reply): string {
  return sha256Hex(typeof body === 'string' ? body : Buffer.from(body).toString('utf8'))
}

/** A client that asks again, a few seconds later, until it is answered. */
function insist(world: World, act: (life: SimLife) => Promise<void>, tries = 40): void {
  let isAnswered = false
  const attempt = (left: number): void => {
    if (isAnswered || left === 0) return
    const running = world.lives.filter((life) => life.isRunning())
    const life = running.length === 0 ? undefined : world.random.pick(running)
    const answered = (): void => {
      isAnswered = true
    }
    life
      ?.run(() => act(life))
      .then(answered, (error: unknown) => {
        world.note(`${life.name} client: ${String(error)}`)
        if (error instanceof Refused && error.message === 'IDEMPOTENCY_CONFLICT') answered()
        if (!(error instanceof Refused) && !(error instanceof StoreUnavailable))
          world.faults.push(`a request failed: ${String(error)}`)
      })
    world.time.at(5_000 * 2 ** Math.min(40 - left, 12), () => attempt(left - 1))
  }
  attempt(tries)
}

// ---- Lives -----------------------------------------------------------------------------------------------------------

function startNext(world: World): void {
  const { time, settings, ids, random, note } = world
  const store = world.pool.shift()
  // As many processes as there may be are there already.
  if (store === undefined) return
  const name = `life-${world.begun.size + 1}`
  const isAlone = world.lives.every((other) => other.isDead())
  // A server that holds the lock of the file ends the leases of the one before it.
  if (isAlone && random.chance(0.5)) settings.store.eye.endLeases()
  const end = world.ends.shift()
  let hits = 0
  const self = { name, isDead: (): boolean => life.isDead() }
  const life = startLife({
    ...{ name, time, concurrency: 16 },
    ports: {
      ...settings.base,
      ...{ ids, log: silent, store: watched(world, store, name), transports: world.receivers.transports(self) },
    },
    isFull: () => time.now() < world.fullUntil,
    reached: (point) => {
      if (end === undefined || !('failpoint' in end.at) || end.at.failpoint !== point) return 'go on'
      hits += 1
      if (hits !== end.at.hit) return 'go on'
      world.met.push(point)
      interrupted(world, life, { end, store, where: point })
      return end.how
    },
  })
  world.begun.set(name, time.now())
  world.stores.set(name, store)
  note(`${name} starts`)
  world.lives.push(life)
  life.begin(() => life.dispatcher.start())
  if (end !== undefined && 'moment' in end.at) time.at(end.at.moment, () => stopAtMoment(world, life, { end, store }))
}

function stopAtMoment(world: World, life: SimLife, { end, store }: { end: SimLifeEnd; store: Store }): void {
  if (!life.isRunning()) return
  interrupted(world, life, { end, store, where: 'a moment' })
  if (end.how === 'die') life.kill()
  else life.pause()
}

/** What follows the end of a life, or its pause. */
function interrupted(
  world: World,
  life: SimLife,
  { end, store, where }: { readonly end: SimLifeEnd; readonly store: Store; readonly where: string },
): void {
  const { time, random, note } = world
  note(`${life.name} ${end.how}s at ${where} for ${end.forMs}`)
  if (end.how === 'die') {
    world.died.set(life.name, time.now())
    time.at(end.forMs, () => {
      world.pool.push(store)
      startNext(world)
    })
    return
  }
  world.pauses += 1
  time.at(end.forMs, () => {
    note(`${life.name} goes on`)
    world.begun.set(life.name, time.now())
    life.resume()
  })
  if (random.chance(0.7)) time.at(random.below(60_000), () => startNext(world))
}

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }

/** The store of one life, with everything that it commits written down. */
function watched(world: World, store: Store, life: string): Store {
  const { time, note, claims } = world
  const { eye } = world.settings.store
  return {
    ...store,
    async commit(change) {
      const outcome = await store.commit(change)
      if (outcome.outcome === 'committed') noteChange(world, change, life)
      return outcome
    },
    async claimEffect(claim) {
      const effect = await store.claimEffect(claim)
      if (effect === null) return null
      const { delivery, outbox, attempt } = effect
      const before = outbox.lane === null ? 0 : eye.before(outbox.lane, outbox.laneSeq)
      const { n, kind } = attempt
      claims.push({ at: time.now(), wall: claim.now, life, delivery, n, kind, before })
      note(`${life} claims ${delivery.id} ${kind} ${n} epoch ${outbox.leaseEpoch}`)
      return effect
    },
  }
}

function noteChange(world: World, change: Change, life: string): void {
  const { time, note, decisions } = world
  const { eye } = world.settings.store
  const isStale = change.writes.some((write) => write.write === 'attempt' && world.overslept.has(nameOf(write)))
  for (const write of change.writes) {
    if (write.write === 'attempt') noteAttempt(world, write, life)
    if (write.write !== 'delivery') continue
    const { id: deliveryId, state } = write.delivery
    const openAttempts = eye.openAttempts(deliveryId)
    decisions.push({ at: time.now(), life, deliveryId, state, openAttempts, isStale })
    note(`${life} ${deliveryId} is ${state}`)
  }
}

type AttemptWrite = Extract<Write, { write: 'attempt' }>

function noteAttempt({ time, note, claims, ...world }: World, write: AttemptWrite, life: string): void {
  const { n, outcome, evidence } = write.attempt
  note(`${life} attempt ${write.deliveryId} ${n} ${outcome} ${evidence}`)
  if (evidence !== 'lease_expired') return
  world.overslept.add(nameOf(write))
  const claim = claims.find((other) => other.delivery.id === write.deliveryId && other.n === n)
  const died = world.died.get(claim?.life ?? '')
  if (died === undefined) return
  const since = Math.max(died, world.begun.get(life) ?? 0, world.fullUntil)
  world.closings.push(time.now() - since)
}

function nameOf({ deliveryId, attempt: { n } }: AttemptWrite): string {
  return `${deliveryId} ${n}`
}

// ---- Time ------------------------------------------------------------------------------------------------------------

/** Passes time until nothing is under way, nothing is left to be done and everybody waits for nothing. */
async function untilAtRest(world: World): Promise<void> {
  const { time, plan } = world
  const later = [...plan.afterRest]
  let idle = 0
  let seen = ''
  for (;;) {
    await time.settled()
    const poll = nextPoll(world, idle)
    const next = time.nextAt()
    const moved = `${world.claims.length} ${world.decisions.length}`
    if (moved !== seen) idle = 0
    seen = moved
    if (time.now() > horizonMs || idle > 400) {
      world.faults.push(`nothing comes to rest: ${idle} polls without a step, ${Math.round(time.now() / 3_600_000)} h`)
      return
    }
    if (poll !== null && (next === null || poll.at <= next)) {
      idle += 1
      time.passTo(poll.at)
      poll.fire()
    } else if (next !== null) time.step()
    else {
      const act = later.shift()
      if (act === undefined) return
      time.at(60_000, () => perform(world, act))
    }
  }
}

/** The next poll that finds something: others change nothing, so time passes over them. */
function nextPoll(world: World, idle: number): { readonly at: number; readonly fire: () => void } | null {
  const { time, settings } = world
  const polls = world.lives.flatMap((life) => life.poll() ?? [])
  const [first] = polls.toSorted((a, b) => a.notBefore - b.notBefore)
  if (first === undefined) return null
  const due = settings.store.eye.dueAt()
  if (due === null) return null
  const patience = idle < 4 ? 0 : Math.min(30_000, 500 * 2 ** Math.min(idle - 3, 6))
  return { at: Math.max(first.notBefore + patience, due - time.wall() + time.now()), fire: first.fire }
}

// ---- Acts ------------------------------------------------------------------------------------------------------------

function perform(world: World, act: SimAct): void {
  const { time, note } = world
  note(`act ${JSON.stringify(act)}`)
  switch (act.do) {
    case 'executeAgain':
      for (let call = 0; call < act.calls; call += 1) insist(world, (life) => executeAgain(world, life, act), 4)
      return
    case 'resolve':
    case 'retry':
      void decideByHand(world, act)
      return
    case 'replayEvents':
      replayEvents(world)
      return
    case 'jump':
      time.jump(act.ms)
      return
    case 'fillDisk':
      world.fullUntil = time.now() + act.ms
      return
    case 'restart':
      restart(world)
      return
  }
}

/** An operator who asks the broker, and is told the truth. */
async function decideByHand(world: World, act: Extract<SimAct, { do: 'resolve' | 'retry' }>): Promise<void> {
  const { time, ids, settings, receivers, note } = world
  const { ledger } = settings.store
  const budget = { limit: Number.MAX_SAFE_INTEGER, windowMs: 60_000 }
  const desk = { ledger, clock: { now: time.wall }, ids, log: silent, budget }
  time.started()
  try {
    const latest = (await ledger.loadExport(world.template.accountId, world.exportId))?.submissions.at(-1)
    if (latest === undefined) return
    if (act.do === 'retry') {
      world.isRiskTaken ||= act.takesRisk
      await retrySubmission(latest.id, { acceptDuplicateRisk: act.takesRisk }, desk)
    } else {
      const says = receivers.holds(latest.id)
        ? ({ isReceived: true, reference: 'REF-BY-HAND' } as const)
        : ({ isReceived: false } as const)
      const { submission } = await resolveSubmission(latest.id, says, desk)
      noteState(world, submission)
    }
  } catch (error) {
    if (!(error instanceof UsageError)) world.faults.push(`an operator's act failed: ${String(error)}`)
    note(`act refused: ${String(error).slice(0, 60)}`)
  } finally {
    time.ended()
  }
}

function noteState(world: World, { id, state }: { readonly id: string; readonly state: DeliveryState }): void {
  world.decisions.push({
    at: world.time.now(),
    life: 'operator',
    deliveryId: id,
    state,
    openAttempts: 0,
    isStale: false,
  })
}

function replayEvents(world: World): void {
  const { accountId } = world.template
  insist(
    world,
    async (life) => {
      const endpoints = await life.ports.store.listWebhooks(accountId)
      for (const { record } of endpoints) {
        const params = { id: record.id }
        const body = { accountId, exportId: world.exportId, after: world.random.below(8) }
        const answer: Reply | Refusal = await operations.replayWebhook(
          { ...aWrite(body), params },
          aCaller(accountId),
          life.ports,
        )
        if (isRefusal(answer) && !mayRefuse.has(answer.errorCode))
          world.faults.push(`a replay was refused: ${answer.message}`)
      }
    },
    3,
  )
}

/** A clean shutdown, and the next start. */
function restart(world: World): void {
  const { time, note } = world
  const index = world.lives.findIndex((life) => life.isRunning())
  const life = world.lives[index]
  if (life === undefined) return
  void life
    .begin(() => life.dispatcher.drain(5_000))
    .then(() => {
      note(`${life.name} has shut down`)
      const store = world.stores.get(life.name)
      if (life.isDead() || store === undefined) return
      life.kill()
      time.at(1_000, () => {
        world.pool.push(store)
        startNext(world)
      })
    })
}

// ---- The end ---------------------------------------------------------------------------------------------------------

async function endOf(world: World): Promise<SimEnd> {
  const { settings, template, exportId, time } = world
  const { eye, stores } = settings.store
  const [desk] = stores
  if (desk === undefined) throw new Error('there is no store')
  const { accountId } = template
  const history = await desk.loadExport(accountId, exportId)
  const found = await Promise.all(
    eye.eventDeliveries(accountId, exportId).map((id) => desk.loadDelivery(accountId, id)),
  )
  const ports: Ports = { ...settings.base, store: desk, clock: { now: time.wall } }
  const shown: Export | null =
    history === null ? null : bodyOf(await operations.inspectExport({ id: exportId }, aCaller(accountId), ports))
  const submission = shown?.broker_submission
  return {
    ...{ at: time.now(), history, events: (await desk.loadAllEvents(accountId, exportId)) ?? [] },
    eventDeliveries: found.filter((delivery) => delivery !== null),
    executions: eye.rows('executions', accountId, exportId),
    packages: eye.rows('packages', accountId, exportId),
    outboxRows: eye.outboxRows(),
    shown:
      shown === null || submission == null
        ? null
        : { state: shown.state, status: submission.status, duplicatePossible: submission.duplicate_possible },
  }
}

function runOf(world: World, end: SimEnd): SimRun {
  const { settings, plan, exportId, claims, decisions, replays, isRiskTaken, faults, receivers, met, pauses } = world
  const first = end.history?.submissions[0]
  const endpoints = settings.store.templates[plan.template]?.endpoints ?? 0
  const { policy, terms } = first ?? {
    policy: 'at_least_once' as const,
    terms: { keyWindowMs: 0, isQueryable: false, settleMs: 0, concurrency: 1 },
  }
  const { sends, effects } = receivers
  return {
    plan,
    trace: world.trace,
    history: {
      exportId,
      policy,
      terms,
      endpoints,
      claims,
      sends,
      effects,
      decisions,
      replays,
      isRiskTaken,
      faults,
      end,
    },
    figures: { deaths: world.died.size, pauses, met, slowestClosing: Math.max(0, ...world.closings) },
  }
}
