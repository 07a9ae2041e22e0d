// Writes the rules of the shipped pack into the documentation:
// node --conditions=entrygo-src tools/docs/write-rule-table.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { loadRulePack } from '../../packages/server/src/rule-pack-files.ts'
import { pageWithRules } from './rule-table.ts'

const page = new URL('../../docs/concepts/readiness.md', import.meta.url)
writeFileSync(page, pageWithRules(readFileSync(page, 'utf8'), loadRulePack()))
