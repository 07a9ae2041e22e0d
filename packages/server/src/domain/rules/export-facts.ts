import { totalEnteredValueCents } from '../customs/line-value.ts'
import type { PartyScreening } from '../screening/party-screening.ts'
import type { LawInForce } from '../treatment/law-in-force.ts'
import type { ProductFacts } from './facts.ts'
import { compareText } from './findings.ts'
import type { PlanInputs, PlannedOrder } from './plan-inputs.ts'

/** The shipment as a whole: what the included orders bring, and who enters it. */
export interface ExportFacts {
  readonly inputs: PlanInputs
  readonly lawDate: string
  /** Entered value of all included lines. */
  readonly valueCents: bigint
  /** The included ones. */
  readonly orders: readonly PlannedOrder[]
  /** Each product of an included order once, by id. */
  readonly products: readonly ProductFacts[]
  /** The goods of each of `orders`, with the facts of the lots that its lines state; each different one once. */
  readonly goods: readonly (readonly ProductFacts[])[]
  /** The screening lists that are loaded. */
  readonly screening: PartyScreening | undefined
}

/** The goods of an included order, by line. */
export interface OrderGoods {
  readonly orderId: string
  readonly goods: readonly ProductFacts[]
}

export function exportFacts(inputs: PlanInputs, included: readonly OrderGoods[], law: LawInForce): ExportFacts {
  const orders = included.flatMap(({ orderId }) => inputs.orders[orderId] ?? [])
  const goods = included.map((order) => [...new Set(order.goods)])
  const products = new Set<ProductFacts>()
  for (const ofOrder of goods) for (const facts of ofOrder) products.add(facts.plain ?? facts)
  return {
    inputs,
    lawDate: law.lawDate,
    valueCents: orders.reduce((sum, { items }) => sum + totalEnteredValueCents(items), 0n),
    orders,
    screening: law.screening,
    products: [...products].sort((a, b) => compareText(a.productId, b.productId)),
    goods,
  }
}
