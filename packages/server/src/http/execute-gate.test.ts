import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ReadyIds, readyOrder, syncReadyRecords } from '../testing/ready-records.ts'
import { type Answer, openTestApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
let ids: ReadyIds

beforeAll(async () => {
  test = await openTestApp()
  ids = await syncReadyRecords(test)
})
afterAll(() => test.close())

async function planned(more: object, order: object = {}): Promise<Answer> {
  const { warehouseId, brokerId, productId } = ids
  const externalId = `GATE-${Object.keys(order).join('-') || 'good'}`
  const synced = await test.call('syncOrders', {
    body: { accountId: test.accountId, items: [{ ...readyOrder(productId, externalId), ...order }] },
  })
  const [record] = Object(synced.json['data'])
  const body = {
    accountId: test.accountId,
    warehouseId,
    brokerId,
    orderIds: [record.id],
    asOf: '2026-11-21',
    ...more,
  }
  return test.call('planExport', { body })
}

it('a blocked plan is EXPORT_BLOCKED and names the rules', async () => {
  const plan = await planned({}, { buyer: { name: 'No address' } })
  const body = { accountId: test.accountId, batchId: plan.json['exportId'] }
  const answer = await test.call('executeExport', { body })
  expect(answer.json).toMatchObject({ errorCode: 'EXPORT_BLOCKED', details: { rule_ids: ['INV-06'] } })
})

it('a plan whose order changed is PLAN_STALE and gives both hashes', async () => {
  const plan = await planned({})
  await planned({ dryRun: true }, {})
  const { productId } = ids
  await test.call('syncOrders', {
    body: { accountId: test.accountId, items: [{ ...readyOrder(productId, 'GATE-good'), saleDate: '2026-11-20' }] },
  })
  const body = { accountId: test.accountId, batchId: plan.json['exportId'] }
  const answer = await test.call('executeExport', { body })
  expect(answer.json).toMatchObject({ errorCode: 'PLAN_STALE', details: { planHash: plan.json['planHash'] } })
})

it('an unknown batch is EXPORT_NOT_FOUND, another hash PLAN_HASH_MISMATCH', async () => {
  const unknown = await test.call('executeExport', { body: { accountId: test.accountId, batchId: 'batch_unknown' } })
  expect([unknown.status, unknown.json['errorCode']]).toEqual([404, 'EXPORT_NOT_FOUND'])
  const plan = await planned({})
  const planHash = `sha256:${'0'.repeat(64)}`
  const body = { accountId: test.accountId, batchId: plan.json['exportId'], planHash }
  const answer = await test.call('executeExport', { body })
  expect([answer.status, answer.json['errorCode']]).toEqual([409, 'PLAN_HASH_MISMATCH'])
})
