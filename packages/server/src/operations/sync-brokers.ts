import { type BrokerInput, type Issue, submissionTypes } from '@entrygo/sdk/contract'
import { type Refusal, refuseIssues } from '../domain/refusal.ts'
import { urlIssues } from '../domain/setup/channel-issues.ts'
import { upsertBrokers } from '../domain/setup/upsert-brokers.ts'
import type { Caller, Ports } from '../ports.ts'
import type { WriteOperation } from './operation.ts'
import { type SyncBody, syncRecords } from './sync-records.ts'

/**
 * Upserts brokers. What could never be delivered is refused before anything relies on it: a submission type that this
 * server has no transport for, and a URL that nothing may be sent to.
 */
export const syncBrokers: WriteOperation<SyncBody<BrokerInput>> = syncRecords({
  operation: 'syncBrokers',
  kind: 'broker',
  idPrefix: 'br',
  upsert: upsertBrokers,
  refuse: refuseUndeliverable,
})

async function refuseUndeliverable(
  items: readonly BrokerInput[],
  _caller: Caller,
  { transports, destinations }: Ports,
): Promise<Refusal | null> {
  const served = submissionTypes.filter((type) => transports.has(type)).sort()
  const issues = items.flatMap(({ submission: { type, url } }, index): Issue[] => {
    const path = `items.${index}.submission`
    if (transports.has(type)) return urlIssues(url, `${path}.url`, destinations)
    const message = `This server has no transport for ${type}. It serves: ${served.join(', ')}.`
    return [{ path: `${path}.type`, message, code: 'invalid_enum_value' }]
  })
  return issues.length === 0 ? null : refuseIssues('VALIDATION_ERROR', 'Request validation failed.', issues)
}
