import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Sighting } from '../ports.ts'
import { aBroker, anOrder, testAccountId } from '../testing/builders.ts'
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

const accountId = testAccountId
const notSent: Sighting = { outcome: 'not_sent', evidence: 'connect_failed' }
const unknown: Sighting = { outcome: 'unknown', evidence: 'timeout' }
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

async function executed(more: Parameters<typeof plan>[2] = {}): Promise<string> {
  const { exportId } = await plan(bench.ports, setUp, more)
  await execute(bench.ports, exportId)
  return exportId
}

async function eventTypes(exportId: string): Promise<string[] | undefined> {
  return (await bench.store.listEvents(accountId, exportId, 12, 100))?.map(({ type }) => type)
}

it('sends a committed submission once and records the acceptance', async () => {
  const exportId = await executed()
  aDispatcher().start()
  await reachesState(bench, exportId, 'ACCEPTED')
  expect(bench.transport.sent).toHaveLength(1)
  expect(bench.transport.sent[0]).toMatchObject({ destination: 'entries@broker.example' })
  expect(await eventTypes(exportId)).toEqual(['BROKER_SUBMISSION_SENT', 'BROKER_NOTIFIED'])
  expect(await latestSubmission(bench, exportId)).toMatchObject({
    outbox: null,
    attempts: [{ n: 1, outcome: 'accepted' }],
  })
})

it('wakes for an effect without waiting for the poll', async () => {
  const dispatcher = aDispatcher()
  dispatcher.start()
  const exportId = await executed()
  dispatcher.wake()
  await reachesState(bench, exportId, 'ACCEPTED')
})

it('finds an effect by its poll when nobody wakes it', async () => {
  aDispatcher().start()
  const exportId = await executed()
  timers.advance(1_000)
  await reachesState(bench, exportId, 'ACCEPTED')
})

it('sends nothing when nothing is due', async () => {
  const dispatcher = aDispatcher()
  dispatcher.start()
  dispatcher.wake()
  await dispatcher.drain(1_000)
  expect(bench.transport.sent).toEqual([])
})

it('two dispatchers on one store send a submission once', async () => {
  const exportId = await executed()
  aDispatcher({ worker: 'worker-1' }).start()
  aDispatcher({ worker: 'worker-2' }).start()
  await reachesState(bench, exportId, 'ACCEPTED')
  expect(bench.transport.sent).toHaveLength(1)
})

it('tries again after five seconds with the same bytes when nothing was sent', async () => {
  const exportId = await executed()
  bench.transport.sees(notSent, accepted)
  aDispatcher().start()
  await reachesState(bench, exportId, 'RETRY_WAIT')
  timers.advance(4_000)
  expect(bench.transport.sent).toHaveLength(1)
  timers.advance(2_000)
  await reachesState(bench, exportId, 'ACCEPTED')
  const [first, second] = bench.transport.sent
  expect(second).toEqual(first)
  expect((await latestSubmission(bench, exportId))?.attempts.map(({ n, outcome }) => `${n} ${outcome}`)).toEqual([
    '1 not_sent',
    '2 accepted',
  ])
})

it('an ambiguous attempt is repeated at least once and says that a duplicate is possible', async () => {
  const exportId = await executed()
  bench.transport.sees(unknown, accepted)
  aDispatcher().start()
  await reachesState(bench, exportId, 'RETRY_WAIT')
  timers.advance(6_000)
  await reachesState(bench, exportId, 'ACCEPTED')
  const inspected = bodyOf(await operations.inspectExport({ id: exportId }, aCaller(), bench.ports))
  expect(inspected).toMatchObject({
    state: 'completed',
    broker_submission: { status: 'sent', duplicate_possible: true },
  })
})

it('an ambiguous attempt under at_most_once stops as unknown', async () => {
  const items = [aBroker({ submission: { type: 'email', email: 'entries@broker.example', policy: 'at_most_once' } })]
  await operations.syncBrokers(aWrite({ accountId, items }), aCaller(), bench.ports)
  const exportId = await executed()
  bench.transport.sees(unknown)
  aDispatcher().start()
  await reachesState(bench, exportId, 'UNCONFIRMED')
  expect(await eventTypes(exportId)).toEqual(['BROKER_SUBMISSION_UNKNOWN'])
  timers.advance(600_000)
  expect(bench.transport.sent).toHaveLength(1)
})

it('a refusal of the broker ends the submission', async () => {
  const exportId = await executed()
  bench.transport.sees({ outcome: 'rejected', evidence: 'smtp_550' })
  aDispatcher().start()
  await reachesState(bench, exportId, 'REJECTED')
  const inspected = bodyOf(await operations.inspectExport({ id: exportId }, aCaller(), bench.ports))
  expect(inspected).toMatchObject({ state: 'needs_action', next_recommended_action: 'FIX_AND_EXECUTE_AGAIN' })
})

it('a transport that throws is recorded as unknown, and the error is logged', async () => {
  const exportId = await executed()
  bench.transport.sees(() => Promise.reject(new Error('bug in the transport')))
  aDispatcher().start()
  await reachesState(bench, exportId, 'RETRY_WAIT')
  expect((await latestSubmission(bench, exportId))?.attempts).toMatchObject([
    { outcome: 'unknown', evidence: 'bad_answer' },
  ])
  expect(bench.log.lines.map(({ message }) => message)).toContain('a transport failed')
})

it('while a send is open, inspect shows it as sending', async () => {
  const exportId = await executed()
  const answer = Promise.withResolvers<Sighting>()
  bench.transport.sees(() => answer.promise)
  const inspect = async () =>
    bodyOf(await operations.inspectExport({ id: exportId }, aCaller(), bench.ports)).broker_submission
  expect(await inspect()).toMatchObject({ status: 'prepared' })
  aDispatcher().start()
  await vi.waitUntil(() => bench.transport.sent.length === 1)
  expect(await inspect()).toMatchObject({ status: 'sending', attempts: [{ n: 1, outcome: null }] })
  answer.resolve(accepted)
  await reachesState(bench, exportId, 'ACCEPTED')
  expect(await inspect()).toMatchObject({ status: 'sent' })
})

it('one destination gets one send at a time, unless more are allowed', async () => {
  let [open, most] = [0, 0]
  const slow = async (): Promise<Sighting> => {
    open += 1
    most = Math.max(most, open)
    await new Promise((resolve) => setImmediate(resolve))
    open -= 1
    return accepted
  }
  const items = [1, 2, 3].map((n) => anOrder(setUp.productId, { externalId: `order-${n}` }))
  const { data } = bodyOf(await operations.syncOrders(aWrite({ accountId, items }), aCaller(), bench.ports))
  const exports: string[] = []
  for (const { id } of data) exports.push(await executed({ orderIds: [id] }))
  bench.transport.sees(slow)
  aDispatcher().start()
  for (const exportId of exports) await reachesState(bench, exportId, 'ACCEPTED')
  expect(most).toBe(1)
})
