import type { WebhookActRequest } from '@entrygo/sdk/contract'
import type { Refusal } from '../domain/refusal.ts'
import { composeTest } from '../domain/webhooks/test-message.ts'
import { webhookDeliveryView } from '../domain/webhooks/webhook-view.ts'
import type { Caller, Ports, Reply } from '../ports.ts'
import { type Decision, idempotently } from './idempotently.ts'
import { jsonReply, type WriteRequest } from './operation.ts'
import { webhookNotFound } from './refusals.ts'
import { refusalInQuarantine } from './unavailable.ts'

export interface WebhookParams {
  readonly id: string
}

/** Queues one message of type `webhook.test`, also for an endpoint that is not active. */
export function testWebhook(
  request: WriteRequest<WebhookActRequest, WebhookParams>,
  caller: Caller,
  ports: Ports,
): Promise<Reply | Refusal> {
  const { id } = request.params
  const decide = async (at: number): Promise<Decision | Refusal> => {
    const quarantined = await refusalInQuarantine(ports)
    if (quarantined !== null) return quarantined
    const endpoint = await ports.store.loadRecord(caller.accountId, 'webhook', id)
    if (endpoint === null) return webhookNotFound(id)
    const { delivery, writes } = composeTest(endpoint, { makeId: ports.ids.next, at })
    return {
      reply: jsonReply(202, webhookDeliveryView(delivery)),
      resourceId: delivery.id,
      expect: [{ expect: 'record', kind: 'webhook', id, rev: endpoint.rev }],
      writes,
      hasEffects: true,
    }
  }
  return idempotently({ operation: 'testWebhook', request: { ...request, params: { id } }, decide }, caller, ports)
}
