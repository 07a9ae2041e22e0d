import type { AccountProfileInput, Shipment } from '@entrygo/sdk/contract'
import { expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { aLine, anOrder, aProduct, aProfile, aUsParty, testAsOf } from '../../testing/builders.ts'
import { plannedRequest, planningRecords, type SetUp } from '../../testing/planning-records.ts'
import type { PlanBody } from '../records.ts'
import { planExport } from './plan-export.ts'

const pack = loadRulePack()

it('a unit states orders, importer, value, weight and lines', () => {
  const { export_units } = plan({
    orders: [
      anOrder('prod_1'),
      anOrder('prod_1', { externalId: 'o2', packages: [], items: [aLine('prod_1', { grossWeightKg: '0.75' })] }),
    ],
  })
  expect(export_units).toEqual([
    {
      id: expect.stringMatching(/^exu_[0-9a-z]{26}$/),
      order_ids: ['ord_1', 'ord_2'],
      importer: 'Example Importer Inc.',
      entry_type: '11',
      value_usd: 300,
      gross_kg: '8.85',
      line_count: 2,
    },
  ])
})

it('an unknown weight makes the weight of the unit unknown', () => {
  const { grossWeightKg: _, ...line } = aLine('prod_1')
  expect(plan({ orders: [anOrder('prod_1', { packages: [], items: [line] })] }).export_units[0]?.gross_kg).toBeNull()
})

it('a weight that the contract cannot hold is unknown', () => {
  const items = ['1', '2'].map((lineId) => aLine('prod_1', { lineId, grossWeightKg: '999999999999.9999' }))
  expect(plan({ orders: [anOrder('prod_1', { packages: [], items })] }).export_units[0]?.gross_kg).toBeNull()
})

it('free goods count with the value they have for customs', () => {
  const items = [aLine('prod_1', { unitValueUsd: 0, customsValueUsd: 12.345 }), aLine('prod_1', { lineId: '2' })]
  expect(plan({ orders: [anOrder('prod_1', { items })] }).export_units[0]?.value_usd).toBe(162.35)
})

interface EntryCase {
  readonly name: string
  readonly unitValueUsd?: number
  readonly profile?: AccountProfileInput
  readonly wish?: NonNullable<Shipment['entryType']>
  readonly entry: readonly [type: string, strategy: string]
}

const formal = ['01', 'FORMAL_01_CONSOLIDATED'] as const

it.each<EntryCase>([
  { name: '2,500.00 USD of a US importer', unitValueUsd: 104.1666, entry: ['11', 'INFORMAL_11'] },
  { name: '2,500.08 USD', unitValueUsd: 104.17, entry: formal },
  { name: 'a foreign importer', profile: importedBy(false), entry: formal },
  { name: 'an importer of unknown residence', profile: importedBy(undefined), entry: formal },
  { name: 'a wish for formal entry', wish: '01', entry: formal },
  { name: 'a wish for informal entry over the limit', unitValueUsd: 200, wish: '11', entry: formal },
  { name: 'a wish for type 03', wish: '03', entry: ['03', 'FORMAL_03'] },
])('the entry of $name', ({ unitValueUsd = 1, profile = aProfile(), wish, entry }) => {
  const orders = [anOrder('prod_1', { items: [aLine('prod_1', { unitValueUsd })] })]
  const body = plan({ orders, profile }, wish === undefined ? {} : { entryType: wish })
  expect(body.export_units.map(({ entry_type }) => entry_type)).toEqual([entry[0]])
  expect(body.strategy.hint).toBe(entry[1])
})

it('goods that may be under an AD/CVD order are entered apart, and nothing goes informally beside them', () => {
  const body = plan({
    products: [aProduct(), aProduct({ externalId: 'p2', adcvd: [{ case: 'A-122-857' }] })],
    orders: [anOrder('prod_1'), anOrder('prod_2', { externalId: 'o2' })],
  })
  expect(body.export_units.map(({ entry_type, order_ids }) => [entry_type, order_ids])).toEqual([
    ['01', ['ord_1']],
    ['03', ['ord_2']],
  ])
  expect(body.strategy).toEqual({
    hint: 'FORMAL_03',
    reasons: [
      'Goods may be under an antidumping or countervailing duty order (A-122-857): they are entered as type 03, never informally.',
      'The shipment of 300.00 USD is within 2,500.00 USD, but goods under such an order are never entered informally.',
    ],
  })
})

it.each<[NonNullable<Shipment['entryType']>, number, boolean | undefined, planned: string | null]>([
  ['01', 1, true, null],
  ['03', 1, true, null],
  ['03', 200, false, null],
  ['06', 1, true, '01'],
  ['11', 1, true, null],
  ['11', 200, true, '01'],
  ['11', 1, false, '01'],
  ['11', 1, undefined, '01'],
])(
  'a wish for %s of 24 pieces at %d USD, US importer %s, is told from the plan: %s',
  (...[wish, unitValueUsd, isUsIor, planned]) => {
    const orders = [anOrder('prod_1', { items: [aLine('prod_1', { unitValueUsd })] })]
    const body = plan({ orders, profile: importedBy(isUsIor) }, { entryType: wish })
    expect(body.export_units.map(({ entry_type }) => entry_type)).toEqual([planned ?? wish])
    expect(wishNotKept(body)).toEqual(
      planned === null ? [] : [`The entry type ${wish} is asked for, but the plan enters under ${planned}`],
    )
  },
)

it.each([
  ['01', '01 and 03'],
  ['06', '01 and 03'],
  ['11', '01 and 03'],
] as const)('a wish for %s that goods under an AD/CVD order share is told from the plan: %s', (wish, planned) => {
  const products = [aProduct(), aProduct({ externalId: 'p2', adcvd: [{ case: 'A-122-857' }] })]
  const orders = [anOrder('prod_1'), anOrder('prod_2', { externalId: 'o2' })]
  const body = plan({ products, orders }, { entryType: wish })
  expect(body.export_units.map(({ entry_type }) => entry_type).join(' and ')).toBe(planned)
  expect(wishNotKept(body)).toEqual([`The entry type ${wish} is asked for, but the plan enters under ${planned}`])
})

it('what is excluded comes first in the strategy: the rest is split off', () => {
  const body = plan({
    products: [aProduct({ adcvd: [{ inScope: true }] })],
    orders: [anOrder('prod_1'), anOrder('prod_1', { externalId: 'o2', destinationCountry: 'CA' })],
  })
  expect(body.strategy.hint).toBe('SPLIT')
})

function plan(setUp: SetUp, shipment: Shipment = {}): PlanBody {
  const records = planningRecords(setUp)
  return planExport(records, plannedRequest(records, { shipment }), { asOf: testAsOf, pack }).body
}

function wishNotKept({ validationMessages }: PlanBody): (string | undefined)[] {
  return validationMessages
    .filter(({ ruleId, severity }) => ruleId === 'ENT-07' && severity === 'REVIEW')
    .map(({ message }) => message.split(': ')[0])
}

function importedBy(isUsIor: boolean | undefined): AccountProfileInput {
  const importer = { ...aUsParty(), iorNumber: '12-3456789XX', ...(isUsIor === undefined ? {} : { isUsIor }) }
  return aProfile({ importer })
}
