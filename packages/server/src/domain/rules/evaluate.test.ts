import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import {
  completeInputs,
  completeLine,
  completeOrder,
  completeProduct,
  inputsWithoutProductFacts,
} from '../../testing/complete-inputs.ts'
import { evaluateExport, evaluateOrders } from './evaluate.ts'
import { distinctFindings, type Finding } from './findings.ts'
import type { PlanInputs, PlannedLine, PlannedOrder, PlannedProduct } from './plan-inputs.ts'
import { resolveRules } from './rule-pack.ts'

const rules = resolveRules(loadRulePack(), '2026-11-21')

const origin = fc.option(fc.constantFrom('CA', 'CN', 'VN', 'CU', 'US', 'XX'), { nil: undefined })
const source = fc.constantFrom('owner' as const, 'default' as const)

const product: fc.Arbitrary<PlannedProduct> = fc.record(
  {
    description: fc.constantFrom('gift', "Men's cotton T-shirt, knitted"),
    uom: fc.constantFrom('C62', 'SET'),
    htsCode: fc.constantFrom('6109100012', '8471300100', '9801001012', '61091', '9101114000'),
    countryOfOrigin: fc.constantFrom('CA', 'CN', 'US'),
    unitNetWeightG: fc.constant('180'),
    preference: fc.constant({ program: 'USMCA' as const }),
    provenance: fc.dictionary(fc.constantFrom('countryOfOrigin', 'htsCode', 'a/b~c'), fc.record({ source })),
  },
  { requiredKeys: [] },
)

const line = (productIds: readonly string[]): fc.Arbitrary<PlannedLine> =>
  fc
    .record({ productId: fc.constantFrom(...productIds), quantity: fc.integer({ min: 1, max: 500 }), lot: origin })
    .map(({ productId, quantity, lot }) => ({
      productId,
      quantity,
      unitValueUsd: 10,
      ...(lot === undefined ? {} : { countryOfOrigin: lot }),
    }))

const productIds = ['prod_1', 'prod_2', 'prod_3']

