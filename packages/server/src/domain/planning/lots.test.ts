import type { OrderLineInput, ProductInput } from '@entrygo/sdk/contract'
import { expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { anOrder, aParty, testAsOf } from '../../testing/builders.ts'
import { productCases } from '../../testing/customs-cases/products.ts'
import { readyGoods } from '../../testing/customs-cases/ready-goods.ts'
import { plannedRequest, planningRecords } from '../../testing/planning-records.ts'
import type { PlanBody } from '../records.ts'
import { planExport } from './plan-export.ts'

const pack = loadRulePack()

it('a lot of another origin gets the headings of that origin, and the line beside it those of the product', () => {
  const { treatments } = planLot('shirt', { countryOfOrigin: 'CA' })
  expect(headings({ treatments })).toEqual([['9903.05.94'], ['9903.03.14', '9903.05.93']])
  expect(treatments.map(({ countryOfOrigin }) => countryOfOrigin)).toEqual(['MX', 'CA'])
})

it('a lot of metal that was smelted elsewhere gets another heading', () => {
  const metals = { aluminum: { usPct: '0', primarySmelt: 'RU', secondarySmelt: 'N/A', cast: 'MX' } }
  expect(headings(planLot('ladder', { metals }))).toEqual([
    ['9903.82.09', '9903.05.90'],
    ['9903.85.68', '9903.05.90'],
  ])
})

it('the metals of a lot take the place of all that the product says of metals', () => {
  const body = planLot('ladder', { metals: { aluminum: { usPct: '0', primarySmelt: 'CA', secondarySmelt: 'N/A' } } })
  expect(body.readinessState).toBe('BLOCKED')
  expect(body.excluded).toEqual([
    {
      order_id: 'ord_1',
      rule_ids: ['M232-07'],
      release: {
        field: 'metals.aluminum.cast',
        pointer: '/orders/ord_1/items/1/metals/aluminum/cast',
        allowed: [expect.any(String)],
      },
    },
  ])
})

it('a lot of British metal pays less than the product that it is a lot of', () => {
  const metals = { steel: { weightG: '1000', usPct: '0', ukPct: '96', meltPour: 'GB', millCert: 'On file' } }
  const [ofProduct, ofLot] = headings(planLot('saucepan', { countryOfOrigin: 'GB', metals }))
  expect(ofProduct).toContain('9903.82.09')
  expect(ofLot).toContain('9903.82.05')
})

it.each([
  ['CA', undefined, '03'],
  ['DE', 'CA', '03'],
  ['CA', 'DE', '11'],
] as const)('lumber of %s in a lot of %s is entered as %s', (countryOfOrigin, ofLot, entryType) => {
  const lumber = productCases.find(({ id }) => id === 'P07')
  if (lumber === undefined) throw new Error('There is no lumber.')
  const { preference: _, ...product } = lumber.product
  const line = {
    ...{ productId: 'prod_1', quantity: 2, unitValueUsd: 300 },
    ...(ofLot === undefined ? {} : { countryOfOrigin: ofLot }),
  }
  const records = planningRecords({
    products: [{ ...product, countryOfOrigin }],
    orders: [anOrder('prod_1', { items: [line] })],
  })
  const { export_units, validationMessages } = planExport(records, plannedRequest(records), {
    asOf: testAsOf,
    pack,
  }).body
  expect(export_units.map(({ entry_type }) => entry_type)).toEqual([entryType])
  expect(validationMessages.some(({ ruleId }) => ruleId === 'ENT-07')).toBe(entryType === '11')
  expect(validationMessages.some(({ ruleId }) => ruleId === 'ADC-01')).toBe(entryType === '03')
})

it('the maker of a lot is judged, and what is missing stands on the line', () => {
  const { validationMessages } = planLot('saucepan', { manufacturer: aParty({ street: '' }) })
  const findings = validationMessages.filter(({ ruleId }) => ruleId === 'INV-16')
  expect(findings.map(({ pointer }) => pointer)).toEqual(['/orders/ord_1/items/1/manufacturer/street'])
})

/** Two lines of one product, the second with facts of its own lot. */
function planLot(name: string, lot: Partial<OrderLineInput>): PlanBody {
  const product: ProductInput | undefined = readyGoods.find((goods) => goods.product.externalId === name)?.product
  if (product === undefined) throw new Error(`There are no goods ${name}.`)
  const line = { productId: 'prod_1', quantity: 10, unitValueUsd: 9 }
  const items = [
    { ...line, lineId: '1' },
    { ...line, lineId: '2', provenance: { countryOfOrigin: { source: 'owner' } } as const, ...lot },
  ]
  const contents = items.map(({ lineId, quantity }) => ({ lineId, quantity }))
  const packages = [{ id: '1', type: 'carton', marks: 'EX 1/1', netKg: '20', grossKg: '21', contents }]
  const records = planningRecords({ products: [product], orders: [anOrder('prod_1', { items, packages })] })
  return planExport(records, plannedRequest(records), { asOf: testAsOf, pack }).body
}

/** What applies, line by line. */
function headings({ treatments }: Pick<PlanBody, 'treatments'>): (string | null)[][] {
  return treatments.map(({ trade_actions }) =>
    trade_actions.filter(({ status }) => status !== 'not_applied').map(({ heading }) => heading),
  )
}
