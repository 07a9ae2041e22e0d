import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { readRulePack } from './domain/rules/read-rule-pack.ts'
import type { RulePack } from './domain/rules/rule-pack.ts'
import { rulePackDigest } from './domain/rules/rule-pack-digest.ts'

/** Folder of the pack that comes with the server; the same seen from `src` and from `dist`. */
export const shippedRulePackFolder: string = fileURLToPath(new URL('../rulepacks/us-2026.10/', import.meta.url))

/** Reads, checks and indexes a rule pack from its folder; throws a `RulePackError` that names what is wrong. */
export function loadRulePack(folder: string = shippedRulePackFolder): RulePack {
  const texts = readRulePackTexts(folder)
  return readRulePack({ texts, digest: rulePackDigest(texts) })
}

/** Every file of a pack by its path inside the folder, `/` as separator; `.gz` files unpacked, without the ending. */
export function readRulePackTexts(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    entries.map((entry): [string, string] => {
      const file = join(entry.parentPath, entry.name)
      const path = relative(folder, file).split(sep).join('/')
      const bytes = readFileSync(file)
      return path.endsWith('.gz')
        ? [path.slice(0, -'.gz'.length), gunzipSync(bytes).toString('utf8')]
        : [path, bytes.toString('utf8')]
    }),
  )
}
