import { decimalText, parseDecimal, sumDecimals } from '../customs/decimal.ts'
import { centsText, divideHalfUp } from '../customs/money.ts'
import { isRecord } from '../rules/record-reader.ts'
import { inOneGo, type Steps } from '../work-in-steps.ts'
import { type Json, objectIn, objectsIn, textIn } from './read-json.ts'

/**
 * What of a customs package's figures does not hold, one sentence each; empty when all do. Takes a package or the parsed
 * text of a `cci_json`, and reckons from the printed texts alone: line value = quantity × unit value rounded half-up
 * once, totals exact at every level, export units worth what the package is, weights sums of known weights.
 */
export function figureProblems(document: unknown): string[] {
  return inOneGo(figureProblemSteps(document))
}

/** `figureProblems`, invoice by invoice. */
export function* figureProblemSteps(document: unknown): Steps<string[]> {
  if (!isRecord(document) || !Array.isArray(document['invoices'])) return ['the document is no customs package']
  const invoices = objectsIn(document, 'invoices')
  const problems = document['invoices'].length === invoices.length ? [] : ['an invoice is no object']
  for (const invoice of invoices) {
    const orderId = textIn(invoice, 'orderId') ?? '(no order)'
    for (const problem of invoiceProblems(invoice)) problems.push(`order ${orderId}: ${problem}`)
    yield
  }
  problems.push(...packageProblems(document, invoices), ...unitProblems(document, invoices))
  return problems
}

function invoiceProblems(invoice: Json): string[] {
  const lines = objectsIn(invoice, 'lines')
  const totals = objectIn(invoice, 'totals')
  const goods = sum(lines.map((line) => cents(line, 'lineValueUsd')))
  const charges = sum(objectsIn(invoice, 'charges').map(addedCents))
  const entered = sum(
    lines.map((line) => cents(line, line['customsValueUsd'] === null ? 'lineValueUsd' : 'customsValueUsd')),
  )
  const packages = objectsIn(invoice, 'packages')
  const gross = weight(packages, 'grossKg') ?? weight(lines, 'grossWeightKg')
  return [
    ...lines.flatMap(lineProblems),
    ...repeatedTexts(lines, 'lineId'),
    ...count(totals, 'lineCount', lines.length),
    ...count(totals, 'packageCount', packages.length),
    ...amount(totals, 'goodsValueUsd', goods),
    ...amount(totals, 'chargesUsd', charges),
    ...amount(totals, 'invoiceTotalUsd', goods === null || charges === null ? null : goods + charges),
    ...amount(totals, 'enteredValueUsd', entered),
    ...text(totals, 'netWeightKg', weight(lines, 'netWeightKg')),
    ...text(totals, 'grossWeightKg', gross),
  ]
}

function lineProblems(line: Json, index: number): string[] {
  const [quantity, unitValue] = [decimal(line, 'quantity'), decimal(line, 'unitValueUsd')]
  const value = quantity === null || unitValue === null ? null : divideHalfUp(quantity * unitValue, 1_000_000n)
  const problems = amount(line, 'lineValueUsd', value)
  if (line['lineNumber'] !== index + 1) problems.push(`lineNumber is ${shown(line['lineNumber'])}, not ${index + 1}`)
  for (const { quantity: measured, unit, basis } of objectsIn(line, 'customsQuantities')) {
    const isMeasured = typeof measured === 'string' && parseDecimal(measured) !== null
    if (!isMeasured) problems.push(`the customs quantity ${shown(measured)} is no decimal`)
    const isInKilograms = basis === 'weight' && unit === 'kg'
    if (isInKilograms && measured !== line['netWeightKg'])
      problems.push('the customs quantity in kg is not the net weight')
  }
  return problems.map((problem) => `line ${textIn(line, 'lineId') ?? index + 1}: ${problem}`)
}

const summedAmounts = ['goodsValueUsd', 'chargesUsd', 'invoiceTotalUsd', 'enteredValueUsd'] as const

