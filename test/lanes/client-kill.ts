/**
 * Kills real `entrygo` processes with SIGKILL at random points, in the middle of an answer included, while a proxy loses and
 * delays answers. Then `entrygo resume`, or the same command line once more, has to finish what was begun: exactly one
 * export each time, one customs package, one submission, one key for each write, and nothing left in the journal.
 *
 *   pnpm run lane:client-kill [--kills 200] [--seed 1] [--workers 3]
 *
 * At the end the same is done without the journal, and the lane has to see the doubles.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEntryGo } from '@entrygo/sdk'
import { faultsOf, isDone, leftBy } from './support/client-judge.ts'
import {
  beginLife,
  journalHolds,
  type Life,
  type LifeCommand,
  type LifeWorld,
  lifeCommands,
  pendingOf,
  randomStrike,
  type Strike,
  startAndStrike,
} from './support/client-life.ts'
import type { Ended } from './support/client-process.ts'
import { startDev } from './support/dev-server.ts'
import { seededRandom } from './support/random.ts'
import { conclude, mailsBySubmission, option } from './support/report.ts'

const kills = option('kills', 200)
const seed = option('seed', 1)
const workers = option('workers', 3)
const random = seededRandom(seed)
const started = performance.now()
const problems: string[] = []
const byCommand: Record<LifeCommand, number> = { run: 0, sync: 0, plan: 0, execute: 0 }
const seen = { killed: 0, midAnswer: 0, again: 0, endedBefore: 0, resumed: 0, rerun: 0, restarted: 0 }

const folder = await mkdtemp(join(tmpdir(), 'entrygo-client-kill-'))
const dev = await startDev(join(folder, 'data'))
const world: LifeWorld = {
  dev,
  client: createEntryGo({ baseUrl: dev.url, apiKey: dev.apiKey }),
  folder,
  orders: await readFile(join(folder, 'data', 'orders.example.json'), 'utf8'),
  shipment: join(folder, 'data', 'shipment.example.json'),
  compileCache: join(folder, 'compile-cache'),
}

const known = await uninterrupted()
let next = 0
await Promise.all(Array.from({ length: workers }, () => worker()))
await judgeMails()
const doubled = await withoutJournal()
await dev.stop()
await rm(folder, { recursive: true })
conclude({
  lane: 'lane client-kill',
  repeat: `pnpm run lane:client-kill --kills ${kills} --seed ${seed} --workers ${workers}`,
  problems,
  summary: summary(),
})

/** How long each command takes and how many requests it sends when nobody kills it. */
async function uninterrupted(): Promise<Readonly<Record<LifeCommand, { ms: number; requests: number }>>> {
  const found: Record<LifeCommand, { ms: number; requests: number }> = {
    run: { ms: 0, requests: 0 },
    sync: { ms: 0, requests: 0 },
    plan: { ms: 0, requests: 0 },
    execute: { ms: 0, requests: 0 },
  }
  // The first start of all fills the compile cache.
  for (const command of ['sync', ...lifeCommands] as const) {
    const life = await beginLife(world, { name: `CALM${found.sync.requests}-${command}`, command, random })
    const from = performance.now()
    const ended = await startAndStrike(life, life.argv, null)
    found[command] = { ms: performance.now() - from, requests: life.proxy.count }
    problems.push(...(await faultsAtTheEnd(life, ended)))
    await life.proxy.close()
  }
  return found
}

async function worker(): Promise<void> {
  while (next < kills) {
    const name = `KILL${next}`
    const command = random.chance(0.7) ? 'run' : random.pick(lifeCommands)
    next += 1
    byCommand[command] += 1
    await oneLife(await beginLife(world, { name, command, random: seededRandom(seed * 100_000 + next) }))
  }
}

async function oneLife(life: Life): Promise<void> {
  life.proxy.misbehave(life.random.chance(0.5))
  let ended = await struckOnce(life, life.argv)
  for (let round = 0; ended.exitCode !== 0 && round < 4; round += 1) {
    if (await journalHolds(life, dev.apiKey)) problems.push(`${life.name}: the API key lies in the journal`)
    const isPending = pendingOf(life) > 0
    if (!isPending && isDone(life, await leftBy(world.client, life))) break
    // Nothing on disk means that nothing was sent, which the judge of the keys would see.
    const argv = isPending && life.random.chance(0.5) ? ['resume', '--json'] : life.argv
    if (!isPending) seen.restarted += 1
    else if (argv === life.argv) seen.rerun += 1
    else seen.resumed += 1
    const isStruckAgain = round === 0 && life.random.chance(0.3)
    if (isStruckAgain) seen.again += 1
    else life.proxy.misbehave(false)
    ended = isStruckAgain ? await struckOnce(life, argv) : await startAndStrike(life, argv, null)
  }
  problems.push(...(await faultsAtTheEnd(life, ended)))
  await life.proxy.close()
}

async function struckOnce(life: Life, argv: readonly string[]): Promise<Ended> {
  const strike = randomStrike(life.random, known[life.command])
  const ended = await startAndStrike(life, argv, strike)
  if (!ended.wasKilled) seen.endedBefore += 1
  else {
    seen.killed += 1
    if ('moment' in strike.at && strike.at.moment === 'half through its answer') seen.midAnswer += 1
  }
  return ended
}

async function faultsAtTheEnd(life: Life, { exitCode, wasKilled, stdout, stderr }: Ended): Promise<string[]> {
  const faults = faultsOf(life, await leftBy(world.client, life))
  if (pendingOf(life) > 0) faults.push(`${life.name} (${life.command}): the journal is not empty`)
  if (!wasKilled && exitCode !== 0) {
    faults.push(
      `${life.name} (${life.command}): ended with ${exitCode}: ${stdout.slice(0, 500)}${stderr.slice(0, 300)}`,
    )
  }
  return faults
}

async function judgeMails(): Promise<void> {
  for (const [submission, mails] of await mailsBySubmission(dev.mailDir))
    if (mails.length !== 1) problems.push(`${submission} was mailed ${mails.length} times`)
}

/** Dies in the answers to plan and to execute, and is run again as somebody would who has no journal. */
async function withoutJournal(): Promise<number> {
  let count = 0
  for (const nth of [2, 4]) {
    const life = await beginLife(world, { name: `BARE${nth}`, command: 'run', random })
    const argv = [...life.argv, '--no-journal']
    const strike: Strike = { at: { nth, moment: 'half through its answer' } }
    await startAndStrike(life, argv, strike)
    await startAndStrike(life, argv, null)
    const faults = faultsOf(life, await leftBy(world.client, life))
    if (faults.some((fault) => fault.includes('2 exports instead of 1'))) count += 1
    else problems.push(`without the journal, killed in answer ${nth}, no double was seen: the lane is blind`)
    await life.proxy.close()
  }
  return count
}

function summary(): string {
  const seconds = Math.round((performance.now() - started) / 1000)
  const { killed, midAnswer, again, endedBefore, resumed, rerun, restarted } = seen
  const lines = Object.entries(byCommand).map(([name, count]) => `${count} ${name}`)
  return `${next} command lines (${lines.join(', ')}) in ${seconds} s: ${killed} processes killed (${midAnswer} in the middle of an answer, ${again} command lines struck twice), ${endedBefore} had ended before; finished by ${resumed} resumes and ${rerun} repeats, ${restarted} begun anew as nothing had been sent. Without the journal ${doubled} of 2 doubled. Seed ${seed}.`
}
