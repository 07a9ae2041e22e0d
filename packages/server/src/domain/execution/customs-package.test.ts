import type { OrderInput, ProductInput } from '@entrygo/sdk/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aLine, anOrder, aProduct, completeShipment } from '../../testing/builders.ts'
import { packageSource, plannedExport } from '../../testing/export-history.ts'
import { customsPackageOf, packageNumberOf } from './customs-package.ts'
import type { FrozenPackage, PackageLine } from './frozen-package.ts'

function frozen(orders: readonly OrderInput[], products?: readonly ProductInput[]): FrozenPackage {
  return customsPackageOf(packageSource(plannedExport({ orders, ...(products === undefined ? {} : { products }) })))
}

describe('the customs package of a READY plan', () => {
  const made = customsPackageOf(packageSource())

  it('has one invoice for each order, with parties, terms and lines', () => {
    expect(made.invoices).toHaveLength(1)
    expect(made.invoices[0]).toMatchObject({
      invoiceNumber: 'INV-1001',
      invoiceDate: '2026-11-18',
      orderId: 'ord_1',
      externalId: 'order-1001',
      incoterm: 'DAP',
      relatedParty: false,
      seller: { name: 'Example Export Desk Ltd.', country: 'CA' },
      consignee: { name: 'Example Stationery Inc.', country: 'US' },
    })
    expect(made.invoices[0]?.lines[0]).toMatchObject({
      lineNumber: 1,
      lineId: '1',
      sku: 'notebook-a5',
      htsCode: '4820200000',
      countryOfOrigin: 'CA',
      quantity: '24',
      uom: 'H87',
      customsQuantities: [{ quantity: '24', unit: 'No.', basis: 'converted' }],
      unitValueUsd: '6.25',
      lineValueUsd: '150.00',
      customsValueUsd: null,
      netWeightKg: '7.44',
      grossWeightKg: '8.1',
      manufacturer: { name: 'Example Paper Works Ltd.' },
    })
  })

  it('names importer, broker, warehouse, shipment and the rules it rests on', () => {
    expect(made.importer).toMatchObject({ iorNumber: '12-3456789XX', isUsIor: true, bondType: 'continuous' })
    expect(made.broker).toMatchObject({ name: 'Example Customs Brokerage', filerCode: 'X9Z' })
    expect(made.shipFrom).toMatchObject({ name: 'Example Fulfilment Toronto', country: 'CA' })
    expect(made.shipment).toMatchObject({ countryOfExport: 'CA', modeOfTransport: 'rail', portOfEntry: '0901' })
    expect(made.rulePack).toMatchObject({ id: 'us', asOf: '2026-11-24' })
    expect(made.issuedOn).toBe('2026-11-21')
  })

  it('adds up', () => {
    expect(made.totals).toEqual({
      orderCount: 1,
      lineCount: 1,
      packageCount: 1,
      goodsValueUsd: '150.00',
      chargesUsd: '0.00',
      invoiceTotalUsd: '150.00',
      enteredValueUsd: '150.00',
      netWeightKg: '7.44',
      grossWeightKg: '8.1',
    })
  })

  it('has a number that follows from the US Eastern day of planning and the export', () => {
    expect(made.packageNumber).toBe('EG-20261121-C9S8N3FF')
    expect(packageNumberOf(made.exportId, Date.parse('2026-11-22T04:59:59Z'))).toBe(made.packageNumber)
    expect(packageNumberOf('batch_other', Date.parse('2026-11-22T04:59:59Z'))).not.toBe(made.packageNumber)
  })
})

it('an excluded order is left out with all it is worth', () => {
  const { manufacturer: _, htsCode: _code, ...incomplete } = aProduct({ externalId: 'pen' })
  const orders = [anOrder('prod_1'), anOrder('prod_2', { externalId: 'order-1002' })]
  const made = frozen(orders, [aProduct(), incomplete])
  expect(made.invoices.map(({ orderId }) => orderId)).toEqual(['ord_1'])
  expect(made.totals.invoiceTotalUsd).toBe('150.00')
  expect(made.findings.filter(({ order_id }) => order_id === 'ord_2')).toEqual([])
})

it('charges that are not in the prices are added, discounts taken off, others only shown', () => {
  const charges = [
    { type: 'freight', amountUsd: 20.1, included: false },
    { type: 'insurance', amountUsd: 5, included: true },
    { type: 'discount', amountUsd: 10.05, included: false },
  ] as const
  const { totals } = frozen([anOrder('prod_1', { charges: [...charges] })])
  expect(totals).toMatchObject({ goodsValueUsd: '150.00', chargesUsd: '10.05', invoiceTotalUsd: '160.05' })
})

