import type { EndpointHistory } from '../../ports.ts'
import type { Database } from './database.ts'
import { deliveryReader } from './read-deliveries.ts'
import { recordReader } from './read-records.ts'

const recentDeliveries = 20

/** Endpoints of an account by external id, with what waits for them and what went lately. Call it inside a snapshot. */
export function endpointReader(database: Database): (accountId: string) => EndpointHistory[] {
  const externalIds = database.prepare<{ externalId: string }>(
    'SELECT external_id AS externalId FROM webhooks WHERE account_id = ? ORDER BY external_id',
  )
  const waiting = database.prepare<{ count: number }>(`SELECT count(*) AS count FROM deliveries
    WHERE account_id = ? AND party_id = ? AND kind = 'event' AND state IN ('QUEUED', 'RETRY_WAIT', 'RECONCILE')`)
  const records = recordReader(database)
  const deliveries = deliveryReader(database)
  return (accountId) => {
    const wanted = externalIds.all(accountId).map(({ externalId }) => externalId)
    return records.byExternalId(accountId, 'webhook', wanted).map((record) => ({
      record,
      pendingCount: waiting.get(accountId, record.id)?.count ?? 0,
      recent: deliveries.toEndpoint(accountId, record.id, recentDeliveries),
    }))
  }
}
