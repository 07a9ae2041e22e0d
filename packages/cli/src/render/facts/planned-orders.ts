import type { ExportPlan, LineTreatment } from '@entrygo/sdk/contract'
import type { SeenGoods } from './seen-goods.ts'
import { centsOf } from './treatment-groups.ts'

/** One order of a plan with its lines. */
export interface PlannedOrder {
  readonly id: string
  readonly name: string
  readonly isIn: boolean
  /** Rules that keep it out, and the change that releases it. */
  readonly outBecause: string | null
  readonly lines: readonly LineTreatment[]
  readonly cents: number | null
}

type Planned = Pick<ExportPlan, 'excluded' | 'included_order_ids' | 'excluded_order_ids' | 'treatments'>

/** Orders that stay behind come first, each kind in the order of the plan. */
export function plannedOrdersOf(plan: Planned, goods: SeenGoods): readonly PlannedOrder[] {
  const lines = Map.groupBy(plan.treatments, ({ order_id }) => order_id)
  const reasons = new Map(plan.excluded.map((order) => [order.order_id, order]))
  const orderOf = (id: string, isIn: boolean): PlannedOrder => {
    const own = lines.get(id) ?? []
    const { rule_ids: rules = [], release } = reasons.get(id) ?? {}
    const way = release === undefined || release === null ? '' : `: ${release.field} releases it`
    return {
      id,
      name: goods.orderName(id),
      isIn,
      outBecause: isIn || rules.length === 0 ? null : `${rules.join(', ')}${way}`,
      lines: own,
      cents: own.length === 0 ? null : centsOf(own, goods),
    }
  }
  return [
    ...plan.excluded_order_ids.map((id) => orderOf(id, false)),
    ...plan.included_order_ids.map((id) => orderOf(id, true)),
  ]
}
