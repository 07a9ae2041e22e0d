import { createHash } from 'node:crypto'
import { compareText } from './findings.ts'

/**
 * Identity of a pack by content: SHA-256 over "path SHA-256(content)\n" of all its files, by path. Text counts with LF
 * line ends, so that a checkout on another system does not change it; a compressed file counts as it is.
 */
export function rulePackDigest(files: ReadonlyMap<string, Uint8Array>): string {
  const paths = [...files.keys()].sort(compareText)
  return `sha256:${sha256(paths.map((path) => `${path} ${contentHash(path, files.get(path))}\n`).join(''))}`
}

function contentHash(path: string, bytes: Uint8Array = new Uint8Array()): string {
  return sha256(path.endsWith('.gz') ? bytes : new TextDecoder().decode(bytes).replaceAll('\r\n', '\n'))
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