const inputs: fc.Arbitrary<PlanInputs> = fc
  .record({
    products: fc.array(product, { minLength: 3, maxLength: 3 }),
    orders: fc.array(fc.array(line(productIds), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
  })
  .map(({ products, orders }) => ({
    ...completeInputs,
    products: Object.fromEntries(products.map((facts, index) => [`prod_${index + 1}`, facts])),
    orders: Object.fromEntries(orders.map((items, index) => [`ord_${index + 1}`, { ...completeOrder, items }])),
  }))

/** Findings and treatments of every order, as plain values. */
function judged(all: PlanInputs): { orderId: string; findings: readonly Finding[]; treatments: object[] }[] {
  return evaluateOrders(all, rules).map(({ orderId, findings, goods }) => ({
    orderId,
    findings,
    treatments: goods.map(({ treatment }) => treatment()),
  }))
}

describe('the evaluation of orders', () => {
  it('finds on each order what it finds on that order alone, with nothing cached before', () => {
    fc.assert(
      fc.property(inputs, (all) => {
        for (const judgement of judged(all)) {
          const alone: PlanInputs = { ...all, orders: pick(all.orders, judgement.orderId) }
          expect(judged(alone)).toEqual([judgement])
        }
      }),
    )
  })

  it('finds on a lot what it finds on a product that has the facts of the lot', () => {
    fc.assert(
      fc.property(product, fc.constantFrom('CA', 'CN', 'CU', 'US', 'VN'), (facts, lotOrigin) => {
        const source = { countryOfOrigin: { source: 'owner' as const } }
        const own = { ...facts, provenance: { ...facts.provenance, ...source }, countryOfOrigin: lotOrigin }
        const byProduct = said(oneLine(own, completeLine))
        const byLot = said(oneLine(facts, { ...completeLine, countryOfOrigin: lotOrigin, provenance: source }))
        expect(byLot).toEqual(byProduct)
      }),
    )
  })

  it('does not depend on the order in which records stand', () => {
    fc.assert(
      fc.property(inputs, (all) => {
        const turned: PlanInputs = { ...all, orders: reversed(all.orders), products: reversed(all.products) }
        expect(judged(turned)).toEqual(judged(all))
        expect(evaluateExport(turned, evaluateOrders(turned, rules).toReversed(), rules)).toEqual(
          evaluateExport(all, evaluateOrders(all, rules), rules),
        )
      }),
    )
  })

  it('shares one finding about a product among all its lines', () => {
    const order: PlannedOrder = { ...completeOrder, items: [completeLine, completeLine] }
    const shared = { ...inputsWithoutProductFacts('countryOfOrigin', 'uom'), orders: { ord_1: order, ord_2: order } }
    const evaluations = evaluateOrders(shared, rules)
    const distinct = distinctFindings(evaluations.map(({ findings }) => findings))
    const aboutProduct = distinct.filter(({ pointer }) => pointer.startsWith('/products/'))
    expect(aboutProduct.map(({ pointer }) => pointer)).toEqual([
      '/products/prod_1/uom',
      '/products/prod_1/countryOfOrigin',
      '/products/prod_1/htsCode',
    ])
    expect(aboutProduct.map(({ orderId, productId }) => ({ orderId, productId }))).toEqual([
      { orderId: undefined, productId: 'prod_1' },
      { orderId: undefined, productId: 'prod_1' },
      { orderId: undefined, productId: 'prod_1' },
    ])
  })

  it('tells a finding about a lot apart from the same product in another lot', () => {
    const items = [completeLine, { ...completeLine, countryOfOrigin: 'CU' }]
    const inputs = { ...completeInputs, orders: { ord_1: { ...completeOrder, items } } }
    const embargo = evaluateOrders(inputs, rules)[0]?.findings.filter(({ ruleId }) => ruleId === 'ORG-04')
    expect(embargo).toMatchObject([
      { pointer: '/orders/ord_1/items/1/countryOfOrigin', orderId: 'ord_1', lineId: '2', productId: 'prod_1' },
    ])
  })

  it('reads the source of a lot fact on the line', () => {
    const lot = {
      ...completeLine,
      countryOfOrigin: 'MX',
      provenance: { countryOfOrigin: { source: 'default' as const } },
    }
    const pointers = (line: PlannedLine): string[] =>
      oneLine(completeProduct, line)
        .filter(({ ruleId }) => ruleId === 'INV-08')
        .map(({ pointer }) => pointer)
    expect(pointers(lot)).toEqual(['/orders/ord_1/items/0/provenance/countryOfOrigin'])
    expect(pointers({ ...completeLine, countryOfOrigin: 'MX' })).toEqual([
      '/orders/ord_1/items/0/provenance/countryOfOrigin',
    ])
  })

  it('escapes the names in a pointer', () => {
    const facts = { ...completeProduct, provenance: { 'a/b~c': { source: 'default' as const } } }
    expect(oneLine(facts, completeLine).map(({ pointer }) => pointer)).toContain('/products/prod_1/provenance/a~1b~0c')
  })
})

function oneLine(facts: PlannedProduct, item: PlannedLine): readonly Finding[] {
  const inputs = {
    ...completeInputs,
    products: { prod_1: facts },
    orders: { ord_1: { ...completeOrder, items: [item] } },
  }
  return evaluateOrders(inputs, rules)[0]?.findings ?? []
}

/** What the findings say, without where the fact stands. */
function said(findings: readonly Finding[]): string[] {
  return findings.map(({ ruleId, severity, code, message }) => `${severity} ${ruleId} ${code} ${message}`).sort()
}

function pick<Value>(records: Readonly<Record<string, Value>>, id: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(records).filter(([key]) => key === id))
}

function reversed<Value>(records: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(records).toReversed())
}
