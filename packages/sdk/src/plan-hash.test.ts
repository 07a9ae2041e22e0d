import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { expect, it } from 'vitest'
import type { PlanSnapshot } from './contract/index.ts'
import { planHashOf, verifyPlan } from './plan-hash.ts'
import { deriveKey } from './transport/idempotency.ts'

const snapshot: PlanSnapshot = {
  v: 1,
  inputs: { shipment: {}, orders: { ord_1: { b: 1, a: 'é' } }, products: {}, warehouse: {}, broker: {}, profile: {} },
  decision: {
    readiness: 'READY',
    included: ['ord_1'],
    excluded: [],
    findings: [],
    treatments: [],
    units: [],
    strategy: 'FORMAL_03',
  },
}

function independently(value: unknown): string {
  return createHash('sha256')
    .update(String(canonicalize(value)))
    .digest('hex')
}

it('the hash is the SHA-256 of the RFC 8785 text', async () => {
  expect(await planHashOf(snapshot)).toBe(`sha256:${independently(snapshot)}`)
})

it('a plan is verified by its own snapshot', async () => {
  const planHash = `sha256:${independently(snapshot)}`
  expect(await verifyPlan({ planHash, snapshot })).toEqual({ matches: true, planHash, recomputed: planHash })
  const altered = { ...snapshot, decision: { ...snapshot.decision, included: [] } }
  expect(await verifyPlan({ planHash, snapshot: altered })).toMatchObject({ matches: false, planHash })
})

it('a plan without its snapshot cannot be verified, and the error says what to do', async () => {
  await expect(verifyPlan({ planHash: 'sha256:0' })).rejects.toMatchObject({
    kind: 'config',
    field: 'snapshot',
    message: 'The plan has no snapshot to recompute its hash from: plan with includeSnapshot.',
  })
})

it('a derived key follows from the content, not from the order of the members', async () => {
  expect(await deriveKey({ a: 1, b: [2] })).toBe(await deriveKey({ b: [2], a: 1 }))
  expect(await deriveKey({ a: 1, b: [2] })).toBe(independently({ a: 1, b: [2] }))
  expect(await deriveKey({ a: 1, b: [3] })).not.toBe(await deriveKey({ a: 1, b: [2] }))
})
