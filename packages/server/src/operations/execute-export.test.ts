import { afterEach, beforeEach, expect, it } from 'vitest'
import { StoreUnavailable } from '../ports.ts'
import { aBroker, anOrder, aProduct, aProfile, testAccountId } from '../testing/builders.ts'
import { aCaller } from '../testing/fakes.ts'
import {
  aWrite,
  bodyOf,
  execute,
  openWorkbench,
  plan,
  refusalOf,
  type SetUp,
  setUpAccount,
  statusOf,
  type Workbench,
} from '../testing/workbench.ts'
import { operations } from './operations.ts'

const accountId = testAccountId
const otherAccount = 'acc_01k9m4w0000000000000000099'
const caller = aCaller()
let bench: Workbench
let setUp: SetUp

beforeEach(async () => {
  bench = await openWorkbench()
  setUp = await setUpAccount(bench.ports)
})

afterEach(() => bench.close())

async function syncProduct(more: object): Promise<void> {
  await operations.syncProducts(aWrite({ accountId, items: [{ ...aProduct(), ...more }] }), caller, bench.ports)
}

it('makes package, artifacts, notification and submission in one step, and wakes the dispatcher after it', async () => {
  const { exportId, planHash } = await plan(bench.ports, setUp)
  const answer = await execute(bench.ports, exportId)
  expect(statusOf(answer)).toBe(201)
  const body = bodyOf(answer)
  expect(body).toMatchObject({ exportId, planHash, status: 'executed', state: 'handing_off' })
  expect(body.next_recommended_action).toBe('WAIT')
  expect(body.broker_submission).toMatchObject({
    status: 'prepared',
    recipient_email: 'entries@broker.example',
    attempts: [],
  })
  expect(body.artifacts.map(({ filename }: { filename: string }) => filename)).toEqual([
    'commercial_customs_invoice.html',
    'commercial_customs_invoice.pdf',
    'commercial_customs_invoice.csv',
    'commercial_customs_invoice.json',
    'packing_list.json',
    'manifest.json',
  ])
  expect(body.notifications).toMatchObject([{ kind: 'warehouse', channel: 'none', status: 'recorded' }])
  expect(bench.wakes()).toBe(1)
})

it('appends the events of the execution in their order', async () => {
  const { exportId } = await plan(bench.ports, setUp)
  await execute(bench.ports, exportId)
  const events = await bench.store.listEvents(accountId, exportId, 2, 100)
  expect(events?.map(({ type }) => type)).toEqual([
    'CUSTOMS_PACKAGE_GENERATED',
    'CUSTOMS_ARTIFACT_GENERATED',
    'CUSTOMS_ARTIFACT_GENERATED',
    'CUSTOMS_ARTIFACT_GENERATED',
    'CUSTOMS_ARTIFACT_GENERATED',
    'CUSTOMS_ARTIFACT_GENERATED',
    'CUSTOMS_ARTIFACT_GENERATED',
    'WAREHOUSE_NOTIFIED',
    'BROKER_SUBMISSION_PREPARED',
    'EXPORT_EXECUTED',
  ])
})

it('marks the included orders with their export', async () => {
  const { exportId } = await plan(bench.ports, setUp)
  await execute(bench.ports, exportId)
  const orders = await bench.store.loadByExternalId(accountId, 'order', ['order-1001'])
  expect(orders.get('order-1001')).toMatchObject({ rev: 2, executedExport: exportId })
})

it('the same key replays the bytes of the first answer, whatever happened since', async () => {
  const { exportId } = await plan(bench.ports, setUp)
  const first = await execute(bench.ports, exportId, { key: 'run:execute' })
  await syncProduct({ brand: 'Other' })
  const again = await execute(bench.ports, exportId, { key: 'run:execute' })
  expect(again).toMatchObject({ status: 201, replayed: true })
  expect(bodyOf(again)).toEqual(bodyOf(first))
  expect(bench.wakes()).toBe(1)
})

it('64 concurrent executes give one package and one submission', async () => {
  const { exportId } = await plan(bench.ports, setUp)
  const answers = await Promise.all(
    Array.from({ length: 64 }, (_, n) => execute(bench.ports, exportId, { key: `run-${n}` })),
  )
  expect(answers.filter((answer) => statusOf(answer) === 201)).toHaveLength(1)
  expect(new Set(answers.map((answer) => bodyOf(answer).customs_package_id)).size).toBe(1)
  const history = await bench.store.loadExport(accountId, exportId)
  expect(history?.submissions).toHaveLength(1)
  expect(history?.events.filter(({ type }) => type === 'EXPORT_EXECUTED')).toHaveLength(1)
})

it('a commit whose answer was lost is found by the retry, with and without a key', async () => {
  const { exportId } = await plan(bench.ports, setUp)
  const commit: typeof bench.store.commit = async (change) => {
    await bench.store.commit(change)
    throw new StoreUnavailable('connection lost')
  }
  const lossy = { ...bench.ports, store: { ...bench.store, commit } }
  expect(refusalOf(await execute(lossy, exportId, { key: 'run' })).errorCode).toBe('UNAVAILABLE')
  const retried = await execute(bench.ports, exportId, { key: 'run' })
  expect(retried).toMatchObject({ status: 201, replayed: true })
  const unkeyed = await execute(bench.ports, exportId)
  expect(statusOf(unkeyed)).toBe(200)
  expect(bodyOf(unkeyed)).toEqual(bodyOf(retried))
})

