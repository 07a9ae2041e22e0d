import type { GateResult } from '@entrygo/sdk'
import type { Export, ExportPlan } from '@entrygo/sdk/contract'
import type { NextStep } from '../answers/answer.ts'
import { approvalStep, isApproved, shownId } from '../gate.ts'

/** What can be done about a plan that is not executed yet. */
export function stepsAfterPlan(plan: ExportPlan | Export, gate: GateResult): readonly NextStep[] {
  const { exportId, planHash, status } = plan
  if (status === 'dry_run') return []
  const execute: NextStep = {
    tool: 'entrygo_execute',
    arguments: { batchId: shownId(exportId), planHash: shownId(planHash) },
    reason: 'execute this very plan',
  }
  if (gate.decision === 'proceed') return [execute]
  if (gate.decision === 'ask') {
    return 'approvals' in plan && isApproved(plan) ? [execute] : [approvalStep(plan)]
  }
  const reason = 'supply what `data.missing_data` names with a sync, then plan this export again'
  return [{ tool: 'entrygo_plan', arguments: { batchId: shownId(exportId) }, reason }]
}

export function stepsAfterInspect(found: Export, gate: GateResult): readonly NextStep[] {
  const { status, exportId, state, broker_submission: submission } = found
  if (status !== 'executed') return stepsAfterPlan(found, gate)
  if (state === 'handing_off') {
    const args = { id: shownId(exportId), wait: 60 }
    return [{ tool: 'entrygo_inspect', arguments: args, reason: 'wait until the hand-off to the broker has ended' }]
  }
  if (submission?.status !== 'unknown') return []
  return [
    {
      reason: 'a person asks the broker whether the submission arrived; it is not sent again by itself',
      userActionRequired: true,
    },
  ]
}