function packageProblems(document: Json, invoices: readonly Json[]): string[] {
  const totals = objectIn(document, 'totals')
  const parts = invoices.map((invoice) => objectIn(invoice, 'totals'))
  const problems = [
    ...repeatedTexts(invoices, 'orderId'),
    ...count(totals, 'orderCount', invoices.length),
    ...count(
      totals,
      'lineCount',
      invoices.reduce((all, invoice) => all + objectsIn(invoice, 'lines').length, 0),
    ),
    ...count(
      totals,
      'packageCount',
      invoices.reduce((all, invoice) => all + objectsIn(invoice, 'packages').length, 0),
    ),
    ...summedAmounts.flatMap((name) => amount(totals, name, sum(parts.map((part) => cents(part, name))))),
    ...['netWeightKg', 'grossWeightKg'].flatMap((name) => text(totals, name, weight(parts, name))),
  ]
  return problems.map((problem) => `package: ${problem}`)
}

/** The orders of the package stand in its export units, each in one, and what the units are worth is what it is worth. */
function unitProblems(document: Json, invoices: readonly Json[]): string[] {
  const units = objectsIn(document, 'export_units')
  const ordersOfUnits = units.flatMap(({ order_ids }) => (Array.isArray(order_ids) ? order_ids : [])).sort()
  const orders = invoices.map(({ orderId }) => orderId).sort()
  const isWhole = orders.length === ordersOfUnits.length && orders.every((id, index) => id === ordersOfUnits[index])
  const worth = sum(
    units.map(({ value_usd: value }) => (typeof value === 'number' ? BigInt(Math.round(value * 100)) : null)),
  )
  return [
    ...(isWhole ? [] : ['export units: their orders are not those of the invoices']),
    ...amount(objectIn(document, 'totals'), 'enteredValueUsd', worth).map((problem) => `export units: ${problem}`),
  ]
}

/** What a charge adds to the invoice; nothing where the prices hold it. */
function addedCents(charge: Json): bigint | null {
  if (charge['included'] === true) return 0n
  const added = cents(charge, 'amountUsd')
  return added !== null && charge['type'] === 'discount' ? -added : added
}

function amount(parent: Json, name: string, reckoned: bigint | null): string[] {
  return text(parent, name, reckoned === null ? 'unknown, since a part of it is no amount' : centsText(reckoned))
}

function text(parent: Json, name: string, reckoned: string | null): string[] {
  return parent[name] === reckoned ? [] : [`${name} is ${shown(parent[name])}, reckoned ${reckoned}`]
}

function count(parent: Json, name: string, counted: number): string[] {
  return parent[name] === counted ? [] : [`${name} is ${shown(parent[name])}, counted ${counted}`]
}

function repeatedTexts(items: readonly Json[], name: string): string[] {
  const seen = new Set<unknown>()
  return items.flatMap(({ [name]: value }) => {
    if (seen.has(value)) return [`${name} ${shown(value)} stands there twice`]
    seen.add(value)
    return []
  })
}

function cents(parent: Json, name: string): bigint | null {
  const value = parent[name]
  return typeof value === 'string' && /^-?\d+\.\d{2}$/.test(value) ? BigInt(value.replace('.', '')) : null
}

function decimal(parent: Json, name: string): bigint | null {
  const value = parent[name]
  return typeof value === 'string' ? parseDecimal(value) : null
}

function sum(parts: readonly (bigint | null)[]): bigint | null {
  let total = 0n
  for (const part of parts) {
    if (part === null) return null
    total += part
  }
  return total
}

/** A sum is known only when every part is. */
function weight(parts: readonly Json[], name: string): string | null {
  const known = parts.flatMap((part) => textIn(part, name) ?? [])
  if (parts.length === 0 || known.length < parts.length) return null
  const scaled = sumDecimals(known)
  return scaled === null ? null : decimalText(scaled)
}

function shown(value: unknown): string {
  return value === undefined ? 'absent' : (JSON.stringify(value) ?? 'unreadable').slice(0, 60)
}
