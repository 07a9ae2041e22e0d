import type { OrderLineInput, ProductInput } from '@entrygo/sdk/contract'
import { expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { aLine, anOrder, aParty, aProduct, testAsOf } from '../../testing/builders.ts'
import { plannedRequest, planningRecords } from '../../testing/planning-records.ts'
import type { PlanBody } from '../records.ts'
import { planExport } from './plan-export.ts'

const pack = loadRulePack()
const byDefault = { source: 'default' } as const

it.each([
  'description',
  'htsCode',
  'countryOfOrigin',
  'manufacturer',
  'manufacturer.country',
  'unitNetWeightG',
  'metals.steel.meltPour',
  'metals.aluminum.cast',
  'preference',
  'isVehiclePart',
  'adcvd',
  'pga.fda_food',
  'pga.cpsc.data.lab',
  'supplyChainTrace',
])('the product fact %s, filled in by default, is never ready', (field) => {
  const provenance = { countryOfOrigin: { source: 'owner' }, [field]: byDefault } as const
  const body = plan(aProduct({ provenance }))
  expect(body.readinessState).not.toBe('READY')
  expect(body.flags).toContain('FACT_DEFAULTED')
  expect(defaulted(body)).toEqual([`/products/prod_1/provenance/${field}`])
})

it.each(['owner', 'broker', 'ruling', 'classifier'] as const)('a fact from the %s is as good as given', (source) => {
  const body = plan(aProduct({ provenance: { countryOfOrigin: { source }, htsCode: { source } } }))
  expect(body.readinessState).toBe('READY')
})

it.each(['countryOfOrigin', 'manufacturer', 'metals.steel.meltPour', 'customsQty1'])(
  'the fact %s of a lot, filled in by default, is never ready, and the line is named',
  (field) => {
    const body = plan(aProduct(), { countryOfOrigin: 'CA', provenance: { [field]: byDefault } })
    expect(body.readinessState).not.toBe('READY')
    expect(defaulted(body)).toEqual([`/orders/ord_1/items/0/provenance/${field}`])
  },
)

it.each([
  ['countryOfOrigin', { countryOfOrigin: 'CA' }],
  ['manufacturer', { manufacturer: aParty() }],
  ['manufacturer.country', { manufacturer: aParty() }],
  ['metals', { metals: { evidence: 'Bill of materials' } }],
  ['metals.steel.meltPour', { metals: { evidence: 'Bill of materials' } }],
] satisfies [string, Partial<OrderLineInput>][])(
  'what the product says about the source of %s is not about the fact that the lot states',
  (field, line) => {
    const product = aProduct({ provenance: { countryOfOrigin: { source: 'owner' }, [field]: byDefault } })
    const stated = { ...line, provenance: { countryOfOrigin: { source: 'owner' } } } as const
    expect(defaulted(plan(product, stated))).toEqual([])
    expect(defaulted(plan(product))).toEqual([`/products/prod_1/provenance/${field}`])
  },
)

function plan(product: ProductInput, line: Partial<OrderLineInput> = {}): PlanBody {
  const records = planningRecords({
    products: [product],
    orders: [anOrder('prod_1', { items: [aLine('prod_1', line)] })],
  })
  return planExport(records, plannedRequest(records), { asOf: testAsOf, pack }).body
}

/** Pointers of what was filled in by default. */
function defaulted({ validationMessages }: PlanBody): string[] {
  return validationMessages
    .filter(({ ruleId, code }) => ruleId === 'INV-08' && code === 'CHECK')
    .map(({ pointer }) => pointer)
}
