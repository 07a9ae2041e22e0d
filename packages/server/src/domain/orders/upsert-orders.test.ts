import type { OrderInput } from '@entrygo/sdk/contract'
import { expect, it } from 'vitest'
import { aLine } from '../../testing/builders.ts'
import type { StoredRecord } from '../records.ts'
import { isRefusal } from '../refusal.ts'
import type { Upserted } from '../setup/upsert-records.ts'
import { unknownProductIssues } from './unknown-products.ts'
import { upsertOrders } from './upsert-orders.ts'

const order: OrderInput = {
  externalId: 'SO-1',
  destinationCountry: 'US',
  items: [
    { productId: 'prod_b', quantity: 3, unitValueUsd: 0.335, ch99Codes: ['9903.88.03'] },
    { productId: 'prod_a', quantity: 2.5, unitValueUsd: 19.99 },
  ],
  metadata: { zebra: 1, apple: { b: 2, a: 1 } },
}

it('a new order is stored with line ids, digits, exact values and the invoice currency', () => {
  expect(upserted([order])).toEqual({
    records: [
      {
        kind: 'order',
        id: 'ord_1',
        externalId: 'SO-1',
        rev: 1,
        doc: {
          id: 'ord_1',
          externalId: 'SO-1',
          destinationCountry: 'US',
          invoiceCurrency: 'USD',
          items: [
            {
              lineId: '1',
              lineValueUsd: 1.01,
              productId: 'prod_b',
              quantity: 3,
              unitValueUsd: 0.335,
              ch99Codes: ['99038803'],
            },
            { lineId: '2', lineValueUsd: 49.98, productId: 'prod_a', quantity: 2.5, unitValueUsd: 19.99 },
          ],
          lineCount: 2,
          totalValueUsd: 50.99,
          metadata: { zebra: 1, apple: { b: 2, a: 1 } },
        },
        secret: null,
        executedExport: null,
      },
    ],
    answers: [expect.objectContaining({ id: 'ord_1', created: true, totalValueUsd: 50.99 })],
  })
})

it('an answer opens with id, externalId and created', () => {
  expect(Object.keys(upserted([order]).answers[0] ?? {}).slice(0, 3)).toEqual(['id', 'externalId', 'created'])
})

it('metadata keeps the order of its members', () => {
  expect(JSON.stringify(upserted([order]).records[0]?.doc.metadata)).toBe('{"zebra":1,"apple":{"b":2,"a":1}}')
})

it('an order that says the same in another member order is not written', () => {
  const stored = storedAfter([order])
  const { items, metadata, ...head } = order
  const again = upsertOrders([{ metadata: { ...metadata }, items, ...head }], stored, failingId)
  expect(again).toEqual({ records: [], answers: [expect.objectContaining({ id: 'ord_1', created: false })] })
})

it('a changed order keeps its id and its execution and gets the next revision', () => {
  const stored = new Map(
    [...storedAfter([order])].map(([key, record]) => [key, { ...record, executedExport: 'batch_1' }]),
  )
  const changed = upsertOrders([{ ...order, destinationRegion: 'NY' }], stored, failingId)
  if (isRefusal(changed)) throw new Error(changed.message)
  expect(changed.records).toEqual([expect.objectContaining({ id: 'ord_1', rev: 2, executedExport: 'batch_1' })])
  expect(changed.records[0]?.doc.destinationRegion).toBe('NY')
})

it('lines are replaced, not merged', () => {
  const changed = upsertOrders([{ ...order, items: order.items.slice(1) }], storedAfter([order]), failingId)
  if (isRefusal(changed)) throw new Error(changed.message)
  expect(changed.records[0]?.doc).toMatchObject({ lineCount: 1, totalValueUsd: 49.98, items: [{ lineId: '1' }] })
})

it('answers stand in the order of the request, changed or not', () => {
  const stored = storedAfter([order])
  const both = upsertOrders([{ ...order, externalId: 'SO-0' }, order], stored, () => 'ord_2')
  if (isRefusal(both)) throw new Error(both.message)
  expect(both.answers.map(({ id, created }) => [id, created])).toEqual([
    ['ord_2', true],
    ['ord_1', false],
  ])
})

