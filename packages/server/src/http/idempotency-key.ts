import type { Refusal } from '../domain/refusal.ts'
import { validationRefusal } from './validate.ts'

/**
 * The key of an `Idempotency-Key` header: 1-255 printable ASCII characters, bare or as a quoted structured string
 * (RFC 9651, 3.3.3), so `"abc"` and `abc` are one key. Null when there is no header.
 */
export function readIdempotencyKey(lines: readonly string[]): string | null | Refusal {
  const [line] = lines
  if (line === undefined) return null
  if (lines.length > 1) return refuseKey(`The header stands ${lines.length} times. Send it once.`)
  const key = line.startsWith('"') ? unquoted(line) : line
  if (key === null) return refuseKey('The quoted key is malformed. Close the quote and escape only " and \\.')
  if (key === '') return refuseKey('The key is empty. Send 1-255 printable ASCII characters.', 'too_small')
  if (key.length > maxLength) {
    return refuseKey(`The key has ${key.length} characters, at most ${maxLength} are allowed. Shorten it.`, 'too_big')
  }
  return printable.test(key) ? key : refuseKey('The key holds a character outside printable ASCII. Remove it.')
}

const maxLength = 255
const printable = /^[\x20-\x7e]+$/
const quoted = /^"((?:[^"\\]|\\["\\])*)"$/

function unquoted(line: string): string | null {
  const [, inner] = quoted.exec(line) ?? []
  return inner === undefined ? null : inner.replaceAll(/\\(.)/g, '$1')
}

function refuseKey(message: string, code: 'invalid_string' | 'too_small' | 'too_big' = 'invalid_string'): Refusal {
  return validationRefusal([{ path: 'Idempotency-Key', message, code }])
}
