import type { LineTreatment } from '@entrygo/sdk/contract'
import { lineIdOf } from '../rules/facts.ts'
import type { PlanningInputs } from './snapshot.ts'

/**
 * The customs treatment of every evaluated line, those of excluded orders too, by order id and position. The members
 * stand in canonical order. Rule groups that know trade actions or agencies add to the two lists.
 */
export function lineTreatments({ orders, products }: PlanningInputs): LineTreatment[] {
  return Object.entries(orders).flatMap(([orderId, { items }]) =>
    items.map((line, index) => {
      const product = products[line.productId]
      return {
        countryOfOrigin: line.countryOfOrigin ?? product?.countryOfOrigin ?? null,
        htsCode: product?.htsCode ?? null,
        line_id: lineIdOf(line, index),
        order_id: orderId,
        pga: [],
        product_id: line.productId,
        trade_actions: [],
      }
    }),
  )
}

/** A treatment as it is hashed: without `why` and `citation`. */
export function decidedTreatment(treatment: LineTreatment): Record<string, unknown> {
  const { pga, trade_actions } = treatment
  if (pga.length === 0 && trade_actions.length === 0) return treatment
  return {
    ...treatment,
    pga: pga.map(({ citation: _, ...decided }) => decided),
    trade_actions: trade_actions.map(({ why: _why, citation: _citation, ...decided }) => decided),
  }
}