it('free goods keep their price of nothing and their value for customs', () => {
  const made = frozen([anOrder('prod_1', { items: [aLine('prod_1', { unitValueUsd: 0, customsValueUsd: 4.5 })] })])
  expect(made.invoices[0]?.lines[0]).toMatchObject({ lineValueUsd: '0.00', customsValueUsd: '4.50' })
  expect(made.totals).toMatchObject({ invoiceTotalUsd: '0.00', enteredValueUsd: '4.50' })
})

it('half a cent is rounded up once for each line', () => {
  const items = ['1', '2', '3'].map((lineId) => aLine('prod_1', { lineId, quantity: 3, unitValueUsd: 0.335 }))
  const made = frozen([anOrder('prod_1', { items })])
  expect(made.invoices[0]?.lines.map(({ lineValueUsd }) => lineValueUsd)).toEqual(['1.01', '1.01', '1.01'])
  expect(made.totals.goodsValueUsd).toBe('3.03')
})

it('a total may be larger than any amount that a caller can write', () => {
  const items = Array.from({ length: 100 }, (_, at) =>
    aLine('prod_1', { lineId: String(at + 1), quantity: 1, unitValueUsd: 99_999_999_999.99 }),
  )
  expect(frozen([anOrder('prod_1', { items })]).totals.enteredValueUsd).toBe('9999999999999.00')
})

it('what the owner declares to agencies is carried once: in the treatment, or beside it before a program is in force', () => {
  const pga = { cpsc: { status: 'disclaimed', disclaimCode: 'A' } } as const
  const setUp = { orders: [anOrder('prod_1')], products: [aProduct({ pga })] }
  const lineAt = (estimatedEntryDate: string): PackageLine | undefined => {
    const source = packageSource(plannedExport(setUp, { shipment: { ...completeShipment, estimatedEntryDate } }))
    return customsPackageOf(source).invoices[0]?.lines[0]
  }
  const declared = { program: 'cpsc', agency: 'CPSC', flag: null, status: 'disclaimed', disclaimCode: 'A', data: {} }
  const [treated, untreated] = [lineAt('2026-11-24'), lineAt('2026-07-01')]
  expect(treated?.pga).toMatchObject([declared])
  expect(treated?.declaredPga).toEqual([])
  expect(untreated?.pga).toEqual([])
  expect(untreated?.declaredPga).toEqual([declared])
})

it('a treatment that would be lost is a bug', () => {
  const source = packageSource()
  const [treatment] = source.body.treatments
  if (treatment === undefined) throw new Error('no treatment')
  const stray = { ...treatment, line_id: 'gone', pga: [aTreatment] }
  const body = { ...source.body, treatments: [...source.body.treatments, stray] }
  expect(() => customsPackageOf({ ...source, body })).toThrow('order ord_1: line gone: its treatment is not carried')
})

it('treatments of the plan are carried unchanged', () => {
  const source = packageSource()
  const treatments = source.body.treatments.map((treatment) => ({ ...treatment, pga: [aTreatment] }))
  const made = customsPackageOf({ ...source, body: { ...source.body, treatments } })
  expect(made.invoices[0]?.lines[0]?.pga).toEqual([aTreatment])
})

it('totals equal an independent calculation in cents, whatever is ordered', () => {
  // A line of no value would block its order.
  const tenThousandths = fc.integer({ min: 100, max: 9_999_999 })
  const line = fc.record({ quantity: fc.integer({ min: 1, max: 5_000 }), tenThousandths })
  fc.assert(
    fc.property(fc.array(fc.array(line, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 }), (orders) => {
      const made = frozen(
        orders.map((lines, index) =>
          anOrder('prod_1', {
            externalId: `order-${index}`,
            items: lines.map(({ quantity, tenThousandths }, position) =>
              aLine('prod_1', { lineId: String(position + 1), quantity, unitValueUsd: tenThousandths / 10_000 }),
            ),
          }),
        ),
      )
      const cents = orders
        .flat()
        .map(({ quantity, tenThousandths }) => (BigInt(quantity) * BigInt(tenThousandths) + 50n) / 100n)
        .reduce((sum, value) => sum + value, 0n)
      expect(made.totals.goodsValueUsd.replace('.', '')).toBe(cents.toString().padStart(3, '0'))
    }),
    { numRuns: 60 },
  )
})

const aTreatment = {
  program: 'cpsc',
  agency: 'CPSC',
  flag: null,
  requirement: 'may' as const,
  status: 'unknown' as const,
  disclaimCode: null,
  data: {},
  ruleId: 'PGA-CPSC',
  citation: '16 CFR 1110',
}
