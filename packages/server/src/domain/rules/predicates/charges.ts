import { centsText, lineValueCents, sumCents, usdCents } from '../../customs/money.ts'
import { placeInOrder } from '../facts.ts'
import { nothing, type OrderPredicate } from '../predicate.ts'

/** The discounts outside the prices are no more than the goods and what is charged beside them. */
export const discountsCovered: OrderPredicate = {
  codes: () => ['INVALID_DATA'],
  args: [],
  reads: () => ['charges', 'items.quantity', 'items.unitValueUsd'],
  bind: () => (facts) => {
    const outside = (facts.order.charges ?? []).filter(({ included }) => !included)
    const amountOf = (isOfSum: (type: string) => boolean): bigint =>
      sumCents(outside.filter(({ type }) => isOfSum(type)).map(({ amountUsd }) => usdCents(amountUsd)))
    const discounts = amountOf((type) => type === 'discount')
    if (discounts === 0n) return nothing
    const goods = sumCents(
      facts.order.items.map(({ quantity, unitValueUsd }) => lineValueCents(quantity, unitValueUsd)),
    )
    const covering = goods + amountOf((type) => type !== 'discount')
    if (discounts <= covering) return nothing
    const values = { discount: centsText(discounts), value: centsText(covering) }
    return [{ code: 'INVALID_DATA', field: 'charges', place: placeInOrder(facts, 'charges'), values }]
  },
}
