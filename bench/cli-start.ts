import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { median, type Row } from './support.ts'

const built = new URL('../packages/cli/dist/bin.js', import.meta.url).pathname

/** `entrygo --version` as published (built), against the emptiest program of the same Node. */
export async function bench(): Promise<Row[]> {
  const rounds = 30
  const ours: number[] = []
  const bare: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    ours.push(took([built, '--version']))
    bare.push(took(['-e', '0']))
  }
  const ratio = median(ours) / median(bare)
  return [
    {
      what: '`entrygo --version`',
      measured: `${median(ours).toFixed(1)} ms (${ratio.toFixed(2)} ×)`,
      beside: `\`node -e 0\`: ${median(bare).toFixed(1)} ms`,
      goal: '≤ 1.6 ×',
      isMet: ratio <= 1.6,
    },
  ]
}

function took(args: readonly string[]): number {
  const started = performance.now()
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`)
  return performance.now() - started
}
