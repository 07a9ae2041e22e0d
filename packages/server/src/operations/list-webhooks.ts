import type { WebhookList } from '@entrygo/sdk/contract'
import type { Refusal } from '../domain/refusal.ts'
import { webhookView } from '../domain/webhooks/webhook-view.ts'
import type { Caller, Ports, Reply } from '../ports.ts'
import { jsonReply, type NoParams } from './operation.ts'

/** Every endpoint of the account by `externalId`, with what waits for it and how its newest deliveries went. */
export async function listWebhooks(
  _params: NoParams,
  { accountId }: Caller,
  { store, clock }: Ports,
): Promise<Reply | Refusal> {
  const endpoints = await store.listWebhooks(accountId)
  const now = clock.now()
  const list: WebhookList = { data: endpoints.map((endpoint) => webhookView(endpoint, { created: false, now })) }
  return jsonReply(200, list)
}
