import { createHash } from 'node:crypto'

/**
 * The first `length` characters of the SHA-256 of `text` in Crockford's base32, lower case: five bits a character,
 * without `i l o u`, so that people can read it out.
 */
export function base32OfSha256(text: string, length: number): string {
  const bits = [...createHash('sha256').update(text, 'utf8').digest()]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
  const characters = Array.from(
    { length },
    (_, index) => alphabet[Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2)],
  )
  return characters.join('')
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
