import { type Flag, flags } from '@entrygo/sdk/contract'
import type { Finding } from '../rules/findings.ts'

/** What is said of the plan as a whole, beside its findings. None of it is hashed. */
export interface PlanRemarks {
  readonly hasExcludedOrders: boolean
  /** The pack does not hold all rule groups, so READY is not to be read as more than it is. */
  readonly isPartial: boolean
  readonly isOutOfRange: boolean
  /** The caller fixed `asOf`. */
  readonly isAsOfFixed: boolean
}

/** The flags of all findings, those on excluded orders too, and of the plan itself; sorted, each once. */
export function planFlags(findings: readonly Finding[], remarks: PlanRemarks): Flag[] {
  const raised = new Set<string>()
  for (const finding of findings) for (const flag of finding.flags) raised.add(flag)
  if (remarks.hasExcludedOrders) raised.add('ORDERS_EXCLUDED')
  if (remarks.isPartial) raised.add('RULES_PARTIAL')
  if (remarks.isOutOfRange) raised.add('RULE_PACK_OUT_OF_RANGE')
  if (remarks.isAsOfFixed) raised.add('AS_OF_FIXED')
  return flags.filter((flag) => raised.has(flag)).sort()
}
