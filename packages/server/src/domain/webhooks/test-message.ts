import type { WebhookMessage } from '@entrygo/sdk/contract'
import type { Write } from '../changes.ts'
import { timestamp } from '../export/timestamp.ts'
import { sha256Hex } from '../fingerprint.ts'
import type { DeliveryRecord, OutboxRecord, StoredRecord } from '../records.ts'

/** A test on its way to one endpoint, and all that is written for it. */
export interface ComposedTest {
  readonly delivery: DeliveryRecord
  readonly writes: readonly Write[]
}

/**
 * A message of type `webhook.test` to the endpoint, also to one that is not active. It belongs to no export and waits in no
 * lane: it overtakes events that wait.
 */
export function composeTest(
  endpoint: StoredRecord<'webhook'>,
  { messageId, outboxId, at }: { readonly messageId: string; readonly outboxId: string; readonly at: number },
): ComposedTest {
  const message: WebhookMessage = { type: 'webhook.test', timestamp: timestamp(at), data: {} }
  const bytes = new TextEncoder().encode(JSON.stringify(message))
  const payloadSha = sha256Hex(bytes)
  const destination = endpoint.doc.url
  const delivery: DeliveryRecord = {
    id: `${messageId}.${endpoint.id}`,
    kind: 'event',
    exportId: null,
    partyId: endpoint.id,
    transport: 'webhook',
    policy: 'at_least_once',
    terms: { keyWindowMs: 0, isQueryable: false, settleMs: 0, concurrency: 1 },
    destination,
    subject: null,
    state: 'QUEUED',
    payloadSha,
    brokerRef: null,
    roundFromN: 1,
    resendRisk: false,
    doubtResolvedN: 0,
    createdAt: at,
    attempts: [],
    outbox: null,
  }
  const outbox: OutboxRecord = {
    id: outboxId,
    deliveryId: delivery.id,
    exportId: null,
    kind: 'send',
    destination,
    availableAt: at,
    notAfter: null,
    leaseOwner: null,
    leaseEpoch: 0,
    leaseUntil: null,
    sends: 0,
    lastN: 0,
    lane: null,
    laneSeq: null,
  }
  const writes: Write[] = [
    { write: 'blob', sha256: payloadSha, bytes },
    { write: 'delivery', delivery },
    { write: 'outbox', outbox },
  ]
  return { delivery, writes }
}
