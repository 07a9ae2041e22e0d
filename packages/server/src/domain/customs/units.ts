import { decimalScale } from './decimal.ts'
import { divideHalfUp } from './money.ts'

/** Exact size of a unit in the base unit of its dimension (piece, kg, m, m², m³ …), as a fraction. */
export interface UnitSize {
  readonly dimension: string
  readonly numerator: bigint
  readonly denominator: bigint
}

export interface HtsUnit {
  /** UN/ECE Rec 20 code with the same meaning, where one was found. */
  readonly uom: string | null
  /** Null for units of content ("kg cmsc") that no other unit can be converted to. */
  readonly size: UnitSize | null
}

export interface UnitTable {
  /** By UN/ECE Rec 20 common code; only units that some unit of the HTS can be made from. */
  readonly uomSizes: ReadonlyMap<string, UnitSize>
  /** By the unit string that the HTS prints. */
  readonly htsUnits: ReadonlyMap<string, HtsUnit>
}

/**
 * The two units have one meaning or lie in one dimension, so that an exact factor leads from one to the other. Pieces
 * never become pairs and nothing becomes a weight: those need facts about the article.
 */
export function isConvertible(table: UnitTable, uom: string, unit: HtsUnit): boolean {
  return unit.uom === uom || (unit.size !== null && unit.size.dimension === table.uomSizes.get(uom)?.dimension)
}

/** A quantity (scaled by 10,000) in a unit of the HTS, rounded half-up to four decimals once; null if not convertible. */
export function convertToHtsUnit(
  table: UnitTable,
  from: { readonly quantity: bigint; readonly uom: string },
  htsUnit: string,
): bigint | null {
  const target = table.htsUnits.get(htsUnit)
  if (target?.uom === from.uom) return from.quantity
  const size = table.uomSizes.get(from.uom)
  if (size === undefined || target === undefined || target.size === null) return null
  if (target.size.dimension !== size.dimension) return null
  const dividend = from.quantity * size.numerator * target.size.denominator
  return divideHalfUp(dividend, size.denominator * target.size.numerator)
}

/** A mass in kilograms (scaled) in a mass unit of the HTS; null when the unit is not one of mass. */
export function massInHtsUnit(table: UnitTable, massKg: bigint, htsUnit: string): bigint | null {
  const size = table.htsUnits.get(htsUnit)?.size
  if (size === undefined || size === null || size.dimension !== 'mass') return null
  return divideHalfUp(massKg * size.denominator, size.numerator)
}

/** Weight of a quantity (scaled) whose single unit weighs `unitWeightG` grams (scaled), in kilograms (scaled). */
export function weightKg(quantity: bigint, unitWeightG: bigint): bigint {
  return divideHalfUp(quantity * unitWeightG, decimalScale * 1000n)
}
