// Makes the index of `entrygo hts` from the tables of the pack: node --conditions=entrygo-src tools/rule-pack/hts-index.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { type TariffText, writeHtsIndex } from '../../packages/cli/src/hts/hts-index.ts'
import { shippedRulePackFolder } from '../../packages/server/src/rule-pack-files.ts'

/** Derived from `hts/lines.csv.gz`, `hts/descriptions.csv.gz` and the revision in `pack.json`; holds nothing else. */
export function buildHtsIndex(folder: string = shippedRulePackFolder): string {
  const units = new Map(table(folder, 'hts/lines.csv.gz').map((row) => [row['hts'] ?? '', row['units'] ?? '']))
  const lines = table(folder, 'hts/descriptions.csv.gz').map((row): TariffText => {
    const digits = row['hts'] ?? ''
    return { digits, units: units.get(digits) ?? '', path: (row['description_path'] ?? '').split(' > ') }
  })
  const { htsRevision }: { htsRevision: string } = JSON.parse(readFileSync(join(folder, 'pack.json'), 'utf8'))
  return writeHtsIndex(htsRevision, lines)
}

function table(folder: string, path: string): Readonly<Record<string, string>>[] {
  return parse(gunzipSync(readFileSync(join(folder, path))), { columns: true })
}

/** Written whenever the tables that it is derived from are. */
export function writeHtsIndexFile(): void {
  writeFileSync(join(shippedRulePackFolder, 'hts/index.txt.gz'), gzipSync(buildHtsIndex(), { level: 9 }))
}

if (import.meta.main) writeHtsIndexFile()
