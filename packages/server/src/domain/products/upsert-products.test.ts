import { expect, it } from 'vitest'
import { isRefusal } from '../refusal.ts'
import { upsertProducts } from './upsert-products.ts'

it('a product is stored with the digits of its tariff number and its external id as sku', () => {
  const result = upsertProducts(
    [{ externalId: 'TEE-1', htsCode: '6109.10.00 12', pga: { cpsc: { status: 'data', data: { b: 1, a: 2 } } } }],
    new Map(),
    () => 'prod_1',
  )
  if (isRefusal(result)) throw new Error(result.message)
  expect(JSON.stringify(result.records[0]?.doc)).toBe(
    '{"externalId":"TEE-1","htsCode":"6109100012","id":"prod_1","pga":{"cpsc":{"data":{"a":2,"b":1},"status":"data"}},"sku":"TEE-1"}',
  )
})

it('a sku that is given stays', () => {
  const result = upsertProducts([{ externalId: 'TEE-1', sku: 'A' }], new Map(), () => 'prod_1')
  expect(result).toMatchObject({ answers: [{ id: 'prod_1', created: true, sku: 'A' }] })
})

it('too few digits are the business of the rules', () => {
  const result = upsertProducts([{ externalId: 'TEE-1', htsCode: '61' }], new Map(), () => 'prod_1')
  expect(result).toMatchObject({ answers: [{ htsCode: '61' }] })
})

it('a tariff number with letters is refused with its place', () => {
  expect(upsertProducts([{ externalId: 'TEE-1', htsCode: '6109A' }], new Map(), () => 'prod_1')).toMatchObject({
    errorCode: 'VALIDATION_ERROR',
    details: { issues: [{ path: 'items.0.htsCode', code: 'invalid_string' }] },
  })
})
