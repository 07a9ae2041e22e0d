import { describe, expect, it } from 'vitest'
import { aLine, anOrder, aProduct } from '../../testing/builders.ts'
import { packageSource, plannedExport } from '../../testing/export-history.ts'
import { jsonText } from './artifacts/json-text.ts'
import { figureProblems } from './check-figures.ts'
import { checkPackage } from './check-package.ts'
import { customsPackageOf } from './customs-package.ts'
import type { FrozenPackage, PackageInvoice, PackageLine } from './frozen-package.ts'

const source = packageSource(
  plannedExport({
    products: [
      aProduct({
        metals: {
          steel: { meltPour: 'CA', weightG: '31' },
          aluminum: { primarySmelt: 'CA', secondarySmelt: 'N/A', cast: 'CA' },
          evidence: 'mill certificate 7',
        },
        articleWeightG: '310',
        pga: { cpsc: { status: 'disclaimed', disclaimCode: 'A' } },
      }),
    ],
    orders: [
      anOrder('prod_1', {
        items: [
          aLine('prod_1', { customsQty1: '24', ch99Codes: ['9903.03.06'] }),
          aLine('prod_1', { lineId: '2', quantity: 3, unitValueUsd: 0.335 }),
        ],
        charges: [
          { type: 'freight', amountUsd: 12.3, included: false },
          { type: 'discount', amountUsd: 2, included: false },
        ],
      }),
    ],
  }),
)
const frozen = customsPackageOf(source)

function withInvoice(change: (invoice: PackageInvoice) => Partial<PackageInvoice>): FrozenPackage {
  return { ...frozen, invoices: frozen.invoices.map((invoice) => ({ ...invoice, ...change(invoice) })) }
}

function withLine(change: Partial<PackageLine>): FrozenPackage {
  return withInvoice(({ lines }) => ({
    lines: lines.map((line, index) => (index === 0 ? { ...line, ...change } : line)),
  }))
}

function withTotals(change: Partial<PackageInvoice['totals']>): FrozenPackage {
  return withInvoice(({ totals }) => ({ totals: { ...totals, ...change } }))
}

it('a package of a plan keeps every promise', () => {
  expect(() => checkPackage(frozen, source)).not.toThrow()
  expect(figureProblems(frozen)).toEqual([])
})

