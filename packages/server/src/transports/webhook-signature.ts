import { createHmac } from 'node:crypto'

export interface SignedMessage {
  readonly id: string
  /** Of the attempt. */
  readonly timestampSeconds: number
  readonly payload: Uint8Array
}

/**
 * The value of `webhook-signature` by Standard Webhooks (https://www.standardwebhooks.com): one HMAC-SHA256 for each
 * secret, so that a receiver that knows any of them can verify. Null when there is no secret or one of them is not
 * `whsec_` with base64 of 24 to 64 bytes: then nothing may be sent.
 */
export function webhookSignature(message: SignedMessage, secrets: readonly string[]): string | null {
  const keys = secrets.map(keyOf)
  if (keys.length === 0) return null
  const signatures = keys.map((key) => (key === null ? null : `v1,${hmac(key, message)}`))
  return signatures.includes(null) ? null : signatures.join(' ')
}

function keyOf(secret: string): Buffer | null {
  const [, text] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret) ?? []
  if (text === undefined) return null
  const key = Buffer.from(text, 'base64')
  return key.toString('base64') === text && key.length >= 24 && key.length <= 64 ? key : null
}

function hmac(key: Buffer, { id, timestampSeconds, payload }: SignedMessage): string {
  return createHmac('sha256', key).update(`${id}.${timestampSeconds}.`).update(payload).digest('base64')
}
