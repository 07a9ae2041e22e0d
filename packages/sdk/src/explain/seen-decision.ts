import { isRecord, memberOf, textOf } from '../compare/json-value.ts'
import type { LineTreatment, PgaTreatment, PlanSnapshot, TradeActionTreatment } from '../contract/index.ts'
import type { FindingSubject } from './finding-subject.ts'

/** A trade action as it was decided; without why, asks and alternatives where only the hashed value is known. */
export type DecidedTradeAction = Partial<TradeActionTreatment> & Pick<TradeActionTreatment, 'ruleId'>
/** What was decided for one agency. */
export type DecidedPga = Partial<PgaTreatment> & Pick<PgaTreatment, 'ruleId'>

/** What was decided on the first line that the finding is about. */
export interface SeenDecision {
  readonly order_id: string
  readonly line_id: string
  readonly trade_actions: readonly DecidedTradeAction[]
  readonly pga: readonly DecidedPga[]
}

export interface WantedDecision {
  readonly ruleId: string
  /** The fact that the finding asks for. */
  readonly field: string | null
  readonly subject: FindingSubject
}

/** The decisions of this rule, or that ask for this fact, on the line or on the first line of the product; null for none. */
export function decisionSeen(
  snapshot: PlanSnapshot,
  treatments: readonly LineTreatment[] | undefined,
  wanted: WantedDecision,
): SeenDecision | null {
  const { ruleId, field, subject } = wanted
  if (subject.productId === null && subject.orderId === null) return null
  const concerns = (decided: DecidedTradeAction): boolean =>
    decided.ruleId === ruleId || (field !== null && decided.asks?.includes(field) === true)
  for (const treatment of treatments ?? snapshot.decision.treatments) {
    if (!isOfSubject(treatment, subject)) continue
    const trade_actions = listIn(treatment, 'trade_actions').filter(isDecided).filter(concerns)
    const pga = listIn(treatment, 'pga')
      .filter(isDecided)
      .filter((decided) => decided.ruleId === ruleId)
    if (trade_actions.length + pga.length === 0) continue
    const [order_id, line_id] = [textOf(memberOf(treatment, 'order_id')), textOf(memberOf(treatment, 'line_id'))]
    return { order_id, line_id, trade_actions, pga }
  }
  return null
}

function isOfSubject(treatment: unknown, { orderId, lineId, productId }: FindingSubject): boolean {
  if (orderId !== null && memberOf(treatment, 'order_id') !== orderId) return false
  if (lineId !== null && memberOf(treatment, 'line_id') !== lineId) return false
  return productId === null || memberOf(treatment, 'product_id') === productId
}

function listIn(treatment: unknown, name: string): readonly unknown[] {
  const list = memberOf(treatment, name)
  return Array.isArray(list) ? list : []
}

/** What planning decided; the contract has checked what is in it. */
function isDecided(value: unknown): value is { readonly ruleId: string } {
  return isRecord(value) && typeof value['ruleId'] === 'string'
}
