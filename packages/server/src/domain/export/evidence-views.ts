import type { Approval, Attempt } from '@entrygo/sdk/contract'
import type { DeliveryRecord, ExportHistory } from '../records.ts'
import { attemptView } from './delivery-view.ts'
import { approvalView, approvedPlan } from './view.ts'

/** The plan as it was answered, without state and policy: they depend on the moment of reading. */
export function evidencePlan({ export: { id }, plan }: ExportHistory): object {
  return { exportId: id, batch_id: id, ...plan.body, plan: approvedPlan(plan) }
}

/** Every approval, without `live`: whether one holds still depends on the moment of reading. */
export function evidenceApprovals(history: ExportHistory): Omit<Approval, 'live'>[] {
  return history.approvals.map((approval) => {
    const { live: _, ...lasting } = approvalView(history, approval, approval.approvedAt)
    return lasting
  })
}

/** All attempts, oldest first. */
export function evidenceAttempts({ attempts }: DeliveryRecord): Attempt[] {
  return [...attempts].sort((a, b) => a.n - b.n).map(attemptView)
}

/** What an export has sent, or is going to send: its submissions by revision, then its notifications. */
export function sentDeliveries({ submissions, notifications }: ExportHistory): DeliveryRecord[] {
  return [...submissions, ...notifications.flatMap(({ delivery }) => delivery ?? [])]
}
