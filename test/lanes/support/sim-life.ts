import { AsyncLocalStorage } from 'node:async_hooks'
import { createDispatcher, type Dispatcher } from '../../../packages/server/src/operations/dispatch-effects.ts'
import type { Timers } from '../../../packages/server/src/operations/timers.ts'
import { type Ports, type Store, StoreUnavailable } from '../../../packages/server/src/ports.ts'
import { type FailpointName, installFailpoints } from '../../../packages/server/src/testing/failpoints.ts'
import type { SimTime } from './sim-time.ts'

/** One life of a server process: it can be paused, killed, and finds the disk full for a while. */
export interface SimLife {
  readonly name: string
  readonly ports: Ports
  readonly dispatcher: Dispatcher
  isRunning(): boolean
  isDead(): boolean
  /** Nothing that it still does is seen by anybody. */
  kill(): void
  pause(): void
  resume(): void
  /** Runs an act of the process that waits for the store alone; it does not end after the death of the process. */
  run<T>(act: () => Promise<T>): Promise<T>
  /** Starts work of the process that may wait for time. */
  begin<T>(act: () => T): T
  /** Its next poll, or null. */
  poll(): SimPoll | null
}

export interface SimPoll {
  /** The world's time before which it does not come. */
  readonly notBefore: number
  fire(): void
}

export interface LifeSettings {
  readonly name: string
  readonly time: SimTime
  /** Ports whose store belongs to this life alone. */
  readonly ports: Ports
  /** Called at every failpoint that the life passes; what it answers happens there. */
  readonly reached: (name: FailpointName) => 'go on' | 'pause' | 'die'
  /** The disk is full now. */
  readonly isFull: () => boolean
  readonly concurrency: number
}

/** No other delay has this length, so a poll is known by it. */
const pollMs = 997

const lives = new AsyncLocalStorage<{ passed(name: FailpointName): void }>()

/** Failpoints act on the life in which they are passed. */
export function watchFailpoints(): void {
  installFailpoints((name) => lives.getStore()?.passed(name))
}

export function startLife({ name, time, ports, reached, isFull, concurrency }: LifeSettings): SimLife {
  let state: 'running' | 'paused' | 'dead' = 'running'
  let resumed = Promise.withResolvers<void>()
  let parked: { notBefore: number; callback: () => void } | null = null
  const forEver = new Promise<never>(() => {})
  const held: (() => void)[] = []
  // Acts that the world waits for while the process runs.
  let acts = 0

  const passable = (): Promise<void> => {
    if (state === 'dead') return forEver
    return state === 'paused' ? resumed.promise.then(passable) : Promise.resolve()
  }
  const enter = (next: 'paused' | 'dead'): void => {
    state = next
    for (; acts > 0; acts -= 1) time.ended()
    if (next === 'dead') parked = null
    else resumed = Promise.withResolvers()
  }
  const life = {
    passed(point: FailpointName): void {
      // What a dead process had queued is never written.
      if (state === 'dead' && point === 'group.begin') throw new Died(point)
      if (state !== 'running') return
      const next = reached(point)
      if (next === 'pause') enter('paused')
      if (next !== 'die') return
      enter('dead')
      if (isInTransaction(point)) throw new Died(point)
    },
  }
  const guarded = async <T>(call: () => Promise<T>): Promise<T> => {
    if (state !== 'running') await passable()
    time.started()
    try {
      return await lives.run(life, call)
    } finally {
      time.ended()
      if (state !== 'running') await passable()
    }
  }
  const timers: Timers = {
    after(delayMs, callback) {
      const inLife = (): void => {
        if (state === 'running') lives.run(life, callback)
        else if (state === 'paused') held.push(inLife)
      }
      if (delayMs !== pollMs) return time.at(delayMs, inLife)
      parked = { notBefore: time.now() + delayMs, callback: inLife }
      return () => {
        parked = null
      }
    },
  }
  const own: Ports = {
    ...ports,
    clock: { now: time.wall },
    store: guardedStore(ports.store, { guarded, isFull }),
    transports: new Map(
      [...ports.transports].map(([way, transport]) => [
        way,
        {
          // A transport waits for time, so that nobody may wait for it.
          send: async (payload, envelope) => {
            await passable()
            const seen = await transport.send(payload, envelope)
            await passable()
            return seen
          },
          query: async (envelope) => {
            await passable()
            const seen = await transport.query?.(envelope)
            await passable()
            return seen ?? { found: false, isReliable: false, evidence: 'not_queryable' }
          },
        },
      ]),
    ),
    wakeDispatcher: () => dispatcher.wake(),
  }
  const dispatcher = createDispatcher(own, { worker: name, timers, pollMs, concurrency })
  return {
    ...{ name, ports: own, dispatcher },
    isRunning: () => state === 'running',
    isDead: () => state === 'dead',
    kill: () => enter('dead'),
    pause() {
      if (state === 'running') enter('paused')
    },
    resume() {
      if (state !== 'paused') return
      state = 'running'
      resumed.resolve()
      for (const callback of held.splice(0)) callback()
    },
    async run(act) {
      await passable()
      time.started()
      acts += 1
      try {
        return await lives.run(life, act)
      } finally {
        if (state === 'running' && acts > 0) {
          acts -= 1
          time.ended()
        }
        await passable()
      }
    },
    begin: (act) => lives.run(life, act),
    poll() {
      if (parked === null || state !== 'running') return null
      const { notBefore, callback } = parked
      return {
        notBefore,
        fire() {
          parked = null
          callback()
        },
      }
    },
  }
}

