import { expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { aLine, anOrder, aProduct, aProfile, aUsParty, testAsOf } from '../../testing/builders.ts'
import { plannedRequest, planningRecords, type SetUp } from '../../testing/planning-records.ts'
import type { PlannedRequest } from '../records.ts'
import { type Planned, planExport, planInSteps } from './plan-export.ts'

const pack = loadRulePack()

it('an order with every fact is ready, and the plan says which groups of rules were looked at', () => {
  const { body, decision } = plan()
  expect(body).toMatchObject({
    readinessState: 'READY',
    flags: ['PARTY_SCREENING_NOT_DONE', 'SECTION_301_FORCED_LABOR', 'USMCA_CLAIMED'],
    missing_data: [],
    included_order_ids: ['ord_1'],
    excluded_order_ids: [],
    excluded: [],
    strategy: {
      hint: 'INFORMAL_11',
      reasons: ['The shipment of 150.00 USD is within 2,500.00 USD and the importer is a US importer.'],
    },
    rulePack: {
      id: 'us',
      version: '2026.10',
      asOf: '2026-11-24',
      validFrom: '2026-09-29',
      validThrough: '2026-11-30',
      groups: [
        ...['A232', 'ADC', 'C232', 'DATA', 'ENT', 'INV', 'M232', 'ORG', 'P232', 'PGA', 'PTY', 'T232', 'TRN', 'U232'],
        ...['W232', 'X122', 'X201', 'X301', 'X338', 'XEEP', 'Y232'],
      ],
    },
  })
  expect(decision).toMatchObject({ readiness: 'READY', included: ['ord_1'], excluded: [], strategy: 'INFORMAL_11' })
  expect(decision.units).toEqual([{ entryType: '11', orders: ['ord_1'] }])
})

it('each evaluated line has its treatment, those of excluded orders too', () => {
  const { body } = plan({
    orders: [anOrder('prod_1'), anOrder('prod_1', { externalId: 'order-1002', destinationCountry: 'CA' })],
  })
  const claimed = expect.objectContaining({ heading: '9903.05.93', status: 'applies', ruleId: 'X301-02' })
  const treatment = { htsCode: '4820200000', line_id: '1', pga: [], product_id: 'prod_1', trade_actions: [claimed] }
  expect(body.treatments).toEqual([
    { ...treatment, countryOfOrigin: 'CA', order_id: 'ord_1' },
    { ...treatment, countryOfOrigin: 'CA', order_id: 'ord_2' },
  ])
})

it('a plan in steps is the plan, each order a step at least', () => {
  const orders = Array.from({ length: 300 }, (_, index) => anOrder('prod_1', { externalId: `order-${index}` }))
  const records = planningRecords({ orders })
  const steps = planInSteps(records, plannedRequest(records), { asOf: testAsOf, pack })
  let count = 0
  let step = steps.next()
  for (; step.done !== true; step = steps.next()) count += 1
  expect(count).toBeGreaterThan(orders.length)
  expect(step.value).toEqual(plan({ orders }))
})

it("a line's own origin stands in its treatment", () => {
  const { body } = plan({ orders: [anOrder('prod_1', { items: [aLine('prod_1', { countryOfOrigin: 'MX' })] })] })
  expect(body.treatments.map(({ countryOfOrigin }) => countryOfOrigin)).toEqual(['MX'])
})

it('an order with a block is left out, and the one change that lets it in is named', () => {
  const { body, decision } = plan({
    products: [aProduct(), withoutFacts(aProduct({ externalId: 'p2' }), 'htsCode')],
    orders: [anOrder('prod_1'), anOrder('prod_2', { externalId: 'order-1002' })],
  })
  expect(body).toMatchObject({
    readinessState: 'READY',
    flags: expect.arrayContaining(['ORDERS_EXCLUDED']),
    included_order_ids: ['ord_1'],
    excluded_order_ids: ['ord_2'],
    strategy: {
      hint: 'SPLIT',
      reasons: [
        '1 blocked order is left out; the rest goes on.',
        'The shipment of 150.00 USD is within 2,500.00 USD and the importer is a US importer.',
      ],
    },
  })
  expect(body.excluded).toEqual([
    {
      order_id: 'ord_2',
      rule_ids: ['ENT-01'],
      release: { field: 'htsCode', pointer: '/products/prod_2/htsCode', allowed: [expect.any(String)] },
    },
  ])
  expect(decision).toMatchObject({ included: ['ord_1'], excluded: ['ord_2'] })
})

it('no single change is named for an order that several facts block', () => {
  const { body } = plan({ products: [withoutFacts(aProduct(), 'htsCode', 'countryOfOrigin')] })
  expect(body.excluded).toEqual([{ order_id: 'ord_1', rule_ids: ['ENT-01', 'INV-07'], release: null }])
})

it('nobody is told which true fact to change for goods that are barred', () => {
  const { body } = plan({ products: [withoutFacts(aProduct({ countryOfOrigin: 'CU' }), 'preference')] })
  expect(body.excluded).toEqual([{ order_id: 'ord_1', rule_ids: ['ORG-04'], release: null }])
  expect(body.flags).toContain('EMBARGO')
})

it('a claim that is not possible is released by leaving it out, not by another origin', () => {
  const { body } = plan({ products: [aProduct({ countryOfOrigin: 'VN' })] })
  const release = { field: 'preference', pointer: '/products/prod_1/preference', allowed: ['leave it out'] }
  expect(body.excluded).toEqual([{ order_id: 'ord_1', rule_ids: ['ORG-01'], release }])
})

it('a plan with no order left is blocked and holds', () => {
  const { body } = plan({ products: [withoutFacts(aProduct(), 'htsCode')] })
  expect(body).toMatchObject({
    readinessState: 'BLOCKED',
    included_order_ids: [],
    export_units: [],
    strategy: { hint: 'HOLD', reasons: ['The only order is blocked; none is left that could be entered.'] },
  })
})

it('a block on the shipment blocks the plan without excluding an order', () => {
  const { body } = plan({}, { shipment: { entryType: '86' } })
  expect(body).toMatchObject({
    readinessState: 'BLOCKED',
    included_order_ids: ['ord_1'],
    strategy: {
      hint: 'HOLD',
      reasons: [
        'A finding about the whole shipment blocks the entry: ENT-06.',
        'The shipment of 150.00 USD is within 2,500.00 USD, but another entry type than 11 is asked for.',
      ],
    },
  })
  expect(body.validationMessages[0]).toMatchObject({ ruleId: 'ENT-06', severity: 'BLOCK' })
})

it('a review keeps the order in and asks for a look', () => {
  const { body } = plan({ orders: [anOrder('prod_1', { packages: [] })] })
  expect(body).toMatchObject({ readinessState: 'REVIEW_REQUIRED', included_order_ids: ['ord_1'] })
  expect(body.validationMessages.find(({ ruleId }) => ruleId === 'INV-12')).toMatchObject({
    severity: 'REVIEW',
    order_id: 'ord_1',
    pointer: '/orders/ord_1/packages',
    fix: { field: 'packages' },
  })
})

it('every gap is named once, with the rules that ask and the orders that wait', () => {
  const { body } = plan({
    products: [withoutFacts(aProduct(), 'htsCode'), aProduct({ externalId: 'p2' })],
    orders: [
      anOrder('prod_1'),
      withoutFacts(anOrder('prod_2', { externalId: 'order-2' }), 'packages'),
      anOrder('prod_1', { externalId: 'order-3' }),
      anOrder('prod_2', { externalId: 'order-4' }),
    ],
    profile: withoutFacts(aProfile(), 'importer'),
  })
  expect(body.missing_data).toEqual([
    {
      order_id: 'ord_2',
      field: 'packages',
      pointer: '/orders/ord_2/packages',
      requiredBy: ['INV-12'],
      releases: ['ord_2'],
    },
    {
      product_id: 'prod_1',
      field: 'htsCode',
      pointer: '/products/prod_1/htsCode',
      requiredBy: ['ENT-01'],
      releases: ['ord_1', 'ord_3'],
    },
    {
      field: 'importer.iorNumber',
      pointer: '/profile/importer/iorNumber',
      requiredBy: ['ENT-09'],
      releases: ['ord_2', 'ord_4'],
    },
    {
      field: 'importer.isUsIor',
      pointer: '/profile/importer/isUsIor',
      requiredBy: ['ENT-11', 'ENT-12'],
      releases: ['ord_2', 'ord_4'],
    },
  ])
})

it('law is read on the entry date where there is one', () => {
  const { body } = plan({}, { shipment: { estimatedEntryDate: '2026-12-24' } })
  expect(body.rulePack.asOf).toBe('2026-12-24')
  expect(body.flags).toContain('RULE_PACK_OUT_OF_RANGE')
  expect(body.readinessState).toBe('REVIEW_REQUIRED')
})

it('a fixed day is flagged', () => {
  expect(plan({}, { asOf: testAsOf }).body.flags).toContain('AS_OF_FIXED')
})

it('an importer number that is missing refuses execute and not the plan', () => {
  const { body } = plan({ profile: { ...aProfile(), importer: { ...aUsParty(), isUsIor: true } } })
  expect(body.readinessState).toBe('REVIEW_REQUIRED')
  expect(body.validationMessages.find(({ ruleId }) => ruleId === 'ENT-09')).toMatchObject({ at_execute: 'BLOCK' })
})

// Taken away one at a time from a set-up that is ready; none may be overlooked.
it.each([
  ...(['description', 'htsCode', 'countryOfOrigin', 'manufacturer'] as const).map((name) => ({
    name: `product.${name}`,
    setUp: { products: [withoutFacts(aProduct(), name)] },
  })),
  ...(['seller', 'incoterm', 'relatedParty', 'assists', 'charges', 'packages', 'invoice'] as const).map((name) => ({
    name: `order.${name}`,
    setUp: { orders: [withoutFacts(anOrder('prod_1'), name)], profile: { accountId: 'acc_1', ...importerAndBond() } },
  })),
  {
    name: 'uom',
    setUp: {
      products: [withoutFacts(aProduct(), 'uom')],
      orders: [anOrder('prod_1', { items: [withoutFacts(aLine('prod_1'), 'uom')] })],
    },
  },
  { name: 'value', setUp: { orders: [anOrder('prod_1', { items: [aLine('prod_1', { unitValueUsd: 0 })] })] } },
  { name: 'buyer and consignee', setUp: { orders: [withoutFacts(anOrder('prod_1'), 'buyer', 'consignee')] } },
  { name: 'profile.importer', setUp: { profile: withoutFacts(aProfile(), 'importer') } },
  { name: 'profile', setUp: { profile: { accountId: 'acc_1' } } },
] satisfies { name: string; setUp: SetUp }[])('without $name nothing is ready', ({ setUp }) => {
  expect(plan(setUp).body.readinessState).not.toBe('READY')
})

function plan(setUp: SetUp = {}, request: Partial<PlannedRequest> = {}, asOf: string = testAsOf): Planned {
  const records = planningRecords(setUp)
  return planExport(records, plannedRequest(records, request), { asOf, pack })
}

function importerAndBond(): Pick<ReturnType<typeof aProfile>, 'importer' | 'bond'> {
  const { importer, bond } = aProfile()
  return { ...(importer === undefined ? {} : { importer }), ...(bond === undefined ? {} : { bond }) }
}

function withoutFacts<Facts extends object, Name extends keyof Facts>(facts: Facts, ...names: Name[]): Facts {
  const rest = { ...facts }
  for (const name of names) delete rest[name]
  return rest
}
