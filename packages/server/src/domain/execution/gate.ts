import type { ApprovalPolicy, ApprovalRequest, ExecuteRequest } from '@entrygo/sdk/contract'
import { policyNow } from '../export/policy-now.ts'
import { blockingFindings, hasLiveApproval } from '../export/state.ts'
import type { ExportHistory } from '../records.ts'
import { type Refusal, refuse, refuseIssues } from '../refusal.ts'

export interface ExecutionAsked {
  readonly history: ExportHistory
  readonly request: Pick<ExecuteRequest, 'planHash'>
  /** Hash of the plan made anew over today's records and rules. */
  readonly currentPlanHash: string
  readonly now: number
}

/**
 * Whether the plan may be executed now, in the order of delivery §5 step 5; null when nothing stands against it. An
 * export that is executed already is not gated again: what happens to it is `decideResend`'s question.
 */
export function gateExecution({ history, request, currentPlanHash, now }: ExecutionAsked): Refusal | null {
  if (history.export.status === 'executed') return null
  const stored = history.plan.planHash
  if (request.planHash !== undefined && request.planHash !== stored) return hashMismatch(request.planHash, stored)
  if (currentPlanHash !== stored)
    return refuse(
      'PLAN_STALE',
      `The plan ${stored} rests on data or rules that have changed since; planned today its hash is ${currentPlanHash}. ` +
        'Plan the batch again with its batchId, read the new plan, then execute that.',
      { details: { planHash: stored, currentPlanHash } },
    )
  const blocked = gateBlocking(history)
  if (blocked !== null) return blocked
  const policy = policyNow(history)
  return policy.requiresApproval && !hasLiveApproval(history, now) ? approvalRequired(stored, policy) : null
}

export interface ApprovalAsked {
  readonly history: ExportHistory
  readonly request: Pick<ApprovalRequest, 'planHash' | 'expiresAt'>
  readonly now: number
}

/** Whether this plan may be approved; null when it may. An approval never unblocks a plan. */
export function gateApproval({ history, request, now }: ApprovalAsked): Refusal | null {
  if (history.export.status === 'executed')
    return refuse('EXPORT_ALREADY_EXECUTED', `Export ${history.export.id} is executed: there is nothing to approve.`)
  if (request.planHash !== history.plan.planHash) return hashMismatch(request.planHash, history.plan.planHash)
  return gateBlocking(history) ?? gateExpiry(request.expiresAt, now)
}

/** When the approval ends, milliseconds UTC: as asked, else after the hours of the profile, 30 days at the most. */
export function approvalExpiry({ history, request, now }: ApprovalAsked): number {
  if (request.expiresAt !== undefined) return Date.parse(request.expiresAt)
  return now + Math.min(history.profile.doc.gate.approvalTtlHours * hourMs, maxApprovalMs)
}

const hourMs = 3_600_000
const maxApprovalMs = 30 * 24 * hourMs

function gateExpiry(expiresAt: string | undefined, now: number): Refusal | null {
  if (expiresAt === undefined) return null
  const at = Date.parse(expiresAt)
  const latest = now + maxApprovalMs
  const isInTime = at > now && at <= latest
  if (isInTime) return null
  const bounds = `later than ${new Date(now).toISOString()} and no later than ${new Date(latest).toISOString()}`
  const message = `expiresAt is ${expiresAt}, but must be ${bounds} (30 days).`
  const code = at > latest ? 'too_big' : Number.isNaN(at) ? 'invalid_date' : 'too_small'
  return refuseIssues('VALIDATION_ERROR', 'Request validation failed.', [{ path: 'expiresAt', message, code }])
}

function hashMismatch(planHash: string, currentPlanHash: string): Refusal {
  return refuse(
    'PLAN_HASH_MISMATCH',
    `planHash is ${planHash}, but the batch's plan has the hash ${currentPlanHash}. Read the current plan and send its hash.`,
    { field: 'planHash', details: { planHash, currentPlanHash } },
  )
}

function gateBlocking({ plan, export: { id } }: ExportHistory): Refusal | null {
  const blocking = blockingFindings(plan.body)
  if (blocking === null) return null
  const ruleIds = [...new Set(blocking.map(({ ruleId }) => ruleId))].sort()
  const what = ruleIds.length === 0 ? 'no order is left in it' : `of ${ruleIds.join(', ')}`
  return refuse(
    'EXPORT_BLOCKED',
    `Export ${id} is blocked: ${what}. Supply what missing_data and validationMessages name, sync it and plan again.`,
    { details: { rule_ids: ruleIds } },
  )
}

function approvalRequired(planHash: string, { because }: ApprovalPolicy): Refusal {
  return refuse(
    'APPROVAL_REQUIRED',
    `The plan ${planHash} needs an approval (${because.join(', ')}), and none is live. ` +
      'Let somebody with the scope approve read the plan and approve this planHash, then execute again.',
    { details: { planHash, because } },
  )
}
