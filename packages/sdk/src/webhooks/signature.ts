import { WebhookVerificationError } from './webhook-error.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** The key inside a secret. Throws {@link WebhookVerificationError} with `bad_secret`; the text does not repeat it. */
export function keyOf(secret: string): Bytes {
  const [, text] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret) ?? []
  const key = text === undefined ? null : fromBase64(text)
  if (key !== null && key.byteLength >= 24 && key.byteLength <= 64) return key
  throw new WebhookVerificationError(
    'bad_secret',
    'A secret is not whsec_ followed by base64 of 24 to 64 bytes; pass the secret of the endpoint as it was shown.',
  )
}

/** HMAC-SHA256 of a message in base64. */
export async function signatureOf(key: Bytes, signed: Bytes): Promise<string> {
  const hmac = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return toBase64(new Uint8Array(await crypto.subtle.sign('HMAC', hmac, signed)))
}

/**
 * Compares all of both texts, however early they differ, so that the time taken tells nothing about a right signature.
 * Texts, since several base64 texts stand for the same bytes and only one of them was sent.
 */
export function isSameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let at = 0; at < b.length; at += 1) difference |= a.charCodeAt(at % (a.length || 1)) ^ b.charCodeAt(at)
  return difference === 0
}

function fromBase64(text: string): Bytes | null {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
    return toBase64(bytes) === text ? bytes : null
  } catch {
    return null
  }
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
