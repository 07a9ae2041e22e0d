import { performance } from 'node:perf_hooks'
import { createEntryGo } from '@entrygo/sdk'
import { bareClient } from '../packages/sdk/src/bare-client.conformance.ts'
import { median, type Row, startProgram } from './support.ts'

const rounds = 60
const callsEachRound = 250

/**
 * One `inspect` after another, by the SDK and by openapi-fetch alone, in turn, from a server in a process of its own that
 * answers from memory. What the SDK does more is keys, request ids, one deadline over the body, and a record of attempts.
 */
export async function bench(): Promise<Row[]> {
  const { line, stop } = await startProgram<{ url: string; bytes: number }>('./programs/answer-one.ts', [])
  const id = 'batch_01k9m4wk6f9g2a5d8s3j1p7y4r'
  const client = createEntryGo({ baseUrl: line.url, apiKey: 'eg_test_1' })
  const bare = bareClient({ baseUrl: line.url, apiKey: 'eg_test_1' })
  const request = {
    method: 'GET',
    path: '/api/exports/{id}',
    parts: { id },
    query: {},
    body: undefined,
    isFile: false,
  }
  const calls = { ours: () => client.inspect({ id }), bare: () => bare(request) }
  const spent = { ours: new Spent(), bare: new Spent() }
  for (let round = -5; round < rounds; round += 1) {
    for (const name of ['ours', 'bare'] as const) {
      const before = { wall: performance.now(), cpu: process.cpuUsage() }
      for (let call = 0; call < callsEachRound; call += 1) await calls[name]()
      const { user, system } = process.cpuUsage(before.cpu)
      if (round >= 0) spent[name].add((performance.now() - before.wall) * 1000, user + system)
    }
  }
  await stop()
  return rowsOf(spent, line.bytes)
}

/** Microseconds per call, round by round. */
class Spent {
  readonly wall: number[] = []
  readonly cpu: number[] = []

  add(wall: number, cpu: number): void {
    this.wall.push(wall / callsEachRound)
    this.cpu.push(cpu / callsEachRound)
  }
}

function rowsOf({ ours, bare }: { readonly ours: Spent; readonly bare: Spent }, bytes: number): Row[] {
  const what = { wall: `a call of the SDK, ${bytes} bytes of answer`, cpu: 'the same, processor time of the client' }
  return (['wall', 'cpu'] as const).map((time) => {
    // Rounds stand in pairs, so that a machine that does other work hurts both of a pair.
    const ratio = median(ours[time].map((one, round) => one / (bare[time][round] ?? one)))
    const measured = `${median(ours[time]).toFixed(0)} µs (${ratio.toFixed(2)} ×)`
    const row = { what: what[time], measured, beside: `\`openapi-fetch\` bare: ${median(bare[time]).toFixed(0)} µs` }
    return time === 'wall' ? { ...row, goal: '≤ 1.10 ×', isMet: ratio <= 1.1 } : row
  })
}
