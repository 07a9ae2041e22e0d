import type { ApprovalPolicy, ExportState, Finding, NextAction } from '@entrygo/sdk/contract'
import type { ApprovalRecord, ExportHistory, PlanBody, PlanRecord, SubmissionRecord } from '../records.ts'
import { submissionStatus } from './submission-status.ts'

/** Where an export stands and what to do next (protocol §6.3). */
export interface Standing {
  readonly state: ExportState
  readonly next_recommended_action: NextAction
}

export type JudgedPlan = Pick<PlanBody, 'readinessState' | 'validationMessages' | 'included_order_ids'>

/** The answer of a dry run: nothing is stored, so the next step is a plan, or what a blocked one lacks. */
export function dryRunStanding(plan: JudgedPlan): Standing {
  const blocking = blockingFindings(plan)
  return { state: 'dry_run', next_recommended_action: blocking === null ? 'PLAN' : actionWhenBlocked(blocking) }
}

/** `policy` is that of the current profile, `now` milliseconds UTC: an approval may expire while one looks. */
export function standingOf(history: ExportHistory, policy: ApprovalPolicy, now: number): Standing {
  if (history.export.status === 'executed') return handOffStanding(history.submissions.at(-1))
  const blocking = blockingFindings(history.plan.body)
  if (blocking !== null) return { state: 'blocked', next_recommended_action: actionWhenBlocked(blocking) }
  if (policy.requiresApproval && !hasLiveApproval(history, now))
    return { state: 'awaiting_approval', next_recommended_action: 'REVIEW_AND_APPROVE' }
  const isReviewedByCaller =
    history.plan.readinessState === 'REVIEW_REQUIRED' && history.profile.doc.gate.mode === 'caller'
  return { state: 'executable', next_recommended_action: isReviewedByCaller ? 'REVIEW_AND_EXECUTE' : 'EXECUTE' }
}

/** What keeps the plan from being executed, whatever was approved; null when nothing does. */
export function blockingFindings(plan: JudgedPlan): readonly Finding[] | null {
  const included = new Set(plan.included_order_ids)
  const concerns = ({ order_id }: Finding): boolean => order_id === undefined || included.has(order_id)
  const atExecute = plan.validationMessages.filter((finding) => finding.at_execute === 'BLOCK' && concerns(finding))
  if (plan.readinessState !== 'BLOCKED') return atExecute.length === 0 ? null : atExecute
  return [...plan.validationMessages.filter(({ severity }) => severity === 'BLOCK'), ...atExecute]
}

/** An approval holds for the one plan it was given to: it stays dead when a later plan has the same hash again. */
export function isLive(approval: ApprovalRecord, plan: Pick<PlanRecord, 'planNo' | 'planHash'>, now: number): boolean {
  return approval.planNo === plan.planNo && approval.planHash === plan.planHash && now < approval.expiresAt
}

export function hasLiveApproval({ approvals, plan }: ExportHistory, now: number): boolean {
  return approvals.some((approval) => isLive(approval, plan, now))
}

function actionWhenBlocked(blocking: readonly Finding[]): NextAction {
  const isDataMissing = blocking.length > 0 && blocking.every(({ code }) => code === 'MISSING_DATA')
  return isDataMissing ? 'SUPPLY_MISSING_DATA' : 'CHANGE_AND_REPLAN'
}

function handOffStanding(latest: SubmissionRecord | undefined): Standing {
  switch (latest === undefined ? 'prepared' : submissionStatus(latest)) {
    case 'sent':
      return { state: 'completed', next_recommended_action: 'NONE' }
    case 'failed':
      return { state: 'needs_action', next_recommended_action: 'FIX_AND_EXECUTE_AGAIN' }
    case 'unknown':
      return { state: 'needs_action', next_recommended_action: 'CONFIRM_WITH_BROKER' }
    default:
      return { state: 'handing_off', next_recommended_action: 'WAIT' }
  }
}
