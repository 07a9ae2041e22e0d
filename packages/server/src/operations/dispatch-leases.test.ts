import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Sighting } from '../ports.ts'
import { anOrder, testAccountId } from '../testing/builders.ts'
import { aCaller, accepted, type ManualTimers, manualTimers } from '../testing/fakes.ts'
import {
  aWrite,
  bodyOf,
  execute,
  latestSubmission,
  openWorkbench,
  plan,
  reachesState,
  type SetUp,
  setUpAccount,
  type Workbench,
} from '../testing/workbench.ts'
import { createDispatcher, type Dispatcher, type DispatchSettings } from './dispatch-effects.ts'
import { operations } from './operations.ts'

const notSent: Sighting = { outcome: 'not_sent', evidence: 'connect_failed' }
let bench: Workbench
let setUp: SetUp
let timers: ManualTimers
let dispatchers: Dispatcher[]

beforeEach(async () => {
  bench = await openWorkbench()
  setUp = await setUpAccount(bench.ports)
  timers = manualTimers(bench.clock)
  dispatchers = []
})

afterEach(async () => {
  await Promise.all(dispatchers.map((dispatcher) => dispatcher.drain(0)))
  await bench.close()
})

function aDispatcher(more: Partial<DispatchSettings> = {}): Dispatcher {
  const dispatcher = createDispatcher(bench.ports, { worker: 'worker-1', timers, ...more })
  dispatchers.push(dispatcher)
  return dispatcher
}

async function executed(): Promise<string> {
  const { exportId } = await plan(bench.ports, setUp)
  await execute(bench.ports, exportId)
  return exportId
}

async function executedOrder(externalId: string): Promise<string> {
  const items = [anOrder(setUp.productId, { externalId })]
  const synced = await operations.syncOrders(aWrite({ accountId: testAccountId, items }), aCaller(), bench.ports)
  const { exportId } = await plan(bench.ports, setUp, { orderIds: [bodyOf(synced).data[0].id] })
  await execute(bench.ports, exportId)
  return exportId
}

async function leases(exports: readonly string[]): Promise<(string | null | undefined)[]> {
  return Promise.all(exports.map(async (id) => (await latestSubmission(bench, id))?.outbox?.leaseOwner))
}

it('an acceptance that comes after the lease was over still counts', async () => {
  const exportId = await executed()
  const late = Promise.withResolvers<Sighting>()
  bench.transport.sees(() => late.promise, notSent)
  // The first worker is paused: it renews nothing.
  aDispatcher({ timers: { after: () => () => {} } }).start()
  await vi.waitUntil(() => bench.transport.sent.length === 1)
  bench.clock.advance(45_001)
  aDispatcher({ worker: 'worker-2' }).start()
  await reachesState(bench, exportId, 'RETRY_WAIT')
  expect((await latestSubmission(bench, exportId))?.attempts).toMatchObject([
    { n: 1, outcome: 'unknown', evidence: 'lease_expired' },
  ])
  late.resolve(accepted)
  await reachesState(bench, exportId, 'ACCEPTED')
  expect((await latestSubmission(bench, exportId))?.attempts[0]).toMatchObject({ n: 1, outcome: 'accepted' })
  timers.advance(10_000)
  expect(bench.transport.sent).toHaveLength(1)
})

it('a second effect for a busy destination stays unclaimed until the first is decided', async () => {
  const exports = [await executed(), await executedOrder('order-2')]
  const first = Promise.withResolvers<Sighting>()
  bench.transport.sees(() => first.promise, accepted)
  aDispatcher().start()
  await vi.waitUntil(() => bench.transport.sent.length === 1)
  timers.advance(1_000)
  expect((await leases(exports)).filter((owner) => owner === 'worker-1')).toHaveLength(1)
  first.resolve(accepted)
  for (const exportId of exports) await reachesState(bench, exportId, 'ACCEPTED')
  expect(bench.transport.sent).toHaveLength(2)
})

it('a lease is renewed while its send runs', async () => {
  const exportId = await executed()
  const answer = Promise.withResolvers<Sighting>()
  bench.transport.sees(() => answer.promise)
  aDispatcher().start()
  await vi.waitUntil(() => bench.transport.sent.length === 1)
  for (let n = 0; n < 6; n += 1) {
    timers.advance(15_000)
    const leaseUntil = bench.clock.now() + 45_000
    await vi.waitUntil(async () => (await latestSubmission(bench, exportId))?.outbox?.leaseUntil === leaseUntil)
  }
  answer.resolve(accepted)
  await reachesState(bench, exportId, 'ACCEPTED')
  expect((await latestSubmission(bench, exportId))?.attempts).toHaveLength(1)
})

it('draining waits for a send that ends in time', async () => {
  const exportId = await executed()
  const answer = Promise.withResolvers<Sighting>()
  bench.transport.sees(() => answer.promise)
  const dispatcher = aDispatcher()
  dispatcher.start()
  await vi.waitUntil(() => bench.transport.sent.length === 1)
  const drained = dispatcher.drain(5_000)
  answer.resolve(accepted)
  await drained
  expect((await latestSubmission(bench, exportId))?.state).toBe('ACCEPTED')
})

it('draining aborts a send that does not end and records what was seen', async () => {
  const exportId = await executed()
  bench.transport.sees(
    ({ signal }) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve({ outcome: 'unknown', evidence: 'shutdown' }))
      }),
  )
  const dispatcher = aDispatcher()
  dispatcher.start()
  await vi.waitUntil(() => bench.transport.sent.length === 1)
  let isDrained = false
  void dispatcher.drain(5_000).then(() => {
    isDrained = true
  })
  await vi.waitUntil(() => {
    timers.advance(1_000)
    return isDrained
  })
  expect((await latestSubmission(bench, exportId))?.attempts).toMatchObject([
    { outcome: 'unknown', evidence: 'shutdown' },
  ])
})
