import { spawnSync } from 'node:child_process'
import { median, type Row } from './support.ts'

interface Load {
  readonly tookMs: number
  /** Of the processor; less than the time on a machine that is busy with other work. */
  readonly cpuMs: number
  /** What stays in memory of the pack: heap and buffers, after a collection. */
  readonly keptBytes: number
  /** What the process grew by while it loaded, garbage and code included. */
  readonly residentBytes: number
  readonly records: number
  readonly rows: number
}

const program = new URL('programs/load-rule-pack.ts', import.meta.url).pathname
const rounds = 15
const mebibyte = 1024 * 1024

/** Reading, checking and indexing the shipped pack, cold, on one thread: the collector and the compiler have no other. */
export async function bench(): Promise<Row[]> {
  const loads = Array.from({ length: rounds }, load)
  const [first] = loads
  const took = median(loads.map(({ tookMs }) => tookMs))
  const cpu = median(loads.map(({ cpuMs }) => cpuMs))
  const kept = median(loads.map(({ keptBytes }) => keptBytes)) / mebibyte
  const resident = median(loads.map(({ residentBytes }) => residentBytes)) / mebibyte
  const what = `the rule pack (${first?.records} records, ${first?.rows} list rows)`
  return [
    {
      what: `loading ${what}, cold, one thread`,
      measured: `${took.toFixed(0)} ms`,
      beside: `processor time: ${cpu.toFixed(0)} ms`,
      goal: '≤ 150 ms',
      isMet: took <= 150,
    },
    {
      what: 'memory that the loaded rule pack keeps',
      measured: `${kept.toFixed(1)} MiB`,
      beside: `resident growth while loading: ${resident.toFixed(1)} MiB`,
      goal: '≤ 60 MiB',
      isMet: Math.max(kept, resident) <= 60,
    },
  ]
}

function load(): Load {
  const flags = ['--single-threaded', '--expose-gc', '--conditions=entrygo-src', program]
  const { status, stdout, stderr } = spawnSync(process.execPath, flags, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the rule pack was not loaded: ${stderr}`)
  return JSON.parse(stdout)
}
