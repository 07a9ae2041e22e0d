import { describe, expect, it } from 'vitest'
import { comparePlans } from './compare-plans.ts'
import type { DecidedFinding, PlanSnapshot } from './contract/index.ts'

const origin = '/products/prod_a/countryOfOrigin'

const base: PlanSnapshot = {
  v: 1,
  inputs: {
    orders: {
      ord_1: { items: [{ productId: 'prod_a', quantity: '12' }] },
      ord_2: { items: [{ productId: 'prod_b', quantity: '1', lineId: 'x' }] },
    },
    products: { prod_a: { htsCode: '6109100012' }, prod_b: { htsCode: '4202920400' } },
    warehouse: { countryCode: 'CA' },
    broker: { poaOnFile: true },
    profile: {},
    shipment: { estimatedEntryDate: '2026-11-24' },
  },
  decision: {
    readiness: 'BLOCKED',
    included: ['ord_2'],
    excluded: ['ord_1'],
    findings: [finding('INV-07', origin, { code: 'MISSING_DATA', severity: 'BLOCK' })],
    treatments: [
      {
        order_id: 'ord_1',
        line_id: '1',
        trade_actions: [{ program: 'SECTION_122', heading: '9903.03.01', rate: '10%' }],
      },
      { order_id: 'ord_2', line_id: 'x', trade_actions: [] },
    ],
    units: [{ entryType: '11', orders: ['ord_2'] }],
    strategy: 'HOLD',
  },
}

function finding(ruleId: string, pointer: string, more: Partial<DecidedFinding> = {}): DecidedFinding {
  return { code: 'CHECK', pointer, ruleId, ruleRevision: '2026-11-21', severity: 'REVIEW', ...more }
}

interface Changes {
  readonly inputs?: Partial<PlanSnapshot['inputs']>
  readonly decision?: Partial<PlanSnapshot['decision']>
}

function changed({ inputs, decision }: Changes): PlanSnapshot {
  return { v: 1, inputs: { ...base.inputs, ...inputs }, decision: { ...base.decision, ...decision } }
}

function shown(after: PlanSnapshot, before: PlanSnapshot = base): string[] {
  return comparePlans(before, after).differences.map(({ pointer, cause }) => `${cause} ${pointer}`)
}

it('equal plans have no differences', () => {
  expect(comparePlans(base, structuredClone(base))).toEqual({
    readiness: { before: 'BLOCKED', after: 'BLOCKED' },
    differences: [],
  })
})

it('a fact that was given and what it changed are data, inputs first, from the whole to the parts', () => {
  const after = changed({
    inputs: { products: { ...base.inputs.products, prod_a: { htsCode: '6109100012', countryOfOrigin: 'CA' } } },
    decision: { readiness: 'READY', findings: [], included: ['ord_1', 'ord_2'], excluded: [], strategy: 'INFORMAL_11' },
  })
  const { readiness, differences } = comparePlans(base, after)
  expect(readiness).toEqual({ before: 'BLOCKED', after: 'READY' })
  expect(differences).toEqual([
    { pointer: '/inputs/products/prod_a/countryOfOrigin', cause: 'data', after: 'CA' },
    { pointer: '/decision/readiness', cause: 'data', before: 'BLOCKED', after: 'READY' },
    { pointer: '/decision/strategy', cause: 'data', before: 'HOLD', after: 'INFORMAL_11' },
    { pointer: '/decision/included/ord_1', cause: 'data', after: 'ord_1' },
    { pointer: '/decision/excluded/ord_1', cause: 'data', before: 'ord_1' },
    {
      pointer: '/decision/findings/INV-07/MISSING_DATA/~1products~1prod_a~1countryOfOrigin',
      cause: 'data',
      before: base.decision.findings[0],
    },
  ])
})

