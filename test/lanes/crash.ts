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
import { startReceivers } from './support/crash-receivers.ts'
import { seededRandom } from './support/random.ts'
import { conclude, option } from './support/report.ts'

const kills = option('kills', 300)
const seed = option('seed', 1)
const workers = option('workers', 8)
const lifeMs = 500
const fewestHits = 3
/** With fewer kills chance decides which moments are reached, and the summary tells how many were. */
const killsToReachAll = 600
/** The schedule of one round ends after three days, and questions after as much again. */
const hoursAtTheEnd = [0.1, 1, 3, 6, 12, 16, 22, ...Array.from({ length: 16 }, () => 26)]

const random = seededRandom(seed)
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
const hits = new Map<FailpointName, number>()
const tried = new Map<FailpointName, number>()
let serial = 0
let refusedExports: string[] = []

hits.set('migration.applied', await survivesMigration('migration.applied'))
hits.set('migration.versioned', await survivesMigration('migration.versioned'))
const place = await firstLife()
for (let kill = 0; kill < kills; kill += 1) {
  const failpoint = nextFailpoint(kill)
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
  const hit = failpoint === null ? 1 : depthOf(failpoint)
  const child = await start({ failpoint: failpoint === null ? null : `${failpoint}:${hit}` })
  if (child !== null) {
    const api = connect(child)
    const load = busy(api, failpoint)
    const patience = comesAfterDoubt(failpoint) ? 2 * lifeMs : lifeMs
    const isOver = await Promise.race([child.ended.then(() => true), sleep(patience + random.below(200), false)])
    if (!isOver) await child.kill()
    await load
    api.close()
    if (isOver) count(failpoint)
  } else count(failpoint)
}

/** The first time at once, later ever deeper into a life; what was missed is waited for at its first time again. */
function depthOf(failpoint: FailpointName): number {
  const met = hits.get(failpoint) ?? 0
  const missed = (tried.get(failpoint) ?? 0) - met > 1
  return missed ? 1 : 1 + random.below(1 + Math.min(5, met))
}

/** Moments that only a delivery in doubt reaches, after its key has run out. */
function comesAfterDoubt(failpoint: FailpointName | null): boolean {
  return failpoint?.startsWith('lapse.') === true || failpoint?.startsWith('query.') === true
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
  const found = await settledExports(api, child, [...executed.keys()])
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

async function settledExports(api: Api, child: CrashChild, ids: readonly string[]): Promise<Export[]> {
  const settled = new Map<string, Export>()
  for (const hours of hoursAtTheEnd) {
    offsetMs += hours * 3_600_000
    child.setOffset(offsetMs)
    for (let quiet = 0; quiet < 3; ) {
      const before = receivers.mails.length + receivers.hooks.length + receivers.borderBuddy.effects().length
      await sleep(400)
      quiet =
        receivers.mails.length + receivers.hooks.length + receivers.borderBuddy.effects().length === before
          ? quiet + 1
          : 0
    }
    for (const id of ids) {
      if (settled.has(id)) continue
      const found: Export = JSON.parse((await api.call({ method: 'GET', path: `/api/exports/${id}` })).text)
      if (isAtRest(found)) settled.set(id, found)
    }
    if (settled.size === ids.length) break
  }
  for (const id of ids) if (!settled.has(id)) problems.push(`${id} does not come to rest`)
  return [...settled.values()]
}

function isAtRest({ state, notifications }: Export): boolean {
  const isPending = ({ status }: { readonly status: string }): boolean => status === 'prepared' || status === 'sending'
  return state !== 'handing_off' && !notifications.some(isPending)
}

function start(wanted: { readonly failpoint: string | null; readonly in?: string }): Promise<CrashChild | null> {
  const order = { dataDir: wanted.in ?? dataDir, smtpPort: receivers.smtpPort, offsetMs, failpoint: wanted.failpoint }
  return startChild(order, join(folder, 'compile-cache'))
}

/** Of the failpoints the one that was hit least; every tenth kill comes at no particular moment. */
function nextFailpoint(kill: number): FailpointName | null {
  if (kill % 10 === 9) return null
  // A moment that is hard to reach must not eat up the lives of the others.
  const cost = (name: FailpointName): number => (hits.get(name) ?? 0) + (tried.get(name) ?? 0) / 4
  const name = failpointNames.toSorted((a, b) => cost(a) - cost(b))[0]
  if (name !== undefined) tried.set(name, (tried.get(name) ?? 0) + 1)
  return name ?? null
}

function count(failpoint: FailpointName | null): void {
  if (failpoint !== null) hits.set(failpoint, (hits.get(failpoint) ?? 0) + 1)
}

function missedFailpoints(): string[] {
  return failpointNames.flatMap((name) => {
    const times = hits.get(name) ?? 0
    return times >= fewestHits || kills < killsToReachAll ? [] : [`failpoint ${name} was hit ${times} times only`]
  })
}

function summary(found: readonly Export[]): string {
  const acknowledged = written.filter(({ answer }) => answer !== null).length
  const inDoubt = written.filter(({ wasInDoubt }) => wasInDoubt).length
  const rare = failpointNames.filter((name) => (hits.get(name) ?? 0) < fewestHits).length
  const atFailpoints = [...hits.values()].reduce((sum, times) => sum + times, 0)
  return (
    `${kills} kills, ${atFailpoints} of them at ${hits.size} of ${failpointNames.length} failpoints, ${rare} of which were met less than ${fewestHits} times; ${acknowledged} acknowledged writes, ${inDoubt} in doubt at a kill; ` +
    `${found.length} executed exports; ${receivers.mails.length} mails, ${receivers.hooks.length} webhooks, ` +
    `${receivers.borderBuddy.effects().length} effects at the broker with keys.`
  )
}
