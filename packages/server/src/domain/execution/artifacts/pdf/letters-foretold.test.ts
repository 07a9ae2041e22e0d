import type { OrderInput, ProductInput } from '@entrygo/sdk/contract'
import { expect, it } from 'vitest'
import { documentFonts } from '../../../../edge/document-fonts.ts'
import {
  aBroker,
  aLine,
  anOrder,
  aParty,
  aProduct,
  aProfile,
  aWarehouse,
  completeShipment,
} from '../../../../testing/builders.ts'
import { schemaFaults } from '../../../../testing/contract-check.ts'
import { packageSource, plannedExport } from '../../../../testing/export-history.ts'
import { readPdfText } from '../../../../testing/pdf-text.ts'
import { inOneGo } from '../../../work-in-steps.ts'
import { customsPackageOf } from '../../customs-package.ts'
import { invoicePdf } from './invoice-pdf.ts'

const party = aParty({
  ...{ contact: 'Desk', email: 'desk@example.com', phone: '1', taxId: '2', mid: '3', duns: '4', fei: '5' },
})
const assists = [{ type: 'tooling', amountUsd: 5 }]
const metals = { steel: { meltPour: 'CA', millCert: 'MC-1', weightG: '1' }, evidence: 'Certificate' }
const line = aLine('prod_1', { lotOrSerial: 'LOT-1' })
const order = anOrder('prod_1', { seller: party, buyer: party, consignee: party, items: [line], assists })
const product = aProduct({
  ...{ sku: 'NB-A5', manufacturer: party, materials: [{ name: 'paper', pct: '100' }], ageGrade: 'adults', metals },
  pga: { lacey: { status: 'disclaimed', disclaimCode: 'A', data: { note: 'none' } } },
})
const profile = aProfile({
  seller: party,
  importer: { ...party, iorNumber: '12-3456789XX' },
  invoice: { number: 'P-1', responsibleIndividual: 'Export Desk' },
  orderDefaults: { assists },
})
const { seller: _seller, invoice: _invoice, assists: _assists, ...silentOrder } = order
const { sku: _sku, ...productWithoutSku } = product

it.each([
  ['with all its facts', { order, product }],
  [
    'with a maker and metals of the lot',
    { order: { ...order, items: [{ ...line, manufacturer: party, metals }] }, product },
  ],
  ['that leaves much to the profile, of a product without SKU', { order: silentOrder, product: productWithoutSku }],
])('every text that the PDF shows as code points was named by the plan, and no other: an order %s', (_, goods) => {
  const { shown, named } = lettersOf(goods)
  expect(shown.length).toBeGreaterThan(30)
  expect(named).toEqual(shown)
})

interface Goods {
  readonly order: OrderInput
  readonly product: ProductInput
}

/** The characters that the PDF shows as code points where it does not tell findings, and those that the plan named. */
function lettersOf(goods: Goods): { readonly shown: string[]; readonly named: string[] } {
  const inChinese = chineseTexts()
  const planned = plannedExport(
    {
      orders: [inChinese('OrderInput', goods.order)],
      products: [inChinese('ProductInput', goods.product)],
      warehouse: inChinese('WarehouseInput', aWarehouse({ address: { ...party, country: 'CA' } })),
      broker: inChinese('BrokerInput', aBroker({ address: party })),
      profile: inChinese('AccountProfileInput', profile),
    },
    { shipment: inChinese('Shipment', completeShipment) },
  )
  const frozen = customsPackageOf(packageSource(planned))
  const pdf = Buffer.concat(inOneGo(invoicePdf({ ...frozen, findings: [] }, documentFonts)))
  const text = readPdfText(pdf).pages.flat().join(' ')
  const notices = planned.planned.body.validationMessages.filter(
    ({ ruleId, code }) => `${ruleId} ${code}` === 'INV-13 NOTICE',
  )
  return {
    shown: distinct(
      [...text.matchAll(/\[U\+([0-9A-F]+)\]/g)].map(([, hex = '']) => String.fromCodePoint(Number.parseInt(hex, 16))),
    ),
    named: distinct(notices.flatMap(({ message }) => message.match(/\p{Script=Han}/gu) ?? [])),
  }
}

/** Puts a Chinese character, another one each time, before each text that the schema of a record leaves free. */
function chineseTexts(): <Value extends object>(schema: string, value: Value) => Value {
  let next = 0x4e00
  return (schema, value) => {
    // A party that stands in several places becomes several.
    const record: typeof value = JSON.parse(JSON.stringify(value))
    const write = (part: object): void => {
      for (const [name, text] of Object.entries(part)) {
        if (typeof text === 'object' && text !== null) write(text)
        if (typeof text !== 'string') continue
        Reflect.set(part, name, `${String.fromCodePoint(next)}${text}`)
        if (schemaFaults(schema, record).length === 0) next += 1
        else Reflect.set(part, name, text)
      }
    }
    write(record)
    return record
  }
}

function distinct(characters: readonly string[]): string[] {
  return [...new Set(characters)].sort()
}
