/** A decimal number without error: `units` of 10 to the power of minus `scale`. */
export interface ExactDecimal {
  readonly units: bigint
  readonly scale: number
}

/** Which mark a table has between whole and fraction, where its map says so. */
export type DecimalMark = '.' | ','

/**
 * The number that a cell shows, not negative; undefined when it is none, or when it could be two: `1,234` is a thousand
 * and more to one reader and little more than one to the next, unless the map names the decimal mark.
 */
export function readDecimal(text: string, mark: DecimalMark | undefined): ExactDecimal | undefined {
  const bare = text.replace(/[\s\u00a0\u202f']/g, '')
  const plain = mark === ',' ? bare.replace(/[.,]/g, (one) => (one === ',' ? '.' : ',')) : bare
  const isPlain = /^\d+(?:\.\d+)?$/.test(plain)
  const isGrouped = (mark === undefined ? /^\d{1,3}(?:,\d{3})+\.\d+$/ : /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/).test(plain)
  // Blanks between digits are groups of three, or two numbers.
  const hasOddBlanks = bare !== text.trim() && !/^\d{1,3}(?:[\s\u00a0\u202f']\d{3})+(?:[.,]\d+)?$/.test(text.trim())
  if ((!isPlain && !isGrouped) || hasOddBlanks || plain.length > 40) return undefined
  const [whole = '', fraction = ''] = plain.replaceAll(',', '').split('.')
  return { units: BigInt(whole + fraction), scale: fraction.length }
}

export function times(one: ExactDecimal, other: ExactDecimal): ExactDecimal {
  return { units: one.units * other.units, scale: one.scale + other.scale }
}

/** At most so many decimals, half up; no zeros at the end, as the contract writes decimals. */
export function decimalText({ units, scale }: ExactDecimal, decimals: number): string {
  const factor = 10n ** BigInt(Math.max(0, scale - decimals))
  const kept = Math.min(scale, decimals)
  const digits = String((units + factor / 2n) / factor).padStart(kept + 1, '0')
  const text = kept === 0 ? digits : `${digits.slice(0, -kept)}.${digits.slice(-kept)}`
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

export function decimalFrom(text: string): ExactDecimal {
  const [whole = '', fraction = ''] = text.split('.')
  return { units: BigInt(whole + fraction), scale: fraction.length }
}
