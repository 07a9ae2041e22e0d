import { createHash } from 'node:crypto'

/**
 * The first `length` characters of the SHA-256 of `text` in Crockford's base32, lower case: five bits a character,
 * without `i l o u`, so that people can read it out.
 */
export function base32OfSha256(text: string, length: number): string {
  const digest = createHash('sha256').update(text, 'utf8').digest()
  let characters = ''
  let bits = 0
  let count = 0
  for (let at = 0; characters.length < length; at += 1) {
    bits = ((bits << 8) | (digest[at] ?? 0)) & 0xfff
    for (count += 8; count >= 5 && characters.length < length; count -= 5)
      characters += alphabet[(bits >> (count - 5)) & 0x1f]
  }
  return characters
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
