import { createHash } from 'node:crypto'

/** Identity of a planning state: `sha256:` and the SHA-256 of the snapshot's canonical JSON as UTF-8 (protocol §3.2). */
export function planHashOf(snapshotText: string): string {
  return `sha256:${createHash('sha256').update(snapshotText).digest('hex')}`
}

/** Id of the n-th export unit of a plan: the same for the same plan. */
export function exportUnitId(planHash: string, index: number): string {
  const digest = createHash('sha256').update(`${planHash}/${index}`).digest()
  return `exu_${base32(digest).slice(0, 26)}`
}

/** Crockford's alphabet, as all ids have it. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

function base32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let buffer = 0
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet.charAt((buffer >> bits) & 31)
    }
    buffer &= 31
  }
  return text
}
