import { expect, expectTypeOf, it } from 'vitest'
import { createEntryGo, type EntryGo } from './client.ts'
import type { ExportSummary, StoredProduct } from './contract/index.ts'
import { recordsOf } from './records-of.ts'
import { json, type ScriptedServer, startScriptedServer } from './transport/scripted-server.conformance.ts'

function clientOf(server: ScriptedServer): EntryGo {
  return createEntryGo({ baseUrl: server.url, apiKey: 'eg_test_1', retry: false })
}

async function skusOf(products: AsyncIterable<StoredProduct>): Promise<string[]> {
  const skus: string[] = []
  for await (const { sku } of products) skus.push(sku)
  return skus
}

function product(sku: string): StoredProduct {
  return { id: `prod_${sku}`, externalId: sku, sku }
}

it('records come page after page, with the filters of the first request', async () => {
  await using server = await startScriptedServer(
    json({ data: [product('HAT'), product('CUP')], next_cursor: 'two' }),
    json({ data: [], next_cursor: 'three' }),
    json({ data: [product('MAP')], next_cursor: null }),
  )
  const products = recordsOf(clientOf(server).products.list, { externalId: ['HAT', 'CUP', 'MAP'], limit: 2 })
  expect(await skusOf(products)).toEqual(['HAT', 'CUP', 'MAP'])
  const filters = '/api/products?externalId=HAT&externalId=CUP&externalId=MAP&limit=2'
  expect(server.requests.map(({ url }) => url)).toEqual([filters, `${filters}&cursor=two`, `${filters}&cursor=three`])
})

it('a page that nobody reaches is not asked for', async () => {
  await using server = await startScriptedServer(json({ data: [product('HAT')], next_cursor: 'two' }))
  for await (const { sku } of recordsOf(clientOf(server).products.list, {})) {
    expect(sku).toBe('HAT')
    break
  }
  expect(server.requests).toHaveLength(1)
})

it('an error of a page is the error of the loop, and what came before it stands', async () => {
  await using server = await startScriptedServer(
    json({ data: [product('HAT')], next_cursor: 'two' }),
    json({ errorCode: 'INVALID_API_KEY', message: 'No.', requestId: 'req_00000001', retryable: false }, 401),
  )
  const seen: string[] = []
  const reading = (async () => {
    for await (const { sku } of recordsOf(clientOf(server).products.list, {})) seen.push(sku)
  })()
  await expect(reading).rejects.toMatchObject({ code: 'INVALID_API_KEY', operation: 'listProducts' })
  expect(seen).toEqual(['HAT'])
})

it.each([
  ['the page itself', ['one', 'one'], 2],
  ['a page before it', ['one', 'two', 'three', 'one'], 4],
  ['the first one', ['start'], 1],
])('a cursor that leads back to %s ends the reading with an error', async (_, cursors, requests) => {
  const pages = cursors.map((next_cursor) => json({ data: [product('HAT')], next_cursor }))
  await using server = await startScriptedServer(...pages)
  const products = recordsOf(clientOf(server).products.list, { cursor: 'start' })
  await expect(skusOf(products)).rejects.toMatchObject({
    kind: 'parse',
    code: 'INVALID_RESPONSE',
    operation: 'listProducts',
    field: 'next_cursor',
    retryable: false,
  })
  expect(server.requests).toHaveLength(requests)
})

it('a filter that the list does not have is refused by the compiler', () => {
  const client = createEntryGo({ baseUrl: 'https://api.example.com', apiKey: 'eg_test_1' })
  // @ts-expect-error The filter is called externalId.
  const wrong = (): unknown => recordsOf(client.orders.list, { externalIds: ['WEB-1'] })
  expect(wrong).toBeTypeOf('function')
})

it('exports are read the same way', () => {
  const client = createEntryGo({ baseUrl: 'https://api.example.com', apiKey: 'eg_test_1' })
  expectTypeOf(recordsOf(client.exports.list, { state: 'blocked' })).toEqualTypeOf<
    AsyncGenerator<ExportSummary, void, undefined>
  >()
})
