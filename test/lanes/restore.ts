/**
 * Backups at random moments of a server under writes, and restores of an older one after its messages went out, some cut
 * off in the middle. No backup is torn, each holds a prefix of what was acknowledged; a restored server sends nothing before
 * its quarantine is lifted, and afterwards whatever comes twice is told.
 *
 *   pnpm run lane:restore [--restores 10] [--seed 1]
 */
import { cpSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { databaseFile } from '../../packages/server/src/edge/data-folder.ts'
import { backUpSqliteStore } from '../../packages/server/src/storage/sqlite/backup.ts'
import { openQuarantineDesk } from '../../packages/server/src/storage/sqlite/quarantine-desk.ts'
import { restoreSqliteStore } from '../../packages/server/src/storage/sqlite/restore.ts'
import { installFailpoints, restoreFailpointNames } from '../../packages/server/src/testing/failpoints.ts'
import { seededRandom } from './support/random.ts'
import { conclude, option } from './support/report.ts'
import { judgeBackup, judgeSends, type TakenBackup } from './support/restore-judge.ts'
import { furnish, type Life, startLife, type World, type Writer, work } from './support/restore-life.ts'
import { startReceivers } from './support/restore-receivers.ts'

const restores = option('restores', 10)
const seed = option('seed', 1)
const random = seededRandom(seed)
const folder = await mkdtemp(join(tmpdir(), 'entrygo-restore-lane-'))
const bearer = 'token-of-the-lane'
let offset = 0
const now = (): number => Date.now() + offset
const receivers = await startReceivers({ folder: join(folder, 'broker'), random, bearer, now })
const world: World = { receivers, random, bearer, now }
const problems: string[] = []
const seen = { backups: 0, cuts: 0, exports: 0, twice: 0, executedLater: 0 }

const missed = await round(-1, 'put back by hand')
if (missed.length === 0) problems.push('self-test: nothing was noticed when a backup was put back without a restore')
for (let number = 0; number < restores; number += 1) problems.push(...(await round(number, 'restored')))

await receivers.close()
await rm(folder, { recursive: true })
conclude({
  lane: 'lane restore',
  repeat: `pnpm run lane:restore --restores ${restores} --seed ${seed}`,
  problems,
  summary:
    `${seen.backups} backups under writes, ${restores} restores, ${seen.cuts} of them cut off first; ${seen.exports} exports, ` +
    `${seen.executedLater} executed after the lift; ${seen.twice} messages came twice and were told.`,
})

/** A life of which a backup is made, its end, and the life that is restored; answers what was wrong. */
async function round(number: number, manner: 'restored' | 'put back by hand'): Promise<string[]> {
  const dataDir = join(folder, `round-${number}`)
  await mkdir(dataDir)
  const found: string[] = []
  const life = await startLife(dataDir, world)
  const backup = await backUpUnderWrites(life, dataDir, found)
  await pause(random.below(400))
  await life.end()
  offset += 60_000
  if (manner === 'restored') await restored(backup, dataDir, found)
  else putBack(backup, dataDir)
  const next = await startLife(dataDir, world)
  found.push(...(await sendsNothing(next)))
  if (manner === 'restored') {
    await lift(dataDir)
    await executeSome(next)
    await comesToRest(next)
    const judged = await judgeSends(next, receivers)
    found.push(...judged.problems)
    seen.exports += judged.exports
    seen.twice += judged.twice
  }
  await next.end()
  return found.map((problem) => `restore ${number}: ${problem}`)
}

/** Three backups while three writers write; answers one of them. */
async function backUpUnderWrites(life: Life, dataDir: string, found: string[]): Promise<string> {
  const place = await furnish(life, world)
  const writers: Writer[] = ['A', 'B', 'C'].map((name) => ({ name, begun: 0, acknowledged: 0 }))
  let isOver = false
  const working = writers.map((writer) => work(life, place, { writer, random, isOver: () => isOver }))
  const backups: TakenBackup[] = []
  for (const name of ['one', 'two', 'three']) {
    await pause(60 + random.below(200))
    const least = writers.map(({ acknowledged }) => acknowledged)
    const file = join(dataDir, `${name}.backup`)
    await backUpSqliteStore({ file: join(dataDir, databaseFile), to: file, at: now() })
    backups.push({ file, least, most: writers.map(({ begun }) => begun) })
  }
  await pause(random.below(200))
  isOver = true
  await Promise.all(working)
  seen.backups += backups.length
  for (const backup of backups) found.push(...judgeBackup(backup, writers))
  return random.pick(backups).file
}

/** Half of them are cut off at a moment of their own; then no server starts on what is left, unless it is the old store. */
async function restored(backup: string, dataDir: string, found: string[]): Promise<void> {
  const wish = { backup, file: join(dataDir, databaseFile), replaces: true, at: now() }
  if (random.chance(0.5)) {
    const moment = random.pick(restoreFailpointNames)
    installFailpoints((name) => {
      if (name === moment) throw new Error('cut off')
    })
    await restoreSqliteStore(wish).catch(() => undefined)
    installFailpoints(null)
    seen.cuts += 1
    const isHeld = moment !== 'restore.prepared' && moment !== 'restore.done'
    if (isHeld && (await starts(dataDir))) found.push(`a server started after a restore was cut off at ${moment}`)
  }
  await restoreSqliteStore(wish)
}

async function starts(dataDir: string): Promise<boolean> {
  try {
    const life = await startLife(dataDir, world)
    await life.end()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'RESTORE_UNFINISHED') return false
    throw error
  }
}

