import { decimalText, parseDecimal } from './decimal.ts'
import { scaledWireNumber } from './money.ts'
import { convertToHtsUnit, massInHtsUnit, type UnitTable, weightKg } from './units.ts'

export interface MeasuredLine {
  readonly quantity: number
  readonly uom?: string | undefined
  readonly customsQty1?: string | undefined
  readonly customsQty2?: string | undefined
  readonly netWeightKg?: string | undefined
  /** Net weight of one unit of `uom`, in grams. */
  readonly unitNetWeightG?: string | undefined
}

/** The quantity that the entry reports in one unit of the HTS, or why it is not known. */
export type CustomsQuantity =
  | { readonly unit: string; readonly quantity: string; readonly basis: 'stated' | 'converted' | 'weight' }
  | {
      readonly unit: string
      readonly quantity: null
      readonly reason: 'unknown_hts_unit' | 'not_convertible'
    }

/**
 * Customs quantity of a line in its first or second HTS unit: what the owner states, else the quantity converted by an
 * exact factor, else for units of mass the stated net weight or the product's unit weight. Never a guess.
 */
export function customsQuantity(
  table: UnitTable,
  line: MeasuredLine,
  at: { index: 0 | 1; unit: string },
): CustomsQuantity {
  const { unit } = at
  const stated = at.index === 0 ? line.customsQty1 : line.customsQty2
  if (stated !== undefined) return { unit, quantity: stated, basis: 'stated' }
  if (!table.htsUnits.has(unit)) return { unit, quantity: null, reason: 'unknown_hts_unit' }
  const converted =
    line.uom === undefined
      ? null
      : convertToHtsUnit(table, { quantity: scaledWireNumber(line.quantity), uom: line.uom }, unit)
  if (converted?.kind === 'converted') return { unit, quantity: decimalText(converted.quantity), basis: 'converted' }
  const massKg = netWeightKg(line)
  const mass = massKg === null ? null : massInHtsUnit(table, massKg, unit)
  if (mass !== null) return { unit, quantity: decimalText(mass), basis: 'weight' }
  return { unit, quantity: null, reason: 'not_convertible' }
}

/** Net weight of the line in kilograms (scaled by 10,000); null when neither the line nor the product tells it. */
export function netWeightKg(line: MeasuredLine): bigint | null {
  if (line.netWeightKg !== undefined) return parseDecimal(line.netWeightKg)
  const unitNetWeightG = line.unitNetWeightG === undefined ? null : parseDecimal(line.unitNetWeightG)
  return unitNetWeightG === null ? null : weightKg(scaledWireNumber(line.quantity), unitNetWeightG)
}
