import type { Issue } from '@entrygo/sdk/contract'
import { centsText, sumCents } from '../customs/money.ts'
import type { PlanningRecords } from '../records.ts'
import { type Refusal, refuseIssues } from '../refusal.ts'
import { orderValueCents } from './entered-value.ts'

/** Of all orders of one plan. */
export const maxPlanLines = 200_000
/** The largest total that a JSON number carries to the cent. */
const maxPlanCents = 999_999_999_999_999n

/** A refusal when the orders are more than one plan may hold, else null. */
export function planLimitRefusal({ orders }: Pick<PlanningRecords, 'orders'>): Refusal | null {
  const lines = orders.reduce((count, { doc }) => count + doc.items.length, 0)
  const cents = sumCents(orders.map(({ doc }) => orderValueCents(doc)))
  const issues: Issue[] = []
  if (lines > maxPlanLines) {
    const message = `The orders have ${lines} lines; a plan holds up to ${maxPlanLines}. Plan them in parts.`
    issues.push({ path: 'orderIds', message, code: 'too_big' })
  }
  if (cents > maxPlanCents) {
    const message = `The orders are worth ${centsText(cents)} USD; a plan is worth up to ${centsText(maxPlanCents)} USD. Plan them in parts.`
    issues.push({ path: 'orderIds', message, code: 'too_big' })
  }
  return issues.length === 0 ? null : refuseIssues('VALIDATION_ERROR', 'Request validation failed.', issues)
}
