/**
 * Kills the server with SIGKILL at every named failpoint and at random moments while clients write, starts it again on the
 * same data and judges what it finds: no acknowledged write is lost, no repeated write acts twice, nobody is told twice
 * without a recorded unknown attempt, and everything that was begun comes to an end by itself.
 *
 *   pnpm run lane:crash [--kills 300] [--seed 1] [--workers 8]
 *
 * Brokers, warehouse and endpoint live in this process and survive the kills; they lose a fifth of their answers. Each life
 * begins later than the one before ended, so that retries fall due and keys of the broker run out.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Export } from '@entrygo/sdk/contract'
import { type FailpointName, failpointNames } from '../../packages/server/src/testing/failpoints.ts'
import { type Api, connect } from './support/api.ts'
import { type CrashChild, startChild } from './support/crash-child.ts'
import { judgeReplays, settle, type Written } from './support/crash-history.ts'
import { arrivalsAt, faultsOfExport, faultsOfOrder } from './support/crash-judge.ts'
import {
  furnish,
  keyedBroker,
  type Life,
  liveUntilKilled,
  type Place,
  sendAgain,
  setProfile,
} from './support/crash-life.ts'
import { comesAfterDoubt, createMoments } from './support/crash-moments.ts'
import { startReceivers } from './support/crash-receivers.ts'
import { exportsAtRest } from './support/crash-rest.ts'
import { seededRandom } from './support/random.ts'
import { conclude, option } from './support/report.ts'

const kills = option('kills', 300)
const seed = option('seed', 1)
const workers = option('workers', 8)
const lifeMs = 500
/** A life that waits for its moment goes on until the clients have had so many answers, however slow the machine is. */
const answersOfLife = 30
const longestLifeMs = 4_000
const fewestHits = 3
/** With fewer kills chance decides which moments are reached, and the summary tells how many were. */
const killsToReachAll = 600

