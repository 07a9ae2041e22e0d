import { customsPackageOf } from '../../../packages/server/src/domain/execution/customs-package.ts'
import type {
  FrozenPackage,
  PackageInvoice,
  PackageLine,
} from '../../../packages/server/src/domain/execution/frozen-package.ts'
import { planExport } from '../../../packages/server/src/domain/planning/plan-export.ts'
import { loadRulePack } from '../../../packages/server/src/rule-pack-files.ts'
import { aLine, anOrder, testAsOf, testNow } from '../../../packages/server/src/testing/builders.ts'
import { plannedRequest, planningRecords } from '../../../packages/server/src/testing/planning-records.ts'

/** A customs package whose every free text is filled by {@link filledWith}, with this many lines and packages. */
export function documentTemplate(lineCount: number): FrozenPackage {
  const items = Array.from({ length: lineCount }, (_, index) => aLine('prod_1', { lineId: String(index + 1) }))
  const records = planningRecords({ orders: [anOrder('prod_1', { items })] })
  const pack = loadRulePack()
  const planned = planExport(records, plannedRequest(records), { asOf: testAsOf, pack })
  const frozen = customsPackageOf({
    ...{ exportId: 'batch_1', packageId: 'cp_1', plannedAt: testNow, reference: pack.reference },
    ...{ snapshot: JSON.parse(planned.snapshot), body: planned.body },
  })
  return { ...frozen, invoices: frozen.invoices.map((invoice) => fullInvoice(invoice, lineCount)) }
}

const fullParty = {
  name: 'x',
  street: 'x',
  city: 'x',
  region: 'x',
  postalCode: 'x',
  country: 'x',
  contact: 'x',
  email: 'x',
  mid: 'x',
}

function fullInvoice(invoice: PackageInvoice, count: number): PackageInvoice {
  return {
    ...invoice,
    seller: fullParty,
    buyer: fullParty,
    consignee: fullParty,
    lines: invoice.lines.map(fullLine),
    assists: [{ type: 'x', amountUsd: '1.00' }],
    packages: Array.from({ length: count }, (_, index) => ({
      ...{ id: 'x', type: 'x', marks: 'x', grossKg: '8.1', netKg: '7.44', ispm15: false },
      contents: [{ lineId: String(index + 1), quantity: '24' }],
    })),
  }
}

function fullLine(line: PackageLine): PackageLine {
  return {
    ...line,
    ...{
      sku: 'x',
      description: 'x',
      brand: 'x',
      model: 'x',
      countryOfOrigin: 'x',
      uom: 'x',
      lotOrSerial: 'x',
      spi: 'x',
    },
    customsQuantities: [{ quantity: '24', unit: 'x', basis: 'stated' }],
    unitPrice: { amount: '8.50', currency: 'x' },
    manufacturer: fullParty,
    metals: {
      ...{ steelMeltPour: 'x', aluminumPrimarySmelt: 'x', aluminumSecondarySmelt: 'x', aluminumCast: 'x' },
      ...{ copperSmelt: 'x', copperCast: 'x', weightPct: '10', evidence: 'x' },
    },
    adcvdCases: ['x', 'x'],
    declaredPga: [
      { program: 'fda', agency: 'FDA', flag: 'x', status: 'data', disclaimCode: 'A', data: { productCode: 'x' } },
    ],
  }
}

/** Members that hold text of the owner; all others are codes, figures and ids of our own. */
const freeTexts: ReadonlySet<string> = new Set([
  ...['name', 'street', 'city', 'region', 'postalCode', 'country', 'contact', 'email', 'mid', 'iorNumber', 'bondType'],
  ...['bondNumber', 'filerCode', 'countryOfExport', 'modeOfTransport', 'portOfEntry', 'carrierScac', 'proBill'],
  ...['invoiceNumber', 'externalId', 'incoterm', 'invoiceCurrency', 'responsibleIndividual', 'language', 'marks', 'id'],
  ...['sku', 'description', 'brand', 'model', 'countryOfOrigin', 'uom', 'lotOrSerial', 'spi', 'currency'],
  ...['steelMeltPour', 'aluminumPrimarySmelt', 'aluminumSecondarySmelt', 'aluminumCast', 'copperSmelt', 'copperCast'],
  ...['evidence', 'adcvdCases', 'flag', 'productCode', 'message'],
])

/** Not free although their names are. */
const ownBranches: ReadonlySet<string> = new Set(['rulePack', 'export_units', 'totals', 'trade_actions', 'pga'])

/** A copy with each free text replaced by the next of the texts, which are used again from the start. */
export function filledWith(template: FrozenPackage, texts: readonly string[]): FrozenPackage {
  let used = 0
  const next = (): string => {
    const text = texts[used % texts.length] ?? ''
    used += 1
    return text
  }
  const filled = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return freeTexts.has(name) ? next() : value
    if (Array.isArray(value)) return value.map((item) => filled(item, name))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, ownBranches.has(key) ? member : filled(member, key)]),
    )
  }
  const currency = template.currency
  // Every member keeps its kind: texts become other texts.
  return { ...(filled(template, '') as FrozenPackage), currency }
}

/** Stands in a document where the text of this number will stand. */
export function placeholder(number: number): string {
  return `Zq${number}Z`
}

/** What the document with placeholders becomes when each is replaced by what `shown` makes of its text. */
export function replaced(document: string, texts: readonly string[], shown: (text: string) => string): string {
  return document.replace(/Zq(\d+)Z/g, (_, number: string) => shown(texts[Number(number)] ?? ''))
}
