/**
 * Runs the SDK and openapi-fetch bare through every scenario, prints the table of docs/conformance.md and what was
 * measured, and fails when the SDK misses a promise or a bar. Best on a machine that does nothing else.
 *
 *   node --conditions=entrygo-src test/conformance/sdk/main.ts [--write]
 *
 * It runs on every Node that the SDK supports, so it is written without what the oldest of them cannot read (`await using`).
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { type Abort, phases, runAborts } from './aborts.ts'
import { requestsOfCalls } from './budget.ts'
import { pageWithScenarios } from './page.ts'
import { refusedWait, runWaits } from './retry-after.ts'
import { runOne, runScenarios, scenarioTable, unmet } from './run.ts'
import { scenarios } from './scenarios.ts'

const bars = { endsWithinMs: 750, refusesWithinMs: 50, abortsWithinMs: 20, requestsOfAThousand: 1100 }

const trials = await runScenarios()
console.log(`${scenarioTable(trials)}\n`)
const problems = unmet(trials, 'sdk')

// A few at a time, so that what is timed is the client and not the crowd.
for (const scenario of scenarios.filter(({ deadlineMs }) => deadlineMs === 700)) {
  const ended = await runOne('sdk', scenario, 6)
  report(
    `S3  ${ended.length} operations with 700 ms, ${scenario.name}, median ${middle(ended)}`,
    worst(ended),
    bars.endsWithinMs,
  )
}

for (const { form, askedMs, gapMs, delayMs } of await runWaits()) {
  console.log(`S4  ${form}: ${askedMs} ms asked, ${delayMs} ms meant, ${gapMs.toFixed(0)} ms between the requests`)
  if (gapMs < askedMs - 1 || delayMs > askedMs * 1.2 + 1) problems.push(`S4 ${form}: ${gapMs} ms for ${askedMs} ms`)
}
report('S4  an hour that does not fit is refused, in ms', (await refusedWait()).ms, bars.refusesWithinMs)

for (const client of ['sdk', 'bare'] as const) {
  const aborts = await runAborts(client)
  for (const phase of phases)
    measured(
      client,
      phase,
      aborts.filter((one) => one.phase === phase),
    )
}

const requests = await requestsOfCalls(1000)
report('S8  requests of 1,000 calls to a server that is down', requests, bars.requestsOfAThousand)

if (process.argv.includes('--write')) {
  const page = new URL('../../../docs/conformance.md', import.meta.url)
  writeFileSync(page, pageWithScenarios(readFileSync(page, 'utf8'), trials))
}
for (const problem of problems) console.log(`MISSED ${problem}`)
console.log(`${trials.length} trials, ${problems.length} promises or bars missed`)
process.exitCode = problems.length === 0 ? 0 : 1

function measured(client: string, phase: string, aborts: readonly Abort[]): void {
  if (aborts.length === 0) return
  const bad = aborts.filter(({ showsReason, requestsAfter }) => !showsReason || requestsAfter > 0).length
  const what = `${client}: ${aborts.length} aborts, ${phase}, median ${middle(aborts)}${bad > 0 ? `, ${bad} without the reason or with a request after it` : ''}`
  if (client === 'sdk') report(`S5  ${what}`, worst(aborts), bars.abortsWithinMs)
  else console.log(`S5  ${what}: ${worst(aborts).toFixed(1)}`)
}

function report(what: string, value: number, bar: number): void {
  console.log(`${what}; ${value.toFixed(1)} at most (bar ${bar})`)
  if (value > bar) problems.push(`${what}: ${value.toFixed(1)} over ${bar}`)
}

function middle(timed: readonly { readonly ms: number }[]): string {
  const sorted = timed.map(({ ms }) => ms).sort((a, b) => a - b)
  return (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(1)
}

function worst(timed: readonly { readonly ms: number }[]): number {
  return Math.max(...timed.map(({ ms }) => ms))
}
