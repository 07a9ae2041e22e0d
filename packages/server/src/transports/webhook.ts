import type { Clock, Transport } from '../ports.ts'
import { sightingOf } from './http-sighting.ts'
import type { OutgoingHttp } from './outgoing-http.ts'
import { webhookSignature } from './webhook-signature.ts'

export interface WebhookSettings {
  readonly http: OutgoingHttp
  readonly clock: Clock
}

/**
 * Signed messages by Standard Webhooks, for brokers, warehouses and systems of one's own: `webhook-id` is the same in all
 * attempts, timestamp and signature are of the attempt. Any whole 2xx answer accepts; what it says is not looked at.
 * Nothing is ever sent unsigned. `send` reports and never rejects.
 */
export function webhookTransport({ http, clock }: WebhookSettings): Transport {
  return {
    async send(payload, { messageId: id, destination: url, secrets, signal }) {
      if (signal.aborted) return { outcome: 'not_sent', evidence: 'shutdown' }
      const timestampSeconds = Math.floor(clock.now() / 1000)
      const signature = webhookSignature({ id, timestampSeconds, payload }, secrets)
      if (signature === null) return { outcome: 'not_sent', evidence: 'no_secret' }
      const headers = {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(timestampSeconds),
        'webhook-signature': signature,
      }
      const exchange = await http({ method: 'POST', url, headers, body: payload, signal })
      return sightingOf(exchange, { onSuccess, on503: 'unknown' }, clock.now())
    },
  }
}

function onSuccess({ status }: { readonly status: number }): { outcome: 'accepted'; evidence: string } {
  return { outcome: 'accepted', evidence: `http_${status}` }
}
