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

it.each([
  ['a missing field', () => orders({ destinationCountry: undefined }), 'items.0.destinationCountry', 'invalid_type'],
  ['a wrong type', () => orders({}, { quantity: 'many' }), 'items.0.items.0.quantity', 'invalid_type'],
  ['an unknown field', () => orders({}, { qty: 1 }), 'items.0.items.0.qty', 'unrecognized_keys'],
  ['a negative quantity', () => orders({}, { quantity: -1 }), 'items.0.items.0.quantity', 'too_small'],
  ['a quantity of zero', () => orders({}, { quantity: 0 }), 'items.0.items.0.quantity', 'too_small'],
  [
    'five decimals of a dollar',
    () => orders({}, { unitValueUsd: 1.00001 }),
    'items.0.items.0.unitValueUsd',
    'not_multiple_of',
  ],
  ['too large a number', () => orders({}, { unitValueUsd: 1e30 }), 'items.0.items.0.unitValueUsd', 'too_big'],
  ['a day that does not exist', () => orders({ saleDate: '2026-02-30' }), 'items.0.saleDate', 'invalid_date'],
  ['an unknown word', () => orders({ incoterm: 'FREE' }), 'items.0.incoterm', 'invalid_enum_value'],
  ['lower-case country', () => orders({ destinationCountry: 'us' }), 'items.0.destinationCountry', 'invalid_string'],
  ['an empty list', () => ({ accountId: test.accountId, items: [] }), 'items', 'too_small'],
  ['a list as body', () => [], '', 'invalid_type'],
  [
    'letters in an HTSUS number',
    () => orders({}, { ch99Codes: ['9903.AB'] }),
    'items.0.items.0.ch99Codes.0',
    'invalid_string',
  ],
  ['a key of 256 characters', () => ({ ...orders(), idempotencyKey: 'k'.repeat(256) }), 'idempotencyKey', 'too_big'],
] as const)('%s is a VALIDATION_ERROR that names the field', async (...[, body, path, code]) => {
  const answer = await sendOrders(body())
  expect(answer.json).toMatchObject({
    errorCode: 'VALIDATION_ERROR',
    message: 'Request validation failed.',
    field: path,
  })
  expect(issuesOf(answer)).toMatchObject([{ path, code }])
  expect(issuesOf(answer)[0]?.message).toMatch(/(?:Send|Give|Remove|Round|Shorten|Expected)/)
})

it('every issue is named at once', async () => {
  const answer = await sendOrders({ accountId: 5, items: [{ externalId: '' }], extra: true })
  expect(
    issuesOf(answer)
      .map(({ path, code }) => `${path} ${code}`)
      .sort(),
  ).toEqual([
    'accountId invalid_type',
    'extra unrecognized_keys',
    'items.0.destinationCountry invalid_type',
    'items.0.externalId invalid_string',
    'items.0.externalId too_small',
    'items.0.items invalid_type',
  ])
})

it('no more than 1,000 issues of a hundred thousand are listed', async () => {
  const items = Array.from({ length: 100_000 }, () => ({ a: 1 }))
  const answer = await sendOrders({ accountId: test.accountId, items })
  expect(issuesOf(answer)).toHaveLength(1_000)
})

it('a value in a message is shortened and its control characters are escaped', async () => {
  const answer = await sendOrders(orders({ destinationCountry: `\u001b[31m${'x'.repeat(200)}` }))
  const [issue] = issuesOf(answer)
  expect(issue?.message).not.toContain('\u001b')
  expect(issue?.message.length).toBeLessThan(300)
})

it('letters in a product HTSUS number are refused with the rule', async () => {
  const answer = await test.call('syncProducts', {
    body: { accountId: test.accountId, items: [{ externalId: 'BAD-HTS', htsCode: '61AB.10' }] },
  })
  expect(answer.json['field']).toBe('items.0.htsCode')
  expect(issuesOf(answer)[0]?.message).toMatch(/^"61AB\.10" cannot be read\. Expected: HTSUS number\. Dots and spaces/)
})

it('a secret that is too short does not come back', async () => {
  const submission = { type: 'email', email: 'entries@broker.example', secret: 'hunter2' }
  const answer = await test.call('syncBrokers', {
    body: { accountId: test.accountId, items: [{ externalId: 'BAD-BR', name: 'B', submission }] },
  })
  expect(answer.json['field']).toBe('items.0.submission.secret')
  expect(answer.text).not.toContain('hunter2')
})

it('an order id that stands twice is a duplicate', async () => {
  const { warehouseId, brokerId, orderId } = ids
  const body = { accountId: test.accountId, warehouseId, brokerId, orderIds: [orderId, orderId] }
  const answer = await test.call('planExport', { body })
  expect(issuesOf(answer)).toMatchObject([{ path: 'orderIds.1', code: 'duplicate' }])
})

it('empty orderIds are too few', async () => {
  const { warehouseId, brokerId } = ids
  const answer = await test.call('planExport', {
    body: { accountId: test.accountId, warehouseId, brokerId, orderIds: [] },
  })
  expect(issuesOf(answer)).toMatchObject([{ path: 'orderIds', code: 'too_small' }])
})

it.each([
  ['?limit=0', 'limit', 'too_small'],
  ['?limit=ten', 'limit', 'invalid_type'],
  ['?state=lost', 'state', 'invalid_enum_value'],
  ['?createdAfter=yesterday', 'createdAfter', 'invalid_date'],
  ['?limt=5', 'limt', 'unrecognized_keys'],
  ['?limit=5&limit=6', 'limit', 'duplicate'],
])('the query %s is a VALIDATION_ERROR', async (query, path, code) => {
  const answer = await test.call('listExports', { query })
  expect([answer.status, answer.json['field']]).toEqual([400, path])
  expect(issuesOf(answer)).toMatchObject([{ path, code }])
})

it.each([
  ['k'.repeat(256), 'too_big'],
  ['"open', 'invalid_string'],
  ['""', 'too_small'],
  ['"a";b=1', 'invalid_string'],
])('the key %s in the header is a VALIDATION_ERROR', async (given, code) => {
  const answer = await test.call('syncOrders', { body: orders(), headers: { 'idempotency-key': given } })
  expect(answer.json).toMatchObject({ errorCode: 'VALIDATION_ERROR', field: 'Idempotency-Key' })
  expect(issuesOf(answer)).toMatchObject([{ path: 'Idempotency-Key', code }])
})
