import { describe, expect, it } from 'vitest'
import type { Finding, LineTreatment, PlanSnapshot, RuleRecord } from './contract/index.ts'
import { explainFinding } from './explain-finding.ts'

const snapshot: PlanSnapshot = {
  v: 1,
  inputs: {
    orders: {
      ord_1: {
        items: [
          { productId: 'prod_a', quantity: '12' },
          { productId: 'prod_a', lineId: 'lot', quantity: '3', countryOfOrigin: 'MX' },
        ],
        packages: [{ marks: 'A' }, {}],
      },
      ord_2: { items: [{ productId: 'prod_b', quantity: '1' }] },
    },
    products: {
      prod_a: { htsCode: '7616995190', countryOfOrigin: 'CA', materials: [{ name: 'aluminum' }] },
      prod_b: { htsCode: '4202920400' },
    },
    warehouse: {},
    broker: {},
    profile: { importer: { isUsIor: true } },
    shipment: { portOfEntry: '0901' },
  },
  decision: {
    readiness: 'REVIEW_REQUIRED',
    included: ['ord_1', 'ord_2'],
    excluded: [],
    findings: [],
    treatments: [
      {
        order_id: 'ord_1',
        line_id: '1',
        product_id: 'prod_a',
        trade_actions: [
          { program: 'SECTION_232_METALS', heading: '9903.82.01', ruleId: 'M232-04', status: 'needs_answer' },
        ],
        pga: [],
      },
    ],
    units: [],
    strategy: 'HOLD',
  },
}

function finding(ruleId: string, pointer: string, more: Partial<Finding> = {}): Finding {
  return {
    code: 'QUESTION',
    severity: 'REVIEW',
    message: 'What share of the aluminum was cast in the United States?',
    ruleId,
    ruleRevision: '2026-11-21',
    pointer,
    fix: { field: 'metals.aluminum.usPct', example: '0', who: 'owner' },
    citation: '9903.82.02',
    confidence: 'H',
    ...more,
  }
}

function record(ruleId: string, more: Partial<RuleRecord> = {}): RuleRecord {
  return {
    ruleId,
    variant: null,
    group: 'M232',
    scope: 'product',
    severity: 'REVIEW',
    messages: { QUESTION: 'What share?' },
    fix: { field: 'metals.aluminum.usPct', example: '0', who: 'owner' },
    reads: ['htsCode', 'materials'],
    citation: '9903.82.02',
    confidence: 'H',
    effectiveFrom: null,
    effectiveTo: null,
    recordedAt: '2026-11-21',
    ...more,
  }
}

const treatment: LineTreatment = {
  order_id: 'ord_1',
  line_id: '1',
  product_id: 'prod_a',
  htsCode: '7616995190',
  countryOfOrigin: 'CA',
  trade_actions: [
    {
      heading: '9903.82.01',
      program: 'SECTION_232_METALS',
      rate: '50%',
      basis: 'fullValue',
      status: 'needs_answer',
      why: 'The share cast in the United States is not known.',
      citation: 'Note 16',
      ruleId: 'M232-04',
      asks: ['metals.aluminum.usPct'],
      alternatives: [{ heading: '9903.82.09', rate: '10%', why: 'at least 95 % cast in the United States' }],
    },
  ],
  pga: [],
}

const pointer = '/products/prod_a/metals/aluminum/usPct'

describe('the inputs', () => {
  it('are the fact first, then what the rule reads, with their values', () => {
    const { inputs } = explainFinding({ snapshot, finding: finding('M232-11', pointer), rule: [record('M232-11')] })
    expect(inputs).toEqual([
      { pointer, isGiven: false },
      { pointer: '/products/prod_a/htsCode', isGiven: true, value: '7616995190' },
      { pointer: '/products/prod_a/materials', isGiven: true, value: [{ name: 'aluminum' }] },
    ])
  })

  it('of a lot stand on the line where the line states them', () => {
    const lot = finding('ORG-01', '/orders/ord_1/items/1/countryOfOrigin')
    const rule = [record('ORG-01', { reads: ['countryOfOrigin', 'htsCode'] })]
    const { inputs } = explainFinding({ snapshot, finding: lot, rule })
    expect(inputs).toEqual([
      { pointer: '/orders/ord_1/items/1/countryOfOrigin', isGiven: true, value: 'MX' },
      { pointer: '/products/prod_a/htsCode', isGiven: true, value: '7616995190' },
    ])
  })

  it.each([
    ['line', ['quantity', 'product.htsCode'], ['/orders/ord_1/items/1/quantity', '/products/prod_a/htsCode']],
    ['order', ['packages.marks'], ['/orders/ord_1/packages/0/marks', '/orders/ord_1/packages/1/marks']],
    ['order', ['seller.name', 'profile.importer'], ['/orders/ord_1/seller/name', '/profile/importer']],
  ] as const)('of the scope %s are found from what it looks at: %j', (scope, reads, pointers) => {
    const line = scope === 'line' ? { line_id: 'lot' } : {}
    const { inputs } = explainFinding({
      snapshot,
      finding: finding('INV-01', '/orders/ord_1/invoice', { order_id: 'ord_1', ...line }),
      rule: [record('INV-01', { scope, reads: [...reads] })],
    })
    expect(inputs.slice(1).map((input) => input.pointer)).toEqual(pointers)
  })

  it('of the export are those of every order and product that stays in', () => {
    const { inputs } = explainFinding({
      snapshot,
      finding: finding('ENT-07', '/shipment/entryType'),
      rule: [
        record('ENT-07', {
          scope: 'export',
          reads: ['orders.items.quantity', 'products.adcvd', 'shipment.portOfEntry'],
        }),
      ],
    })
    expect(inputs.map((input) => [input.pointer, input.value])).toEqual([
      ['/shipment/entryType', undefined],
      ['/orders/ord_1/items/0/quantity', '12'],
      ['/orders/ord_1/items/1/quantity', '3'],
      ['/orders/ord_2/items/0/quantity', '1'],
      ['/products/prod_a/adcvd', undefined],
      ['/products/prod_b/adcvd', undefined],
      ['/shipment/portOfEntry', '0901'],
    ])
  })
})

