import type { WebhookActRequest } from '@entrygo/sdk/contract'
import type { Refusal } from '../domain/refusal.ts'
import { rotateSecret, webhookSecret } from '../domain/webhooks/webhook-secret.ts'
import { webhookWithSecretView } from '../domain/webhooks/webhook-view.ts'
import type { Caller, Ports, Reply } from '../ports.ts'
import { type Decision, idempotently } from './idempotently.ts'
import { jsonReply, type WriteRequest } from './operation.ts'
import { webhookNotFound } from './refusals.ts'
import type { WebhookParams } from './test-webhook.ts'

/**
 * A new secret, shown in this answer alone; the one before signs too for another day. Under a key the answer is stored
 * with it, for the reason that {@link import('./register-webhook.ts').registerWebhook} gives.
 */
export function rotateWebhookSecret(
  request: WriteRequest<WebhookActRequest, WebhookParams>,
  caller: Caller,
  ports: Ports,
): Promise<Reply | Refusal> {
  const { id } = request.params
  const decide = async (at: number): Promise<Decision | Refusal> => {
    const endpoints = await ports.store.listWebhooks(caller.accountId)
    const found = endpoints.find(({ record }) => record.id === id)
    if (found === undefined) return webhookNotFound(id)
    const record = rotateSecret(found.record, webhookSecret(ports.ids.secret()), at)
    return {
      reply: jsonReply(200, webhookWithSecretView({ ...found, record }, { created: false, now: at })),
      resourceId: id,
      writes: [{ write: 'record', record }],
    }
  }
  const write = { operation: 'rotateWebhookSecret', request: { ...request, params: { id } }, decide } as const
  return idempotently(write, caller, ports)
}
