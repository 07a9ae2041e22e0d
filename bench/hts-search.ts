import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { median, type Row } from './support.ts'

const built = new URL('../packages/cli/dist/bin.js', import.meta.url).pathname

/** `entrygo hts search` as published (built), in turn with `entrygo --version`. */
export async function bench(): Promise<Row[]> {
  const plain = ['hts', 'search', 'cotton t-shirt', '--json']
  const misspelt = ['hts', 'search', 'stainles steel saucepan']
  const [start, plainMs, misspeltMs] = medians([['--version'], plain, misspelt])
  return [
    row('`entrygo hts search "cotton t-shirt" --json`', plainMs - start, start),
    row('`entrygo hts search "stainles steel saucepan"`', misspeltMs - start, start),
  ]
}

function row(what: string, beyondMs: number, startMs: number): Row {
  return {
    what,
    measured: `${beyondMs.toFixed(0)} ms beyond the start`,
    beside: `\`entrygo --version\`: ${startMs.toFixed(1)} ms`,
    goal: '≤ 120 ms',
    isMet: beyondMs <= 120,
  }
}

function medians(
  commands: readonly [readonly string[], readonly string[], readonly string[]],
): [number, number, number] {
  const rounds = 20
  const took: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, times] of took.entries()) times.push(timeOf(commands[at] ?? []))
  }
  return [median(took[0]), median(took[1]), median(took[2])]
}

function timeOf(args: readonly string[]): number {
  const started = performance.now()
  const { status } = spawnSync(process.execPath, [built, ...args], { stdio: 'ignore' })
  if (status !== 0) throw new Error(`entrygo ${args.join(' ')} ended with ${status}`)
  return performance.now() - started
}
