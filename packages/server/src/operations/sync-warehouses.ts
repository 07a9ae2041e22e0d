import type { Issue, WarehouseInput } from '@entrygo/sdk/contract'
import { type Refusal, refuseIssues } from '../domain/refusal.ts'
import { urlIssues } from '../domain/setup/channel-issues.ts'
import { upsertWarehouses } from '../domain/setup/upsert-warehouses.ts'
import type { Caller, Ports } from '../ports.ts'
import type { WriteOperation } from './operation.ts'
import { type SyncBody, syncRecords } from './sync-records.ts'

/**
 * Upserts warehouses outside the United States. A channel that this server has no transport for, and a URL that nothing
 * may be sent to, are refused before anything relies on them.
 */
export const syncWarehouses: WriteOperation<SyncBody<WarehouseInput>> = syncRecords({
  operation: 'syncWarehouses',
  kind: 'warehouse',
  idPrefix: 'wh',
  upsert: upsertWarehouses,
  refuse: refuseUndeliverable,
})

async function refuseUndeliverable(
  items: readonly WarehouseInput[],
  _caller: Caller,
  { transports, destinations }: Ports,
): Promise<Refusal | null> {
  const issues = items.flatMap(({ notification }, index): Issue[] => {
    if (notification === undefined || notification.channel === 'none') return []
    const path = `items.${index}.notification`
    const { channel, url } = notification
    if (transports.has(channel)) return urlIssues(url, `${path}.url`, destinations)
    const message = `This server has no transport for ${channel}. Choose another channel, or none.`
    return [{ path: `${path}.channel`, message, code: 'invalid_enum_value' }]
  })
  return issues.length === 0 ? null : refuseIssues('VALIDATION_ERROR', 'Request validation failed.', issues)
}
