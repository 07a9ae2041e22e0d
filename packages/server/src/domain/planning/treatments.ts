import type { LineTreatment } from '@entrygo/sdk/contract'
import { lineIdOf } from '../rules/facts.ts'
import type { JudgedOrder } from './judge-orders.ts'
import type { PlanningInputs } from './snapshot.ts'

/**
 * The customs treatment of every evaluated line, those of excluded orders too, by order id and position. The members
 * stand in canonical order; lines of one product share its lists.
 */
export function lineTreatments({ orders }: PlanningInputs, judged: readonly JudgedOrder[]): LineTreatment[] {
  return judged.flatMap(({ orderId, goods }) =>
    goods.map(({ product, productId, treatment }, index) => {
      const line = orders[orderId]?.items[index]
      const { pga, tradeActions } = treatment()
      return {
        countryOfOrigin: product.countryOfOrigin ?? null,
        htsCode: product.htsCode ?? null,
        line_id: line === undefined ? String(index + 1) : lineIdOf(line, index),
        order_id: orderId,
        pga: pga.map((decision) => decision.treatment),
        product_id: productId,
        trade_actions: tradeActions.map((decision) => decision.treatment),
      }
    }),
  )
}

/** A treatment as it is hashed: what was decided, without the words and without what else was possible. */
export function decidedTreatment(treatment: LineTreatment): Record<string, unknown> {
  const { pga, trade_actions } = treatment
  if (pga.length === 0 && trade_actions.length === 0) return { ...treatment }
  return {
    ...treatment,
    pga: pga.map(({ citation: _, ...decided }) => decided),
    trade_actions: trade_actions.map(
      ({ why: _why, citation: _citation, alternatives: _alternatives, asks: _asks, ...decided }) => decided,
    ),
  }
}
