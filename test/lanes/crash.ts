/**
 * Kills the server with SIGKILL at every named failpoint and at random moments while clients write, starts it again on the
 * same data and judges what it finds: no acknowledged write is lost, no repeated write acts twice, nobody is told twice
 * without a recorded unknown attempt, and everything that was begun comes to an end by itself.
 *
 *   pnpm run lane:crash [--kills 300] [--seed 1] [--workers 8] [--life 500]
 *
 * Brokers, warehouse and endpoint live in this process and survive the kills; they lose a fifth of their answers. Each life
 * begins later than the one before ended, so that retries fall due and keys of the broker run out.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Export } from '@entrygo/sdk/contract'
import type { FailpointName } from '../../packages/server/src/testing/failpoints.ts'
import { type Api, connect } from './support/api.ts'
import { bundleCrashServer } from './support/crash-bundle.ts'
import { type CrashChild, openNursery } from './support/crash-child.ts'
import { changeEndpoints, createEndpoints } from './support/crash-endpoints.ts'
import { figuresOf, summaryOf } from './support/crash-figures.ts'
import { createHistory, judgeReplays, Refused, settle } from './support/crash-history.ts'
import { arrivalsAt, faultsOfExport, faultsOfOrder, packagesOf } from './support/crash-judge.ts'
import {
  findRefused,
  furnish,
  keyedBroker,
  type Life,
  liveUntilKilled,
  type Place,
  sendAgain,
  setProfile,
} from './support/crash-life.ts'
import { type CrashStart, faultsOfMigration } from './support/crash-migration.ts'
import { comesAfterDoubt, createMoments, pauseBefore } from './support/crash-moments.ts'
import { startReceivers } from './support/crash-receivers.ts'
import { exportsAtRest, waitingEndpoints } from './support/crash-rest.ts'
import { copyLeanRulePack } from './support/crash-rule-pack.ts'
import { seededRandom } from './support/random.ts'
import { conclude, option } from './support/report.ts'

const kills = option('kills', 300)
const seed = option('seed', 1)
const workers = option('workers', 8)
/** Milliseconds for which a life lasts that does not end at a failpoint, and up to 200 more. */
const lifeMs = option('life', 500)
/** A life that waits for its moment goes on until the clients have had so many answers, however slow the machine is. */
const answersOfLife = 30
const longestLifeMs = 10_000
const fewestHits = 3
const killsBetweenWords = 250
/** With fewer kills chance decides which moments are reached. With as many a run goes on by a fifth for the rare ones. */
const killsToReachAll = 300

