import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Sighting } from '../ports.ts'
import { aBroker, anOrder, aWarehouse, testAccountId } from '../testing/builders.ts'
import { aCaller, accepted, type ManualTimers, manualTimers } from '../testing/fakes.ts'
import {
  aWrite,
  bodyOf,
  execute,
  latestSubmission,
  openWorkbench,
  passing,
  plan,
  reachesState,
  type SetUp,
  setUpAccount,
  type Workbench,
} from '../testing/workbench.ts'
import { createDispatcher, type Dispatcher } from './dispatch-effects.ts'
import { operations } from './operations.ts'

const accountId = testAccountId
const secret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDoUE3w8Nz5yA='
const unknown: Sighting = { outcome: 'unknown', evidence: 'timeout' }
const notSent: Sighting = { outcome: 'not_sent', evidence: 'http_429' }
let bench: Workbench
let setUp: SetUp
let timers: ManualTimers
let dispatcher: Dispatcher

beforeEach(async () => {
  bench = await openWorkbench({ submissionTypes: ['email', 'borderbuddy', 'byob_webhook'] })
  setUp = await setUpAccount(bench.ports)
  timers = manualTimers(bench.clock)
  dispatcher = createDispatcher(bench.ports, { worker: 'worker-1', timers })
})

afterEach(async () => {
  await dispatcher.drain(0)
  await bench.close()
})

async function executed(): Promise<string> {
  const { exportId } = await plan(bench.ports, setUp)
  await execute(bench.ports, exportId)
  return exportId
}

async function inspected(exportId: string): Promise<ReturnType<typeof JSON.parse>> {
  return bodyOf(await operations.inspectExport({ id: exportId }, aCaller(), bench.ports))
}

describe('a warehouse with a channel', () => {
  async function withChannel(notification: object): Promise<void> {
    const items = [aWarehouse({ notification: { channel: 'none', ...notification } })]
    await operations.syncWarehouses(aWrite({ accountId, items }), aCaller(), bench.ports)
  }

  it('is told by webhook, which moves neither the state of the export nor its events', async () => {
    await withChannel({ channel: 'webhook', url: 'https://dock.example/hook', secret, instructions: 'Gate 4' })
    const exportId = await executed()
    const before = await inspected(exportId)
    expect(before.notifications).toMatchObject([
      { channel: 'webhook', recipient: 'https://dock.example/hook', status: 'prepared', attempts: [] },
    ])
    bench.transport.sees(({ destination }) => Promise.resolve(destination.includes('dock') ? accepted : unknown))
    dispatcher.start()
    await vi.waitUntil(async () => (await inspected(exportId)).notifications[0].status === 'sent')
    const after = await inspected(exportId)
    expect(after.notifications[0].attempts).toMatchObject([{ n: 1, outcome: 'accepted' }])
    expect([after.state, after.events.length]).toEqual([before.state, before.events.length])
    const sent = bench.transport.sent.find(({ destination }) => destination === 'https://dock.example/hook')
    expect(sent).toMatchObject({ messageId: after.notifications[0].id, secrets: [secret] })
    expect(JSON.parse(sent?.payload ?? '').data).toMatchObject({ instructions: 'Gate 4' })
  })

  it('is told by mail, again after a failure, and an inspect in between shows it', async () => {
    await withChannel({ channel: 'email', email: 'dock@warehouse.example' })
    const exportId = await executed()
    const answers: Sighting[] = [notSent, accepted]
    bench.transport.sees(({ destination }) =>
      Promise.resolve(destination === 'dock@warehouse.example' ? (answers.shift() ?? accepted) : accepted),
    )
    dispatcher.start()
    await vi.waitUntil(async () => (await inspected(exportId)).notifications[0].status === 'sending')
    await passing(timers, 1_000, async () => (await inspected(exportId)).notifications[0].status === 'sent')
    expect((await inspected(exportId)).notifications[0].attempts).toMatchObject([
      { n: 1, outcome: 'not_sent', evidence: 'http_429' },
      { n: 2, outcome: 'accepted' },
    ])
  })
})

