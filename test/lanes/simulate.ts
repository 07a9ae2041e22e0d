/**
 * Simulates whole lives of an export in one process: the operations, the dispatcher and the store are the product's, while
 * time, ids, receivers and network are the lane's. Each seed is a world of its own, with lost replies, slow and hung
 * receivers, deaths and pauses at named failpoints, deaths in the recovery, two dispatchers at once, clocks that jump
 * forward, full disks, executes at the same time and again, endpoints that move and leave, operators, and backups that are
 * restored. Every history is judged by a pure checker.
 *
 *   node --conditions=entrygo-src test/lanes/simulate.ts [--seeds 2000] [--seed 1] [--failpoint name] [--trace 1]
 */
import { createHash } from 'node:crypto'
import { openWorkbench } from '../../packages/server/src/testing/workbench.ts'
import { conclude, option } from './support/report.ts'
import { forgeryCount, unseenForgeries } from './support/sim-doctored.ts'
import type { SimRun } from './support/sim-end.ts'
import type { SimHistory } from './support/sim-history.ts'
import { faultsOfWorld } from './support/sim-judge.ts'
import { watchFailpoints } from './support/sim-life.ts'
import { simFailpoints } from './support/sim-plan.ts'
import { runWorld } from './support/sim-run.ts'
import { openSimStore, type SimStore } from './support/sim-store.ts'
import { hasUnmarkedDuplicate } from './support/sim-submission-judge.ts'

const seeds = option('seeds', 2_000)
const firstSeed = option('seed', 1)
const again = option('again', 20)
const showsTrace = option('trace', seeds === 1 ? 1 : 0) === 1
/** One world in so many is planned and executed by the operations instead of copied. */
const freshEvery = option('fresh', 100)
/** Worlds after which a new file is begun. */
const worldsInFile = 2_000

const bench = await openWorkbench({ submissionTypes: ['email', 'byob_email', 'borderbuddy', 'byob_webhook'] })
const problems: string[] = []
const seen = {
  deaths: 0,
  pauses: 0,
  sends: 0,
  effects: 0,
  restores: 0,
  untold: 0,
  duplicates: 0,
  late: 0,
  unmarked: 0,
  slowest: 0,
  worlds: 0,
  ms: 0,
}
const met = new Map<string, number>()
const acts = new Map<string, number>()
const states = new Map<string, number>()
const hashes = new Map<number, string>()
const lateSeeds: number[] = []
let sound: SimHistory | null = null

watchFailpoints()
const started = performance.now()
for (const part of chunked(chosenSeeds())) await inOneFile(part)
seen.ms = performance.now() - started
await runAgain()
judgeChecker()
judgeCover()
await bench.close()
conclude({
  lane: 'lane simulate',
  repeat: `node --conditions=entrygo-src test/lanes/simulate.ts ${process.argv.slice(2).join(' ')}`,
  problems,
  summary: summary(),
})
// Requests of processes that died wait for answers that never come.
process.exit()

/** All seeds one after the other, or those whose world is about the failpoint. */
function chosenSeeds(): number[] {
  const at = process.argv.indexOf('--failpoint')
  if (at < 0) return Array.from({ length: seeds }, (_, index) => firstSeed + index)
  const about = simFailpoints.indexOf(process.argv[at + 1] ?? '')
  if (about < 0) throw new Error(`--failpoint is one of: ${simFailpoints.join(', ')}`)
  const turns = simFailpoints.length
  const first = firstSeed + ((about - (firstSeed % turns) + turns) % turns)
  return Array.from({ length: seeds }, (_, index) => first + index * turns)
}

function chunked(all: readonly number[]): number[][] {
  const parts: number[][] = []
  for (let from = 0; from < all.length; from += worldsInFile) parts.push(all.slice(from, from + worldsInFile))
  return parts
}

async function inOneFile(part: readonly number[]): Promise<void> {
  const store = await openSimStore(bench.ports, 'shared')
  for (const seed of part) {
    if (problems.length >= 20) break
    const run = await world(seed, store)
    const faults = faultsOfWorld(run.history)
    if (faults.length > 0) report(seed, faults, run)
    else if (seeds === 1 && showsTrace) console.log(run.trace.join('\n'))
    count(seed, run)
    if (hashes.size < again) hashes.set(seed, hashOf(run))
    if (sound === null && faults.length === 0 && isForgeable(run.history)) sound = run.history
  }
  await store.close()
  console.error(`${seen.worlds} worlds, ${problems.length} problems`)
}

function world(seed: number, store: SimStore): Promise<SimRun> {
  return runWorld({ seed, store, base: bench.ports, freshEvery, hasJumps: true })
}

