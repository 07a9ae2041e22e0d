import type { Webhook, WebhookDelivery, WebhookWithSecret } from '@entrygo/sdk/contract'
import { attemptsView, nextAttemptAt } from '../export/delivery-view.ts'
import { submissionStatus } from '../export/submission-status.ts'
import { timestamp, timestampOrNull } from '../export/timestamp.ts'
import type { DeliveryRecord, StoredRecord } from '../records.ts'

/** An endpoint with how its deliveries went; `recent` newest first. */
export interface ShownWebhook {
  readonly record: StoredRecord<'webhook'>
  readonly pendingCount: number
  readonly recent: readonly DeliveryRecord[]
}

/** The endpoint without its secret. `now` decides whether an older secret signs still, milliseconds UTC. */
export function webhookView(
  { record, pendingCount, recent }: ShownWebhook,
  { created, now }: { readonly created: boolean; readonly now: number },
): Webhook {
  const { id, externalId, url, events, active, oldSecretUntil } = record.doc
  const isOldLive = oldSecretUntil !== null && now < oldSecretUntil
  return {
    id,
    externalId,
    url,
    events: [...events],
    active,
    created,
    old_secret_until: timestampOrNull(isOldLive ? oldSecretUntil : null),
    pending_count: pendingCount,
    recent_deliveries: recent.map(webhookDeliveryView),
  }
}

/** The only view that shows a secret: the newest one, and no older one. */
export function webhookWithSecretView(
  shown: ShownWebhook,
  as: { readonly created: boolean; readonly now: number },
): WebhookWithSecret {
  const [secret] = (shown.record.secret ?? '').split(' ')
  if (secret === undefined || secret === '') throw new Error(`The endpoint ${shown.record.id} has no secret.`)
  return { ...webhookView(shown, as), secret }
}

export function webhookDeliveryView(delivery: DeliveryRecord): WebhookDelivery {
  const { id, partyId, exportId, createdAt, attempts } = delivery
  return {
    message_id: id.endsWith(`.${partyId}`) ? id.slice(0, -partyId.length - 1) : id,
    export_id: exportId,
    status: submissionStatus(delivery),
    created_at: timestamp(createdAt),
    attempts: attemptsView(attempts),
    next_attempt_at: nextAttemptAt(delivery),
  }
}
