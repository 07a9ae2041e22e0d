import type { Export, ExportPlan } from '@entrygo/sdk/contract'
import type { NextCommand } from './errors.ts'

/** The command that leads on from a plan; none where the plan is a question of data. */
export function nextAfterPlan(plan: ExportPlan): readonly NextCommand[] {
  const { exportId, planHash, next_recommended_action: action } = plan
  const batch = ['--batch-id', exportId, '--plan-hash', planHash]
  switch (action) {
    case 'EXECUTE':
      return [{ argv: ['entrygo', 'execute', ...batch], reason: 'nothing stands against it' }]
    case 'REVIEW_AND_APPROVE':
    case 'REVIEW_AND_EXECUTE':
      return [
        {
          argv: ['entrygo', 'approve', ...batch, '--reason', '<why>', '--actor-name', '<who>'],
          reason: 'after a person has looked at the findings',
        },
      ]
    default:
      return []
  }
}

/** The command that leads on from where an export stands. */
export function nextAfterInspect(found: Export): readonly NextCommand[] {
  const { exportId, next_recommended_action: action, customs_package_id: packageId } = found
  switch (action) {
    case 'WAIT':
      return [{ argv: ['entrygo', 'inspect', exportId, '--wait'], reason: 'the hand-off to the broker is under way' }]
    case 'NONE':
      return packageId === null
        ? []
        : [{ argv: ['entrygo', 'artifacts', 'get', packageId], reason: 'the documents, checked by their SHA-256' }]
    case 'FIX_AND_EXECUTE_AGAIN':
      return [{ argv: ['entrygo', 'execute', '--batch-id', exportId], reason: 'after the cause has been removed' }]
    default:
      return nextAfterPlan(found)
  }
}
