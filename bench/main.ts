/**
 * Runs the benchmarks, each beside its peer or limit in the same run, and prints one table.
 *
 *   pnpm run bench [sync-and-inspect] [plan] [plan-lines] [million-orders] [cli-start] [rule-pack] [hts-search] [lint] [party-screening]
 */
import type { Row } from './support.ts'

const names = [
  'cli-start',
  'rule-pack',
  'plan',
  'plan-lines',
  'sync-and-inspect',
  'execute',
  'million-orders',
  'hts-search',
  'lint',
  'party-screening',
] as const
const wanted = process.argv.slice(2)
const rows: Row[] = []
for (const name of names) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const { bench }: { bench(): Promise<Row[]> } = await import(`./${name}.ts`)
  console.error(`running ${name} …`)
  rows.push(...(await bench()))
}

console.log(`Node ${process.version} on ${process.platform} ${process.arch}\n`)
console.log('| what | measured | beside it | goal | |')
console.log('|---|---|---|---|---|')
for (const { what, measured, beside, goal = '', isMet } of rows) {
  const verdict = isMet === undefined ? '' : isMet ? 'met' : 'missed'
  console.log(`| ${what} | ${measured} | ${beside} | ${goal} | ${verdict} |`)
}
