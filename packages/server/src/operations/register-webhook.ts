import type { WebhookRequest } from '@entrygo/sdk/contract'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import { maxWebhooks, upsertWebhook } from '../domain/webhooks/upsert-webhook.ts'
import { webhookSecret } from '../domain/webhooks/webhook-secret.ts'
import { webhookView, webhookWithSecretView } from '../domain/webhooks/webhook-view.ts'
import type { Caller, Ports, Reply } from '../ports.ts'
import { type Decision, idempotently } from './idempotently.ts'
import { jsonReply, type WriteRequest } from './operation.ts'

/**
 * Registers an endpoint, or changes the one of the same `externalId`; the answer that creates it is the only one to show
 * its secret. Under a key that answer is stored with the secret in it: the record of the endpoint, in the same database,
 * holds it too, and whoever lost the answer gets it again with the same key instead of an endpoint that nobody can verify.
 */
export function registerWebhook(
  request: WriteRequest<WebhookRequest>,
  caller: Caller,
  ports: Ports,
): Promise<Reply | Refusal> {
  const decide = (at: number): Promise<Decision | Refusal> => decideRegistration(request.body, at, { caller, ports })
  return idempotently({ operation: 'registerWebhook', request, decide }, caller, ports)
}

async function decideRegistration(
  body: WebhookRequest,
  at: number,
  { caller, ports: { store, ids, destinations } }: { readonly caller: Caller; readonly ports: Ports },
): Promise<Decision | Refusal> {
  const endpoints = await store.listWebhooks(caller.accountId)
  const found = endpoints.find(({ record }) => record.externalId === body.externalId)
  const upserted = upsertWebhook({
    request: body,
    stored: found?.record ?? null,
    endpoints: endpoints.length,
    destinations,
    make: () => ({ id: ids.next('whk'), secret: webhookSecret(ids.secret()) }),
  })
  if (isRefusal(upserted)) return upserted
  const { record, isNew, isChanged } = upserted
  const shown = { record, pendingCount: found?.pendingCount ?? 0, recent: found?.recent ?? [] }
  const as = { created: isNew, now: at }
  const isMoved = found !== undefined && found.record.doc.url !== record.doc.url
  return {
    reply: isNew ? jsonReply(201, webhookWithSecretView(shown, as)) : jsonReply(200, webhookView(shown, as)),
    resourceId: record.id,
    // Two registrations at once must not both take the last place.
    expect: isNew ? [{ expect: 'fewerThan', kind: 'webhook', count: maxWebhooks }] : [],
    writes: [
      ...(isChanged ? [{ write: 'record', record } as const] : []),
      ...(isMoved ? [{ write: 'readdress', webhookId: record.id } as const] : []),
    ],
    hasEffects: isMoved,
  }
}