/** What somebody does who does not know of restore. */
function putBack(backup: string, dataDir: string): void {
  const file = join(dataDir, databaseFile)
  cpSync(backup, file)
  const database = new DatabaseSync(file)
  database.exec("DELETE FROM meta WHERE key = 'backup_of'")
  database.close()
}

async function plannedExports({ server, accountId }: Life): Promise<string[]> {
  const exports = await server.ports.store.listExports(accountId, { limit: 100_000 })
  return exports.filter(({ export: { status } }) => status === 'planned').map(({ export: { id } }) => id)
}

function executed({ api, accountId }: Life, batchId: string): Promise<number> {
  const body = { accountId, batchId }
  return api.call({ method: 'POST', path: '/api/exports/execute', body }).then(({ status }) => status)
}

async function sendsNothing(life: Life): Promise<string[]> {
  const before = receivers.total()
  await pause(60)
  offset += 7_200_000
  await pause(100)
  const [planned] = await plannedExports(life)
  const status = planned === undefined ? 503 : await executed(life, planned)
  await pause(40)
  return [
    ...(receivers.total() > before ? [`${receivers.total() - before} messages left before the lift`] : []),
    ...(status === 503 ? [] : [`execute answered ${status} before the lift`]),
  ]
}

async function lift(dataDir: string): Promise<void> {
  const desk = await openQuarantineDesk({ file: join(dataDir, databaseFile) })
  await desk.lift()
  desk.close()
}

/** Of what was planned before the backup, and partly executed in the life that is lost. */
async function executeSome(life: Life): Promise<void> {
  for (const batchId of await plannedExports(life)) {
    if (random.chance(0.2)) continue
    if ((await executed(life, batchId)) === 201) seen.executedLater += 1
  }
}

/** Time passes in steps of a minute until nothing waits; what then still does is for the judge. */
async function comesToRest({ server }: Life): Promise<void> {
  const { store } = server.ports
  const deadline = Date.now() + 60_000
  for (let quiet = 0; quiet < 5 && Date.now() < deadline; ) {
    await pause(25)
    offset += 60_000
    const isDue = (await store.nextEffectAt()) !== null || (await store.lapsedEffects(now(), 1)).length > 0
    const isUnderWay = (await store.expiredEffects(now() + 86_400_000, 1)).length > 0
    const isQuiet = !isDue && !isUnderWay
    quiet = isQuiet ? quiet + 1 : 0
  }
}
