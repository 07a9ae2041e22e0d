import type { OperationId } from '@entrygo/sdk/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ReadyIds, readyBroker, readyOrder, readyWarehouse, syncReadyRecords } from '../testing/ready-records.ts'
import { type Answer, openTestApp, type TestApp } from '../testing/test-app.ts'

// `call` checks every answer against the contract.
let test: TestApp
let ids: ReadyIds

beforeAll(async () => {
  test = await openTestApp()
  ids = await syncReadyRecords(test)
})
afterAll(() => test.close())

async function sync(operation: OperationId, ...items: readonly object[]): Promise<Record<string, unknown>[]> {
  const { status, json } = await test.call(operation, { body: { accountId: test.accountId, items } })
  expect([status, json['details']]).toEqual([200, undefined])
  return Object(json['data'])
}

function externalIdsOf({ json }: Answer): string[] {
  return Object(json['data']).map(({ externalId }: { externalId: string }) => externalId)
}

interface Row {
  readonly kind: string
  readonly syncing: OperationId
  readonly listing: OperationId
  readonly getting: OperationId
  readonly itemOf: (externalId: string) => object
}

const rows: readonly Row[] = [
  {
    ...({ kind: 'order', syncing: 'syncOrders', listing: 'listOrders', getting: 'getOrder' } as const),
    itemOf: (externalId) => readyOrder(ids.productId, externalId),
  },
  {
    ...({ kind: 'product', syncing: 'syncProducts', listing: 'listProducts', getting: 'getProduct' } as const),
    itemOf: (externalId) => ({ externalId, sku: 'SKU-1', htsCode: '4901.99.00 93' }),
  },
  {
    ...({ kind: 'warehouse', syncing: 'syncWarehouses', listing: 'listWarehouses', getting: 'getWarehouse' } as const),
    itemOf: (externalId) => ({ ...readyWarehouse, externalId }),
  },
  {
    ...({ kind: 'broker', syncing: 'syncBrokers', listing: 'listBrokers', getting: 'getBroker' } as const),
    itemOf: (externalId) => ({ ...readyBroker, externalId }),
  },
]

describe.each(rows)('a synced $kind', ({ syncing, listing, getting, itemOf }) => {
  it('is read back as its sync answered it, by external id and by id', async () => {
    const [synced] = await sync(syncing, itemOf('BACK-1'))
    const { created, ...record } = Object(synced)
    expect(created).toBe(true)
    const listed = await test.call(listing, { query: '?externalId=BACK-1' })
    expect([listed.status, listed.json]).toEqual([200, { data: [record], next_cursor: null }])
    const got = await test.call(getting, { path: { id: record.id } })
    expect([got.status, got.json]).toEqual([200, record])
  })

  it('stands in the list newest first, page after page', async () => {
    for (const name of ['PAGE-1', 'PAGE-2', 'PAGE-3']) await sync(syncing, itemOf(name))
    const first = await test.call(listing, { query: '?limit=2' })
    expect(externalIdsOf(first)).toHaveLength(2)
    const all = await pages(listing)
    expect(all.slice(0, 3).toSorted()).toEqual(['PAGE-1', 'PAGE-2', 'PAGE-3'])
    expect(new Set(all).size).toBe(all.length)
  })

  it('is not found under an id that is no id of its kind', async () => {
    const { status, json } = await test.call(getting, { path: { id: 'whk_1' } })
    expect([status, json['errorCode'], json['field']]).toEqual([404, 'NOT_FOUND', 'id'])
  })
})

async function pages(listing: OperationId): Promise<string[]> {
  const found: string[] = []
  let cursor: unknown = null
  do {
    const answer = await test.call(listing, { query: cursor === null ? '?limit=1' : `?limit=1&cursor=${cursor}` })
    found.push(...externalIdsOf(answer))
    cursor = answer.json['next_cursor']
  } while (cursor !== null)
  return found
}

it('up to 100 external ids are asked for at once, and unknown ones are absent', async () => {
  const names = Array.from({ length: 100 }, (_, index) => `SKU-${index}`)
  await sync('syncProducts', ...names.slice(0, 60).map((externalId) => ({ externalId })))
  const query = (asked: readonly string[]): string =>
    `?limit=100&${asked.map((name) => `externalId=${name}`).join('&')}`
  const answer = await test.call('listProducts', { query: query(names) })
  expect(externalIdsOf(answer).toSorted()).toEqual(names.slice(0, 60).toSorted())
  const tooMany = await test.call('listProducts', { query: query([...names, 'SKU-100']) })
  expect([tooMany.status, tooMany.json['field']]).toEqual([400, 'externalId'])
})

