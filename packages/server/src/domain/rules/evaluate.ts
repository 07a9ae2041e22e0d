import type { Finding } from './findings.ts'
import type { PlanInputs } from './plan-inputs.ts'
import type { ResolvedRules } from './rule-pack.ts'

/** What the product, line and order rules found on one order; product findings are shared objects. */
export interface OrderEvaluation {
  readonly orderId: string
  /** Sorted by `compareFindings`. */
  readonly findings: readonly Finding[]
}

/** Evaluates every order of `inputs` against the product, line and order rules; sorted by order id. Linear in lines. */
export function evaluateOrders(_inputs: PlanInputs, _rules: ResolvedRules): OrderEvaluation[] {
  return []
}

/** Evaluates the export rules (shipment value, importer, bond, port, entry type) on the orders that stay included. */
export function evaluateExport(
  _inputs: PlanInputs,
  _includedOrderIds: readonly string[],
  _rules: ResolvedRules,
): Finding[] {
  return []
}
