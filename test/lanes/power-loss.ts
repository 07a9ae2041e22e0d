/**
 * Records every write and sync of the product's database while clients write and the server is killed and started again,
 * then lets the power fail at many moments: what was not synced is lost, kept in part or reordered. The server opens what
 * is left, and everything that it had acknowledged or begun to send must be there. SQLite alone with synchronous=NORMAL
 * must lose rows in the same replay, or the lane sees nothing. Exit code 2: this machine cannot trace.
 *
 *   node --conditions=entrygo-src test/lanes/power-loss.ts [--cuts 200] [--seed 1] [--recording <folder>]
 */
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DiskModel } from './support/disk-model.ts'
import { faultsAfterLoss, restore } from './support/power-loss-judge.ts'
import { type Recording, readRecording, record, UselessRecording } from './support/power-loss-recording.ts'
import { type Random, seededRandom } from './support/random.ts'
import { lossesOfRawEngine } from './support/raw-engine.ts'
import { faultsOfReplays } from './support/replay-losses.ts'
import { conclude, option } from './support/report.ts'
import { whyNotTraced } from './support/traced-process.ts'

const cuts = option('cuts', 200)
const seed = option('seed', 1)
const cutsOfRecording = 250
const mostUseless = 3
const given = process.argv.indexOf('--recording')

const obstacle = whyNotTraced()
if (obstacle !== null) {
  console.error(`lane power-loss: NOT RUN. ${obstacle}.`)
  process.exit(2)
}

/** Images are written and read once, so memory is the place for them where the machine offers it. */
const workplace = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'entrygo-power-'))
const problems: string[] = []
const seen = { cuts: 0, acknowledged: 0, sends: 0, steps: 0, recordings: 0, useless: 0, replayCuts: 0 }
let kept = ''

if (given >= 0) await judgeFolder(process.argv[given + 1] ?? '', cuts, seed)
else {
  for (let number = 0; seen.cuts < cuts && problems.length === 0; number += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'entrygo-recording-'))
    const ownSeed = seed * 1000 + number
    const count = Math.min(cutsOfRecording, cuts - seen.cuts)
    try {
      await record(folder, seededRandom(ownSeed))
      await judgeFolder(folder, count, ownSeed)
    } catch (error) {
      if (!(error instanceof UselessRecording) || seen.useless === mostUseless) throw error
      seen.useless += 1
    }
    if (problems.length === 0) await rm(folder, { recursive: true })
    else kept = `--recording ${folder} --cuts ${count} --seed ${ownSeed}`
  }
}
const replays = Math.max(6, Math.round(cuts / 40))
for (let trial = 0; trial < replays; trial += 1) {
  const { cuts: made, faults } = await faultsOfReplays(seededRandom(seed * 1000 + trial), workplace)
  seen.replayCuts += made
  problems.push(...faults)
}
const rawCuts = Math.max(60, Math.round(cuts / 10))
const normal = await lossesOfRawEngine({ synchronous: 'NORMAL', cuts: rawCuts, random: seededRandom(seed), workplace })
const full = await lossesOfRawEngine({ synchronous: 'FULL', cuts: rawCuts, random: seededRandom(seed), workplace })
if (normal.withLoss === 0) problems.push('synchronous=NORMAL lost nothing: this lane would see no loss')
if (full.withLoss > 0) problems.push(`SQLite alone with synchronous=FULL lost rows at ${full.withLoss} cuts`)
await rm(workplace, { recursive: true })
conclude({
  lane: 'lane power-loss',
  repeat: `node --conditions=entrygo-src test/lanes/power-loss.ts ${kept || `--cuts ${cuts} --seed ${seed}`}`,
  problems,
  summary:
    `${seen.cuts} cuts in ${seen.recordings} recordings (${seen.useless} more were of no use) of ${seen.steps} writes and ` +
    `syncs: ${problems.length} problems with ` +
    `${seen.acknowledged} acknowledged writes and ${seen.sends} sends looked for, and at ${seen.replayCuts} cuts after ` +
    `writes that a kill had left unsynced were repeated; seed ${seed}. ` +
    `Self-test: NORMAL lost rows at ${normal.withLoss} of ${rawCuts} cuts, FULL at ${full.withLoss}.`,
})

async function judgeFolder(folder: string, count: number, cutSeed: number): Promise<void> {
  const recording = await readRecording(folder)
  seen.recordings += 1
  seen.steps += recording.steps.length
  await judgeCuts(recording, count, seededRandom(cutSeed))
}

/** Walks through the recording once and cuts at the moments drawn, half of them right after something was said. */
async function judgeCuts({ history, steps, database }: Recording, count: number, random: Random): Promise<void> {
  const spoken = steps.flatMap((step, index) => (step.did === 'say' && meansSomething(step.text) ? [index] : []))
  const moments = Array.from({ length: count }, (_, index) =>
    index % 2 === 0 || spoken.length === 0 ? random.below(steps.length) : random.pick(spoken),
  ).sort((a, b) => a - b)
  const model = new DiskModel()
  const answered = new Set<string>()
  const sent = new Map<string, number>()
  let next = 0
  for (const [index, step] of steps.entries()) {
    model.apply(step)
    if (step.did === 'say') hear(step.text, answered, sent)
    while (moments[next] === index) {
      next += 1
      const file = restore(model.afterPowerLoss(random), join(workplace, 'image'), database)
      const faults = await faultsOr(() => faultsAfterLoss(file, history, { answered, sent }))
      problems.push(...faults.map((fault) => `cut after step ${index}: ${fault}`))
      seen.cuts += 1
    }
  }
  seen.acknowledged += history.writes.filter(({ requestIds }) => requestIds.some((id) => answered.has(id))).length
  seen.sends += [...sent.values()].reduce((sum, times) => sum + times, 0)
}

/** A store that does not open is a fault too. */
async function faultsOr(judge: () => Promise<string[]>): Promise<string[]> {
  try {
    return await judge()
  } catch (error) {
    return [`the store does not open: ${String(error)}`]
  }
}

function meansSomething(text: string): boolean {
  return text.startsWith('HTTP/1.1 2') || sentIdIn(text) !== null
}

function hear(text: string, answered: Set<string>, sent: Map<string, number>): void {
  if (text.startsWith('HTTP/1.1 2')) {
    const [, requestId] = /^x-request-id: (\S+)/im.exec(text) ?? []
    if (requestId !== undefined) answered.add(requestId)
  }
  const id = sentIdIn(text)
  if (id !== null) sent.set(id, (sent.get(id) ?? 0) + 1)
}

/** The id of a message that begins here: a mail by its Message-ID, a request by the key that its receiver knows it by. */
function sentIdIn(text: string): string | null {
  const [, mailed] = /^Message-ID: <((?:sub|ntf)_[^@>]+)@/im.exec(text) ?? []
  if (mailed !== undefined) return mailed
  if (!text.startsWith('POST /')) return null
  return /^(?:webhook-id|idempotency-key): ((?:sub|ntf|evt)_\w+)/im.exec(text)?.[1] ?? null
}
