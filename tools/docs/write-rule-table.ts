// Writes the rules and the agency programs of the shipped pack into the documentation:
// node --conditions=entrygo-src tools/docs/write-rule-table.ts
import { readFileSync, writeFileSync } from 'node:fs'
import type { RulePack } from '../../packages/server/src/domain/rules/rule-pack.ts'
import { loadRulePack } from '../../packages/server/src/rule-pack-files.ts'
import { pageWithAgencies } from './agency-table.ts'
import { pageWithRules } from './rule-table.ts'

const pack = loadRulePack()
write('readiness.md', pageWithRules)
write('pga.md', pageWithAgencies)

function write(name: string, made: (page: string, pack: RulePack) => string): void {
  const page = new URL(`../../docs/concepts/${name}`, import.meta.url)
  writeFileSync(page, made(readFileSync(page, 'utf8'), pack))
}
