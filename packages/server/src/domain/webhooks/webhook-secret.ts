import type { StoredRecord } from '../records.ts'

/** How long the secret before a rotation signs too, so that receivers can change over. */
export const oldSecretMs: number = 24 * 3_600_000

/** A secret of Standard Webhooks: its prefix, and base64 of the random bytes. */
export function webhookSecret(base64: string): string {
  return `whsec_${base64}`
}

/**
 * The endpoint with a new secret before the one it had, which signs for another day; any older one ends at once, since a
 * receiver that missed two rotations is not changing over.
 */
export function rotateSecret(stored: StoredRecord<'webhook'>, secret: string, at: number): StoredRecord<'webhook'> {
  const [current] = (stored.secret ?? '').split(' ')
  const live = current === undefined || current === '' ? [secret] : [secret, current]
  return {
    ...stored,
    rev: stored.rev + 1,
    secret: live.join(' '),
    doc: { ...stored.doc, oldSecretUntil: live.length > 1 ? at + oldSecretMs : null },
  }
}