it('equal input gives equal bytes, whatever the order of its members', () => {
  const reversed: OrderInput = { ...order, items: order.items.map((line) => reverse(line)) }
  expect(JSON.stringify(upserted([reverse(reversed)]).records)).toBe(JSON.stringify(upserted([order]).records))
})

it('a member that a prototype could take stays what it is', () => {
  const hostile: OrderInput = { ...order, metadata: JSON.parse('{"__proto__":{"lineCount":9}}') }
  expect(JSON.stringify(upserted([hostile]).records[0]?.doc.metadata)).toBe('{"__proto__":{"lineCount":9}}')
})

it('every issue of every order is named and nothing is stored', () => {
  const wrong: OrderInput = {
    ...order,
    items: [
      { productId: 'prod_a', quantity: 1, unitValueUsd: 1, lineId: '2' },
      { productId: 'prod_a', quantity: 1, unitValueUsd: 1 },
    ],
    packages: [
      { id: 'P1', contents: [{ lineId: '7', quantity: 1 }] },
      { id: 'P1', contents: [{ lineId: '2', quantity: 1 }] },
    ],
  }
  expect(upsertOrders([order, wrong, order], new Map(), failingId)).toEqual({
    refused: true,
    errorCode: 'VALIDATION_ERROR',
    message: 'Request validation failed.',
    field: 'items.1.externalId',
    details: {
      issues: [
        issue('items.1.externalId', 'externalId SO-1 stands at position 0 already; give each its own.', 'duplicate'),
        issue('items.2.externalId', 'externalId SO-1 stands at position 0 already; give each its own.', 'duplicate'),
        issue('items.1.items.1.lineId', 'lineId 2 stands at position 0 already; give each its own.', 'duplicate'),
        issue('items.1.packages.1.id', 'Package P1 stands at position 0 already; give each its own.', 'duplicate'),
        issue(
          'items.1.packages.0.contents.0.lineId',
          'The order has no line 7; name one of its lines.',
          'unknown_reference',
        ),
      ],
    },
  })
})

it('an order of more lines than the contract allows is refused', () => {
  const items = Array.from({ length: 201 }, () => ({ productId: 'prod_a', quantity: 1, unitValueUsd: 1 }))
  expect(upsertOrders([{ ...order, items }], new Map(), failingId)).toMatchObject({
    field: 'items.0.items',
    details: { issues: [{ code: 'too_big' }] },
  })
})

it('an order whose total no JSON number carries to the cent is refused', () => {
  const items = [{ productId: 'prod_a', quantity: 99_999_999_999, unitValueUsd: 101 }]
  expect(upsertOrders([{ ...order, items }], new Map(), failingId)).toMatchObject({
    details: {
      issues: [
        {
          path: 'items.0.items',
          code: 'too_big',
          message: 'The lines add up to 10099999999899.00 USD; an order is worth up to 9999999999999.99 USD.',
        },
      ],
    },
  })
})

it('unknown products are named all at once, with their place', () => {
  expect(unknownProductIssues([order, order], new Set(['prod_a'])).map(({ path }) => path)).toEqual([
    'items.0.items.0.productId',
    'items.1.items.0.productId',
  ])
})

it('of more lines than an answer lists, every unknown product is named by its first line', () => {
  const lines = Array.from({ length: 200 }, () => aLine('prod_x'))
  const orders = [...Array.from({ length: 6 }, () => ({ items: lines })), { items: [aLine('prod_y')] }]
  expect(unknownProductIssues(orders, new Set()).map(({ path }) => path)).toEqual([
    'items.0.items.0.productId',
    'items.6.items.0.productId',
  ])
})

function upserted(items: readonly OrderInput[]): Upserted<'order'> {
  const result = upsertOrders(items, new Map(), () => 'ord_1')
  if (isRefusal(result)) throw new Error(result.message)
  return result
}

function storedAfter(items: readonly OrderInput[]): Map<string, StoredRecord<'order'>> {
  return new Map(upserted(items).records.map((record) => [record.externalId, JSON.parse(JSON.stringify(record))]))
}

function failingId(): string {
  throw new Error('No new id is needed.')
}

function reverse<Value extends object>(value: Value): Value {
  return JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(value).reverse())))
}

function issue(path: string, message: string, code: string): object {
  return { path, message, code }
}
