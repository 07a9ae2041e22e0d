import type { BrokerInput, Issue } from '@entrygo/sdk/contract'
import { type Refusal, refuseIssues } from '../domain/refusal.ts'
import { upsertBrokers } from '../domain/setup/upsert-brokers.ts'
import type { Caller, Ports } from '../ports.ts'
import type { WriteOperation } from './operation.ts'
import { type SyncBody, syncRecords } from './sync-records.ts'

/** Upserts brokers. A submission type that this server has no transport for is refused, before anything relies on it. */
export const syncBrokers: WriteOperation<SyncBody<BrokerInput>> = syncRecords({
  operation: 'syncBrokers',
  kind: 'broker',
  idPrefix: 'br',
  upsert: upsertBrokers,
  refuse: refuseUnservedTypes,
})

async function refuseUnservedTypes(
  items: readonly BrokerInput[],
  _caller: Caller,
  { transports }: Ports,
): Promise<Refusal | null> {
  const served = [...transports.keys()].sort().join(', ')
  const issues = items.flatMap(({ submission }, index): Issue[] => {
    if (transports.has(submission.type)) return []
    const message = `This server has no transport for ${submission.type}. It serves: ${served}.`
    return [{ path: `items.${index}.submission.type`, message, code: 'invalid_enum_value' }]
  })
  return issues.length === 0 ? null : refuseIssues('VALIDATION_ERROR', 'Request validation failed.', issues)
}
