import { canonicalJson } from '@entrygo/sdk/canonical-json'
import { expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { anOrder, testAsOf } from '../../testing/builders.ts'
import { productCases } from '../../testing/customs-cases/products.ts'
import { readyGoods } from '../../testing/customs-cases/ready-goods.ts'
import { plannedRequest, planningRecords } from '../../testing/planning-records.ts'
import type { PlanningRecords } from '../records.ts'
import { type Planned, planExport } from './plan-export.ts'

const pack = loadRulePack()
const products = [...readyGoods, ...productCases].map(({ product }) => product)
const records: PlanningRecords = planningRecords({
  products,
  orders: products.map((_, index) => {
    const productIds = [index, index + 7, index].map((at) => `prod_${(at % products.length) + 1}`)
    const items = productIds.map((productId, line) => ({
      ...{ productId, lineId: String(line + 1), quantity: 12, unitValueUsd: 7.5, netWeightKg: '6' },
      ...(line === 2 ? ({ countryOfOrigin: 'GB' } as const) : {}),
    }))
    return anOrder('', { externalId: `order-${index}`, items })
  }),
})
const base = plan(records)

it('goods of every kind in another order, with their members in another order, give the same plan to the byte', () => {
  const reversed: PlanningRecords = reversedMembers(records)
  const again = plan({ ...reversed, orders: reversed.orders.toReversed(), products: reversed.products.toReversed() })
  expect(again.planHash).toBe(base.planHash)
  expect(again.snapshot).toBe(base.snapshot)
  expect(again.body).toEqual(base.body)
})

it('what is hashed of the treatments is canonical, and says what was decided without the words', () => {
  expect(base.snapshot).toBe(canonicalJson(JSON.parse(base.snapshot)))
  const { treatments }: { treatments: readonly unknown[] } = JSON.parse(base.snapshot).decision
  expect(treatments).toHaveLength(base.body.treatments.length)
  for (const [index, treatment] of base.body.treatments.entries()) {
    const { trade_actions, pga, ...line } = treatment
    expect(treatments[index]).toEqual({
      ...line,
      trade_actions: trade_actions.map(({ basis, heading, program, rate, ruleId, status }) => {
        return { basis, heading, program, rate, ruleId, status }
      }),
      pga: pga.map(({ citation: _, ...decided }) => decided),
    })
  }
})

it('lines of one product and origin say the same', () => {
  const ofProduct = new Map<string, string>()
  for (const { product_id, countryOfOrigin, trade_actions, pga } of base.body.treatments) {
    const key = `${product_id} ${countryOfOrigin}`
    const said = canonicalJson({ trade_actions, pga })
    expect(ofProduct.get(key) ?? said).toBe(said)
    ofProduct.set(key, said)
  }
  expect(ofProduct.size).toBeGreaterThan(products.length)
})

function plan(given: PlanningRecords): Planned {
  return planExport(given, plannedRequest(given), { asOf: testAsOf, pack })
}

function reversedMembers<Value>(value: Value): Value {
  const turned: unknown = turn(value)
  return JSON.parse(JSON.stringify(turned))
}

function turn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turn)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, member]) => [name, turn(member)]),
  )
}
