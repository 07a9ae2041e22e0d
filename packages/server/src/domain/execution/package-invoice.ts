import { decimalText, parseDecimal, sumDecimals } from '../customs/decimal.ts'
import { centsText, scaledWireNumber, sumCents, usdCents } from '../customs/money.ts'
import { centsIn } from './cents-in.ts'
import type {
  InvoiceTotals,
  PackageCharge,
  PackageInvoice,
  PackageLine,
  PackageTotals,
  PackedPackage,
} from './frozen-package.ts'
import { partyIn } from './package-party.ts'
import { booleanIn, type Json, numberIn, objectIn, objectsIn, textIn } from './read-json.ts'

export interface InvoiceSource {
  readonly orderId: string
  readonly order: Json
  readonly profile: Json
  readonly lines: readonly PackageLine[]
  /** Day of planning, for an order without a date of sale. */
  readonly issuedOn: string
}

/** The commercial invoice of one order; where the order is silent, the profile speaks. */
export function packageInvoice({ orderId, order, profile, lines, issuedOn }: InvoiceSource): PackageInvoice {
  const defaults = objectIn(profile, 'orderDefaults')
  const [terms, profileTerms] = [objectIn(order, 'invoice'), objectIn(profile, 'invoice')]
  const assists = order['assists'] === undefined ? objectsIn(defaults, 'assists') : objectsIn(order, 'assists')
  const charges = objectsIn(order, 'charges').map(charge)
  const packages = objectsIn(order, 'packages').map(packedPackage)
  const externalId = textIn(order, 'externalId')
  return {
    invoiceNumber: textIn(terms, 'number') ?? externalId ?? orderId,
    invoiceDate: textIn(order, 'saleDate') ?? issuedOn,
    orderId,
    externalId,
    saleDate: textIn(order, 'saleDate'),
    incoterm: textIn(order, 'incoterm') ?? textIn(defaults, 'incoterm'),
    invoiceCurrency: textIn(order, 'invoiceCurrency') ?? 'USD',
    relatedParty: booleanIn(order, 'relatedParty') ?? booleanIn(defaults, 'relatedParty'),
    responsibleIndividual: textIn(terms, 'responsibleIndividual') ?? textIn(profileTerms, 'responsibleIndividual'),
    language: textIn(terms, 'language') ?? textIn(profileTerms, 'language') ?? 'en',
    seller: partyIn(order, 'seller') ?? partyIn(profile, 'seller'),
    buyer: partyIn(order, 'buyer'),
    consignee: partyIn(order, 'consignee'),
    lines,
    charges,
    assists: assists.map((assist) => ({
      type: textIn(assist, 'type') ?? 'assist',
      amountUsd: centsText(usdCents(numberIn(assist, 'amountUsd') ?? 0)),
    })),
    packages,
    totals: invoiceTotals({ lines, charges, packages }),
  }
}

export function invoiceTotals({
  lines,
  charges,
  packages,
}: Pick<PackageInvoice, 'lines' | 'charges' | 'packages'>): InvoiceTotals {
  const goods = sumCents(lines.map(({ lineValueUsd }) => centsIn(lineValueUsd)))
  const added = sumCents(charges.filter(({ included }) => !included).map(signedCents))
  return {
    lineCount: lines.length,
    packageCount: packages.length,
    goodsValueUsd: centsText(goods),
    chargesUsd: centsText(added),
    invoiceTotalUsd: centsText(goods + added),
    enteredValueUsd: centsText(
      sumCents(lines.map(({ customsValueUsd, lineValueUsd }) => centsIn(customsValueUsd ?? lineValueUsd))),
    ),
    netWeightKg: sumKnown(lines.map((line) => line.netWeightKg)),
    grossWeightKg:
      sumKnown(packages.map(({ grossKg }) => grossKg)) ?? sumKnown(lines.map((line) => line.grossWeightKg)),
  }
}

export function packageTotals(invoices: readonly PackageInvoice[]): PackageTotals {
  const totals = invoices.map((invoice) => invoice.totals)
  const sumOf = (name: 'goodsValueUsd' | 'chargesUsd' | 'invoiceTotalUsd' | 'enteredValueUsd'): string =>
    centsText(sumCents(totals.map((total) => centsIn(total[name]))))
  return {
    orderCount: invoices.length,
    lineCount: totals.reduce((sum, { lineCount }) => sum + lineCount, 0),
    packageCount: totals.reduce((sum, { packageCount }) => sum + packageCount, 0),
    goodsValueUsd: sumOf('goodsValueUsd'),
    chargesUsd: sumOf('chargesUsd'),
    invoiceTotalUsd: sumOf('invoiceTotalUsd'),
    enteredValueUsd: sumOf('enteredValueUsd'),
    netWeightKg: sumKnown(totals.map(({ netWeightKg }) => netWeightKg)),
    grossWeightKg: sumKnown(totals.map(({ grossWeightKg }) => grossWeightKg)),
  }
}

function charge(source: Json): PackageCharge {
  return {
    type: textIn(source, 'type') ?? 'other',
    amountUsd: centsText(usdCents(numberIn(source, 'amountUsd') ?? 0)),
    included: booleanIn(source, 'included') ?? false,
  }
}

function signedCents({ type, amountUsd }: PackageCharge): bigint {
  return type === 'discount' ? -centsIn(amountUsd) : centsIn(amountUsd)
}

function packedPackage(source: Json): PackedPackage {
  return {
    id: textIn(source, 'id') ?? '',
    type: textIn(source, 'type'),
    marks: textIn(source, 'marks'),
    grossKg: textIn(source, 'grossKg'),
    netKg: textIn(source, 'netKg'),
    contents: objectsIn(source, 'contents').map((content) => ({
      lineId: textIn(content, 'lineId') ?? '',
      quantity: decimalText(scaledWireNumber(numberIn(content, 'quantity') ?? 0)),
    })),
    ispm15: booleanIn(source, 'ispm15'),
  }
}

/** A sum is known only when every part is. */
function sumKnown(parts: readonly (string | null)[]): string | null {
  const known = parts.flatMap((part) => (part === null || parseDecimal(part) === null ? [] : [part]))
  if (parts.length === 0 || known.length < parts.length) return null
  const sum = sumDecimals(known)
  return sum === null ? null : decimalText(sum)
}
