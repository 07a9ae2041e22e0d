import { decimalText, parseDecimal } from './decimal.ts'
import { scaledWireNumber } from './money.ts'
import { convertToHtsUnit, isConvertible, massInHtsUnit, type UnitTable, weightKg } from './units.ts'

export interface MeasuredLine {
  readonly quantity: number
  readonly uom?: string | undefined
  readonly customsQty1?: string | undefined
  readonly customsQty2?: string | undefined
  readonly netWeightKg?: string | undefined
  /** Net weight of one unit of `uom`, in grams. */
  readonly unitNetWeightG?: string | undefined
}

/** One of the one or two units that the HTS prints for a line. */
export interface UnitPosition {
  readonly index: 0 | 1
  readonly unit: string
}

/** The quantity that the entry reports in one unit of the HTS, or why it is not known. */
export type CustomsQuantity =
  | { readonly unit: string; readonly quantity: string; readonly basis: 'stated' | 'converted' | 'weight' }
  | {
      readonly unit: string
      readonly quantity: null
      readonly reason: 'unknown_hts_unit' | 'not_convertible'
    }

export type QuantityBasis = 'stated' | 'converted' | 'weight' | 'unknown_hts_unit' | 'not_convertible'

/** What the customs quantity can be made from, told without making it. */
export function customsQuantityBasis(table: UnitTable, line: MeasuredLine, at: UnitPosition): QuantityBasis {
  if ((at.index === 0 ? line.customsQty1 : line.customsQty2) !== undefined) return 'stated'
  const unit = table.htsUnits.get(at.unit)
  if (unit === undefined) return 'unknown_hts_unit'
  if (line.uom !== undefined && isConvertible(table, line.uom, unit)) return 'converted'
  const hasWeight = line.netWeightKg !== undefined || line.unitNetWeightG !== undefined
  return hasWeight && unit.size?.dimension === 'mass' ? 'weight' : 'not_convertible'
}

/**
 * Customs quantity of a line in its first or second HTS unit: what the owner states, else the quantity converted by an
 * exact factor, else for units of mass the stated net weight or the product's unit weight. Never a guess.
 */
export function customsQuantity(table: UnitTable, line: MeasuredLine, at: UnitPosition): CustomsQuantity {
  const { unit } = at
  const basis = customsQuantityBasis(table, line, at)
  switch (basis) {
    case 'stated':
      return { unit, quantity: (at.index === 0 ? line.customsQty1 : line.customsQty2) ?? '', basis }
    case 'converted': {
      const from = { quantity: scaledWireNumber(line.quantity), uom: line.uom ?? '' }
      return { unit, quantity: decimalText(convertToHtsUnit(table, from, unit) ?? 0n), basis }
    }
    case 'weight':
      return { unit, quantity: decimalText(massInHtsUnit(table, netWeightKg(line) ?? 0n, unit) ?? 0n), basis }
    default:
      return { unit, quantity: null, reason: basis }
  }
}

/** Net weight of the line in kilograms (scaled by 10,000); null when neither the line nor the product tells it. */
export function netWeightKg(line: MeasuredLine): bigint | null {
  if (line.netWeightKg !== undefined) return parseDecimal(line.netWeightKg)
  const unitNetWeightG = line.unitNetWeightG === undefined ? null : parseDecimal(line.unitNetWeightG)
  return unitNetWeightG === null ? null : weightKg(scaledWireNumber(line.quantity), unitNetWeightG)
}
