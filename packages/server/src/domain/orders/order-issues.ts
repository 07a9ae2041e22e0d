import type { Issue, OrderInput, OrderLineInput } from '@entrygo/sdk/contract'
import { normalizeHtsNumber } from '../customs/hts-number.ts'
import { centsText, lineValueCents, sumCents } from '../customs/money.ts'
import { repeated } from '../setup/upsert-records.ts'

/** What the schema cannot say about an order; paths are relative to it. */
export function orderIssues(order: OrderInput): Issue[] {
  const { items, packages = [] } = order
  return [
    ...lineCountIssues(items),
    ...repeated(items, lineIdOf, { path: (index) => `items.${index}.lineId`, name: 'lineId' }),
    ...items.flatMap(ch99Issues),
    ...valueIssues(items),
    ...repeated(packages, ({ id }) => id, { path: (index) => `packages.${index}.id`, name: 'Package' }),
    ...contentIssues(order),
  ]
}

/** Totals are exact to the cent up to 15 significant digits, which is what a JSON number carries. */
const maxOrderCents = 999_999_999_999_999n
const maxOrderLines = 200

function lineIdOf(line: OrderLineInput, index: number): string {
  return line.lineId ?? String(index + 1)
}

function lineCountIssues(items: readonly OrderLineInput[]): Issue[] {
  if (items.length <= maxOrderLines) return []
  const message = `An order has up to ${maxOrderLines} lines, this one has ${items.length}; split it.`
  return [{ path: 'items', message, code: 'too_big' }]
}

function ch99Issues({ ch99Codes = [] }: OrderLineInput, index: number): Issue[] {
  return ch99Codes.flatMap((code, position): Issue[] => {
    if (normalizeHtsNumber(code) !== null) return []
    const message = `${code} is no tariff number; give one to ten digits, dots and spaces are dropped.`
    return [{ path: `items.${index}.ch99Codes.${position}`, message, code: 'invalid_string' }]
  })
}

function valueIssues(items: readonly OrderLineInput[]): Issue[] {
  const cents = sumCents(items.map(({ quantity, unitValueUsd }) => lineValueCents(quantity, unitValueUsd)))
  if (cents <= maxOrderCents) return []
  const message = `The lines add up to ${centsText(cents)} USD; an order is worth up to ${centsText(maxOrderCents)} USD.`
  return [{ path: 'items', message, code: 'too_big' }]
}

function contentIssues({ items, packages = [] }: OrderInput): Issue[] {
  const lineIds = new Set(items.map(lineIdOf))
  return packages.flatMap(({ contents = [] }, index) =>
    contents.flatMap(({ lineId }, position): Issue[] => {
      if (lineIds.has(lineId)) return []
      const message = `The order has no line ${lineId}; name one of its lines.`
      return [{ path: `packages.${index}.contents.${position}.lineId`, message, code: 'unknown_reference' }]
    }),
  )
}
