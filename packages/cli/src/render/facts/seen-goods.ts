import type { PlanSnapshot } from '@entrygo/sdk/contract'

/** What the snapshot of a plan adds to it: the caller's own names, and values. Without one it knows nothing. */
export interface SeenGoods {
  readonly hasValues: boolean
  /** The caller's own id of the order, else EntryGo's. */
  orderName(id: string): string
  productName(id: string): string
  /** What the owner calls the goods, or null. */
  description(productId: string): string | null
  /** US cents of a line, or null where the snapshot does not say. */
  centsOf(orderId: string, lineId: string): number | null
}

/** A snapshot can come from a file, so every fact is looked at before it is used. */
export function seenGoodsOf(snapshot: PlanSnapshot | undefined): SeenGoods {
  const orders = recordOf(snapshot?.inputs.orders)
  const products = recordOf(snapshot?.inputs.products)
  const cents = new Map<string, number>()
  for (const [orderId, order] of Object.entries(orders)) {
    const { items } = recordOf(order)
    for (const item of Array.isArray(items) ? items : []) {
      const { lineId, lineValueUsd } = recordOf(item)
      if (typeof lineId !== 'string' || typeof lineValueUsd !== 'number') continue
      cents.set(JSON.stringify([orderId, lineId]), Math.round(lineValueUsd * 100))
    }
  }
  return {
    hasValues: cents.size > 0,
    orderName: (id) => textOf(orders[id], 'externalId') ?? id,
    productName: (id) => textOf(products[id], 'externalId') ?? id,
    description: (id) => textOf(products[id], 'description'),
    centsOf: (orderId, lineId) => cents.get(JSON.stringify([orderId, lineId])) ?? null,
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function textOf(value: unknown, name: string): string | null {
  const text = recordOf(value)[name]
  return typeof text === 'string' && text !== '' ? text : null
}
