/**
 * Runs the benchmarks, each beside its peer or limit in the same run, and prints one table.
 *
 *   pnpm run bench [execute] [plan] [lint] …
 *   pnpm run bench backlog 100000
 */
import type { Row } from './support.ts'

const names = [
  'cli-start',
  'sdk-overhead',
  'rule-pack',
  'plan',
  'plan-lines',
  'sync-and-inspect',
  'execute',
  'execute-concurrent',
  'backlog',
  'million-orders',
  'million-rows-cli',
  'hts-search',
  'lint',
  'party-screening',
] as const
const isCount = (argument: string): boolean => /^\d+$/.test(argument)
const wanted = process.argv.slice(2).filter((argument) => !isCount(argument))
/** How much, where a benchmark can be larger than it is by default. */
const counts = process.argv.slice(2).filter(isCount).map(Number)
const rows: Row[] = []
for (const name of names) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const { bench }: { bench(count?: number): Promise<Row[]> } = await import(`./${name}.ts`)
  console.error(`running ${name} …`)
  rows.push(...(await bench(...counts.slice(0, 1))))
}

console.log(`Node ${process.version} on ${process.platform} ${process.arch}\n`)
console.log('| what | measured | beside it | goal | |')
console.log('|---|---|---|---|---|')
for (const { what, measured, beside, goal = '', isMet } of rows) {
  const verdict = isMet === undefined ? '' : isMet ? 'met' : 'missed'
  console.log(`| ${what} | ${measured} | ${beside} | ${goal} | ${verdict} |`)
}
