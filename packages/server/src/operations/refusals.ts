import type { Issue } from '@entrygo/sdk/contract'
import type { SyncedKind } from '../domain/records.ts'
import { type Refusal, refuse, refuseIssues } from '../domain/refusal.ts'

/** The same for an export that does not exist and for one of another account. */
export function exportNotFound(field: string, id: string): Refusal {
  return refuse(
    'EXPORT_NOT_FOUND',
    `There is no export ${JSON.stringify(id)} in this account. Plan one, or list them.`,
    {
      field,
    },
  )
}

export function packageNotFound(id: string): Refusal {
  return refuse(
    'NOT_FOUND',
    `There is no customs package ${JSON.stringify(id)} in this account. Inspect the export for its package.`,
    { field: 'id' },
  )
}

/** The same for a record that does not exist and for one of another account. */
export function recordNotFound(kind: SyncedKind, id: string): Refusal {
  return refuse(
    'NOT_FOUND',
    `There is no ${kind} ${JSON.stringify(id)} in this account. List the ${kind}s with externalId for the id.`,
    { field: 'id' },
  )
}

export function foreignCursor(): Refusal {
  const message = 'The cursor is not one that this list gave. Send next_cursor unchanged, or leave it out.'
  return invalidRequest({ path: 'cursor', code: 'invalid_string', message })
}

/** The same for an endpoint that does not exist and for one of another account. */
export function webhookNotFound(id: string): Refusal {
  return refuse(
    'NOT_FOUND',
    `There is no endpoint ${JSON.stringify(id)} in this account. List the endpoints for its id.`,
    {
      field: 'id',
    },
  )
}

/** The export is there; none of its plans has this hash. */
export function planNotFound(field: string, planHash: string, exportId: string): Refusal {
  return refuse(
    'NOT_FOUND',
    `The export ${exportId} has no plan ${planHash}. Its events name the planHash of each plan it had.`,
    { field },
  )
}

export function ruleNotFound(ruleId: string): Refusal {
  return refuse(
    'NOT_FOUND',
    `There is no rule ${ruleId} in the rule pack in use. Findings name the rule that made them as ruleId.`,
    { field: 'ruleId' },
  )
}

/** The same for a record that does not exist and for one of another account. */
export function outOfScope(field: 'warehouseId' | 'brokerId', id: string): Refusal {
  const noun = field === 'warehouseId' ? 'warehouse' : 'broker'
  return refuse(
    'INVALID_ACCOUNT_SCOPE',
    `The account of the API key has no ${noun} ${JSON.stringify(id)}. Send the id that its sync returned.`,
    { field },
  )
}

export function invalidRequest(issue: Issue): Refusal {
  return refuseIssues('VALIDATION_ERROR', 'Request validation failed.', [issue])
}

export function alreadyExecuted(id: string): Refusal {
  return refuse(
    'EXPORT_ALREADY_EXECUTED',
    `The export ${id} is executed and cannot be planned again. Plan the orders that are left as a new batch.`,
    { field: 'batchId' },
  )
}