it('an external id is compared letter by letter, whatever its letters are', async () => {
  await sync('syncProducts', { externalId: 'Tee & "Co" +1 é注/%' }, { externalId: 'TEE' })
  const found = await test.call('listProducts', { query: `?externalId=${encodeURIComponent('Tee & "Co" +1 é注/%')}` })
  expect(externalIdsOf(found)).toEqual(['Tee & "Co" +1 é注/%'])
  expect(externalIdsOf(await test.call('listProducts', { query: '?externalId=tee' }))).toEqual([])
})

it.each([
  ['limit=0', 'limit'],
  ['limit=101', 'limit'],
  ['limit=2&limit=3', 'limit'],
  ['cursor=zz', 'cursor'],
  ['cursor=', 'cursor'],
  ['externalId=', 'externalId.0'],
  ['externalId=A&externalId=%00', 'externalId.1'],
  [`externalId=${'x'.repeat(129)}`, 'externalId.0'],
  ['externalIds=A', 'externalIds'],
])('the query %s is refused by name', async (query, field) => {
  const { status, json } = await test.call('listOrders', { query: `?${query}` })
  expect([status, json['errorCode'], json['field']]).toEqual([400, 'VALIDATION_ERROR', field])
})

it.each([
  ['externalId=%ff', 'externalId', '"%ff"'],
  ['externalId=A&externalId=%ZZ', 'externalId', '"%ZZ"'],
  ['externalId=100%', 'externalId', '"100%"'],
  ['externalId=%ed%a0%80', 'externalId', '"%ed%a0%80"'],
  ['limit=%', 'limit', '"%"'],
  ['%ff=1', '%ff', '"1"'],
])('a query whose bytes are no text is refused with its bytes: %s', async (query, field, value) => {
  const { status, json } = await test.call('listOrders', { query: `?${query}` })
  const message = `The query parameter ${field} is ${value}, which is not UTF-8 in percent-encoding. Encode it as é is %C3%A9 and % is %25.`
  expect([status, json['errorCode'], json['field']]).toEqual([400, 'VALIDATION_ERROR', field])
  expect(json['details']).toEqual({ issues: [{ path: field, message, code: 'invalid_string' }] })
})

it('the cursor of one list is no cursor of another', async () => {
  await sync('syncProducts', { externalId: 'CURSOR-1' }, { externalId: 'CURSOR-2' })
  const { json } = await test.call('listProducts', { query: '?limit=1' })
  const { status } = await test.call('listOrders', { query: `?cursor=${json['next_cursor']}` })
  expect(status).toBe(400)
})

it('no secret is read back', async () => {
  const secret = `whsec_${'canary00'.repeat(4)}`
  const url = 'https://wms.example/hooks'
  await sync('syncBrokers', { ...readyBroker, externalId: 'HUSH', submission: { type: 'byob_webhook', url, secret } })
  await sync('syncWarehouses', {
    ...readyWarehouse,
    externalId: 'HUSH',
    notification: { channel: 'webhook', url, secret },
  })
  for (const [listing, getting] of [
    ['listBrokers', 'getBroker'],
    ['listWarehouses', 'getWarehouse'],
  ] as const) {
    const listed = await test.call(listing, { query: '?externalId=HUSH' })
    const [record] = Object(listed.json['data'])
    const got = await test.call(getting, { path: { id: record.id } })
    expect(listed.text + got.text).not.toContain(secret)
    expect(record.submission?.secretSet ?? record.notification?.secretSet).toBe(true)
  }
})

it('a page of long records is shorter than its limit, and leads on', async () => {
  const metadata = { note: 'x'.repeat(300_000) }
  const names = Array.from({ length: 8 }, (_, index) => `LONG-${index}`)
  for (const externalId of names) await sync('syncProducts', { externalId, metadata })
  const first = await test.call('listProducts', { query: '?limit=100' })
  expect(externalIdsOf(first)).toHaveLength(3)
  expect(first.json['next_cursor']).toEqual(expect.any(String))
})