it('of two plans over one order the second becomes stale', async () => {
  const first = await plan(bench.ports, setUp)
  const second = await plan(bench.ports, setUp)
  await execute(bench.ports, first.exportId)
  const refusal = refusalOf(await execute(bench.ports, second.exportId))
  expect(refusal.errorCode).toBe('PLAN_STALE')
  expect(refusal.details?.planHash).toBe(second.planHash)
  expect(refusal.details?.currentPlanHash).not.toBe(second.planHash)
})

it('of two plans over one order that are executed at once only one is', async () => {
  const plans = [await plan(bench.ports, setUp), await plan(bench.ports, setUp)]
  const answers = await Promise.all(plans.map(({ exportId }) => execute(bench.ports, exportId)))
  expect(answers.map((answer) => ('refused' in answer ? answer.errorCode : answer.status)).sort()).toEqual([
    201,
    'PLAN_STALE',
  ])
})

it('a material change after the plan is stale, and nothing is stored', async () => {
  const { exportId, planHash } = await plan(bench.ports, setUp)
  await syncProduct({ countryOfOrigin: 'MX' })
  expect(refusalOf(await execute(bench.ports, exportId, { key: 'run' }))).toMatchObject({
    errorCode: 'PLAN_STALE',
    details: { planHash },
  })
  expect(await bench.store.findReply(accountId, 'run')).toBeNull()
  expect((await bench.store.loadExport(accountId, exportId))?.export).toMatchObject({ status: 'planned', version: 1 })
  expect(bench.wakes()).toBe(0)
})

it('a change that planning does not look at is not stale', async () => {
  const { exportId } = await plan(bench.ports, setUp)
  await syncProduct({ metadata: { shelf: 'B7' } })
  const items = [aBroker({ submission: { type: 'email', email: 'new-desk@broker.example' } })]
  await operations.syncBrokers(aWrite({ accountId, items }), caller, bench.ports)
  const body = bodyOf(await execute(bench.ports, exportId))
  expect(body.broker_submission.recipient_email).toBe('new-desk@broker.example')
})

it.each([
  ['product', () => syncProduct({ brand: 'Other' })],
  [
    'order',
    () =>
      operations.syncOrders(
        aWrite({ accountId, items: [anOrder(setUp.productId, { incoterm: 'DDP' })] }),
        caller,
        bench.ports,
      ),
  ],
  [
    'broker',
    () => operations.syncBrokers(aWrite({ accountId, items: [aBroker({ filerCode: 'Q1Q' })] }), caller, bench.ports),
  ],
  ['profile', () => operations.putAccountProfile(aWrite(aProfile({ bond: { type: 'single' } })), caller, bench.ports)],
])('a %s that moves between load and commit is noticed', async (_, move) => {
  const { exportId } = await plan(bench.ports, setUp)
  let isMoved = false
  const commit: typeof bench.store.commit = async (change) => {
    if (!isMoved) {
      isMoved = true
      await move()
    }
    return bench.store.commit(change)
  }
  const ports = { ...bench.ports, store: { ...bench.store, commit } }
  expect(refusalOf(await execute(ports, exportId)).errorCode).toBe('PLAN_STALE')
})

it('a hash that is not the one of the plan is refused', async () => {
  const { exportId, planHash: currentPlanHash } = await plan(bench.ports, setUp)
  const planHash = `sha256:${'0'.repeat(64)}`
  expect(refusalOf(await execute(bench.ports, exportId, { planHash }))).toMatchObject({
    errorCode: 'PLAN_HASH_MISMATCH',
    details: { planHash, currentPlanHash },
  })
})

it('a blocked export is refused with its rules', async () => {
  await syncProduct({ countryOfOrigin: undefined })
  const { exportId } = await plan(bench.ports, setUp)
  const refusal = refusalOf(await execute(bench.ports, exportId))
  expect(refusal.errorCode).toBe('EXPORT_BLOCKED')
  expect(refusal.details?.rule_ids).toContain('INV-07')
})

it('the answer of a dry run cannot be executed', async () => {
  const { exportId } = await plan(bench.ports, setUp, { dryRun: true })
  expect(refusalOf(await execute(bench.ports, exportId))).toMatchObject({
    errorCode: 'DRY_RUN_NOT_EXECUTABLE',
    field: 'batchId',
  })
})

it('an export of another account is answered like an unknown one', async () => {
  const foreign = await plan(bench.ports, await setUpAccount(bench.ports, otherAccount), { accountId: otherAccount })
  const answers = [await execute(bench.ports, foreign.exportId), await execute(bench.ports, 'batch_none')].map(
    refusalOf,
  )
  const [first, second] = answers.map((refusal) => JSON.stringify(refusal).replace(/batch_\w+/, 'ID'))
  expect(first).toBe(second)
  expect(answers[0]).toMatchObject({ errorCode: 'EXPORT_NOT_FOUND', field: 'batchId' })
})

it('over the budget of submissions nothing is executed', async () => {
  const tight = await openWorkbench({ budgetLimit: 0 })
  const { exportId } = await plan(tight.ports, await setUpAccount(tight.ports))
  tight.clock.advance(15_000)
  expect(refusalOf(await execute(tight.ports, exportId))).toMatchObject({
    errorCode: 'RATE_LIMITED',
    retryAfterSeconds: 45,
  })
  expect((await tight.store.loadExport(accountId, exportId))?.export.status).toBe('planned')
  await tight.close()
})

it('a broker that this server cannot reach any more is UNAVAILABLE', async () => {
  const { exportId } = await plan(bench.ports, setUp)
  const ports = { ...bench.ports, transports: new Map() }
  expect(refusalOf(await execute(ports, exportId)).errorCode).toBe('UNAVAILABLE')
})