describe('a package is refused', () => {
  const [line] = frozen.invoices[0]?.lines ?? []
  if (line === undefined) throw new Error(`no line: ${JSON.stringify(source.body.validationMessages)}`)
  it.each<readonly [string, FrozenPackage, string]>([
    [
      'a line value that is not quantity × price',
      withLine({ lineValueUsd: '150.01' }),
      'line 1: lineValueUsd is "150.01", reckoned 150.00',
    ],
    [
      'a price that is no decimal',
      withLine({ unitValueUsd: '6,25' }),
      'line 1: lineValueUsd is "150.00", reckoned unknown',
    ],
    ['a line number out of order', withLine({ lineNumber: 7 }), 'line 1: lineNumber is 7, not 1'],
    ['a line that stands there twice', withLine({ lineId: '2' }), 'line 1: it is not there'],
    [
      'goods that are not the sum of the lines',
      withTotals({ goodsValueUsd: '151.02' }),
      'goodsValueUsd is "151.02", reckoned 151.01',
    ],
    ['charges without their discount', withTotals({ chargesUsd: '12.30' }), 'chargesUsd is "12.30", reckoned 10.30'],
    [
      'an invoice total without its charges',
      withTotals({ invoiceTotalUsd: '151.01' }),
      'invoiceTotalUsd is "151.01", reckoned 161.31',
    ],
    [
      'a wrong value for customs',
      withTotals({ enteredValueUsd: '0.00' }),
      'enteredValueUsd is "0.00", reckoned 151.01',
    ],
    ['a wrong number of lines', withTotals({ lineCount: 1 }), 'lineCount is 1, counted 2'],
    ['a wrong number of packages', withTotals({ packageCount: 0 }), 'packageCount is 0, counted 1'],
    ['a wrong net weight', withTotals({ netWeightKg: '7.44' }), 'netWeightKg is "7.44", reckoned 14.88'],
    ['a wrong gross weight', withTotals({ grossWeightKg: null }), 'grossWeightKg is null, reckoned 8.1'],
    [
      'a package total that is not that of its invoices',
      { ...frozen, totals: { ...frozen.totals, goodsValueUsd: '1.00' } },
      'package: goodsValueUsd is "1.00", reckoned 151.01',
    ],
    [
      'a wrong number of orders',
      { ...frozen, totals: { ...frozen.totals, orderCount: 2 } },
      'package: orderCount is 2, counted 1',
    ],
    [
      'export units that are worth something else',
      { ...frozen, export_units: frozen.export_units.map((unit) => ({ ...unit, value_usd: 1 })) },
      'export units: enteredValueUsd is "151.01", reckoned 1.00',
    ],
    ['export units of other orders', { ...frozen, export_units: [] }, 'their orders are not those of the invoices'],
    [
      'an order twice',
      { ...frozen, invoices: [...frozen.invoices, ...frozen.invoices] },
      'orderId "ord_1" stands there twice',
    ],
    ['no invoice for an included order', { ...frozen, invoices: [] }, 'order ord_1 is included and has no invoice'],
    [
      'an invoice of an order that is not included',
      withInvoice(() => ({ orderId: 'ord_9' })),
      'order ord_9 is not included and has an invoice',
    ],
    [
      'a line less than was planned',
      withInvoice(({ lines }) => ({ lines: lines.slice(0, 1) })),
      'it has not as many lines as were planned',
    ],
    ['a trade action lost', withLine({ trade_actions: [] }), 'line 1: the trade action of X301-02 is not carried'],
    [
      'a trade action on another line only',
      withLine({ trade_actions: line.trade_actions.map((action) => ({ ...action })) }),
      'is not carried',
    ],
    ['an agency lost', withLine({ pga: [] }), 'line 1: the declaration under'],
    ['a declaration lost', withLine({ declaredPga: [], pga: [] }), 'line 1: the declaration under cpsc is lost'],
    [
      'a heading that applies lost',
      withLine({ ch99: ['99030306'] }),
      'line 1: heading 9903.05.93 applies and is not carried',
    ],
    ['a declared heading lost', withLine({ ch99: ['99030593'] }), 'line 1: the declared heading 99030306 is lost'],
    ['another tariff number', withLine({ htsCode: '4820100000' }), 'line 1: its tariff number is not that of the plan'],
    ['another origin', withLine({ countryOfOrigin: 'CN' }), 'line 1: its origin is not that of the plan'],
    [
      'a fact of metals lost',
      withLine({ metals: { ...line.metals, steelMeltPour: null } }),
      'line 1: the fact of metals steelMeltPour is lost',
    ],
    [
      'the evidence of metals lost',
      withLine({ metals: { ...line.metals, evidence: null } }),
      'the fact of metals evidence is lost',
    ],
    [
      'a metal made up',
      withLine({ metals: { ...line.metals, copperCast: 'CL' } }),
      'the fact of metals copperCast is lost',
    ],
    ['a stated customs quantity lost', withLine({ customsQuantities: [] }), 'line 1: the customs quantity 24 is lost'],
    [
      'a customs quantity that is none',
      withLine({
        customsQuantities: [
          { quantity: '24', unit: 'No.', basis: 'stated' },
          { quantity: 'two', unit: 'kg', basis: 'stated' },
        ],
      }),
      'the customs quantity "two" is no decimal',
    ],
    [
      'kilograms that are not the net weight',
      withLine({ customsQuantities: [{ quantity: '24', unit: 'kg', basis: 'weight' }] }),
      'the customs quantity in kg is not the net weight',
    ],
  ])('for %s', (_, broken, problem) => {
    expect(() => checkPackage(broken, source)).toThrow(problem)
  })

  it('with the number of what else does not hold', () => {
    expect(() => checkPackage(withLine({ lineValueUsd: '1.00', lineNumber: 3 }), source)).toThrow(
      'Customs package EG-20261121-C9S8N3FF: order ord_1: line 1: lineValueUsd is "1.00", reckoned 150.00. And 4 more.',
    )
  })
})

describe('the figures of a document read offline', () => {
  const document = (): Record<string, unknown> => JSON.parse(jsonText({ schema: 'entrygo.cci/1', ...frozen }))

  it('hold as they were written', () => {
    expect(figureProblems(document())).toEqual([])
  })

  it('do not hold where a line stands there twice', () => {
    expect(figureProblems(withLine({ lineId: '2' }))).toEqual(['order ord_1: lineId "2" stands there twice'])
  })

  it('do not hold where the document is something else', () => {
    const noPackage = ['the document is no customs package']
    for (const other of [null, 7, [], {}, { invoices: {} }]) expect(figureProblems(other)).toEqual(noPackage)
    expect(figureProblems({ ...document(), invoices: [7] })).toContain('an invoice is no object')
    expect(figureProblems({ ...document(), totals: null }).length).toBeGreaterThan(0)
  })
})
