import type { WebhookMessage } from '@entrygo/sdk/contract'
import type { Write } from '../changes.ts'
import { deliveryWrites, dueEffect, untried } from '../execution/new-delivery.ts'
import { timestamp } from '../export/timestamp.ts'
import { sha256Hex } from '../fingerprint.ts'
import type { DeliveryRecord, StoredRecord } from '../records.ts'

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
  { id: partyId, doc: { url: destination } }: StoredRecord<'webhook'>,
  made: { readonly makeId: (prefix: string) => string; readonly at: number },
): ComposedTest {
  const message: WebhookMessage = { type: 'webhook.test', timestamp: timestamp(made.at), data: {} }
  const bytes = new TextEncoder().encode(JSON.stringify(message))
  const queued: DeliveryRecord = {
    ...untried(made.at),
    ...{ id: `${made.makeId('evt')}.${partyId}`, kind: 'event', exportId: null, partyId, transport: 'webhook' },
    ...{ policy: 'at_least_once', terms: { keyWindowMs: 0, isQueryable: false, settleMs: 0, concurrency: 1 } },
    ...{ destination, subject: null, payloadSha: sha256Hex(bytes) },
  }
  const delivery = { ...queued, outbox: dueEffect(queued, made) }
  return { delivery, writes: deliveryWrites(delivery, bytes) }
}
