import { canonicalJson } from '../canonical-json.ts'
import { EntryGoError } from './errors.ts'

/** A fresh key for one write. */
export function newIdempotencyKey(): string {
  return `sdk_${crypto.randomUUID()}`
}

/**
 * A key that follows from the payload: the SHA-256, in hex, of its RFC 8785 canonical JSON. Equal payloads are then one
 * request for 30 days, on every machine. Do not use it to execute an export again on purpose: that needs a new key.
 */
export async function deriveKey(payload: unknown): Promise<string> {
  return sha256Hex(new TextEncoder().encode(canonicalJson(payload)))
}

/** Lower-case hex, by WebCrypto. */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The key as a header value: bare, or as a quoted string where a header would change it. Throws for an unusable key. */
export function idempotencyHeader(key: string): string {
  if (!/^[\x20-\x7e]{1,255}$/.test(key)) {
    throw new EntryGoError({
      kind: 'config',
      code: 'INVALID_ARGUMENT',
      field: 'idempotencyKey',
      message: `idempotencyKey has ${key.length} characters: give 1-255 printable ASCII characters.`,
    })
  }
  const changesInHeader = key.startsWith('"') || key !== key.trim()
  return changesInHeader ? `"${key.replace(/["\\]/g, '\\$&')}"` : key
}
