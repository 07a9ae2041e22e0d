import { lineValueCents, sumCents, usdCents } from './money.ts'

export interface ValuedLine {
  readonly quantity: number
  readonly unitValueUsd: number
  readonly customsValueUsd?: number
}

/**
 * Entered value of a line in US cents: the customs value where the owner states one (free goods, 19 USC 1401a), else
 * quantity × unit value.
 */
export function enteredValueCents(line: ValuedLine): bigint {
  return line.customsValueUsd === undefined
    ? lineValueCents(line.quantity, line.unitValueUsd)
    : usdCents(line.customsValueUsd)
}

/** Sum of the lines' rounded entered values, in US cents. */
export function totalEnteredValueCents(lines: Iterable<ValuedLine>): bigint {
  return sumCents(Array.from(lines, enteredValueCents))
}
