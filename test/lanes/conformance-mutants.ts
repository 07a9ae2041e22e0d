/**
 * Puts known defects between our server and the conformance suite, one at a time, and requires that the named requirement
 * fails. The same suite must hold wholly through the same proxy when nothing is wrong.
 *
 *   node --conditions=entrygo-src test/lanes/conformance-mutants.ts [--only <words of a name>] [--quick]
 *
 * With --quick only the named requirement is tried on each mutant; else the whole suite, to see what else notices it.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { type ConformanceReport, requirements, runConformance } from '@entrygo/conformance'
import { startKitServer } from '../conformance/kit/kit-server.ts'
import type { Mutant } from '../conformance/kit/mutant.ts'
import { startMutantProxy } from '../conformance/kit/mutant-proxy.ts'
import { mutants } from '../conformance/kit/mutants.ts'
import { conclude } from './support/report.ts'

const isQuick = process.argv.includes('--quick')
const only = process.argv.includes('--only') ? (process.argv[process.argv.indexOf('--only') + 1] ?? '') : ''
const chosen = mutants.filter(({ name }) => name.includes(only))
const problems: string[] = []
const started = performance.now()
const webhookPort = 4870

await using server = await startKitServer()
const clean = await judged(undefined, [])
console.log(
  `${'(no defect)'.padEnd(62)} ${clean.counts.holds} of ${clean.counts.requirements} hold, ${clean.durationMs} ms`,
)
for (const { id, failure } of clean.results.filter(({ outcome }) => outcome !== 'holds')) {
  problems.push(`without a defect ${id} does not hold: expected ${failure?.expected}, got ${failure?.got}`)
}
let caught = 0
for (const mutant of chosen) {
  const report = await judged(mutant, isQuick ? [mutant.caughtBy] : []).catch((error: unknown) => String(error))
  const failed =
    typeof report === 'string' ? [] : report.results.filter(({ outcome }) => outcome === 'fails').map(({ id }) => id)
  const isCaught = failed.includes(mutant.caughtBy)
  if (isCaught) caught += 1
  else problems.push(`${mutant.name}: ${mutant.caughtBy} holds${typeof report === 'string' ? `: ${report}` : ''}`)
  const others = failed.filter((id) => id !== mutant.caughtBy)
  console.log(
    `${mutant.name.padEnd(62)} ${(isCaught ? mutant.caughtBy : 'NOT CAUGHT').padEnd(10)} ${others.join(' ')}`.trimEnd(),
  )
}
const noticing = new Set(chosen.map(({ caughtBy }) => caughtBy))
conclude({
  lane: 'lane conformance-mutants',
  repeat: `node --conditions=entrygo-src test/lanes/conformance-mutants.ts${only === '' ? '' : ` --only "${only}"`}${isQuick ? ' --quick' : ''}`,
  problems,
  summary:
    `${caught} of ${chosen.length} mutants were caught, by ${noticing.size} named requirements of ${requirements.length}; ` +
    `${Math.round((performance.now() - started) / 1000)} s.`,
})

async function judged(mutant: Mutant | undefined, ids: readonly string[]): Promise<ConformanceReport> {
  await using proxy = await startMutantProxy(server, mutant)
  const webhook = { url: `http://127.0.0.1:${webhookPort}/hook`, port: webhookPort, host: '127.0.0.1' }
  const report = await runConformance({ baseUrl: proxy.url, ...server.keys, webhook, allowsExecute: true, only: ids })
  // Deliveries of this run that are still under way must find no listener of the next one.
  await sleep(isQuick ? 0 : 100)
  return report
}
