import { expect, it } from 'vitest'
import { fingerprintOf, sha256Hex } from './fingerprint.ts'

const sync = {
  method: 'POST',
  path: '/api/orders/sync',
  body: { accountId: 'acc_1', items: [{ quantity: 1, unitValueUsd: 2 }] },
}

it('does not depend on the order of keys', () => {
  const other = { items: [{ unitValueUsd: 2, quantity: 1 }], accountId: 'acc_1' }
  expect(fingerprintOf({ ...sync, body: other })).toBe(fingerprintOf(sync))
})

it('does not depend on the idempotency key in the body', () => {
  expect(fingerprintOf({ ...sync, body: { ...sync.body, idempotencyKey: 'nightly' } })).toBe(fingerprintOf(sync))
})

it('does not depend on how a number is written', () => {
  const parsed: object = JSON.parse('{"items":[{"quantity":1.0,"unitValueUsd":2e0}],"accountId":"acc_1"}')
  expect(fingerprintOf({ ...sync, body: parsed })).toBe(fingerprintOf(sync))
})

it.each([
  { ...sync, method: 'PUT' },
  { ...sync, path: '/api/products/sync' },
  { ...sync, body: { ...sync.body, accountId: 'acc_2' } },
])('differs when the request is another: %j', (other) => {
  expect(fingerprintOf(other)).not.toBe(fingerprintOf(sync))
})

it('hashes text as UTF-8', () => {
  expect(sha256Hex('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c')
})
