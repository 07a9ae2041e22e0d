import type {
  Approval,
  ApprovedPlan,
  Artifact,
  CustomsPackage,
  ExecutedExport,
  Export,
  ExportSummary,
  Notification,
} from '@entrygo/sdk/contract'
import type { ApprovalRecord, ArtifactRecord, ExportHistory, NotificationRecord, PlanRecord } from '../records.ts'
import { attemptsView } from './delivery-view.ts'
import { eventView } from './event-view.ts'
import { policyNow } from './policy-now.ts'
import { isLive, standingOf } from './state.ts'
import { submissionStatus } from './submission-status.ts'
import { brokerSubmissionView } from './submission-view.ts'
import { timestamp } from './timestamp.ts'

export { eventView } from './event-view.ts'

/**
 * The next instant, milliseconds UTC, at which time alone changes what is shown: an approval of the current plan
 * expires. Null when there is none, so that a view may be kept for as long as export and profile stand.
 */
export function viewValidUntil({ approvals, plan }: ExportHistory, now: number): number | null {
  const live = approvals.filter((approval) => isLive(approval, plan, now))
  return live.length === 0 ? null : Math.min(...live.map(({ expiresAt }) => expiresAt))
}

/** Everything the export is now, for `inspect`. */
export function exportView(history: ExportHistory, now: number): Export {
  const { plan, submissions } = history
  const policy = policyNow(history)
  const standing = standingOf(history, policy, now)
  const latest = submissions.at(-1)
  return {
    exportId: history.export.id,
    batch_id: history.export.id,
    state: standing.state,
    status: history.export.status,
    created_at: timestamp(history.export.createdAt),
    ...plan.body,
    policy,
    next_recommended_action: standing.next_recommended_action,
    plan: approvedPlan(plan),
    customs_package_id: history.package?.id ?? null,
    customs_package: history.package === null ? null : packageView(history),
    artifacts: history.artifacts.map(artifactView),
    notifications: history.notifications.map(notificationView),
    broker_submission: latest === undefined ? null : brokerSubmissionView(latest, submissions),
    previous_submissions: submissions
      .slice(0, -1)
      .slice(-maxShown)
      .map((older) => brokerSubmissionView(older, submissions)),
    approvals: history.approvals.slice(-maxShown).map((approval) => approvalView(history, approval, now)),
    events: history.events.map(eventView),
  }
}

/** The newest of a list that grows without end; the contract allows no more, and the evidence has all. */
const maxShown = 1_000

/** The answer of `execute`; throws for an export that is not executed. */
export function executedView(history: ExportHistory, now: number): ExecutedExport {
  const { submissions, plan } = history
  const latest = submissions.at(-1)
  if (history.package === null || latest === undefined)
    throw new Error(`Export ${history.export.id} has no customs package or no submission, though it was executed.`)
  const standing = standingOf(history, policyNow(history), now)
  return {
    exportId: history.export.id,
    batch_id: history.export.id,
    planHash: history.execution?.planHash ?? plan.planHash,
    state: standing.state,
    status: history.export.status,
    customs_package_id: history.package.id,
    artifacts: history.artifacts.map(artifactView),
    notifications: history.notifications.map(notificationView),
    broker_submission: brokerSubmissionView(latest, submissions),
    next_recommended_action: standing.next_recommended_action,
  }
}

/** One row of the list of exports. */
export function summaryView(history: ExportHistory, now: number): ExportSummary {
  const { plan } = history
  const standing = standingOf(history, policyNow(history), now)
  return {
    exportId: history.export.id,
    batch_id: history.export.id,
    state: standing.state,
    status: history.export.status,
    planHash: plan.planHash,
    readinessState: plan.readinessState,
    warehouseId: plan.request.warehouseId,
    brokerId: plan.request.brokerId,
    order_count: plan.body.included_order_ids.length,
    created_at: timestamp(history.export.createdAt),
    next_recommended_action: standing.next_recommended_action,
  }
}

/** Throws for an export without a package. */
export function packageView(history: ExportHistory): CustomsPackage {
  if (history.package === null) throw new Error(`Export ${history.export.id} has no customs package.`)
  const isHandedOff = history.submissions.some((submission) => submissionStatus(submission) === 'sent')
  return {
    id: history.package.id,
    exportBatchId: history.export.id,
    packageNumber: history.package.packageNumber,
    state: isHandedOff ? 'handed_off' : 'generated',
    createdAt: timestamp(history.package.createdAt),
    artifacts: history.artifacts.map(artifactView),
  }
}

/** `live`: of the current plan and not expired at `now`. */
export function approvalView(
  history: Pick<ExportHistory, 'export' | 'plan'>,
  approval: ApprovalRecord,
  now: number,
): Approval {
  return {
    id: approval.id,
    export_id: history.export.id,
    planHash: approval.planHash,
    actor: { ...approval.actor },
    reason: approval.reason,
    approved_at: timestamp(approval.approvedAt),
    expires_at: timestamp(approval.expiresAt),
    live: isLive(approval, history.plan, now),
  }
}

export function artifactView(artifact: ArtifactRecord): Artifact {
  return {
    artifact_type: artifact.artifactType,
    filename: artifact.filename,
    generated_at: timestamp(artifact.generatedAt),
    sha256: artifact.sha256,
    size: artifact.size,
    media_type: artifact.mediaType,
  }
}

/** `recorded` for ever where the warehouse has no channel: then nothing is sent. */
export function notificationView({ id, kind, channel, recipient, at, delivery }: NotificationRecord): Notification {
  return {
    ...{ id, kind, channel, recipient, at: timestamp(at) },
    status: delivery === null ? 'recorded' : submissionStatus(delivery),
    attempts: attemptsView(delivery?.attempts ?? []),
  }
}

/** The plan as it was decided, without what its answer takes from the moment of reading. */
export function approvedPlan({ planHash, planNo, plannedAt, request, decision }: PlanRecord): ApprovedPlan {
  return {
    planHash,
    plan_number: planNo,
    planned_at: timestamp(plannedAt),
    warehouseId: request.warehouseId,
    brokerId: request.brokerId,
    destinationCountry: request.destinationCountry,
    ...(request.asOf === undefined ? {} : { asOf: request.asOf }),
    decision,
  }
}
