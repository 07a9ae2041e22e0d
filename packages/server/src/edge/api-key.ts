import { hash, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

export type KeyMode = 'live' | 'test'

/**
 * A new key: `eg_live_` or `eg_test_`, 30 base62 characters (about 178 bits) and a checksum of 6. Only its SHA-256 is
 * ever stored.
 */
export function newApiKey(mode: KeyMode): string {
  const head = `eg_${mode}_${randomBase62(30)}`
  return head + checksum(head)
}

/** Whether the text can be a key at all: shape and checksum, so that a typing error never reaches the store. */
export function isWellFormedApiKey(text: string): boolean {
  return shape.test(text) && text.slice(-checksumLength) === checksum(text.slice(0, -checksumLength))
}

/** Lower-case hex SHA-256: what the store knows a key by. */
export function apiKeySha256(key: string): string {
  return hash('sha256', key, 'hex')
}

/** The first characters, enough to recognise a key in a list and useless without the rest. */
export function apiKeyPrefix(key: string): string {
  return key.slice(0, 14)
}

const shape = /^eg_(?:live|test)_[0-9A-Za-z]{36}$/
const checksumLength = 6
const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

function checksum(head: string): string {
  let rest = crc32(head)
  let text = ''
  for (let index = 0; index < checksumLength; index += 1) {
    text = base62.charAt(rest % 62) + text
    rest = Math.floor(rest / 62)
  }
  return text
}

// Bytes of 248 and more are thrown away: 248 is a multiple of 62, so every character is equally likely.
function randomBase62(length: number): string {
  let text = ''
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < 248 && text.length < length) text += base62.charAt(byte % 62)
    }
  }
  return text
}