function report(seed: number, faults: readonly string[], run: SimRun): void {
  for (const fault of faults) problems.push(`seed ${seed}: ${fault}`)
  console.error(`Seed ${seed}: node --conditions=entrygo-src test/lanes/simulate.ts --seed ${seed} --seeds 1`)
  if (!showsTrace) return
  console.error(JSON.stringify(run.plan))
  console.error(run.trace.join('\n'))
}

function count(seed: number, { history, figures }: SimRun): void {
  const { effects, sends, end } = history
  seen.worlds += 1
  if (history.quarantine !== null) seen.restores += 1
  seen.untold += history.untold.size
  seen.deaths += figures.deaths
  seen.pauses += figures.pauses
  seen.sends += sends.length
  seen.effects += effects.length
  seen.late += effects.filter(({ isLate }) => isLate).length
  if (hasUnmarkedDuplicate(history)) {
    seen.unmarked += 1
    lateSeeds.push(seed)
  }
  seen.slowest = Math.max(seen.slowest, figures.slowestClosing)
  for (const name of figures.met) met.set(name, (met.get(name) ?? 0) + 1)
  for (const name of figures.acts) acts.set(name, (acts.get(name) ?? 0) + 1)
  const ids = new Set(end.history?.submissions.map(({ id }) => id))
  if (effects.filter(({ deliveryId }) => ids.has(deliveryId)).length > 1) seen.duplicates += 1
  const state = end.history?.submissions.at(-1)?.state ?? 'none'
  states.set(state, (states.get(state) ?? 0) + 1)
}

function hashOf({ trace }: SimRun): string {
  return createHash('sha256').update(trace.join('\n')).digest('hex')
}

/** The same seed gives the same trace, in another file, after other worlds, and with connections for each process. */
async function runAgain(): Promise<void> {
  const store = await openSimStore(bench.ports, 'apart')
  for (const [seed, hash] of [...hashes].toReversed()) {
    const run = await world(seed, store)
    if (hashOf(run) !== hash) problems.push(`seed ${seed}: the same seed gave another trace`)
  }
  await store.close()
}

/** A history that the checker can be tried on: accepted at its first send, and heard by all. */
function isForgeable({ end, policy, effects, decisions, told }: SimHistory): boolean {
  const [only, second] = end.history?.submissions ?? []
  return (
    policy === 'at_least_once' &&
    told.length > 0 &&
    second === undefined &&
    only?.state === 'ACCEPTED' &&
    only.attempts.length === 1 &&
    effects.some(({ deliveryId }) => deliveryId === only.id) &&
    decisions.some(({ deliveryId, state }) => deliveryId === only.id && state === 'ACCEPTED')
  )
}

function judgeChecker(): void {
  if (seeds < 100) return
  if (sound === null) problems.push('self-test: no world was plain enough to be falsified')
  else for (const name of unseenForgeries(sound)) problems.push(`self-test: the checker does not see ${name}`)
}

/** Each failpoint ends or pauses a life three times at least. */
function judgeCover(): void {
  if (seeds < 2_000 || process.argv.includes('--failpoint')) return
  for (const name of simFailpoints) {
    const times = met.get(name) ?? 0
    if (times < 3) problems.push(`failpoint ${name} was met ${times} times`)
  }
}

function summary(): string {
  const ends = [...states].map(([state, times]) => `${state} ${times}`).join(', ')
  const done = [...acts].map(([act, times]) => `${act} ${times}`).join(', ')
  const least = Math.min(...simFailpoints.map((name) => met.get(name) ?? 0))
  return (
    `${seen.worlds} worlds from seed ${firstSeed} in ${(seen.ms / 1_000).toFixed(1)} s ` +
    `(${Math.round((seen.worlds / seen.ms) * 1_000)} a second): ${seen.deaths} deaths and ${seen.pauses} pauses, ${seen.restores} restored backups (${seen.untold} effects of acts that they forgot), ` +
    `${simFailpoints.length} failpoints met ${least} times or more, ${seen.sends} sends, ${seen.effects} effects, ` +
    `${seen.duplicates} exports with duplicates, ${seen.late} effects of bytes that came too late, which left ` +
    `${seen.unmarked} duplicates unmarked${lateSeeds.length === 0 ? '' : ` (seeds ${lateSeeds.slice(0, 5).join(', ')})`}; ` +
    `an attempt of a dead process was closed after ${(seen.slowest / 1_000).toFixed(1)} s at the latest. Acts: ${done}. Ends: ${ends}. ` +
    `${hashes.size} seeds run again gave the same trace; ${forgeryCount} forged histories were seen.`
  )
}
