import { createHash } from 'node:crypto'
import { compareText } from './findings.ts'

/**
 * Identity of a pack by content: SHA-256 over "path SHA-256(content)\n" of all its files, by path. The content of a
 * compressed file is what it unpacks to, and text counts with LF line ends, so that neither a checkout on another system
 * nor another compressor changes it.
 */
export function rulePackDigest(texts: ReadonlyMap<string, string>): string {
  const paths = [...texts.keys()].sort(compareText)
  const list = paths.map((path) => `${path} ${sha256((texts.get(path) ?? '').replaceAll('\r\n', '\n'))}\n`).join('')
  return `sha256:${sha256(list)}`
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