describe('an endpoint of the operator', () => {
  const url = 'https://ops.example/events'

  beforeEach(async () => {
    const body = { accountId, externalId: 'ops', url }
    await operations.registerWebhook(aWrite(body), aCaller(), bench.ports)
  })

  it('receives the events of an export in their order, each under its own id', async () => {
    const exportId = await executed()
    dispatcher.start()
    await reachesState(bench, exportId, 'ACCEPTED')
    const { events } = await inspected(exportId)
    await passing(timers, 1_000, () => received().length === events.length)
    expect(received().map(({ messageId }) => messageId)).toEqual(events.map(({ id }: { id: string }) => id))
    expect(received().map(({ payload }) => JSON.parse(payload).data.event)).toEqual(events)
    expect(received()[0]?.secrets[0]).toMatch(/^whsec_/)
  })

  it('that is gone is switched off', async () => {
    await executed()
    bench.transport.sees(({ destination }) =>
      Promise.resolve(destination === url ? { outcome: 'rejected', evidence: 'http_410' } : accepted),
    )
    dispatcher.start()
    await passing(
      timers,
      1_000,
      async () => (await bench.store.listWebhooks(accountId))[0]?.record.doc.active === false,
    )
    expect(bench.log.lines.map(({ message }) => message)).toContain('an endpoint is gone and was switched off')
  })

  it('that is gone is sent nothing of what waits', async () => {
    const exportId = await executed()
    const { events } = await inspected(exportId)
    bench.transport.sees(({ destination }) =>
      Promise.resolve(destination === url ? { outcome: 'rejected', evidence: 'http_410' } : accepted),
    )
    dispatcher.start()
    const endpoint = async () => (await bench.store.listWebhooks(accountId))[0]
    await passing(timers, 1_000, async () => (await endpoint())?.pendingCount === 0)
    await reachesState(bench, exportId, 'ACCEPTED')
    await dispatcher.drain(1_000)
    expect(events.length).toBeGreaterThan(3)
    expect(received()).toHaveLength(1)
    expect((await endpoint())?.recent.every(({ state }) => state === 'REJECTED')).toBe(true)
  })

  it('whose address was corrected gets there what waits', async () => {
    const exportId = await executed()
    const corrected = 'https://corrected.example/hooks'
    bench.transport.sees(({ destination }) => Promise.resolve(destination === url ? notSent : accepted))
    dispatcher.start()
    await reachesState(bench, exportId, 'ACCEPTED')
    await passing(timers, 1_000, () => received().length > 0)
    await operations.registerWebhook(aWrite({ accountId, externalId: 'ops', url: corrected }), aCaller(), bench.ports)
    const { events } = await inspected(exportId)
    const there = () => bench.transport.sent.filter(({ destination }) => destination === corrected)
    await passing(timers, 1_000, () => there().length === events.length)
    expect(there().map(({ messageId }) => messageId)).toEqual(events.map(({ id }: { id: string }) => id))
  })

  it('that is down costs the broker nothing', async () => {
    const exportId = await executed()
    bench.transport.sees(({ destination }) => Promise.resolve(destination === url ? notSent : accepted))
    dispatcher.start()
    await reachesState(bench, exportId, 'ACCEPTED')
  })

  it('changes no export by its deliveries', async () => {
    const exportId = await executed()
    dispatcher.start()
    await reachesState(bench, exportId, 'ACCEPTED')
    const { version } = (await bench.store.loadExportVersion(accountId, exportId)) ?? {}
    await passing(timers, 1_000, async () => received().length === (await inspected(exportId)).events.length)
    await dispatcher.drain(1_000)
    expect(await bench.store.loadExportVersion(accountId, exportId)).toMatchObject({ version })
  })

  function received(): typeof bench.transport.sent {
    return bench.transport.sent.filter(({ destination }) => destination === url)
  }
})

it('a destination gets as many attempts at a time as its record allows', async () => {
  const submission = { type: 'email', email: 'entries@broker.example', concurrency: 2 } as const
  const items = [aBroker({ submission })]
  await operations.syncBrokers(aWrite({ accountId, items }), aCaller(), bench.ports)
  const exports: string[] = []
  for (const externalId of ['order-1', 'order-2', 'order-3']) exports.push(await executedOrder(externalId))
  let [open, most] = [0, 0]
  bench.transport.sees(async () => {
    open += 1
    most = Math.max(most, open)
    await new Promise((resolve) => setTimeout(resolve, 20))
    open -= 1
    return accepted
  })
  dispatcher.start()
  for (const exportId of exports) await reachesState(bench, exportId, 'ACCEPTED')
  expect(most).toBe(2)
})

async function executedOrder(externalId: string): Promise<string> {
  const items = [anOrder(setUp.productId, { externalId })]
  const synced = await operations.syncOrders(aWrite({ accountId, items }), aCaller(), bench.ports)
  const { exportId } = await plan(bench.ports, setUp, { orderIds: [bodyOf(synced).data[0].id] })
  await execute(bench.ports, exportId)
  return exportId
}

it('a hundred endpoints that hang delay no broker', async () => {
  const accounts = ['acc_one', 'acc_two', 'acc_three', 'acc_four', 'acc_five', 'acc_six', 'acc_seven']
  for (let n = 0; n < 100; n += 1) {
    const owner = accounts[n % accounts.length] ?? accountId
    const body = { accountId: owner, externalId: `ops-${n}`, url: `https://ops-${n}.example/events` }
    const { id } = bodyOf(await operations.registerWebhook(aWrite(body), aCaller(owner), bench.ports))
    const request = { ...aWrite({ accountId: owner }), params: { id } }
    bodyOf(await operations.testWebhook(request, aCaller(owner), bench.ports))
  }
  const hangs = ({ destination }: { destination: string }): boolean => destination.includes('ops-')
  const timeout = (): Promise<Sighting> => new Promise((resolve) => timers.after(30_000, () => resolve(unknown)))
  bench.transport.sees((envelope) => (hangs(envelope) ? timeout() : Promise.resolve(accepted)))
  dispatcher.start()
  await vi.waitUntil(() => bench.transport.sent.length === 10)
  const startedAt = bench.clock.now()
  const exports = [await executedOrder('order-1'), await executedOrder('order-2'), await executedOrder('order-3')]
  dispatcher.wake()
  for (const exportId of exports) await reachesState(bench, exportId, 'ACCEPTED')
  expect([bench.clock.now() - startedAt, bench.transport.sent.filter(hangs).length]).toEqual([0, 10])
  bench.transport.sees(accepted)
  timers.advance(30_000)
  await vi.waitUntil(() => bench.transport.sent.filter(hangs).length === 100)
})

it('a message whose stored bytes changed is not sent', async () => {
  const exportId = await executed()
  const claimEffect: typeof bench.store.claimEffect = async (claim) => {
    const effect = await bench.store.claimEffect(claim)
    return effect && { ...effect, content: { bytes: new TextEncoder().encode('other') } }
  }
  dispatcher = createDispatcher(
    { ...bench.ports, store: { ...bench.store, claimEffect } },
    { worker: 'worker-2', timers },
  )
  dispatcher.start()
  await reachesState(bench, exportId, 'RETRY_WAIT')
  expect(bench.transport.sent).toEqual([])
  expect((await latestSubmission(bench, exportId))?.attempts).toMatchObject([
    { outcome: 'not_sent', evidence: 'payload_damaged' },
  ])
})
