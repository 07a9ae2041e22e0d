import { totalEnteredValueCents } from '../customs/line-value.ts'
import type { PartyScreening } from '../screening/party-screening.ts'
import type { LawInForce } from '../treatment/law-in-force.ts'
import { type ProductFacts, productFacts } from './facts.ts'
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
  /** The screening lists that are loaded. */
  readonly screening: PartyScreening | undefined
}

export function exportFacts(inputs: PlanInputs, includedOrderIds: readonly string[], law: LawInForce): ExportFacts {
  const orders = includedOrderIds.flatMap((orderId) => inputs.orders[orderId] ?? [])
  const lines = orders.flatMap(({ items }) => items)
  const productIds = [...new Set(lines.map(({ productId }) => productId))].sort(compareText)
  return {
    inputs,
    lawDate: law.lawDate,
    valueCents: totalEnteredValueCents(lines),
    orders,
    screening: law.screening,
    products: productIds.flatMap((productId) => {
      const product = inputs.products[productId]
      return product === undefined ? [] : [productFacts(law, productId, product)]
    }),
  }
}
