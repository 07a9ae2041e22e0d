import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrokerInput } from '@entrygo/sdk/contract'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { backUpSqliteStore } from '../storage/sqlite/backup.ts'
import { openQuarantineDesk } from '../storage/sqlite/quarantine-desk.ts'
import { restoreSqliteStore } from '../storage/sqlite/restore.ts'
import { openSqliteStore } from '../storage/sqlite/sqlite-store.ts'
import { aBroker, anOrder, aWarehouse, testAccountId } from '../testing/builders.ts'
import { aCaller, accepted, type ManualTimers, manualTimers } from '../testing/fakes.ts'
import {
  aWrite,
  bodyOf,
  execute,
  openWorkbench,
  passing,
  plan,
  refusalOf,
  type SetUp,
  setUpAccount,
  statusOf,
  type Workbench,
} from '../testing/workbench.ts'
import { createDispatcher, type Dispatcher } from './dispatch-effects.ts'
import { operations } from './operations.ts'

const accountId = testAccountId
const secret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDoUE3w8Nz5yA='
const brokerUrl = 'https://api.broker.example'
const minute = 60_000
let dispatchers: Dispatcher[] = []

afterEach(async () => {
  for (const dispatcher of dispatchers) await dispatcher.drain(0)
  dispatchers = []
})

/** A server that was put back from a backup made between the first execute and all sends, and a life that is lost. */
interface Restored {
  /** The server after the restore, in quarantine. */
  readonly bench: Workbench
  readonly timers: ManualTimers
  readonly setUp: SetUp
  /** Executed before the backup. */
  readonly openId: string
  /** Planned before the backup, executed in the lost life. */
  readonly plannedId: string
  /** Message ids of the lost life. */
  readonly lost: readonly string[]
  lift(): Promise<void>
}

async function restored(submission: BrokerInput['submission']): Promise<Restored> {
  const bench = await openWorkbench({ submissionTypes: ['email', 'borderbuddy'] })
  onTestFinished(bench.close)
  const { ports, transport, clock } = bench
  const setUp = await setUpAccount(ports)
  const notification = { channel: 'webhook', url: 'https://dock.example/hook', secret } as const
  await operations.syncWarehouses(aWrite({ accountId, items: [aWarehouse({ notification })] }), aCaller(), ports)
  await operations.syncBrokers(aWrite({ accountId, items: [aBroker({ submission })] }), aCaller(), ports)
  const order = anOrder(setUp.productId, { externalId: 'order-2' })
  const synced = await operations.syncOrders(aWrite({ accountId, items: [order] }), aCaller(), ports)
  const endpoint = { accountId, externalId: 'ops', url: 'https://ops.example/events' }
  await operations.registerWebhook(aWrite(endpoint), aCaller(), ports)
  const { exportId: openId } = await plan(ports, setUp)
  const { exportId: plannedId } = await plan(ports, { ...setUp, orderId: bodyOf(synced).data[0].id })
  await execute(ports, openId)
  const backup = join(bench.folder, 'backup.sqlite')
  await backUpSqliteStore({ file: join(bench.folder, 'entrygo.sqlite'), to: backup, at: clock.now() })

  clock.advance(minute)
  await execute(ports, plannedId)
  const timers = manualTimers(clock)
  const dispatcher = start(bench, timers)
  await passing(timers, 1_000, async () => (await ports.store.nextEffectAt()) === null)
  await dispatcher.drain(0)
  const lost = transport.sent.map(({ messageId }) => messageId)

  clock.advance(minute)
  const folder = mkdtempSync(join(tmpdir(), 'entrygo-restored-'))
  const file = join(folder, 'entrygo.sqlite')
  await restoreSqliteStore({ backup, file, replaces: false, at: clock.now() })
  const store = await openSqliteStore({ file })
  onTestFinished(async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  })
  const again: Workbench = { ...bench, store, folder, ports: { ...ports, store } }
  clock.advance(minute)
  start(again, timers)
  const lift = async (): Promise<void> => {
    const desk = await openQuarantineDesk({ file })
    expect(await desk.lift()).toBe(true)
    desk.close()
  }
  return { bench: again, timers, setUp, openId, plannedId, lost, lift }
}

