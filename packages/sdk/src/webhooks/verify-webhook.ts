import type { WebhookMessage } from '../contract/index.ts'
import { isSameText, keyOf, signatureOf } from './signature.ts'
import { WebhookVerificationError } from './webhook-error.ts'
import { headerOf, type WebhookHeaders } from './webhook-headers.ts'

/** A message as it came, and the secrets that may have signed it. */
export interface VerifyWebhookInput {
  /** The body as it came: a body that was parsed and written again has another signature. */
  readonly payload: string | Uint8Array
  readonly headers: WebhookHeaders
  /** Live secrets of the endpoint, as a list or parted by blanks: during a rotation the new and the old one. */
  readonly secrets: string | readonly string[]
  /** How far the clocks may be apart; 300 when absent, as the standard advises. */
  readonly toleranceSeconds?: number
  /** Milliseconds UTC; the clock of this machine when absent. */
  readonly now?: number
}

/**
 * Whether a webhook is from EntryGo: checks a message by Standard Webhooks (https://www.standardwebhooks.com) and answers
 * it. Rejects with a {@link WebhookVerificationError} whose `reason` says why not; then answer 400 and do nothing. The
 * same message may come again: skip a `webhook-id` that was dealt with before. Needs WebCrypto alone, so it runs in Node,
 * browsers, workers and at the edge.
 */
export async function verifyWebhook(input: VerifyWebhookInput): Promise<WebhookMessage> {
  const { payload, headers, toleranceSeconds = 300, now = Date.now() } = input
  const keys = secretsIn(input.secrets).map(keyOf)
  const id = headerOf(headers, 'webhook-id')
  const timestamp = headerOf(headers, 'webhook-timestamp')
  const given = headerOf(headers, 'webhook-signature').split(' ')
  mustBeRecent(timestamp, { toleranceSeconds, now })
  const body = bytesOf(payload)
  const signed = joined(new TextEncoder().encode(`${id}.${timestamp}.`), body)
  const expected = await Promise.all(keys.map(async (key) => `v1,${await signatureOf(key, signed)}`))
  // Every pair is compared, so that the time taken does not tell which secret a signature fits.
  const matches = expected.flatMap((one) => given.map((other) => isSameText(other, one)))
  if (!matches.includes(true))
    throw new WebhookVerificationError(
      'no_match',
      'No signature fits the body and a secret; pass the body byte for byte and the secret of this endpoint.',
    )
  return messageIn(body)
}

function bytesOf(payload: string | Uint8Array): Uint8Array {
  if (typeof payload === 'string') return new TextEncoder().encode(payload)
  // From JavaScript, a body that a framework has parsed, or none at all.
  if (ArrayBuffer.isView(payload)) return payload
  throw new WebhookVerificationError(
    'bad_payload',
    'The payload is no text and no Uint8Array; pass the body as it came.',
  )
}

function secretsIn(secrets: string | readonly string[]): readonly string[] {
  // From JavaScript, a variable of the environment that is not set comes as undefined.
  const list = typeof secrets === 'string' ? secrets.split(' ').filter((secret) => secret !== '') : (secrets ?? [])
  if (list.length > 0) return list
  throw new WebhookVerificationError('bad_secret', 'There is no secret; pass the secret of the endpoint.')
}

function mustBeRecent(
  timestamp: string,
  { toleranceSeconds, now }: { readonly toleranceSeconds: number; readonly now: number },
): void {
  if (!/^[1-9]\d{0,11}$/.test(timestamp))
    throw new WebhookVerificationError('bad_timestamp', 'The header webhook-timestamp is no number of seconds.')
  const age = Math.floor(now / 1000) - Number(timestamp)
  // Also what comes of a tolerance that is no number is refused.
  if (age >= -toleranceSeconds && age <= toleranceSeconds) return
  const [reason, difference] = age < 0 ? (['too_new', 'ahead'] as const) : (['too_old', 'old'] as const)
  throw new WebhookVerificationError(
    reason,
    `The message is ${Math.abs(age)} s ${difference}, more than ${toleranceSeconds} s; set the clock of this machine, or drop it.`,
  )
}

function joined(head: Uint8Array, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(head.byteLength + body.byteLength)
  whole.set(head)
  whole.set(body, head.byteLength)
  return whole
}

function messageIn(body: Uint8Array): WebhookMessage {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body))
    if (isMessage(value)) return value
  } catch {
    // The same refusal as for JSON that is no message.
  }
  throw new WebhookVerificationError(
    'bad_payload',
    'The body is signed rightly, but is not JSON with type, timestamp and data; update the SDK, or ask the sender.',
  )
}

function isMessage(value: unknown): value is WebhookMessage {
  if (typeof value !== 'object' || value === null) return false
  const { type, timestamp, data }: Partial<Record<string, unknown>> = { ...value }
  const isObject = typeof data === 'object' && data !== null && !Array.isArray(data)
  return typeof type === 'string' && typeof timestamp === 'string' && isObject
}