const random = seededRandom(seed)
const moments = createMoments(random, fewestHits)
const folder = await mkdtemp(join(tmpdir(), 'entrygo-crash-'))
const dataDir = join(folder, 'data')
const rulePack = join(folder, 'rule-pack')
const secrets = { bearer: 'crash-lane-bearer', signingSecret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` }
let offsetMs = 0
const endpoints = createEndpoints()
const receivers = await startReceivers({
  ...{ ...secrets, random: seededRandom(seed + 1), now: () => Date.now() + offsetMs, keyWindowMs: 60_000, endpoints },
  folder: join(folder, 'borderbuddy'),
})
await copyLeanRulePack(rulePack)
const program = await bundleCrashServer()
const nursery = openNursery(program)
const history = createHistory()
const problems: string[] = []
let serial = 0
/** How many writes there were when the life before began: each life repeats those of the one before, the last one all. */
let lastBirth = 0
let refusedExports: string[] = []
let nextWord = killsBetweenWords
const run = { moments, history, receivers, problems }

for (const failpoint of ['migration.applied', 'migration.versioned'] as const) {
  problems.push(...(await faultsOfMigration(failpoint, { folder, rounds: fewestHits, start })))
  moments.met(failpoint, fewestHits)
}
const place = await firstLife()
let killed = 0
while (killed < kills || (isAnyRare() && killed < kills * 1.2)) {
  const failpoint = moments.next(killed)
  if (comesAfterDoubt(failpoint)) {
    await doubtfulLife()
    killed += 1
  }
  await oneLife(failpoint)
  killed += 1
  if (killed >= nextWord) {
    console.error(`after ${killed} kills: ${figuresOf(run)}`)
    nextWord += killsBetweenWords
  }
}
receivers.behave()
const exports = await lastLife()
await nursery.close()
await program.remove()
await receivers.close()
if (problems.length === 0) await rm(folder, { recursive: true })
else console.error(`What the server left is kept in ${folder}.`)
conclude({
  lane: 'lane crash',
  repeat: `pnpm run lane:crash --kills ${kills} --seed ${seed} --workers ${workers} --life ${lifeMs}`,
  problems: [...problems, ...missedFailpoints()],
  summary: summaryOf(run, { kills: killed, exports, fewestHits }),
})

async function firstLife(): Promise<Place> {
  const child = await startUnharmed()
  const api = connect(child)
  const { webhookSecrets, ...furnished } = await furnish(api, child.accountId, { receivers, secrets, endpoints })
  receivers.trust(webhookSecrets)
  api.close()
  await child.stop()
  return furnished
}

/** Settles what the last kill left in doubt, lives on, and dies: at the failpoint, else after a while. */
async function oneLife(failpoint: FailpointName | null): Promise<void> {
  offsetMs += pauseBefore(failpoint, random)
  settleMoves()
  const hit = failpoint === null ? 1 : moments.depthOf(failpoint)
  const child = await start({ failpoint: failpoint === null ? null : `${failpoint}:${hit}` })
  if (child !== null) {
    const api = connect(child)
    const load = busy(api, failpoint)
    const isOver = await Promise.race([child.ended.then(() => true), lived(failpoint).then(() => false)])
    if (!isOver) await child.kill()
    await load
    api.close()
    if (isOver) moments.met(failpoint)
  } else moments.met(failpoint)
}

/** A move that is done only now finds messages on their way to where the endpoint was. */
function settleMoves(): void {
  if (![...history.open].some(({ operation }) => operation === 'registerWebhook')) endpoints.settleMoves()
}

/** Resolves when a life has lasted long enough. */
async function lived(failpoint: FailpointName | null): Promise<void> {
  await sleep(lifeMs + random.below(200))
  if (failpoint === null) return
  const enough = history.acknowledged() + answersOfLife
  for (let ms = lifeMs; ms < longestLifeMs && history.acknowledged() < enough; ms += 100) await sleep(100)
}

/** Hands exports to the broker with keys, hears nothing back, and dies. */
async function doubtfulLife(): Promise<void> {
  const child = await startUnharmed()
  receivers.loseBrokerReplies(true)
  const api = connect(child)
  const brokerIds = place.brokerIds.slice(keyedBroker, keyedBroker + 1)
  const life = { ...lifeWith(api), place: { ...place, brokerIds } }
  const load = Promise.all(Array.from({ length: 2 }, () => liveUntilKilled(life)))
  const effects = receivers.borderBuddy.effects().length
  for (let ms = 0; ms < longestLifeMs && receivers.borderBuddy.effects().length < effects + 2; ms += 20) await sleep(20)
  await child.kill()
  await load
  api.close()
  receivers.loseBrokerReplies(false)
}

async function busy(api: Api, failpoint: FailpointName | null): Promise<void> {
  try {
    problems.push(...(await settle(api, history)))
    problems.push(...(await judgeReplays(api, history.all.slice(lastBirth))))
    lastBirth = history.all.length
    const life = { ...lifeWith(api), seeks: failpoint }
    if (failpoint === 'resend.prepared') await lookForRefused(api)
    // Before anybody plans: a profile that changes between plan and execute makes the plan stale.
    if (failpoint === 'apply.profile' || random.chance(0.2)) await setProfile(api, place.accountId, life.name())
    await Promise.all([
      ...Array.from({ length: workers }, () => liveUntilKilled(life)),
      sendAgain(life, refusedExports.splice(0, 3)).catch(() => undefined),
      changeEndpoints(life).catch(keepRefusal),
      random.chance(0.2) ? lookForRefused(api).catch(() => undefined) : undefined,
    ])
  } catch {
    // The connection broke: the life is over.
  }
}

async function lookForRefused(api: Api): Promise<void> {
  refusedExports = await findRefused(api)
}

function keepRefusal(error: unknown): void {
  if (error instanceof Refused) problems.push(error.message)
}

function lifeWith(api: Api): Life {
  const name = (): string => {
    serial += 1
    return `C${seed}-${serial}`
  }
  return { api, place, random, history, endpoints, problems, name, seeks: null }
}

/** Time passes until nothing is under way any more; then every promise is judged. */
async function lastLife(): Promise<Export[]> {
  const child = await startUnharmed()
  const api = connect(child)
  problems.push(...(await settle(api, history)))
  problems.push(...(await judgeReplays(api, history.all)))
  const { packages, doubled } = packagesOf(history.all)
  const { found, restless } = await exportsAtRest([...packages.keys()], {
    ...{ api, receivers },
    pass: (ms) => {
      offsetMs += ms
      child.setOffset(offsetMs)
    },
  })
  problems.push(...doubled, ...restless, ...(await waitingEndpoints(api)))
  const arrivals = arrivalsAt(receivers)
  for (const one of found) problems.push(...faultsOfExport(one, packages.get(one.exportId) ?? '', arrivals))
  for (const hooks of [receivers.hooks, receivers.movedHooks]) problems.push(...faultsOfOrder(found, hooks))
  problems.push(...receivers.forgeries)
  api.close()
  await child.stop()
  return found
}

async function startUnharmed(): Promise<CrashChild> {
  const child = await start({ failpoint: null })
  if (child === null) throw new Error('The server died without a failpoint.')
  return child
}

function start(wanted: CrashStart): Promise<CrashChild | null> {
  const { failpoint, in: where = dataDir } = wanted
  return nursery.start({ dataDir: where, rulePack, smtpPort: receivers.smtpPort, offsetMs, failpoint })
}

function isAnyRare(): boolean {
  return kills >= killsToReachAll && moments.count().rare.length > 0
}

function missedFailpoints(): string[] {
  if (kills < killsToReachAll) return []
  return moments.count().rare.map((name) => `a failpoint was met less than ${fewestHits} times: ${name}`)
}