interface Guard {
  readonly guarded: <T>(call: () => Promise<T>) => Promise<T>
  readonly isFull: () => boolean
}

/** The store as the process reaches it. */
function guardedStore(store: Store, { guarded, isFull }: Guard): Store {
  const room = async (): Promise<void> => {
    if (isFull()) throw new StoreUnavailable('The disk is full in this world.')
  }
  return {
    ...store,
    loadExport: (...wanted) => guarded(() => store.loadExport(...wanted)),
    loadExportVersion: (...wanted) => guarded(() => store.loadExportVersion(...wanted)),
    loadDelivery: (...wanted) => guarded(() => store.loadDelivery(...wanted)),
    loadRecord: (...wanted) => guarded(() => store.loadRecord(...wanted)),
    loadPlanningRecords: (...wanted) => guarded(() => store.loadPlanningRecords(...wanted)),
    loadArtifact: (...wanted) => guarded(() => store.loadArtifact(...wanted)),
    loadByExternalId: (...wanted) => guarded(() => store.loadByExternalId(...wanted)),
    knownProducts: (...wanted) => guarded(() => store.knownProducts(...wanted)),
    loadProfile: (...wanted) => guarded(() => store.loadProfile(...wanted)),
    findPlan: (...wanted) => guarded(() => store.findPlan(...wanted)),
    findReply: (...wanted) => guarded(() => store.findReply(...wanted)),
    commit: (change) => guarded(() => room().then(() => store.commit(change))),
    claimEffect: (claim) => guarded(() => room().then(() => store.claimEffect(claim))),
    renewLease: (lease) => guarded(() => room().then(() => store.renewLease(lease))),
    expiredEffects: (...wanted) => guarded(() => store.expiredEffects(...wanted)),
    lapsedEffects: (...wanted) => guarded(() => store.lapsedEffects(...wanted)),
    nextEffectAt: () => guarded(() => store.nextEffectAt()),
  }
}

/** The code of a full disk: the transaction is void as a whole, and the store may go on. */
class Died extends Error {
  override readonly name = 'Died'
  readonly errcode = 13

  constructor(point: FailpointName) {
    super(`the process died at ${point}`)
  }
}

function isInTransaction(point: FailpointName): boolean {
  return inTransaction.has(point) || point.startsWith('apply.')
}

const inTransaction: ReadonlySet<string> = new Set([
  'group.begin',
  'group.beforeCommit',
  'outcome.applied',
  'claim.leased',
  'claim.intent',
])
