import { enteredValueCents } from '../customs/line-value.ts'
import { sumCents } from '../customs/money.ts'
import type { PlanningOrder } from './snapshot.ts'

/** Entered value of an order in US cents: its total, with the customs value where a line states one. */
export function orderValueCents({ items, totalValueUsd }: Pick<PlanningOrder, 'items' | 'totalValueUsd'>): bigint {
  // The stored total is the exact sum of the rounded line values, so most orders need no second look at their lines.
  return items.some(({ customsValueUsd }) => customsValueUsd !== undefined)
    ? sumCents(items.map(enteredValueCents))
    : totalCents(totalValueUsd)
}

/**
 * A total of the contract in cents. It has two decimals and at most 15 significant digits, so the nearest whole number of
 * cents is the exact one; it may be larger than what a caller can write as an amount.
 */
export function totalCents(totalUsd: number): bigint {
  return BigInt(Math.round(totalUsd * 100))
}
