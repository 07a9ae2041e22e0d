import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { referenceFiles } from './domain/rules/read-reference.ts'
import { readRulePack } from './domain/rules/read-rule-pack.ts'
import type { RulePack } from './domain/rules/rule-pack.ts'
import { rulePackDigest } from './domain/rules/rule-pack-digest.ts'
import { RulePackError } from './domain/rules/rule-pack-error.ts'

/** Folder of the pack that comes with the server; the same seen from `src` and from `dist`. */
export const shippedRulePackFolder: string = fileURLToPath(new URL('../rulepacks/us-2026.10/', import.meta.url))

/** Reads, checks and indexes a rule pack from its folder; throws a `RulePackError` that names what is wrong. */
export function loadRulePack(folder: string = shippedRulePackFolder): RulePack {
  const files = readRulePackFiles(folder)
  return readRulePack({ texts: rulePackTexts(files), digest: rulePackDigest(files) })
}

/**
 * Every file of a pack by its path inside the folder, `/` as separator, without hidden ones; a `RulePackError` when the
 * folder is none of a pack.
 */
export function readRulePackFiles(folder: string): Map<string, Uint8Array> {
  const names = refusing(folder, 'cannot be read', () => readdirSync(folder))
  // Looked at first: the wrong folder may hold a whole disk.
  if (!names.includes('pack.json')) throw new RulePackError([{ file: folder, reason: 'has no pack.json' }])
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  const shown = paths.filter((path) => !/(^|\/)\./.test(path))
  return new Map(shown.map((path) => [path, readFileSync(join(folder, path))]))
}

/** The texts that planning reads; a compressed table is given unpacked, without `.gz`. Other tables stay packed. */
export function rulePackTexts(files: ReadonlyMap<string, Uint8Array>): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [file, bytes] of files) {
    const path = file.replace(/\.gz$/, '')
    if (!isPlanningText(path)) continue
    if (texts.has(path)) throw new RulePackError([{ file: path, reason: 'stands both plain and with .gz' }])
    const plain = file === path ? bytes : refusing(file, 'cannot be unpacked', () => gunzipSync(bytes))
    texts.set(path, new TextDecoder().decode(plain))
  }
  return texts
}

function refusing<Result>(file: string, reason: string, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    throw new RulePackError([{ file, reason: `${reason}: ${cause}` }])
  }
}

const references: ReadonlySet<string> = new Set([
  'pack.json',
  'terms.json',
  'agencies.json',
  ...Object.values(referenceFiles),
])

function isPlanningText(path: string): boolean {
  return references.has(path) || /^(rules|trade)\/[^/]+\.json$|^lists\/[^/]+\.csv$/.test(path)
}
