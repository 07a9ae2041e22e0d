import type { ApprovalPolicy } from '@entrygo/sdk/contract'
import { approvalPolicy, unitsValueUsd } from '../planning/policy.ts'
import type { ExportHistory } from '../records.ts'

/** What the gate of the profile asks of the current plan today. */
export function policyNow({ plan, profile }: Pick<ExportHistory, 'plan' | 'profile'>): ApprovalPolicy {
  const { flags, export_units } = plan.body
  const judged = { readiness: plan.readinessState, flags, includedValueUsd: unitsValueUsd(export_units) }
  return approvalPolicy(judged, profile.doc.gate)
}
