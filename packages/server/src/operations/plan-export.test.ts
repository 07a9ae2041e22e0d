import type { PlanRequest } from '@entrygo/sdk/contract'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Refusal } from '../domain/refusal.ts'
import type { Reply, Store } from '../ports.ts'
import { aBroker, aLine, anOrder, aProduct, aProfile, testAccountId } from '../testing/builders.ts'
import { aCaller } from '../testing/fakes.ts'
import {
  aPlanRequest,
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

function ask(more: Partial<PlanRequest> = {}, key: string | null = null): Promise<Reply | Refusal> {
  return operations.planExport(aWrite(aPlanRequest(setUp, more), key), caller, bench.ports)
}

async function syncProduct(more: object): Promise<void> {
  const items = [{ ...aProduct(), ...more }]
  await operations.syncProducts(aWrite({ accountId, items }), caller, bench.ports)
}

function eventTypes(exportId: string): Promise<string[] | undefined> {
  return bench.store.listEvents(accountId, exportId, 0, 100).then((events) => events?.map(({ type }) => type))
}

it('a new batch is stored with its plan and two events', async () => {
  const answer = await ask()
  expect(statusOf(answer)).toBe(201)
  const body = bodyOf(answer)
  expect(body).toMatchObject({
    status: 'planned',
    state: 'executable',
    readinessState: 'READY',
    included_order_ids: [setUp.orderId],
    policy: { requiresApproval: false, because: [] },
    next_recommended_action: 'EXECUTE',
  })
  expect(body.batch_id).toBe(body.exportId)
  expect(await eventTypes(body.exportId)).toEqual(['EXPORT_PLANNED', 'EXPORT_BATCH_CREATED'])
})

it('the snapshot is added on request, and only then', async () => {
  expect(bodyOf(await ask())).not.toHaveProperty('snapshot')
  const { snapshot } = bodyOf(await ask({ includeSnapshot: true }))
  expect(snapshot.v).toBe(1)
  expect(Object.keys(snapshot.inputs.orders)).toEqual([setUp.orderId])
})

it('today in US Eastern time is planned when no day is given', async () => {
  bench.clock.advance(Date.parse('2026-11-23T04:30:00Z') - bench.clock.now())
  const { asOf: _asOf, shipment: _shipment, ...request } = aPlanRequest(setUp)
  const body = bodyOf(await operations.planExport(aWrite(request), caller, bench.ports))
  expect(body.rulePack.asOf).toBe('2026-11-22')
  expect(body.flags).not.toContain('AS_OF_FIXED')
})

it('a dry run stores nothing but its key', async () => {
  const answer = await ask({ dryRun: true }, 'dry')
  expect(statusOf(answer)).toBe(200)
  const body = bodyOf(answer)
  expect(body).toMatchObject({ status: 'dry_run', state: 'dry_run', next_recommended_action: 'PLAN' })
  expect(body.exportId).toMatch(/^batch_dry_[0-9a-z]{26}$/)
  expect(await bench.store.loadExport(accountId, body.exportId)).toBeNull()
  expect(await ask({ dryRun: true }, 'dry')).toMatchObject({ replayed: true })
})

it('a dry run of a stored batch keeps its id and leaves it as it is', async () => {
  const { exportId, planHash } = await plan(bench.ports, setUp)
  await syncProduct({ countryOfOrigin: 'MX' })
  const body = bodyOf(await ask({ dryRun: true, batchId: exportId }))
  expect(body).toMatchObject({ exportId, status: 'dry_run' })
  expect(body.planHash).not.toBe(planHash)
  expect((await bench.store.loadExport(accountId, exportId))?.plan.planHash).toBe(planHash)
})

it('a re-plan with an unchanged hash writes nothing', async () => {
  const first = await plan(bench.ports, setUp)
  const commit = vi.spyOn(bench.store, 'commit')
  const again = await ask({ batchId: first.exportId })
  expect(statusOf(again)).toBe(200)
  expect(bodyOf(again)).toEqual(first)
  expect(commit).not.toHaveBeenCalled()
})

it('a re-plan with an unchanged hash stores its key when it has one', async () => {
  const { exportId } = await plan(bench.ports, setUp)
  await ask({ batchId: exportId }, 're-plan')
  expect(await ask({ batchId: exportId }, 're-plan')).toMatchObject({ replayed: true, status: 200 })
  expect(await eventTypes(exportId)).toEqual(['EXPORT_PLANNED', 'EXPORT_BATCH_CREATED'])
})

it('a re-plan with another hash stores a new plan and says so', async () => {
  const { exportId, planHash } = await plan(bench.ports, setUp)
  await syncProduct({ countryOfOrigin: 'MX' })
  const again = await ask({ batchId: exportId })
  expect(statusOf(again)).toBe(200)
  expect(await eventTypes(exportId)).toEqual(['EXPORT_PLANNED', 'EXPORT_BATCH_CREATED', 'EXPORT_REPLANNED'])
  const history = await bench.store.loadExport(accountId, exportId)
  expect(history?.plan).toMatchObject({ planNo: 2, planHash: bodyOf(again).planHash })
  expect(history?.events.at(-1)?.data).toMatchObject({ previousPlanHash: planHash })
})

it('a gap blocks the plan and asks for the data', async () => {
  await syncProduct({ countryOfOrigin: undefined })
  const body = bodyOf(await ask())
  expect(body).toMatchObject({ readinessState: 'BLOCKED', state: 'blocked', excluded_order_ids: [setUp.orderId] })
  expect(body.next_recommended_action).toBe('SUPPLY_MISSING_DATA')
})

it('a plan that needs an approval says why', async () => {
  const profile = aProfile({ gate: { valueOverUsd: 100 } })
  await operations.putAccountProfile(aWrite(profile), caller, bench.ports)
  expect(bodyOf(await ask())).toMatchObject({
    state: 'awaiting_approval',
    policy: { requiresApproval: true, because: ['VALUE'] },
    next_recommended_action: 'REVIEW_AND_APPROVE',
  })
})

it('every unknown order is named at once', async () => {
  const refusal = refusalOf(await ask({ orderIds: [setUp.orderId, 'ord_none', 'ord_other'] }))
  expect(refusal.errorCode).toBe('UNKNOWN_ORDER')
  expect(refusal.details?.issues?.map(({ path }) => path)).toEqual(['orderIds.1', 'orderIds.2'])
})

it('more unknown orders than an answer lists are counted', async () => {
  const refusal = refusalOf(await ask({ orderIds: Array.from({ length: 1_002 }, (_, at) => `ord_none${at}`) }))
  expect(refusal.message).toBe('1002 of the orderIds are not orders of this account; the first 1000 of them are named.')
  expect(refusal.details?.issues).toHaveLength(1_000)
})

it('a destination other than the United States is refused', async () => {
  const refusal = refusalOf(await ask({ destinationCountry: 'CA' }))
  expect(refusal).toMatchObject({ errorCode: 'UNSUPPORTED_DESTINATION', field: 'destinationCountry' })
})

it.each(['warehouseId', 'brokerId'] as const)('a foreign %s is answered like an unknown one', async (field) => {
  const foreign = await setUpAccount(bench.ports, otherAccount)
  const answers = [await ask({ [field]: foreign[field] }), await ask({ [field]: 'xx_none' })].map(refusalOf)
  const [first, second] = answers.map((refusal) => JSON.stringify(refusal).replace(/"[a-z]{2}_\w+\\"/, 'ID'))
  expect(first).toBe(second)
  expect(answers[0]).toMatchObject({ errorCode: 'INVALID_ACCOUNT_SCOPE', field })
})

it.each(['batch_01k9m4wzzzzzzzzzzzzzzzzzzz', 'batch_dry_01k9m4wzzzzzzzzzzzzzzzzzzz'])(
  'the unknown batch %s cannot be planned again',
  async (batchId) => {
    expect(refusalOf(await ask({ batchId }))).toMatchObject({ errorCode: 'EXPORT_NOT_FOUND', field: 'batchId' })
  },
)

it('an executed export cannot be planned again, not even dry', async () => {
  const { exportId: batchId } = await plan(bench.ports, setUp)
  expect(statusOf(await execute(bench.ports, batchId))).toBe(201)
  expect(refusalOf(await ask({ batchId })).errorCode).toBe('EXPORT_ALREADY_EXECUTED')
  expect(refusalOf(await ask({ batchId, dryRun: true })).errorCode).toBe('EXPORT_ALREADY_EXECUTED')
})

it('an order of an executed export is planned again under review', async () => {
  const { exportId } = await plan(bench.ports, setUp)
  await execute(bench.ports, exportId)
  const body = bodyOf(await ask())
  expect(body.readinessState).toBe('REVIEW_REQUIRED')
  expect(body.flags).toContain('ORDER_ALREADY_EXPORTED')
})

it('another broker makes another plan', async () => {
  const { planHash } = await plan(bench.ports, setUp)
  const items = [aBroker({ externalId: 'broker-detroit' })]
  const brokerId = bodyOf(await operations.syncBrokers(aWrite({ accountId, items }), caller, bench.ports)).data[0].id
  expect((await plan(bench.ports, setUp, { brokerId })).planHash).not.toBe(planHash)
})

it('more than 200,000 lines are refused', async () => {
  const items = Array.from({ length: 200 }, (_, index) => aLine(setUp.productId, { lineId: String(index + 1) }))
  await operations.syncOrders(
    aWrite({ accountId, items: [anOrder(setUp.productId, { items, packages: [] })] }),
    caller,
    bench.ports,
  )
  const loadPlanningRecords: Store['loadPlanningRecords'] = async (...wanted) => {
    const records = await bench.store.loadPlanningRecords(...wanted)
    return { ...records, orders: Array.from({ length: 1_001 }, () => records.orders).flat() }
  }
  const ports = { ...bench.ports, store: { ...bench.store, loadPlanningRecords } }
  const refusal = refusalOf(await operations.planExport(aWrite(aPlanRequest(setUp)), caller, ports))
  expect(refusal).toMatchObject({ errorCode: 'VALIDATION_ERROR', field: 'orderIds' })
  expect(refusal.details?.issues?.[0]?.code).toBe('too_big')
})
