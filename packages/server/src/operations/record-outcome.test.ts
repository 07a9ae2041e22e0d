import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type CommitOutcome, type Ports, StoreUnavailable } from '../ports.ts'
import { type ManualTimers, manualTimers } from '../testing/fakes.ts'
import {
  execute,
  latestSubmission,
  openWorkbench,
  plan,
  reachesState,
  setUpAccount,
  type Workbench,
} from '../testing/workbench.ts'
import { createDispatcher, type Dispatcher } from './dispatch-effects.ts'

let bench: Workbench
let timers: ManualTimers
let exportId: string
let dispatcher: Dispatcher | null

beforeEach(async () => {
  bench = await openWorkbench()
  timers = manualTimers(bench.clock)
  exportId = (await plan(bench.ports, await setUpAccount(bench.ports))).exportId
  await execute(bench.ports, exportId)
  dispatcher = null
})

afterEach(async () => {
  await dispatcher?.drain(0)
  await bench.close()
})

/** Dispatches over a store whose first commits of an outcome end like this. */
function dispatch(...ends: (() => Promise<CommitOutcome>)[]): { outcomes: () => number } {
  let outcomes = 0
  const commit: typeof bench.store.commit = (change) => {
    if (!change.writes.some(({ write }) => write === 'attempt')) return bench.store.commit(change)
    outcomes += 1
    return ends.shift()?.() ?? bench.store.commit(change)
  }
  const ports: Ports = { ...bench.ports, store: { ...bench.store, commit } }
  dispatcher = createDispatcher(ports, { worker: 'worker-1', timers })
  dispatcher.start()
  return { outcomes: () => outcomes }
}

it('an outcome is decided again when the export moved meanwhile', async () => {
  const { outcomes } = dispatch(async () => ({ outcome: 'stale' }))
  await reachesState(bench, exportId, 'ACCEPTED')
  expect(outcomes()).toBe(2)
  expect(bench.transport.sent).toHaveLength(1)
})

it('an outcome reads neither the plan nor the events of its export', async () => {
  const loadExport = vi.fn(bench.store.loadExport)
  const ports: Ports = { ...bench.ports, store: { ...bench.store, loadExport } }
  dispatcher = createDispatcher(ports, { worker: 'worker-1', timers })
  dispatcher.start()
  await reachesState(bench, exportId, 'ACCEPTED')
  expect(loadExport).not.toHaveBeenCalled()
})

it('an outcome is kept while the store cannot serve', async () => {
  const busy = () => Promise.reject(new StoreUnavailable('busy'))
  const { outcomes } = dispatch(busy, busy)
  await vi.waitUntil(() => outcomes() === 1)
  timers.advance(200)
  await vi.waitUntil(() => outcomes() === 2)
  timers.advance(400)
  await reachesState(bench, exportId, 'ACCEPTED')
  expect(bench.transport.sent).toHaveLength(1)
})

it('an outcome that cannot be committed leaves the attempt to the end of its lease', async () => {
  dispatch(() => Promise.reject(new Error('bug')))
  await vi.waitUntil(() => bench.log.lines.some(({ message }) => message === 'an outcome was not recorded'))
  expect((await latestSubmission(bench, exportId))?.attempts).toMatchObject([{ n: 1, outcome: null }])
  await vi.waitUntil(
    async () => {
      timers.advance(5_000)
      return (await latestSubmission(bench, exportId))?.state === 'ACCEPTED'
    },
    { timeout: 10_000, interval: 10 },
  )
  expect((await latestSubmission(bench, exportId))?.attempts).toMatchObject([
    { n: 1, outcome: 'unknown', evidence: 'lease_expired' },
    { n: 2, outcome: 'accepted' },
  ])
})
