import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DiskModel } from './disk-model.ts'
import { restore } from './power-loss-judge.ts'
import { isDatabaseFile, mustShow } from './power-loss-recording.ts'
import type { Random } from './random.ts'
import { spawnTraced, traceEnds } from './traced-process.ts'
import { readTrace } from './traced-writes.ts'

export interface RawTrial {
  readonly synchronous: 'NORMAL' | 'FULL'
  readonly cuts: number
  readonly random: Random
  /** An empty folder for images. */
  readonly workplace: string
}

const script = new URL('./raw-writer.ts', import.meta.url).pathname
const rows = 600

/** How many power failures cost SQLite alone a row whose commit had been told. */
export async function lossesOfRawEngine({
  synchronous,
  cuts,
  random,
  workplace,
}: RawTrial): Promise<{ withLoss: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'entrygo-raw-'))
  const [file, trace] = [join(folder, 'raw.sqlite'), join(folder, 'trace')]
  const child = spawnTraced(trace, [script, file, synchronous, String(rows)])
  child.stdout?.resume()
  await once(child, 'exit')
  await traceEnds(trace, child.pid)
  const steps = await readTrace(trace, isDatabaseFile)
  const moments = Array.from({ length: cuts }, () => random.below(steps.length)).sort((a, b) => a - b)
  const model = new DiskModel()
  let [next, told, withLoss] = [0, 0, 0]
  for (const [index, step] of steps.entries()) {
    model.apply(step)
    if (step.did === 'say') told = Number(/acknowledged (\d+)/.exec(step.text)?.[1] ?? told)
    while (moments[next] === index) {
      next += 1
      const image = restore(model.afterPowerLoss(random), join(workplace, 'raw'), file)
      if (rowsIn(image) < told) withLoss += 1
    }
  }
  mustShow(model, file)
  if (told !== rows) throw new Error(`the trace shows ${told} of ${rows} acknowledged rows`)
  await rm(folder, { recursive: true })
  return { withLoss }
}

function rowsIn(file: string): number {
  const database = new DatabaseSync(file)
  try {
    return Number(database.prepare('SELECT count(*) AS count FROM rows').get()?.['count'])
  } catch {
    // Not even the table is there.
    return 0
  } finally {
    database.close()
  }
}
