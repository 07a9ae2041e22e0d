import type { LineTreatment } from '@entrygo/sdk/contract'
import { lineIdOf } from '../rules/facts.ts'
import type { GoodsTreatment } from '../treatment/goods-treatment.ts'
import type { JudgedOrder } from './judge-orders.ts'
import type { PlanningInputs } from './snapshot.ts'

/** The lists of a treatment; lines of one product share both lists, so that they are made and written once. */
type Lists = Pick<LineTreatment, 'pga' | 'trade_actions'>

/**
 * The customs treatment of every evaluated line, those of excluded orders too, by order id and position. The members
 * stand in canonical order; lines of one product share its lists.
 */
export function lineTreatments({ orders }: PlanningInputs, judged: readonly JudgedOrder[]): LineTreatment[] {
  const shared = new Map<GoodsTreatment, Lists>()
  return judged.flatMap(({ orderId, goods }) =>
    goods.map(({ product, productId, treatment }, index) => {
      const line = orders[orderId]?.items[index]
      const { pga, trade_actions } = listsOf(treatment(), shared)
      return {
        countryOfOrigin: product.countryOfOrigin ?? null,
        htsCode: product.htsCode ?? null,
        line_id: line === undefined ? String(index + 1) : lineIdOf(line, index),
        order_id: orderId,
        pga,
        product_id: productId,
        trade_actions,
      }
    }),
  )
}

function listsOf(treatment: GoodsTreatment, shared: Map<GoodsTreatment, Lists>): Lists {
  const known = shared.get(treatment)
  if (known !== undefined) return known
  const lists = {
    pga: treatment.pga.map((decision) => decision.treatment),
    trade_actions: treatment.tradeActions.map((decision) => decision.treatment),
  }
  shared.set(treatment, lists)
  return lists
}

/** A treatment as it is hashed. */
export type DecidedTreatment = Omit<LineTreatment, 'pga' | 'trade_actions'> & {
  readonly pga: readonly object[]
  readonly trade_actions: readonly object[]
}

/**
 * Treatments as they are hashed: what was decided, without the words and without what else was possible. The members
 * stay in canonical order, and lists that were shared stay shared.
 */
export function decidedTreatments(treatments: readonly LineTreatment[]): DecidedTreatment[] {
  const decidedPga = remembered(({ citation: _, ...decided }: LineTreatment['pga'][number]) => decided)
  const decidedActions = remembered(
    ({
      why: _why,
      citation: _citation,
      alternatives: _alternatives,
      asks: _asks,
      ...decided
    }: LineTreatment['trade_actions'][number]) => decided,
  )
  return treatments.map((treatment) => ({
    ...treatment,
    pga: decidedPga(treatment.pga),
    trade_actions: decidedActions(treatment.trade_actions),
  }))
}

/** Maps a list, and the same list to the same result. */
function remembered<Item, Decided extends object>(
  decide: (item: Item) => Decided,
): (items: readonly Item[]) => Decided[] {
  const results = new Map<readonly Item[], Decided[]>()
  return (items) => {
    const known = results.get(items)
    if (known !== undefined) return known
    const decided = items.map(decide)
    results.set(items, decided)
    return decided
  }
}
