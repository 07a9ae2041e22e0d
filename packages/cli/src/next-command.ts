import type { ExecutedExport, Export, ExportPlan } from '@entrygo/sdk/contract'
import type { NextCommand } from './errors.ts'
import { idIn } from './wire-words.ts'

/** The command that leads on from a plan; none where the plan is a question of data. */
export function nextAfterPlan(
  plan: Pick<ExportPlan, 'exportId' | 'planHash' | 'next_recommended_action'>,
): readonly NextCommand[] {
  const { exportId, planHash, next_recommended_action: action } = plan
  if (idIn(exportId) === undefined || idIn(planHash) === undefined) return []
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
          userActionRequired: true,
        },
      ]
    default:
      return []
  }
}

/** The command that leads on from where an export stands. */
export function nextAfterInspect(found: Export): readonly NextCommand[] {
  return nextAfterHandOff(found) ?? nextAfterPlan(found)
}

/** The command that leads on after execute, which does not wait for the broker. */
export function nextAfterExecuted(executed: ExecutedExport): readonly NextCommand[] {
  return nextAfterHandOff(executed) ?? nextAfterPlan(executed)
}

type HandedOff = Pick<ExecutedExport, 'exportId' | 'next_recommended_action'> & {
  readonly customs_package_id: string | null
}

function nextAfterHandOff({ exportId, next_recommended_action, customs_package_id }: HandedOff) {
  // An argument list stands beside `data`: what does not look like an id does not come in.
  if (idIn(exportId) === undefined) return []
  const again = ['entrygo', 'execute', '--batch-id', exportId]
  switch (next_recommended_action) {
    case 'WAIT':
      return [{ argv: ['entrygo', 'inspect', exportId, '--wait'], reason: 'the hand-off to the broker is under way' }]
    case 'NONE':
      return idIn(customs_package_id) === undefined || customs_package_id === null
        ? []
        : [
            {
              argv: ['entrygo', 'artifacts', 'get', customs_package_id],
              reason: 'the documents, checked by their SHA-256',
            },
            { argv: ['entrygo', 'bundle', exportId], reason: 'the evidence of the whole export as one file' },
          ]
    case 'FIX_AND_EXECUTE_AGAIN':
      return [{ argv: again, reason: 'after the cause has been removed', userActionRequired: true }]
    case 'CONFIRM_WITH_BROKER':
      return [
        {
          argv: [...again, '--accept-duplicate-risk'],
          reason: 'only after the broker has said that it does not hold the export: it is sent again',
          userActionRequired: true,
        },
      ]
    default:
      return null
  }
}
