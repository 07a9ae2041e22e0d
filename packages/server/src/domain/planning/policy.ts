import type { AccountProfile, ApprovalPolicy, ExportUnit, ReadinessState } from '@entrygo/sdk/contract'
import { centsToWireNumber, scaledWireNumber, sumCents } from '../customs/money.ts'
import { totalCents } from './entered-value.ts'

export interface PlanToApprove {
  readonly readiness: ReadinessState
  readonly flags: readonly string[]
  /** Entered value of the included orders. */
  readonly includedValueUsd: number
}

/**
 * Whether the plan needs an approval record by the gate of the profile as it is now: for REVIEW_REQUIRED where the
 * server gates, and always above the gate's value or with one of its flags (protocol §6.2). Computed whenever it is
 * shown or enforced, never stored.
 */
export function approvalPolicy(plan: PlanToApprove, gate: AccountProfile['gate']): ApprovalPolicy {
  const { valueOverUsd, mode, flags } = gate
  // Compared in units of 1/10,000: the gate may have four decimals.
  const isOver = valueOverUsd !== undefined && totalCents(plan.includedValueUsd) * 100n > scaledWireNumber(valueOverUsd)
  const because = [
    ...(plan.readiness === 'REVIEW_REQUIRED' && mode === 'server' ? ['REVIEW_REQUIRED'] : []),
    ...(isOver ? ['VALUE'] : []),
    ...plan.flags.filter((flag) => flags.some((gated) => gated === flag)).map((flag) => `FLAG:${flag}`),
  ]
  return { requiresApproval: because.length > 0, because }
}

/** Exact sum of the units' values. */
export function unitsValueUsd(units: readonly Pick<ExportUnit, 'value_usd'>[]): number {
  return centsToWireNumber(sumCents(units.map(({ value_usd }) => totalCents(value_usd))))
}
