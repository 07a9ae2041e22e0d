// Writes the names that the SDK exports into its page: node --conditions=entrygo-src tools/docs/write-sdk-exports.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { pageWithExports } from './sdk-exports.ts'

const root = new URL('../../', import.meta.url)
const page = new URL('docs/api/sdk.md', root)
const read = (path: string): string => readFileSync(new URL(`packages/sdk/src/${path}`, root), 'utf8')
writeFileSync(page, pageWithExports(readFileSync(page, 'utf8'), read))
