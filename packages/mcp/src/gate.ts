import { evaluateGate, type GateResult, isHandedOff } from '@entrygo/sdk'
import type { Export, ExportPlan } from '@entrygo/sdk/contract'
import type { NextStep } from './answers/answer.ts'
import { gateDetails, Refusal } from './answers/refusal.ts'
import type { World } from './world.ts'

/** What the operator's policy says to a plan. */
export function gateOf({ policy }: World, plan: Export | ExportPlan): GateResult {
  return evaluateGate(plan, policy)
}

/**
 * Lets an export as it is now go on to execute, or refuses: another plan than the one that was looked at, a plan that the
 * gate stops, or one that asks and has no approval of this very planHash that counts. What was executed and is not to be
 * handed over again passes: execute only repeats its answer. Nothing an agent says is read here.
 */
export function requirePassage(world: World, found: Export, planHash: string): void {
  if (found.planHash !== planHash) throw otherPlan(found, planHash)
  if (found.status === 'dry_run') {
    throw new Refusal('DRY_RUN_NOT_EXECUTABLE', 'A dry run was never stored. Plan without dryRun.')
  }
  if (found.status === 'executed' && isHandedOff(found)) return
  const gate = gateOf(world, found)
  if (gate.decision === 'proceed') return
  if (gate.decision === 'stop') throw stopped(found, gate)
  if (isApproved(found)) return
  throw new Refusal('APPROVAL_REQUIRED', 'Nobody has approved this plan, and the policy of the operator asks for it.', {
    details: { exportId: found.exportId, planHash, readinessState: found.readinessState, gate: gateDetails(gate) },
    next: [found.status === 'executed' ? sendAgainStep(found) : approvalStep(found)],
  })
}

/**
 * Only a record that the server keeps counts, for the plan that the export has now, and only while it is live. Execute uses
 * it up: what it let out may be handed over again when it is over, for which nobody could approve it any more.
 */
export function isApproved({ approvals, planHash, status }: Export): boolean {
  // Whatever is no list of approvals approves nothing.
  const given = Array.isArray(approvals) ? approvals : []
  return given.some((one) => one?.planHash === planHash && (one.live === true || status === 'executed'))
}

/** An executed export takes no approval, so a person sends it again. */
function sendAgainStep({ exportId, planHash }: Export): NextStep {
  return {
    argv: ['entrygo', 'execute', '--batch-id', shownId(exportId), '--plan-hash', shownId(planHash)],
    reason: 'a person decides whether it is handed over again, and does it; ask, then wait',
    userActionRequired: true,
  }
}

/** What a person is asked to do; the words in angle brackets are theirs. */
export function approvalStep({ exportId, planHash }: Pick<Export, 'exportId' | 'planHash'>): NextStep {
  const argv = ['entrygo', 'approve', '--batch-id', shownId(exportId), '--plan-hash', shownId(planHash)]
  return {
    argv: [...argv, '--reason', '<why>', '--actor-name', '<who>'],
    reason: 'a person looks at the findings and approves this planHash; ask, then wait',
    userActionRequired: true,
  }
}

/** Ids are the only thing from outside that this server repeats outside `data`; another form is not repeated. */
export function shownId(id: string): string {
  return /^(?:[a-z]{1,12}_(?:dry_)?[0-9a-z]{1,40}|sha256:[0-9a-f]{64})$/.test(id) ? id : '<id>'
}

function otherPlan({ planHash, exportId }: Export, wanted: string): Refusal {
  const message = 'The export has another plan than this planHash. Inspect it and read the plan it has now.'
  return new Refusal('PLAN_HASH_MISMATCH', message, {
    field: 'planHash',
    details: { planHash: wanted, currentPlanHash: planHash },
    next: [{ tool: 'entrygo_inspect', arguments: { id: shownId(exportId) }, reason: 'read the plan as it is now' }],
  })
}

function stopped(found: Export, gate: GateResult): Refusal {
  const isBlocked = found.readinessState === 'BLOCKED'
  const message = isBlocked
    ? 'The plan is BLOCKED: no approval helps. Supply or change what its findings name, then plan again.'
    : 'The gate stops this plan: no approval helps. `data.gate` says why.'
  return new Refusal(isBlocked ? 'EXPORT_BLOCKED' : 'GATE_STOPPED', message, {
    details: { exportId: found.exportId, planHash: found.planHash, gate: gateDetails(gate) },
    next: [
      { tool: 'entrygo_inspect', arguments: { id: shownId(found.exportId) }, reason: 'see who has to supply what' },
    ],
  })
}
