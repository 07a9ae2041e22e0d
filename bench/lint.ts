import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { gunzipSync } from 'node:zlib'
import { shippedRulePackFolder } from '../packages/server/src/rule-pack-files.ts'
import type { Row } from './support.ts'

const built = new URL('../packages/cli/dist/bin.js', import.meta.url).pathname

/** `entrygo lint` over catalogues of every tariff number and eight countries, as CSV: time and peak memory. */
export async function bench(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'entrygo-bench-'))
  try {
    const small = linted(folder, 10_000)
    const large = linted(folder, 200_000)
    return [
      {
        what: '`entrygo lint` of 10,000 products',
        measured: `${(small.ms / 1000).toFixed(1)} s, ${small.peakMiB.toFixed(0)} MiB`,
        beside: 'limit',
        goal: '≤ 10 s',
        isMet: small.ms <= 10_000,
      },
      {
        what: '`entrygo lint` of 200,000 products',
        measured: `${(large.ms / 1000).toFixed(1)} s, ${large.peakMiB.toFixed(0)} MiB`,
        beside: `10,000: ${(small.ms / 1000).toFixed(1)} s, ${small.peakMiB.toFixed(0)} MiB`,
        goal: '≤ 24 × the time, ≤ 2.5 × the memory',
        isMet: large.ms <= 24 * small.ms && large.peakMiB <= 2.5 * small.peakMiB,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function linted(folder: string, count: number): { ms: number; peakMiB: number } {
  const file = join(folder, `${count}.csv`)
  writeFileSync(file, catalogue(count))
  // The process itself says what it needed at most, when it ends.
  const tell = "process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))"
  const args = ['--import', `data:text/javascript,${encodeURIComponent(tell)}`, built, 'lint', file]
  const started = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [...args, '--as-of', '2026-11-21'], { encoding: 'utf8' })
  const ms = performance.now() - started
  if (status !== 5) throw new Error(`entrygo lint ended with ${status}: ${stderr}`)
  return { ms, peakMiB: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024 }
}

function catalogue(count: number): string {
  const lines = gunzipSync(readFileSync(join(shippedRulePackFolder, 'hts/lines.csv.gz'))).toString()
  const numbers = lines.match(/^(?!9[89])\d{10}/gm) ?? []
  const origins = ['CA', 'CN', 'VN', 'US', 'MX', 'DE', 'GB', 'BR']
  const rows = Array.from({ length: count }, (_, at) => {
    const street = at % 3 === 0 ? '' : `${at} Example Road`
    return `P-${at},Article ${at} of good quality,${numbers[(at * 7919) % numbers.length]},${origins[at % 8]},Example Maker,${street},Toronto,CA`
  })
  const header =
    'externalId,description,htsCode,countryOfOrigin,manufacturer.name,manufacturer.street,manufacturer.city,manufacturer.country'
  return `${[header, ...rows].join('\n')}\n`
}
