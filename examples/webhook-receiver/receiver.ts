import { createServer, type Server } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { verifyWebhook, type WebhookMessage, WebhookVerificationError } from '@entrygo/sdk/webhooks'

export interface Receiver {
  readonly server: Server
  /** Types of the events of an export in the order of `seq`, however they came. */
  timelineOf(exportId: string): string[]
  readonly counts: { taken: number; repeated: number; refused: number }
}

/**
 * An endpoint for EntryGo's webhooks: verifies the signature over the raw body, drops what came before by `webhook-id`, and
 * answers before any work is done, since a sender that waits sends again. The map stands for a table with `webhook-id` as
 * its key: the row has to be durable before the 2xx. Secrets are asked for with each message, so that they can be rotated.
 */
export function createReceiver(secretsNow: () => string): Receiver {
  const messages = new Map<string, WebhookMessage>()
  const counts = { taken: 0, repeated: 0, refused: 0 }
  const server = createServer(async (request, response) => {
    try {
      const payload = await buffer(request)
      const message = await verifyWebhook({ payload, headers: request.headers, secrets: secretsNow() })
      const id = String(request.headers['webhook-id'])
      counts[messages.has(id) ? 'repeated' : 'taken'] += 1
      messages.set(id, message)
      response.writeHead(202).end()
    } catch (error) {
      counts.refused += 1
      response.writeHead(error instanceof WebhookVerificationError ? 400 : 503).end()
    }
  })
  const timelineOf = (exportId: string): string[] =>
    [...messages.values()]
      .filter(({ data }) => data.export_id === exportId)
      .sort((a, b) => (a.data.event?.seq ?? 0) - (b.data.event?.seq ?? 0))
      .map(({ type }) => type)
  return { server, timelineOf, counts }
}
