import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EntryGo } from '@entrygo/sdk'
import { openJournal } from '../../../packages/cli/src/journal/journal.ts'
import { type ClientPlace, type Ended, startClient } from './client-process.ts'
import { type ClientProxy, moments, startClientProxy } from './client-proxy.ts'
import type { DevServer } from './dev-server.ts'
import type { Random } from './random.ts'

export const lifeCommands = ['run', 'sync', 'plan', 'execute'] as const

export type LifeCommand = (typeof lifeCommands)[number]

/** What every life happens on. */
export interface LifeWorld {
  readonly dev: DevServer
  readonly client: EntryGo
  readonly folder: string
  /** The example orders of the server, as text. */
  readonly orders: string
  readonly shipment: string
  readonly compileCache: string
}

/** One command line from its first start to its answer. */
export interface Life {
  readonly name: string
  readonly command: LifeCommand
  readonly argv: readonly string[]
  readonly place: ClientPlace
  readonly proxy: ClientProxy
  readonly externalIds: readonly string[]
  readonly startedAt: string
  readonly random: Random
}

const asOf = '2026-11-21'

export async function beginLife(
  world: LifeWorld,
  { name, command, random }: { readonly name: string; readonly command: LifeCommand; readonly random: Random },
): Promise<Life> {
  const { dev, client, folder, orders, shipment, compileCache } = world
  const startedAt = new Date(Date.now() - 1000).toISOString()
  const cwd = join(folder, name)
  await mkdir(cwd)
  const text = orders.replaceAll('EXAMPLE-', `${name}-`)
  const items = JSON.parse(text)
  await writeFile(join(cwd, 'orders.json'), text)
  const proxy = await startClientProxy(dev.url, random)
  const env = {
    HOME: cwd,
    XDG_STATE_HOME: join(cwd, 'state'),
    NODE_COMPILE_CACHE: compileCache,
    ENTRYGO_BASE_URL: proxy.url,
    ENTRYGO_API_KEY: dev.apiKey,
    ENTRYGO_ACCOUNT_ID: dev.accountId,
    ENTRYGO_WAREHOUSE_ID: dev.warehouseId,
    ENTRYGO_BROKER_ID: dev.brokerId,
  }
  const { accountId, warehouseId, brokerId } = dev
  const orderIds = async (): Promise<string[]> => {
    const { data } = await client.orders.sync({ accountId, items })
    return data.map(({ id }) => id)
  }
  const planned = ['--shipment', shipment, '--as-of', asOf]
  const argvs: Readonly<Record<LifeCommand, () => Promise<readonly string[]>>> = {
    // Approved whatever the server says, so that a second export would go all the way.
    run: async () => ['run', 'orders.json', ...planned, '--reason', 'kill lane', '--actor-name', 'Kill Lane'],
    sync: async () => ['sync', 'orders.json'],
    plan: async () => ['plan', ...(await orderIds()).flatMap((id) => ['--order-id', id]), ...planned],
    execute: async () => {
      const facts = JSON.parse(await readFile(shipment, 'utf8'))
      const plan = { accountId, warehouseId, brokerId, destinationCountry: 'US', asOf, shipment: facts }
      const { exportId, planHash } = await client.plan({ ...plan, orderIds: await orderIds() })
      return ['execute', '--batch-id', exportId, '--plan-hash', planHash, '--wait']
    },
  }
  const argv = [...(await argvs[command]()), '--json']
  const externalIds = items.map(({ externalId }: { externalId: string }) => externalId)
  return { name, command, argv, place: { cwd, env }, proxy, externalIds, startedAt, random }
}

export interface Strike {
  /** Of the first process: at a time, or at a moment of a request. */
  readonly at: { readonly ms: number } | { readonly nth: number; readonly moment: (typeof moments)[number] }
}

/** A random point of a process that is known to take so long and so many requests. */
export function randomStrike(random: Random, known: { readonly ms: number; readonly requests: number }): Strike {
  if (random.chance(0.5)) return { at: { ms: random.below(Math.ceil(known.ms * 1.1)) } }
  return { at: { nth: 1 + random.below(known.requests), moment: random.pick(moments) } }
}

/** Starts a process of the life and kills it there, unless it has ended before. */
export async function startAndStrike(life: Life, argv: readonly string[], strike: Strike | null): Promise<Ended> {
  const child = startClient(argv, life.place)
  if (strike !== null && 'nth' in strike.at) life.proxy.strikeAt(strike.at.nth, strike.at.moment, () => child.kill())
  else life.proxy.strikeAt(0, 'after it', () => {})
  if (strike !== null && 'ms' in strike.at) {
    const isOver = await Promise.race([child.ended.then(() => true), sleep(strike.at.ms, false)])
    if (!isOver) child.kill()
  }
  // A process that waits for an answer that was struck is dead by then; any other ends by its own deadlines.
  return child.ended
}

/** How many runs the journal of the life holds. */
export function pendingOf({ place }: Life): number {
  const journal = openJournal(join(place.env['XDG_STATE_HOME'] ?? '', 'entrygo'))
  const { length } = journal.pending()
  journal.close()
  return length
}

/** Whether any file of the journal holds the text. */
export async function journalHolds({ place }: Life, text: string): Promise<boolean> {
  const folder = join(place.env['XDG_STATE_HOME'] ?? '', 'entrygo')
  const files = await readdir(folder).catch(() => [])
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'latin1').catch(() => '')))
  return texts.some((content) => content.includes(text))
}