describe('the cause', () => {
  it('is the rules when no input changed', () => {
    const after = changed({
      decision: {
        readiness: 'READY',
        findings: [],
        treatments: [{ order_id: 'ord_1', line_id: '1', trade_actions: [] }, ...base.decision.treatments.slice(1)],
      },
    })
    expect(shown(after)).toEqual([
      'rules /decision/readiness',
      'rules /decision/findings/INV-07/MISSING_DATA/~1products~1prod_a~1countryOfOrigin',
      'rules /decision/treatments/ord_1/1/trade_actions/SECTION_122/9903.03.01',
    ])
  })

  it.each([
    ['warehouse', { warehouse: { countryCode: 'US' } }],
    ['broker', { broker: { poaOnFile: false } }],
    ['profile', { profile: { bond: {} } }],
    ['shipment', { shipment: { estimatedEntryDate: '2026-11-24', portOfEntry: '0901' } }],
  ] as const)('is the %s when that changed, for what is said of the export too', (cause, inputs) => {
    const findings = [...base.decision.findings, finding('ENT-09', '/shipment/portOfEntry')]
    expect(shown(changed({ inputs, decision: { findings } })).map((line) => line.split(' ')[0])).toEqual([cause, cause])
  })

  it('of a product that did not change is the rules, although another one did', () => {
    const after = changed({
      inputs: { products: { ...base.inputs.products, prod_b: { htsCode: '4202920500' } } },
      decision: { findings: [] },
    })
    expect(shown(after)).toEqual([
      'data /inputs/products/prod_b/htsCode',
      'rules /decision/findings/INV-07/MISSING_DATA/~1products~1prod_a~1countryOfOrigin',
    ])
  })

  it('of a line is data when its product changed, and the rules when the entry date alone did', () => {
    const treatments = [{ order_id: 'ord_1', line_id: '1', trade_actions: [] }, ...base.decision.treatments.slice(1)]
    const product = { products: { ...base.inputs.products, prod_a: { htsCode: '6109100014' } } }
    const action = '/decision/treatments/ord_1/1/trade_actions/SECTION_122/9903.03.01'
    expect(shown(changed({ inputs: product, decision: { treatments } }))).toContain(`data ${action}`)
    const date = { shipment: { estimatedEntryDate: '2027-01-01' } }
    expect(shown(changed({ inputs: date, decision: { treatments } }))).toContain(`rules ${action}`)
    const mode = { shipment: { ...base.inputs.shipment, modeOfTransport: 'AIR' } }
    expect(shown(changed({ inputs: mode, decision: { treatments } }))).toContain(`shipment ${action}`)
  })

  it('is the rules where the record of the rule is another one, whatever else changed', () => {
    const after = changed({
      inputs: { products: { ...base.inputs.products, prod_a: { htsCode: '6109100014' } } },
      decision: { findings: [{ ...finding('INV-07', origin), code: 'MISSING_DATA', ruleRevision: '2027-01-02' }] },
    })
    expect(shown(after).filter((line) => line.includes('findings'))).toEqual([
      'rules /decision/findings/INV-07/MISSING_DATA/~1products~1prod_a~1countryOfOrigin/ruleRevision',
      'rules /decision/findings/INV-07/MISSING_DATA/~1products~1prod_a~1countryOfOrigin/severity',
    ])
  })

  it('of the readiness is that of the findings that weigh, in a fixed order', () => {
    const after = changed({
      inputs: { broker: { poaOnFile: false } },
      decision: {
        readiness: 'REVIEW_REQUIRED',
        findings: [
          ...base.decision.findings,
          finding('ENT-05', '/broker/poaOnFile'),
          finding('ORG-01', '/products/prod_b/x', { severity: 'INFO' }),
        ],
      },
    })
    expect(shown(after)[1]).toBe('broker /decision/readiness')
  })
})

it('lines, units and actions are told apart by what identifies them, not by where they stand', () => {
  const after = changed({
    inputs: {
      orders: {
        ...base.inputs.orders,
        ord_2: { items: [{ productId: 'prod_b', quantity: '1', lineId: 'new' }, ...itemsOf('ord_2')] },
      },
    },
    decision: { units: [{ entryType: '01', orders: ['ord_2'] }] },
  })
  expect(shown(after)).toEqual(['data /inputs/orders/ord_2/items/new', 'data /decision/units/ord_2/entryType'])
})

it('records that were put into another order are a difference of the list', () => {
  const after = changed({ decision: { treatments: base.decision.treatments.toReversed() } })
  expect(comparePlans(base, after).differences).toEqual([
    {
      pointer: '/decision/treatments',
      cause: 'rules',
      before: ['/ord_1/1', '/ord_2/x'],
      after: ['/ord_2/x', '/ord_1/1'],
    },
  ])
})

function itemsOf(orderId: string): object[] {
  const items = base.inputs.orders[orderId]?.['items']
  return Array.isArray(items) ? items : []
}
