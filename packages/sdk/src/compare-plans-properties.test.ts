import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { comparePlans, comparePlansInSteps } from './compare-plans.ts'
import type { PlanSnapshot } from './contract/index.ts'

const word = fc.constantFrom('a', 'b', '/', '~', '#', 'lineId')
const value = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<unknown>(null, true, 0, 1, '', 'x'),
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(word, tie('node'), { maxKeys: 3 }),
  ),
})).node
const facts = fc.dictionary(word, value, { maxKeys: 3 })
const id = fc.constantFrom('ord_1', 'ord_2', 'ord_3')
const decided = fc.record({
  code: fc.constantFrom('CHECK' as const, 'QUESTION' as const),
  pointer: fc.constantFrom('/orders/ord_1/x', '/products/prod_a/y', '/shipment', ''),
  ruleId: fc.constantFrom('INV-07', 'PGA-EPA-ODS/HFC'),
  ruleRevision: fc.constantFrom('2026-11-21', '2027-01-01'),
  severity: fc.constantFrom('BLOCK' as const, 'INFO' as const),
})
const lines = fc.array(fc.record({ lineId: word, productId: fc.constantFrom('prod_a', 'prod_b'), q: value }), {
  maxLength: 3,
})
const treatment = fc.record({
  order_id: id,
  line_id: word,
  trade_actions: fc.array(fc.record({ program: word, heading: fc.option(word), rate: word }), { maxLength: 3 }),
  pga: fc.array(fc.record({ program: word, status: word }), { maxLength: 2 }),
})
const snapshot: fc.Arbitrary<PlanSnapshot> = fc.record({
  v: fc.constant(1 as const),
  inputs: fc.record({
    orders: fc.dictionary(id, fc.record({ items: lines, note: value }), { maxKeys: 2 }),
    products: fc.dictionary(fc.constantFrom('prod_a', 'prod_b'), facts, { maxKeys: 2 }),
    warehouse: facts,
    broker: facts,
    profile: facts,
    shipment: facts,
  }),
  decision: fc.record({
    readiness: fc.constantFrom('READY' as const, 'BLOCKED' as const),
    included: fc.array(id, { maxLength: 3 }),
    excluded: fc.array(id, { maxLength: 3 }),
    findings: fc.array(decided, { maxLength: 4 }),
    treatments: fc.array(treatment, { maxLength: 3 }),
    units: fc.array(fc.record({ entryType: word, orders: fc.array(id, { maxLength: 2 }) }), { maxLength: 2 }),
    strategy: fc.constantFrom('HOLD' as const, 'SPLIT' as const),
  }),
})

it('there are no differences if and only if they are equal', () => {
  fc.assert(
    fc.property(snapshot, snapshot, (before, after) => {
      const isEqual = canonicalJson(before) === canonicalJson(after)
      expect(comparePlans(before, after).differences.length === 0).toBe(isEqual)
      expect(comparePlans(before, JSON.parse(JSON.stringify(before))).differences).toEqual([])
    }),
  )
})

it('a decision or an input that alone was exchanged is found', () => {
  fc.assert(
    fc.property(snapshot, snapshot, (before, other) => {
      for (const part of Object.keys(before.decision)) {
        const after = {
          ...before,
          decision: { ...before.decision, ...Object.fromEntries([[part, Reflect.get(other.decision, part)]]) },
        }
        const { differences } = comparePlans(before, after)
        const isEqual = canonicalJson(before) === canonicalJson(after)
        expect(differences.length === 0).toBe(isEqual)
        expect(differences.every(({ pointer }) => pointer.startsWith(`/decision/${part}`))).toBe(true)
      }
    }),
  )
})

it('the same pointers come whichever is first, with the sides exchanged', () => {
  fc.assert(
    fc.property(snapshot, snapshot, (before, after) => {
      const there = comparePlans(before, after).differences
      const back = comparePlans(after, before).differences
      const sides = there.map(({ pointer, before: old, after: next }) => ({ pointer, before: next, after: old }))
      expect(back.map(({ pointer, before: old, after: next }) => ({ pointer, before: old, after: next }))).toEqual(
        sides,
      )
    }),
  )
})

it('a pointer stands once', () => {
  fc.assert(
    fc.property(snapshot, snapshot, (before, after) => {
      const pointers = comparePlans(before, after).differences.map(({ pointer }) => pointer)
      expect(new Set(pointers).size).toBe(pointers.length)
    }),
  )
})

it('the first differences in steps are those of all, and the others are counted', () => {
  fc.assert(
    fc.property(snapshot, snapshot, fc.integer({ min: 1, max: 8 }), (before, after, limit) => {
      const { differences, readiness } = comparePlans(before, after)
      const steps = comparePlansInSteps(before, after, limit)
      let step = steps.next()
      while (step.done !== true) step = steps.next()
      expect(step.value).toEqual({
        readiness,
        differences: differences.slice(0, limit),
        truncated: Math.max(0, differences.length - limit),
      })
    }),
  )
})
