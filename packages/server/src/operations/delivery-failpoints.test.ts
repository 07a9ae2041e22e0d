import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Sighting } from '../ports.ts'
import { aBroker, aWarehouse, testAccountId } from '../testing/builders.ts'
import { deliveryFailpointNames, type FailpointName, failpointNames, installFailpoints } from '../testing/failpoints.ts'
import { aCaller, accepted, type ManualTimers, manualTimers } from '../testing/fakes.ts'
import {
  aWrite,
  execute,
  latestSubmission,
  openWorkbench,
  passing,
  plan,
  reachesState,
  setUpAccount,
  type Workbench,
} from '../testing/workbench.ts'
import { createDispatcher, type Dispatcher, type DispatchSettings } from './dispatch-effects.ts'
import { operations } from './operations.ts'

const accountId = testAccountId
const hour = 3_600_000
const secret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDoUE3w8Nz5yA='
const submission = { type: 'borderbuddy', url: 'https://api.broker.example', secret: 'token-1' } as const
const unknown: Sighting = { outcome: 'unknown', evidence: 'timeout' }
let bench: Workbench
let timers: ManualTimers
let dispatcher: Dispatcher | null = null
let exportId: string

/** An executed export with something to send of every kind. */
beforeEach(async () => {
  bench = await openWorkbench({ submissionTypes: ['email', 'borderbuddy'] })
  timers = manualTimers(bench.clock)
  const setUp = await setUpAccount(bench.ports)
  const notification = { channel: 'webhook', url: 'https://dock.example/hook', secret } as const
  const caller = aCaller()
  await operations.syncBrokers(aWrite({ accountId, items: [aBroker({ submission })] }), caller, bench.ports)
  await operations.syncWarehouses(aWrite({ accountId, items: [aWarehouse({ notification })] }), caller, bench.ports)
  const endpoint = { accountId, externalId: 'ops', url: 'https://ops.example/events' }
  await operations.registerWebhook(aWrite(endpoint), caller, bench.ports)
  exportId = (await plan(bench.ports, setUp)).exportId
})

afterEach(async () => {
  installFailpoints(null)
  await dispatcher?.drain(0)
  dispatcher = null
  await bench.close()
})

function dispatch(more: Partial<DispatchSettings> = {}): void {
  dispatcher = createDispatcher(bench.ports, { worker: 'worker-1', timers, ...more })
  dispatcher.start()
}

function toBroker(answer: () => Promise<Sighting>): void {
  bench.transport.sees(({ destination }) => (destination === submission.url ? answer() : Promise.resolve(accepted)))
}

it('there are forty and more moments at which a crash is interesting', () => {
  expect(new Set(failpointNames).size).toBe(failpointNames.length)
  expect(failpointNames.length).toBeGreaterThanOrEqual(40)
})

it('one life of an export passes every moment of its deliveries', async () => {
  const passed = new Set<FailpointName>()
  installFailpoints((name) => passed.add(name))
  await execute(bench.ports, exportId)
  // A send that is renewed, refused, and sent again as a new revision.
  const answer = Promise.withResolvers<Sighting>()
  toBroker(() => answer.promise)
  dispatch()
  await vi.waitUntil(() => bench.transport.sent.some(({ destination }) => destination === submission.url))
  timers.advance(15_000)
  await vi.waitUntil(() => passed.has('lease.renewed'))
  answer.resolve({ outcome: 'rejected', evidence: 'http_422' })
  await reachesState(bench, exportId, 'REJECTED')
  await dispatcher?.drain(0)
  await execute(bench.ports, exportId)
  // Its sender is paused until its lease is over; later it waits until its key is forgotten, and the broker is asked.
  toBroker(() => new Promise(() => {}))
  const paused = createDispatcher(bench.ports, { worker: 'worker-0', timers: { after: () => () => {} } })
  paused.start()
  await vi.waitUntil(async () => (await latestSubmission(bench, exportId))?.attempts.length === 1)
  bench.clock.advance(46_000)
  toBroker(() => Promise.resolve(unknown))
  dispatch()
  await reachesState(bench, exportId, 'RETRY_WAIT')
  await dispatcher?.drain(0)
  bench.clock.advance(24 * hour)
  bench.transport.finds({ found: true, evidence: 'http_200', payloadSha256: null, brokerRef: 'BB-1' })
  dispatch({ worker: 'worker-2' })
  await passing(timers, 1_000, async () => (await latestSubmission(bench, exportId))?.state === 'ACCEPTED')
  await passing(timers, 1_000, () => passed.has('event.afterReply') && passed.has('notify.afterReply'))
  expect(deliveryFailpointNames.filter((name) => !passed.has(name))).toEqual([])
})
