import { type BrokerInput, type Issue, submissionTypes } from '@entrygo/sdk/contract'
import { type Refusal, refuseIssues } from '../domain/refusal.ts'
import { urlIssues } from '../domain/setup/channel-issues.ts'
import { upsertBrokers } from '../domain/setup/upsert-brokers.ts'
import type { Caller, Ports } from '../ports.ts'
import type { WriteOperation } from './operation.ts'
import { type SyncBody, syncRecords } from './sync-records.ts'

/**
 * Upserts brokers. What could never be delivered is refused before anything relies on it: a submission type that this
 * server has no transport for, a URL that nothing may be sent to, a column map that it does not have.
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
  ports: Ports,
): Promise<Refusal | null> {
  const issues = items.flatMap(({ submission }, index) =>
    submissionIssues(submission, `items.${index}.submission`, ports),
  )
  return issues.length === 0 ? null : refuseIssues('VALIDATION_ERROR', 'Request validation failed.', issues)
}

function submissionIssues(
  { type, url, columnMap }: BrokerInput['submission'],
  path: string,
  { transports, destinations, columnMaps }: Ports,
): Issue[] {
  const issues = transports.has(type)
    ? urlIssues(url, `${path}.url`, destinations)
    : [
        missing(
          `${path}.type`,
          `transport for ${type}. It serves`,
          submissionTypes.filter((way) => transports.has(way)),
        ),
      ]
  if (columnMap === undefined || columnMaps.has(columnMap)) return issues
  return [...issues, missing(`${path}.columnMap`, `column map ${columnMap}. It has`, [...columnMaps.keys()])]
}

function missing(path: string, what: string, known: readonly string[]): Issue {
  const message = `This server has no ${what}: ${[...known].sort().join(', ')}.`
  return { path, message, code: 'invalid_enum_value' }
}
