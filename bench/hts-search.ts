import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { median, type Row } from './support.ts'

const built = new URL('../packages/cli/dist/bin.js', import.meta.url).pathname

/** `entrygo hts search` as published (built), in turn with `entrygo --version`; by the clock and in processor time. */
export async function bench(): Promise<Row[]> {
  const start: Took[] = []
  const plain: Took[] = []
  const misspelt: Took[] = []
  for (let round = 0; round < 20; round += 1) {
    start.push(run(['--version']))
    plain.push(run(['hts', 'search', 'cotton t-shirt', '--json']))
    misspelt.push(run(['hts', 'search', 'stainles steel saucepan']))
  }
  return [
    row('`entrygo hts search "cotton t-shirt" --json`', plain, start),
    row('`entrygo hts search "stainles steel saucepan"`', misspelt, start),
  ]
}

interface Took {
  readonly clockMs: number
  readonly processorMs: number
}

function row(what: string, took: readonly Took[], start: readonly Took[]): Row {
  const clock = beyond(took, start, ({ clockMs }) => clockMs)
  const processor = beyond(took, start, ({ processorMs }) => processorMs)
  const startMs = median(start.map(({ clockMs }) => clockMs))
  return {
    what,
    measured: `${clock.toFixed(0)} ms beyond the start; processor time ${processor.toFixed(0)} ms`,
    beside: `\`entrygo --version\`: ${startMs.toFixed(1)} ms`,
    goal: '≤ 120 ms',
    isMet: clock <= 120,
  }
}

function beyond(took: readonly Took[], start: readonly Took[], value: (took: Took) => number): number {
  return median(took.map(value)) - median(start.map(value))
}

function run(args: readonly string[]): Took {
  // Threads of collector and compiler are in the processor time, which can therefore be more than the clock shows.
  const tell =
    "process.on('exit', () => { const t = process.cpuUsage(); process.stderr.write('cpu ' + (t.user + t.system)) })"
  const flags = ['--import', `data:text/javascript,${encodeURIComponent(tell)}`]
  const started = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [...flags, built, ...args], { encoding: 'utf8' })
  const clockMs = performance.now() - started
  if (status !== 0) throw new Error(`entrygo ${args.join(' ')} ended with ${status}`)
  return { clockMs, processorMs: Number(/cpu (\d+)/.exec(stderr)?.[1]) / 1000 }
}
