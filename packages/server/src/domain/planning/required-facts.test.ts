import type { AccountProfileInput, OrderInput, ProductInput, ReadinessState } from '@entrygo/sdk/contract'
import { describe, expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { aBroker, anOrder, aProfile, aWarehouse, testAsOf } from '../../testing/builders.ts'
import { schemaFaults } from '../../testing/contract-check.ts'
import type { CaseGoods } from '../../testing/customs-cases/planned-case.ts'
import { readyGoods } from '../../testing/customs-cases/ready-goods.ts'
import { plannedRequest, planningRecords, type SetUp } from '../../testing/planning-records.ts'
import type { PlannedRequest } from '../records.ts'
import { planExport } from './plan-export.ts'

const pack = loadRulePack()
const shipment = { proBill: 'EXMP0001234567', estimatedEntryDate: '2026-11-24' }
type Shipment = PlannedRequest['shipment']

/** Product facts that no rule asks for. */
const unasked = [
  /^(brand|model|ageGrade|provenance\.htsCode)\b/,
  // The maker's address is asked for; what is more than name, street, city and country is not.
  /^manufacturer\.(region|postalCode)$/,
  // A party of the certification is asked for as such, whatever is known of it.
  /^preference\.certificate\.(certifier|exporter|importer|producer)\.\w+$/,
]
const weights = /^(unitNetWeightG|articleWeightG)$/
const materials = /^materials\b/

/** Facts that a rule asks for of other goods alone. */
const unaskedOf: Readonly<Record<string, readonly RegExp[]>> = {
  'exercise-book': [weights],
  // The postal code of a Chinese maker is part of its manufacturer ID, so it is not among them.
  laptop: [weights],
  syrup: [/^articleWeightG$/],
  // Chapters 73 and 76: no share of metal by weight relieves them, and 7323 needs no mill certificate.
  saucepan: [/^(articleWeightG|metals\.steel\.(weightG|millCert))$/],
  'kitchen-knife': [/^(unitNetWeightG|metals\.steel\.millCert)$/],
  ladder: [weights, /^metals\.aluminum\.weightG$/],
  shirt: [/^articleWeightG$/],
  // Declared to the agency by the data itself.
  toy: [weights, /^childrenProduct$/],
  towel: [/^articleWeightG$/],
  cabinet: [weights, materials],
}

describe.each(readyGoods.map((goods) => [goods.product.externalId, goods] as const))('%s', (name, goods) => {
  it('is ready with every fact', () => {
    expect(readiness(setUpOf(goods), shipment)).toBe('READY')
  })

  it('is not ready without any one of the facts that a rule asks for', () => {
    const ready = pathsIn(goods.product).filter((path) => {
      const product = without<ProductInput>(goods.product, path)
      if (schemaFaults('ProductInput', product).length > 0) return false
      return readiness(setUpOf({ ...goods, product }), shipment) === 'READY'
    })
    const allowed = [...unasked, ...(unaskedOf[name] ?? [])]
    expect(ready.filter((path) => !isNamed(path, allowed)).map((path) => path.join('.'))).toEqual([])
  })
})

/** Facts of orders that no rule asks for, or that stand elsewhere too: the consignee in place of the buyer. */
const unaskedInOrder = [
  /^(externalId|metadata|saleDate|destinationRegion|destinationPostalCode|invoiceCurrency|consignee)\b/,
  /^invoice\.(number|language)$/,
  /^buyer$/,
  /^(seller|buyer)\.(region|postalCode)$/,
  /^charges\.0/,
  /^packages\.0\.id$/,
  /^items\.0\.(lineId|grossWeightKg|netWeightKg)$/,
]

it('no order is ready without any one of the facts that a rule asks for', () => {
  const [goods] = readyGoods
  if (goods === undefined) throw new Error('There are no goods.')
  const setUp = setUpOf(goods)
  const order = orderOf(goods)
  const profile = profileWithoutDefaults()
  expect(readiness({ ...setUp, orders: [order], profile }, shipment)).toBe('READY')
  const ready = pathsIn(order)
    .filter((path) => schemaFaults('OrderInput', without(order, path)).length === 0)
    .filter((path) => readiness({ ...setUp, orders: [without(order, path)], profile }, shipment) === 'READY')
  expect(ready.filter((path) => !isNamed(path, unaskedInOrder)).map((path) => path.join('.'))).toEqual([])
})

it.each([
  ['profile', 'importer'],
  ['profile', 'importer.iorNumber'],
  ['profile', 'importer.isUsIor'],
  ['profile', 'bond'],
  ['broker', 'poaOnFile'],
  ['warehouse', 'portOfEntry'],
  ['warehouse', 'modeOfTransport'],
  ['warehouse', 'carrierScac'],
  ['shipment', 'proBill'],
  ['shipment', 'estimatedEntryDate'],
] as const)('no order is ready without %s.%s', (record, fact) => {
  const [goods] = readyGoods
  if (goods === undefined) throw new Error('There are no goods.')
  const path = fact.split('.')
  const setUp = {
    ...setUpOf(goods),
    profile: record === 'profile' ? without(aProfile(), path) : aProfile(),
    broker: record === 'broker' ? without(aBroker(), path) : aBroker(),
    warehouse: record === 'warehouse' ? without(truckWarehouse(), path) : truckWarehouse(),
  }
  const given: Shipment = record === 'shipment' ? without(shipment, path) : shipment
  expect(readiness(setUp, given)).not.toBe('READY')
})

function readiness(setUp: SetUp, given: Shipment): ReadinessState {
  const records = planningRecords(setUp)
  return planExport(records, plannedRequest(records, { shipment: given }), { asOf: testAsOf, pack }).body.readinessState
}

function setUpOf(goods: CaseGoods): SetUp {
  return { products: [goods.product], orders: [orderOf(goods)], warehouse: truckWarehouse() }
}

function truckWarehouse(): ReturnType<typeof aWarehouse> {
  return aWarehouse({ modeOfTransport: 'truck' })
}

/** The weights stand on the package and not on the line, so that those of the product count. */
function orderOf({ line }: CaseGoods): OrderInput {
  const { quantity, unitValueUsd, netWeightKg = '', grossWeightKg = '' } = line
  const contents = [{ lineId: '1', quantity }]
  return anOrder('prod_1', {
    items: [{ productId: 'prod_1', lineId: '1', quantity, unitValueUsd }],
    packages: [{ id: '1', type: 'carton', marks: 'EX 1/1', netKg: netWeightKg, grossKg: grossWeightKg, contents }],
  })
}

function profileWithoutDefaults(): AccountProfileInput {
  const { seller: _seller, invoice: _invoice, orderDefaults: _orderDefaults, ...profile } = aProfile()
  return profile
}

type Path = readonly string[]

/** Every fact, and every group of facts. */
function pathsIn(value: object, path: Path = []): Path[] {
  return Object.entries(value).flatMap(([name, member]): Path[] => {
    const here = [...path, name]
    return typeof member === 'object' && member !== null ? [here, ...pathsIn(member, here)] : [here]
  })
}

function isNamed(path: Path, names: readonly RegExp[]): boolean {
  return names.some((name) => name.test(path.join('.')))
}

function without<Value extends object>(value: Value, path: Path): Value {
  const copy: Value = structuredClone(value)
  const parent: unknown = path.slice(0, -1).reduce<unknown>((node, name) => Reflect.get(Object(node), name), copy)
  const name = path.at(-1) ?? ''
  if (Array.isArray(parent)) parent.splice(Number(name), 1)
  else Reflect.deleteProperty(Object(parent), name)
  return copy
}