describe('the decision', () => {
  it('says why, what it asks and what else is possible, and the facts that it asks are inputs', () => {
    const explained = explainFinding({
      snapshot,
      finding: finding('M232-11', pointer, { product_id: 'prod_a' }),
      rule: [record('M232-11', { reads: [] })],
      treatments: [treatment],
    })
    expect(explained.decision).toMatchObject({
      ...{ order_id: 'ord_1', line_id: '1', pga: [] },
      trade_actions: [{ heading: '9903.82.01', why: 'The share cast in the United States is not known.' }],
    })
    expect(explained.inputs).toEqual([{ pointer, isGiven: false }])
  })

  it('is what was hashed of it where the plan is not at hand', () => {
    const { decision } = explainFinding({ snapshot, finding: finding('M232-04', '/products/prod_a/htsCode'), rule: [] })
    expect(decision?.trade_actions).toEqual([
      { program: 'SECTION_232_METALS', heading: '9903.82.01', ruleId: 'M232-04', status: 'needs_answer' },
    ])
  })

  it('is none for a rule that decides nothing on the line', () => {
    expect(explainFinding({ snapshot, finding: finding('ENT-07', '/shipment'), rule: [] }).decision).toBe(null)
  })
})

describe('the record', () => {
  const ofChapter = record('INV-12', { variant: '50-63', severity: 'BLOCK', htsPrefixes: ['50', '61'] })
  const others = record('INV-12', { exceptHtsPrefixes: ['50', '61'] })
  const metals = record('INV-12', { variant: 'metals', htsPrefixes: ['76'], citation: 'of metals' })

  it('is the one with the severity, the day, the code and the goods of the finding', () => {
    const explained = explainFinding({
      snapshot,
      finding: finding('INV-12', '/products/prod_a/materials', { citation: 'of metals' }),
      rule: [ofChapter, others, metals, record('INV-12', { recordedAt: '2026-12-01' })],
    })
    expect(explained.rule).toBe(metals)
  })

  it('is the one whose words the finding says, where all else is the same', () => {
    const listed = record('PTY-01', { variant: 'lists', messages: { NOTICE: 'Compared with {lists}.' } })
    const none = record('PTY-01', { variant: 'none', messages: { NOTICE: 'No list, and {count} of the parties.' } })
    const said = (message: string): string | null | undefined => {
      const more = { code: 'NOTICE', message } as const
      const rule = [listed, none].map((item) => ({ ...item, scope: 'export' as const }))
      return explainFinding({ snapshot, finding: finding('PTY-01', '/profile', more), rule }).rule?.variant
    }
    expect([said('No list, and 3 of the parties.'), said('Compared with A, B.'), said('Other words.')]).toEqual([
      'none',
      'lists',
      'lists',
    ])
  })

  it('is none where the records are of another pack', () => {
    const rule = [record('INV-12', { recordedAt: '2027-01-01' })]
    expect(explainFinding({ snapshot, finding: finding('INV-12', pointer), rule }).rule).toBe(null)
  })
})

it('a finding as it is hashed is explained by its pointer alone', () => {
  const { code, severity, ruleId, ruleRevision } = finding('ORG-01', '')
  const decided = { code, severity, ruleId, ruleRevision, pointer: '/orders/ord_1/items/0/quantity' }
  const rule = [record('ORG-01', { scope: 'line', reads: ['product.countryOfOrigin'] })]
  expect(explainFinding({ snapshot, finding: decided, rule }).inputs).toEqual([
    { pointer: '/orders/ord_1/items/0/quantity', isGiven: true, value: '12' },
    { pointer: '/products/prod_a/countryOfOrigin', isGiven: true, value: 'CA' },
  ])
})
