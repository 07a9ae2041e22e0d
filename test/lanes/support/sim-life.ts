import { AsyncLocalStorage } from 'node:async_hooks'
import { createDispatcher, type Dispatcher } from '../../../packages/server/src/operations/dispatch-effects.ts'
import type { Timers } from '../../../packages/server/src/operations/timers.ts'
import type { Envelope, Ports, Transport } from '../../../packages/server/src/ports.ts'
import { type FailpointName, installFailpoints } from '../../../packages/server/src/testing/failpoints.ts'
import { guardedStore } from './sim-guarded-store.ts'
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
  /** How far its clock is ahead. */
  readonly aheadMs: number
}

/** No other delay has this length, so a poll is known by it. */
const pollMs = 997

const lives = new AsyncLocalStorage<{ passed(name: FailpointName): void }>()

/** Failpoints act on the life in which they are passed. */
export function watchFailpoints(): void {
  installFailpoints((name) => lives.getStore()?.passed(name))
}

export function startLife(settings: LifeSettings): SimLife {
  const { name, time, ports, concurrency, aheadMs } = settings
  const standing = standingOf(settings)
  const { timers, poll } = lifeTimers(time, standing)
  const own: Ports = {
    ...ports,
    clock: { now: () => time.wall() + aheadMs },
    store: guardedStore(ports.store, { guarded: standing.guarded, isFull: settings.isFull }),
    transports: new Map([...ports.transports].map(([way, transport]) => [way, guardedTransport(transport, standing)])),
    wakeDispatcher: () => dispatcher.wake(),
  }
  const dispatcher = createDispatcher(own, { worker: name, timers, pollMs, concurrency })
  return {
    ...{ name, ports: own, dispatcher, poll },
    isRunning: () => standing.state() === 'running',
    isDead: () => standing.state() === 'dead',
    kill: () => standing.enter('dead'),
    pause: () => {
      if (standing.state() === 'running') standing.enter('paused')
    },
    resume: standing.resume,
    run: standing.act,
    begin: standing.within,
  }
}

/** Whether the process runs, and what waits while it does not. */
interface Standing {
  state(): 'running' | 'paused' | 'dead'
  enter(next: 'paused' | 'dead'): void
  resume(): void
  /** Resolves while the process runs; never after its death. */
  passable(): Promise<void>
  within<T>(work: () => T): T
  guarded<T>(call: () => Promise<T>): Promise<T>
  act<T>(work: () => Promise<T>): Promise<T>
  /** Called when the process goes on. */
  held(callback: () => void): void
}

function standingOf({ time, reached }: LifeSettings): Standing {
  let state: 'running' | 'paused' | 'dead' = 'running'
  let resumed = Promise.withResolvers<void>()
  const forEver = new Promise<never>(() => {})
  const waiting: (() => void)[] = []
  // Acts that the world waits for while the process runs.
  let acts = 0
  const enter = (next: 'paused' | 'dead'): void => {
    state = next
    for (; acts > 0; acts -= 1) time.ended()
    if (next === 'paused') resumed = Promise.withResolvers()
  }
  const life = {
    passed(point: FailpointName): void {
      // What a dead process had queued is never written.
      if (state === 'dead' && point === 'group.begin') throw new Died(point)
      if (state !== 'running') return
      const next = reached(point)
      if (next !== 'go on') enter(next === 'die' ? 'dead' : 'paused')
      if (next === 'die' && isInTransaction(point)) throw new Died(point)
    },
  }
  const passable = async (): Promise<void> => {
    while (state === 'paused') await resumed.promise
    if (state === 'dead') await forEver
  }
  const within = <T>(work: () => T): T => lives.run(life, work)
  const counted = async <T>(work: () => Promise<T>, ended: () => void): Promise<T> => {
    if (state !== 'running') await passable()
    time.started()
    try {
      return await within(work)
    } finally {
      ended()
      if (state !== 'running') await passable()
    }
  }
  return {
    ...{ state: () => state, enter, passable, within },
    resume() {
      if (state !== 'paused') return
      state = 'running'
      resumed.resolve()
      for (const callback of waiting.splice(0)) callback()
    },
    guarded: (call) => counted(call, time.ended),
    act: async (work) => {
      await passable()
      acts += 1
      return counted(work, () => {
        if (state !== 'running' || acts === 0) return
        acts -= 1
        time.ended()
      })
    },
    held: (callback) => void waiting.push(callback),
  }
}

function lifeTimers(time: SimTime, standing: Standing): { readonly timers: Timers; readonly poll: SimLife['poll'] } {
  let parked: SimPoll | null = null
  const timers: Timers = {
    after(delayMs, callback) {
      const inLife = (): void => {
        if (standing.state() === 'running') standing.within(callback)
        else if (standing.state() === 'paused') standing.held(inLife)
      }
      if (delayMs !== pollMs) return time.at(delayMs, inLife)
      parked = { notBefore: time.now() + delayMs, fire: inLife }
      return () => {
        parked = null
      }
    },
  }
  return {
    timers,
    poll() {
      if (parked === null || standing.state() !== 'running') return null
      const { notBefore, fire } = parked
      const fireOnce = (): void => {
        parked = null
        fire()
      }
      return { notBefore, fire: fireOnce }
    },
  }
}

/** A transport waits for time, so that the world does not wait for it. */
function guardedTransport({ send, query }: Transport, { passable }: Standing): Transport {
  const passing = async <T>(call: () => Promise<T>): Promise<T> => {
    await passable()
    const seen = await call()
    await passable()
    return seen
  }
  return {
    send: (payload, envelope) => passing(() => send(payload, envelope)),
    ...(query && { query: (envelope: Envelope) => passing(() => query(envelope)) }),
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