function start({ ports }: Workbench, timers: ManualTimers): Dispatcher {
  const dispatcher = createDispatcher(ports, { worker: `worker-${dispatchers.length}`, timers })
  dispatchers.push(dispatcher)
  dispatcher.start()
  return dispatcher
}

async function inspected({ ports }: Workbench, id: string): Promise<ReturnType<typeof JSON.parse>> {
  return bodyOf(await operations.inspectExport({ id }, aCaller(), ports))
}

async function settled({ timers, bench }: Restored, id: string, status: string): Promise<void> {
  await passing(timers, 1_000, async () => (await inspected(bench, id)).broker_submission?.status === status)
}

const mail = { type: 'email', email: 'entries@broker.example' } as const

describe('a server in quarantine', () => {
  it('sends and executes nothing, says the remedy, and goes on with reads, sync, plan and approve', async () => {
    const world = await restored(mail)
    const { bench, timers, setUp, openId, plannedId, lost } = world
    for (let second = 0; second < 90; second += 1) {
      timers.advance(1_000)
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(bench.transport.sent).toHaveLength(lost.length)
    for (const refused of [execute(bench.ports, plannedId), execute(bench.ports, openId)])
      expect(refusalOf(await refused)).toMatchObject({
        errorCode: 'UNAVAILABLE',
        message: expect.stringContaining('entrygo-server quarantine lift'),
        retryAfterSeconds: 60,
      })
    const [endpoint] = await bench.store.listWebhooks(accountId)
    const params = { id: endpoint?.record.id ?? '' }
    const test = operations.testWebhook({ ...aWrite({ accountId }), params }, aCaller(), bench.ports)
    const replay = { ...aWrite({ accountId, exportId: openId }), params }
    for (const refused of [test, operations.replayWebhook(replay, aCaller(), bench.ports)])
      expect(refusalOf(await refused).errorCode).toBe('UNAVAILABLE')
    expect((await inspected(bench, openId)).broker_submission.status).toBe('prepared')
    expect(bodyOf(await operations.getHealth({}, aCaller(), bench.ports)).quarantine).toBe(true)
    const desk = await openQuarantineDesk({ file: join(bench.folder, 'entrygo.sqlite') })
    const held = (await desk.open()).map(({ kind, destination, policy, count }) => [kind, destination, policy, count])
    desk.close()
    expect(held).toEqual([
      ['submission', 'entries@broker.example', 'at_least_once', 1],
      ['notification', 'https://dock.example/hook', 'at_least_once', 1],
      ['event', 'https://ops.example/events', 'at_least_once', 14],
    ])
    const order = anOrder(setUp.productId, { externalId: 'order-3' })
    const synced = await operations.syncOrders(aWrite({ accountId, items: [order] }), aCaller(), bench.ports)
    const { planHash, exportId } = await plan(bench.ports, { ...setUp, orderId: bodyOf(synced).data[0].id })
    const approval = {
      accountId,
      planHash,
      actor: { type: 'person' as const, name: 'Export Desk' },
      reason: 'looked at',
    }
    const approve = { ...aWrite(approval), params: { id: exportId } }
    const approved = await operations.approveExport(approve, aCaller(), bench.ports)
    expect(statusOf(approved)).toBe(201)
  })
})

describe('after the lift', () => {
  it('a mail that goes twice is the same mail, and the export, the notification and the event tell of it', async () => {
    const world = await restored(mail)
    const { bench, timers, openId, plannedId, lost, lift } = world
    await lift()
    await settled(world, openId, 'sent')
    const view = await inspected(bench, openId)
    expect(view.broker_submission).toMatchObject({ duplicate_possible: true })
    expect(view.broker_submission.attempts).toMatchObject([
      { n: 1, outcome: 'unknown', evidence: 'restored' },
      { n: 2, outcome: 'accepted', evidence: 'smtp_250' },
    ])
    expect(statusOf(await execute(bench.ports, plannedId))).toBe(201)
    await settled(world, plannedId, 'sent')
    expect((await inspected(bench, plannedId)).broker_submission.duplicate_possible).toBe(true)
    await passing(timers, 1_000, async () => (await bench.store.nextEffectAt()) === null)
    const again = bench.transport.sent.slice(lost.length)
    const twice = again.filter(({ messageId }) => lost.includes(messageId))
    expect(twice.filter(({ messageId }) => messageId.startsWith('sub_'))).toHaveLength(2)
    for (const { messageId } of twice) {
      const copies = bench.transport.sent.filter((message) => message.messageId === messageId)
      expect(new Set(copies.map(({ destination }) => destination)).size).toBe(1)
    }
    for (const id of [openId, plannedId]) {
      const [told] = (await inspected(bench, id)).notifications
      expect(told.attempts[0]).toMatchObject({ outcome: 'unknown', evidence: 'restored' })
    }
    const [endpoint] = await bench.store.listWebhooks(accountId)
    const twiceTold = endpoint?.recent.filter(({ id }) => lost.includes(id.split('.')[0] ?? ''))
    expect(twiceTold?.length).toBeGreaterThan(5)
    expect(twiceTold?.every(({ attempts }) => attempts[0]?.evidence === 'restored')).toBe(true)
  })

  it('a broker that can be asked is asked first, and holds what was sent: nothing goes twice', async () => {
    const world = await restored({
      ...{ type: 'borderbuddy', url: brokerUrl, secret: 'token-1', keyWindowSeconds: 60, settleSeconds: 30 },
    })
    const { bench, openId, plannedId, lost, lift } = world
    bench.transport.finds({ found: true, evidence: 'http_200', payloadSha256: null, brokerRef: 'BB-2' })
    await lift()
    await settled(world, openId, 'sent')
    expect(statusOf(await execute(bench.ports, plannedId))).toBe(201)
    await settled(world, plannedId, 'sent')
    const again = bench.transport.sent.slice(lost.length)
    expect(again.filter(({ destination }) => destination === brokerUrl)).toEqual([])
    expect(bench.transport.asked).toHaveLength(2)
    for (const id of [openId, plannedId])
      expect((await inspected(bench, id)).broker_submission.duplicate_possible).toBe(false)
  })

  it('under at_most_once nothing is sent until a person takes the risk', async () => {
    const world = await restored({ ...mail, policy: 'at_most_once' })
    const { bench, openId, plannedId, lost, lift } = world
    await lift()
    await settled(world, openId, 'unknown')
    expect((await inspected(bench, openId)).events.at(-1)).toMatchObject({
      type: 'BROKER_SUBMISSION_UNKNOWN',
      data: { reason: 'restored', attempts_in_doubt: [1] },
    })
    await execute(bench.ports, plannedId)
    await settled(world, plannedId, 'unknown')
    const mails = (): number =>
      bench.transport.sent.slice(lost.length).filter(({ messageId }) => messageId.startsWith('sub_')).length
    expect(mails()).toBe(0)
    bench.transport.sees(accepted)
    await execute(bench.ports, openId, { acceptDuplicateRisk: true })
    await settled(world, openId, 'sent')
    expect(mails()).toBe(1)
    expect((await inspected(bench, openId)).broker_submission.duplicate_possible).toBe(true)
  })

  it('an export that was planned since the restore is sent as ever', async () => {
    const world = await restored(mail)
    const { bench, setUp, lift } = world
    const order = anOrder(setUp.productId, { externalId: 'order-3' })
    const synced = await operations.syncOrders(aWrite({ accountId, items: [order] }), aCaller(), bench.ports)
    await lift()
    const { exportId } = await plan(bench.ports, { ...setUp, orderId: bodyOf(synced).data[0].id })
    await execute(bench.ports, exportId)
    await settled(world, exportId, 'sent')
    const { attempts, duplicate_possible } = (await inspected(bench, exportId)).broker_submission
    expect([attempts.length, duplicate_possible]).toEqual([1, false])
  })
})
