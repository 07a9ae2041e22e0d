import { createHash } from 'node:crypto'
import { canonicalJson } from '@entrygo/sdk/canonical-json'

/** Raised with the contract's major version: the same words may then mean another request. */
export const contractMajorVersion = 1

export interface FingerprintedRequest {
  readonly method: string
  /** With its concrete parameters: an approval of another export is another request. */
  readonly path: string
  readonly body: object
}

/**
 * What makes two writes one logical request (delivery.md §4), as 64 hexadecimal digits. The order of keys, white space,
 * the spelling of numbers and `idempotencyKey` itself do not matter.
 */
export function fingerprintOf({ method, path, body }: FingerprintedRequest): string {
  const content = Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'idempotencyKey'))
  return sha256Hex(`${method}\n${path}\n${contractMajorVersion}\n${canonicalJson(content)}`)
}

/** SHA-256 of the bytes, or of the text in UTF-8, as 64 hexadecimal digits. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
