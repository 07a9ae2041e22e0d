import { enteredValueCents } from '../customs/line-value.ts'
import { sumCents, usdCents } from '../customs/money.ts'
import type { PlanningOrder } from './snapshot.ts'

/** Entered value of an order in US cents: its total, with the customs value where a line states one. */
export function orderValueCents({ items, totalValueUsd }: Pick<PlanningOrder, 'items' | 'totalValueUsd'>): bigint {
  // The stored total is the exact sum of the rounded line values, so most orders need no second look at their lines.
  return items.some(({ customsValueUsd }) => customsValueUsd !== undefined)
    ? sumCents(items.map(enteredValueCents))
    : usdCents(totalValueUsd)
}
