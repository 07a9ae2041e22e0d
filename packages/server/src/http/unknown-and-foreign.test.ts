import { afterAll, beforeAll, expect, it } from 'vitest'
import { issuesOf, orderSync, sendRefused } from '../testing/order-requests.ts'
import { type ReadyIds, syncReadyRecords } from '../testing/ready-records.ts'
import { type Answer, openTestApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
let ids: ReadyIds

beforeAll(async () => {
  test = await openTestApp()
  ids = await syncReadyRecords(test)
})
afterAll(() => test.close())

const sendOrders = (body: unknown): Promise<Answer> => sendRefused(test, body)
const orders = (order: object = {}, line: object = {}): object => orderSync(test, ids.productId, { order, line })

it('another account in the body is INVALID_ACCOUNT_SCOPE', async () => {
  const answer = await sendOrders({ ...orders(), accountId: 'acc_other' })
  expect(answer.json).toMatchObject({ errorCode: 'INVALID_ACCOUNT_SCOPE', field: 'accountId', retryable: false })
  expect(answer.status).toBe(403)
})

it('all unknown products are named at once', async () => {
  const lines = ['prod_a', ids.productId, 'prod_b'].map((productId) => ({ productId, quantity: 1, unitValueUsd: 1 }))
  const answer = await sendOrders(orders({ items: lines, packages: [] }))
  expect([answer.status, answer.json['errorCode']]).toEqual([422, 'UNKNOWN_PRODUCT'])
  expect(issuesOf(answer)).toMatchObject([
    { path: 'items.0.items.0.productId', code: 'unknown_reference' },
    { path: 'items.0.items.2.productId', code: 'unknown_reference' },
  ])
})

it.each(['warehouseId', 'brokerId'])('an unknown %s is INVALID_ACCOUNT_SCOPE', async (field) => {
  const { warehouseId, brokerId, orderId } = ids
  const body = { accountId: test.accountId, warehouseId, brokerId, orderIds: [orderId], [field]: 'xx_unknown' }
  const answer = await test.call('planExport', { body })
  expect([answer.status, answer.json['errorCode'], answer.json['field']]).toEqual([403, 'INVALID_ACCOUNT_SCOPE', field])
})

it('unknown orders are named, all of them', async () => {
  const { warehouseId, brokerId, orderId } = ids
  const orderIds = ['ord_x1', orderId, 'ord_x2']
  const answer = await test.call('planExport', {
    body: { accountId: test.accountId, warehouseId, brokerId, orderIds },
  })
  expect([answer.status, answer.json['errorCode']]).toEqual([422, 'UNKNOWN_ORDER'])
  expect(issuesOf(answer).map(({ path }) => path)).toEqual(['orderIds.0', 'orderIds.2'])
})

it('another account sees an export exactly as it sees none', async () => {
  const { warehouseId, brokerId, orderId } = ids
  const planned = await test.call('planExport', {
    body: { accountId: test.accountId, warehouseId, brokerId, orderIds: [orderId], asOf: '2026-11-21' },
  })
  const id = String(planned.json['exportId'])
  const apiKey = await test.addKey('acc_other')
  const bare = ({ text }: Answer, shown: string): string =>
    text.replace(/"requestId":"[^"]+"/, '').replaceAll(shown, 'ID')
  const foreign = await test.call('inspectExport', { path: { id }, apiKey })
  const unknown = await test.call('inspectExport', { path: { id: 'batch_unknown' }, apiKey })
  expect([foreign.status, foreign.json['errorCode']]).toEqual([404, 'EXPORT_NOT_FOUND'])
  expect(bare(foreign, id)).toBe(bare(unknown, 'batch_unknown'))
  const evidence = [
    await test.call('downloadEvidence', { path: { id }, apiKey }),
    await test.call('downloadEvidence', { path: { id: 'batch_unknown' }, apiKey }),
  ].map((answer) => bare(answer, id).replaceAll('batch_unknown', 'ID'))
  expect(new Set(evidence)).toEqual(new Set([bare(foreign, id)]))
  const execute = await test.call('executeExport', { body: { accountId: 'acc_other', batchId: id }, apiKey })
  expect([execute.status, execute.json['errorCode']]).toEqual([404, 'EXPORT_NOT_FOUND'])
})

it('an artifact that no package has is a VALIDATION_ERROR, a package that is unknown NOT_FOUND', async () => {
  const type = await test.call('downloadArtifact', { path: { id: 'cp_unknown', artifact_type: 'cci_doc' } })
  expect([type.status, type.json['field']]).toEqual([400, 'artifact_type'])
  const unknown = await test.call('downloadArtifact', { path: { id: 'cp_unknown', artifact_type: 'cci_csv' } })
  expect([unknown.status, unknown.json['errorCode']]).toEqual([404, 'NOT_FOUND'])
})
