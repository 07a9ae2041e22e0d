// Writes the requirements of the conformance suite into the documentation:
// node --conditions=entrygo-src tools/docs/write-requirement-table.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { pageWithRequirements } from './requirement-table.ts'

const page = new URL('../../docs/guides/conformance.md', import.meta.url)
writeFileSync(page, pageWithRequirements(readFileSync(page, 'utf8')))
