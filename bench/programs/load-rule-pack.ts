// Loads the shipped rule pack once, in a process that has loaded nothing before, and prints what that took as one JSON line.
import { performance } from 'node:perf_hooks'
import { loadRulePack } from '../../packages/server/src/rule-pack-files.ts'

const collect = globalThis.gc ?? fail
collect()
const before = process.memoryUsage()
const cpuBefore = process.cpuUsage()
const started = performance.now()
const pack = loadRulePack()
const tookMs = performance.now() - started
const { user, system } = process.cpuUsage(cpuBefore)
const peak = process.memoryUsage()
collect()
const after = process.memoryUsage()

const records = pack.rules.length + pack.measures.reduce((sum, { headings }) => sum + headings.length, 0)
const rows = [...pack.lists.rows.byPrefix.values()].reduce((sum, { length }) => sum + length, 0)
const keptBytes = after.heapUsed + after.external - before.heapUsed - before.external
const residentBytes = peak.rss - before.rss
console.log(JSON.stringify({ tookMs, cpuMs: (user + system) / 1000, keptBytes, residentBytes, records, rows }))

function fail(): never {
  throw new Error('Run with --expose-gc: memory is counted after a collection.')
}
