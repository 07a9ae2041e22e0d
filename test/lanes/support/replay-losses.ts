import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../../packages/server/src/storage/sqlite/sqlite-store.ts'
import { DiskModel } from './disk-model.ts'
import { restore } from './power-loss-judge.ts'
import { isDatabaseFile } from './power-loss-recording.ts'
import type { Random } from './random.ts'
import { spawnTraced, traceEnds } from './traced-process.ts'
import { readTrace, type Traced } from './traced-writes.ts'

const script = new URL('./keyed-writer.ts', import.meta.url).pathname
const writes = 6

/**
 * Kills the store when it enters a sync, so that its last commit is written and not synced; opens it again, repeats every
 * write by its key, and lets the power fail after each word. What was called done, for the first or the second time, must
 * be there.
 */
export async function faultsOfReplays(random: Random, workplace: string): Promise<{ cuts: number; faults: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'entrygo-replay-'))
  const file = join(folder, 'entrygo.sqlite')
  // Making the tables takes twelve syncs, each write takes one.
  const killedAt = 11 + random.below(writes + 2)
  const steps = [
    ...(await life(join(folder, 'trace.0'), file, ['-e', `inject=fsync,fdatasync:signal=KILL:when=${killedAt}`])),
    ...(await life(join(folder, 'trace.1'), file, [])),
  ]
  await rm(folder, { recursive: true })
  const model = new DiskModel()
  const faults: string[] = []
  let [told, cuts] = [0, 0]
  for (const step of steps) {
    model.apply(step)
    const number = step.did === 'say' ? Number(/^acknowledged (\d+)/.exec(step.text)?.[1] ?? 0) : 0
    if (number === 0) continue
    told = Math.max(told, number)
    cuts += 1
    const image = restore(model.afterPowerLoss(random), join(workplace, 'replay'), file)
    for (const key of await missingKeys(image, told))
      faults.push(`killed at sync ${killedAt}: ${key} was called done and is lost`)
  }
  if (told !== writes) faults.push(`killed at sync ${killedAt}: only ${told} of ${writes} writes were called done`)
  return { cuts, faults }
}

async function life(trace: string, file: string, more: readonly string[]): Promise<Traced[]> {
  const child = spawnTraced(trace, [script, file, String(writes)], { flags: more })
  child.stdout?.resume()
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  const [, signal] = await once(child, 'exit')
  if (signal !== 'SIGKILL') throw new Error(`the writer ended with ${signal}: ${complaint.slice(-2000)}`)
  await traceEnds(trace, child.pid)
  return await readTrace(trace, isDatabaseFile)
}

async function missingKeys(file: string, told: number): Promise<string[]> {
  const store = await openSqliteStore({ file })
  try {
    const keys = Array.from({ length: told }, (_, index) => `key-${index + 1}`)
    const found = await Promise.all(keys.map((key) => store.findReply('acc_lane', key)))
    return keys.filter((_, index) => found[index] === null)
  } finally {
    await store.close()
  }
}