const random = seededRandom(seed)
const moments = createMoments(random, fewestHits)
const folder = await mkdtemp(join(tmpdir(), 'entrygo-crash-'))
const dataDir = join(folder, 'data')
const secrets = { bearer: 'crash-lane-bearer', signingSecret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` }
let offsetMs = 0
const receivers = await startReceivers({
  ...{ ...secrets, random: seededRandom(seed + 1), now: () => Date.now() + offsetMs, keyWindowMs: 60_000 },
  folder: join(folder, 'borderbuddy'),
})
const written: Written[] = []
const problems: string[] = []
let serial = 0
let refusedExports: string[] = []

moments.met('migration.applied', await survivesMigration('migration.applied'))
moments.met('migration.versioned', await survivesMigration('migration.versioned'))
const place = await firstLife()
for (let kill = 0; kill < kills; kill += 1) {
  const failpoint = moments.next(kill)
  if (comesAfterDoubt(failpoint)) {
    await doubtfulLife()
    kill += 1
  }
  await oneLife(failpoint)
}
receivers.behave()
const exports = await lastLife()
await receivers.close()
await rm(folder, { recursive: true })
conclude({
  lane: 'lane crash',
  repeat: `pnpm run lane:crash --kills ${kills} --seed ${seed} --workers ${workers}`,
  problems: [...problems, ...missedFailpoints()],
  summary: summary(exports),
})

/** A crash in the middle of the first start leaves a folder on which the next start serves. */
async function survivesMigration(failpoint: FailpointName): Promise<number> {
  for (let round = 0; round < fewestHits; round += 1) {
    const fresh = join(folder, `${failpoint}-${round}`)
    if ((await start({ failpoint: `${failpoint}:${round + 1}`, in: fresh })) !== null)
      problems.push(`${failpoint}:${round + 1} was not reached`)
    const again = await start({ failpoint: null, in: fresh })
    await again?.stop()
  }
  return fewestHits
}

async function firstLife(): Promise<Place> {
  const child = await start({ failpoint: null })
  if (child === null) throw new Error('The server died without a failpoint.')
  const api = connect(child)
  const { webhookSecret, ...furnished } = await furnish(api, child.accountId, { receivers, secrets })
  receivers.trust(webhookSecret)
  api.close()
  await child.stop()
  return furnished
}

/** Settles what the last kill left in doubt, lives on, and dies: at the failpoint, else after a while. */
async function oneLife(failpoint: FailpointName | null): Promise<void> {
  offsetMs += pauseBefore(failpoint)
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

/** Resolves when a life has lasted long enough. */
async function lived(failpoint: FailpointName | null): Promise<void> {
  await sleep(lifeMs + random.below(200))
  if (failpoint === null) return
  const enough = acknowledged() + answersOfLife
  for (let ms = lifeMs; ms < longestLifeMs && acknowledged() < enough; ms += 100) await sleep(100)
}

function acknowledged(): number {
  return written.filter(({ answer }) => answer !== null).length
}

/** Hands exports to the broker with keys, hears nothing back, and dies. */
async function doubtfulLife(): Promise<void> {
  const child = await start({ failpoint: null })
  if (child === null) throw new Error('The server died without a failpoint.')
  receivers.loseBrokerReplies(true)
  const api = connect(child)
  const brokerIds = place.brokerIds.slice(keyedBroker, keyedBroker + 1)
  const life = { ...lifeWith(api), place: { ...place, brokerIds } }
  const load = Promise.all(Array.from({ length: 2 }, () => liveUntilKilled(life)))
  await sleep(lifeMs)
  await child.kill()
  await load
  api.close()
  receivers.loseBrokerReplies(false)
}

/** Mostly past the second attempt of a round; now and then past the window of the broker's keys, so that it is asked. */
function pauseBefore(failpoint: FailpointName | null): number {
  return comesAfterDoubt(failpoint) || random.chance(0.1) ? 400_000 : random.below(12_000)
}

async function busy(api: Api, failpoint: FailpointName | null): Promise<void> {
  try {
    problems.push(...(await settle(api, written)))
    problems.push(...(await judgeReplays(api, written.slice(-40))))
    const life = { ...lifeWith(api), seeks: failpoint }
    if (failpoint === 'resend.prepared') await lookForRefused(api)
    // Before anybody plans: a profile that changes between plan and execute makes the plan stale.
    await setProfile(api, place.accountId, life.name())
    await Promise.all([
      ...Array.from({ length: workers }, () => liveUntilKilled(life)),
      sendAgain(life, refusedExports.splice(0, 3)).catch(() => undefined),
      lookForRefused(api).catch(() => undefined),
    ])
  } catch {
    // The connection broke: the life is over.
  }
}

function lifeWith(api: Api): Life {
  const name = (): string => {
    serial += 1
    return `C${seed}-${serial}`
  }
  return { api, place, random, written, problems, name, seeks: null }
}

/** What the next life sends again. */
async function lookForRefused(api: Api): Promise<void> {
  const answer = await api.call({ method: 'GET', path: '/api/exports?state=needs_action&limit=20' })
  if (answer.status !== 200) return
  const { data }: { data: readonly { exportId: string }[] } = JSON.parse(answer.text)
  refusedExports = data.map(({ exportId }) => exportId)
}

/** Time passes until nothing is under way any more; then every promise is judged. */
async function lastLife(): Promise<Export[]> {
  const child = await start({ failpoint: null })
  if (child === null) throw new Error('The server died without a failpoint.')
  const api = connect(child)
  problems.push(...(await settle(api, written)))
  problems.push(...(await judgeReplays(api, written)))
  const executed = executedExports()
  const { found, restless } = await exportsAtRest([...executed.keys()], {
    ...{ api, receivers },
    pass: (ms) => {
      offsetMs += ms
      child.setOffset(offsetMs)
    },
  })
  problems.push(...restless)
  const arrivals = arrivalsAt(receivers)
  for (const one of found) problems.push(...faultsOfExport(one, executed.get(one.exportId) ?? '', arrivals))
  problems.push(...faultsOfOrder(found, receivers), ...receivers.forgeries)
  api.close()
  await child.stop()
  return found
}

function executedExports(): Map<string, string> {
  const executed = new Map<string, string>()
  for (const { operation, answer } of written) {
    if (operation !== 'executeExport' || answer === null || answer.status >= 300) continue
    const { exportId, customs_package_id } = JSON.parse(answer.text)
    const before = executed.get(exportId)
    if (before !== undefined && before !== customs_package_id) problems.push(`${exportId} was given two packages`)
    executed.set(exportId, customs_package_id)
  }
  return executed
}

function start(wanted: { readonly failpoint: string | null; readonly in?: string }): Promise<CrashChild | null> {
  const order = { dataDir: wanted.in ?? dataDir, smtpPort: receivers.smtpPort, offsetMs, failpoint: wanted.failpoint }
  return startChild(order, join(folder, 'compile-cache'))
}

function missedFailpoints(): string[] {
  if (kills < killsToReachAll) return []
  return moments.count().rare.map((name) => `a failpoint was met less than ${fewestHits} times: ${name}`)
}

function summary(found: readonly Export[]): string {
  const inDoubt = written.filter(({ wasInDoubt }) => wasInDoubt).length
  const { names, times, rare } = moments.count()
  return (
    `${kills} kills, ${times} of them at ${names} of ${failpointNames.length} failpoints, ${rare.length} of which were met less than ${fewestHits} times${rare.length > 0 && rare.length < 13 ? ` (${rare.join(', ')})` : ''}; ${acknowledged()} acknowledged writes, ${inDoubt} in doubt at a kill; ` +
    `${found.length} executed exports; ${receivers.mails.length} mails, ${receivers.hooks.length} webhooks, ` +
    `${receivers.borderBuddy.effects().length} effects at the broker with keys.`
  )
}
