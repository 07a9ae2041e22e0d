import { totalEnteredValueCents } from '../customs/line-value.ts'
import type { PartyScreening } from '../screening/party-screening.ts'
import type { LawInForce } from '../treatment/law-in-force.ts'
import { lotFacts, type ProductFacts, productFacts, statesLotFacts } from './facts.ts'
import { compareText } from './findings.ts'
import type { PlanInputs, PlannedLine, PlannedOrder } from './plan-inputs.ts'

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

export function exportFacts(inputs: PlanInputs, includedOrderIds: readonly string[], law: LawInForce): ExportFacts {
  const orders = includedOrderIds.flatMap((orderId) => inputs.orders[orderId] ?? [])
  const lines = orders.flatMap(({ items }) => items)
  const productIds = [...new Set(lines.map(({ productId }) => productId))].sort(compareText)
  const products = new Map(
    productIds.flatMap((productId): (readonly [string, ProductFacts])[] => {
      const product = inputs.products[productId]
      return product === undefined ? [] : [[productId, productFacts(law, productId, product)]]
    }),
  )
  return {
    inputs,
    lawDate: law.lawDate,
    valueCents: totalEnteredValueCents(lines),
    orders,
    screening: law.screening,
    products: [...products.values()],
    goods: includedOrderIds.flatMap((orderId) => {
      const items = inputs.orders[orderId]?.items
      return items === undefined ? [] : [[...new Set(goodsOf(orderId, items, products))]]
    }),
  }
}

function goodsOf(
  orderId: string,
  items: readonly PlannedLine[],
  products: ReadonlyMap<string, ProductFacts>,
): ProductFacts[] {
  return items.flatMap((line, index) => {
    const plain = products.get(line.productId)
    if (plain === undefined) return []
    return statesLotFacts(line) ? lotFacts(plain, { orderId, index, line }) : plain
  })
}
