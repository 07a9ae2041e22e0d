import {
  customsQuantityBasis,
  type MeasuredLine,
  type QuantityBasis,
  type UnitPosition,
} from '../../customs/customs-quantity.ts'
import { parseDecimal } from '../../customs/decimal.ts'
import { enteredValueCents } from '../../customs/line-value.ts'
import { centsText, lineValueCents, usdCents } from '../../customs/money.ts'
import { type LineFacts, placeInLine, placeInProduct } from '../facts.ts'
import { type Detection, type LinePredicate, nothing } from '../predicate.ts'

/** The line has a quantity over 0 and a unit, its own or the product's. */
export const quantityAndUnitGiven: LinePredicate = {
  codes: () => ['MISSING_DATA', 'INVALID_DATA'],
  args: [],
  reads: () => ['quantity', 'uom', 'product.uom'],
  bind: () => (facts) => {
    const hasQuantity = facts.line.quantity > 0
    const hasUnit = facts.uom !== undefined && facts.uom !== ''
    if (hasQuantity && hasUnit) return nothing
    const gaps: Detection[] = []
    if (!hasQuantity) {
      const values = { value: String(facts.line.quantity) }
      gaps.push({ code: 'INVALID_DATA', field: 'quantity', place: placeInLine(facts, 'quantity'), values })
    }
    // One unit on the product serves all its lines, so that is where the gap is shown.
    if (!hasUnit) gaps.push({ code: 'MISSING_DATA', field: 'uom', place: placeInProduct(facts.product, 'uom') })
    return gaps
  },
}

/** Each unit that the HTS asks for on the line is stated or follows exactly from what is stated. */
export const customsQuantitiesKnown: LinePredicate = {
  codes: () => ['MISSING_DATA', 'QUESTION'],
  args: [],
  reads: () => [
    'customsQty1',
    'customsQty2',
    'quantity',
    'uom',
    'netWeightKg',
    'product.htsCode',
    'product.uom',
    'product.unitNetWeightG',
  ],
  bind:
    (_args, { reference }) =>
    (facts) => {
      const { tariff } = facts.product
      if (tariff.kind !== 'line') return nothing
      if (tariff.units.length === 0) return facts.line.customsQty1 === undefined ? [unitNotPrinted(facts)] : nothing
      const line = measuredLine(facts)
      let gaps: Detection[] | undefined
      for (const [position, unit] of tariff.units.entries()) {
        const at = { index: position === 0 ? 0 : 1, unit } as const
        const basis = customsQuantityBasis(reference.units, line, at)
        const isKnown = basis === 'stated' || basis === 'converted' || basis === 'weight'
        if (!isKnown) gaps = [...(gaps ?? []), unitGap(facts, basis, at)]
      }
      return gaps ?? nothing
    },
}

/** The line has a price over 0, or a stated customs value; a stated total equals quantity × unit value. */
export const valueDeclared: LinePredicate = {
  codes: () => ['MISSING_DATA', 'INVALID_DATA'],
  args: [],
  reads: () => ['quantity', 'unitValueUsd', 'lineTotalUsd', 'customsValueUsd', 'unitPrice'],
  bind: () => (facts) => {
    const { quantity, unitValueUsd, lineTotalUsd, customsValueUsd, unitPrice } = facts.line
    const isPlain = lineTotalUsd === undefined && customsValueUsd === undefined && unitPrice === undefined
    // Far from the half cent that rounds to nothing, the exact product need not be made.
    if (isPlain && quantity * unitValueUsd > 1) return nothing
    const gaps: Detection[] = []
    if (enteredValueCents(facts.line) === 0n) {
      const code = customsValueUsd === undefined ? 'MISSING_DATA' : 'INVALID_DATA'
      const problem = customsValueUsd === undefined ? 'the price is 0.00 USD' : 'customsValueUsd is 0.00 USD'
      const place = placeInLine(facts, 'customsValueUsd')
      gaps.push({ code, field: 'customsValueUsd', place, values: { problem } })
    } else if (customsValueUsd === undefined && unitPrice !== undefined && parseDecimal(unitPrice.amount) === 0n) {
      const problem = `the unit price on the invoice is 0 ${unitPrice.currency}`
      const place = placeInLine(facts, 'unitPrice', 'amount')
      gaps.push({ code: 'INVALID_DATA', field: 'unitPrice.amount', place, values: { problem } })
    }
    const expected = lineTotalUsd === undefined ? 0n : lineValueCents(quantity, unitValueUsd)
    if (lineTotalUsd !== undefined && usdCents(lineTotalUsd) !== expected) {
      const problem = `lineTotalUsd is ${lineTotalUsd}, but quantity × unitValueUsd is ${centsText(expected)}`
      gaps.push({
        code: 'INVALID_DATA',
        field: 'lineTotalUsd',
        place: placeInLine(facts, 'lineTotalUsd'),
        values: { problem },
        expected: [centsText(expected)],
      })
    }
    return gaps.length === 0 ? nothing : gaps
  },
}

function measuredLine({ line, uom, product }: LineFacts): MeasuredLine {
  const { quantity, customsQty1, customsQty2, netWeightKg } = line
  return { quantity, uom, customsQty1, customsQty2, netWeightKg, unitNetWeightG: product.product.unitNetWeightG }
}

function unitGap(facts: LineFacts, basis: QuantityBasis, { index, unit }: UnitPosition): Detection {
  const field = index === 0 ? 'customsQty1' : 'customsQty2'
  return {
    code: basis === 'unknown_hts_unit' ? 'QUESTION' : 'MISSING_DATA',
    field,
    place: placeInLine(facts, field),
    values: { field, unit, uom: facts.uom ?? 'none', htsCode: facts.product.product.htsCode ?? '' },
  }
}

function unitNotPrinted(facts: LineFacts): Detection {
  return {
    code: 'QUESTION',
    field: 'customsQty1',
    place: placeInLine(facts, 'customsQty1'),
    values: {
      field: 'customsQty1',
      unit: 'a unit the schedule does not print',
      uom: facts.uom ?? 'none',
      htsCode: facts.product.product.htsCode ?? '',
    },
  }
}
