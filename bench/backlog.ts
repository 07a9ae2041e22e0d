import { spawnSync } from 'node:child_process'
import type { Drained } from './programs/drain-backlog.ts'
import type { Row } from './support.ts'

const program = new URL('programs/drain-backlog.ts', import.meta.url).pathname
const flags = ['--max-semi-space-size=4', '--max-old-space-size=2000', '--conditions=entrygo-src']
const rounds = 3

/**
 * So many due submissions to ten destinations of which one is dead, and what the nine others are sent beside the same
 * backlog without it; each drain in a process and on a store of its own.
 */
export async function bench(submissions = 10_000): Promise<Row[]> {
  const times = submissions > 20_000 ? 1 : rounds
  const drains = Array.from({ length: times }, () => ({
    alone: drain(submissions, 'absent'),
    refusing: drain(submissions, 'refuses'),
    silent: drain(submissions, 'silent'),
  }))
  const alone = fastest(drains.map((drained) => drained.alone))
  const refusing = fastest(drains.map((drained) => drained.refusing))
  const silent = fastest(drains.map((drained) => drained.silent))
  const of = `${submissions.toLocaleString('en')} submissions`
  const small = drain(100, 'absent')
  return [
    ...beside(`${of}, one of ten destinations refuses connections`, refusing, alone),
    ...beside(`${of}, one of ten destinations answers nothing for 10 s`, silent, alone),
    {
      what: `${of}, one dead: resident memory while they are drained`,
      measured: `${silent.residentMiB.toFixed(0)} MiB, ${silent.grownMiB.toFixed(0)} of them since the start`,
      beside: `without it: ${alone.residentMiB.toFixed(0)} MiB`,
    },
    {
      what: `one claim among ${of}, without its sync`,
      measured: `${refusing.claimUs.toFixed(0)} µs`,
      beside: `among 100: ${small.claimUs.toFixed(0)} µs`,
    },
  ]
}

function beside(what: string, drained: Drained, alone: Drained): Row[] {
  const ratios = [drained.seconds / alone.seconds, drained.p50Ms / alone.p50Ms, drained.p99Ms / alone.p99Ms]
  const worst = Math.max(...ratios)
  return [
    {
      what: `${what}: the nine others, from due to sent, p50 and p99`,
      measured: `${seconds(drained.p50Ms)}, ${seconds(drained.p99Ms)} (${worst.toFixed(2)} ×)`,
      beside: `without it: ${seconds(alone.p50Ms)}, ${seconds(alone.p99Ms)}`,
      goal: '≤ 2 ×',
      isMet: worst <= 2,
    },
    {
      what: `${what}: sends to the nine others`,
      measured: `${rateOf(drained)} (drained in ${seconds(drained.seconds * 1_000)}; ${drained.deadTries} tries of the dead one)`,
      beside: `without it: ${rateOf(alone)}`,
    },
  ]
}

function rateOf({ sent, seconds: took, processorSeconds }: Drained): string {
  return `${Math.round(sent / took)}/s (${((processorSeconds / sent) * 1_000).toFixed(2)} ms of processor time each)`
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`
}

/** On a machine that is busy with other work the fastest of several tells most. */
function fastest(drains: readonly Drained[]): Drained {
  const [first, ...others] = drains
  if (first === undefined) throw new Error('Nothing was drained.')
  return others.reduce((best, other) => (other.seconds < best.seconds ? other : best), first)
}

function drain(submissions: number, mode: 'absent' | 'refuses' | 'silent'): Drained {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, program, String(submissions), mode], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The backlog was not drained: ${stderr}`)
  return JSON.parse(stdout)
}
