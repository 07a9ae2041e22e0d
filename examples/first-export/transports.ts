import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createEntryGo, type EntryGo, waitForExport } from '@entrygo/sdk'
import type { Export, OrderInput, Shipment } from '@entrygo/sdk/contract'
import { check } from './checks.ts'
import type { Dev } from './dev.ts'
import { mailsTo } from './mailbox.ts'

/** What the chapters of hand-overs are told with. */
export interface Stage {
  /** The server that runs now. */
  readonly dev: () => Dev
  /** SIGKILL, and a start on the same data. */
  readonly killAndStart: (between?: () => Promise<void>) => Promise<void>
  /** The file of faults that the server reads. */
  readonly faultsFile: string
  readonly asOf: string
  readonly shipment: Shipment
}

/** One export to BorderBuddy's stand-in, one to the merchant's own broker; the warehouses are told by mail and by webhook. */
export async function allTransports(stage: Stage, orders: readonly OrderInput[]): Promise<void> {
  const { brokers, warehouses, received, mailDir } = stage.dev()
  const client = clientOf(stage)
  console.log(
    '  BorderBuddy is here a stand-in of this project with a wire contract of its own; nobody there has part in it.',
  )
  const held = await handOver(client, stage, { orders: named(orders, 'BB'), brokerId: brokers.borderbuddy })
  const effects = await messages<BrokerEffect>(received.borderbuddy, idOf(held))
  check(held.broker_submission?.status === 'sent' && effects.length === 1, 'the stand-in acted once for the submission')
  const sent = effects[0]?.body.artifacts.map(({ filename, sha256 }) => `${filename} ${sha256}`)
  const shown = held.artifacts.map(({ filename, sha256 }) => `${filename} ${sha256}`)
  check(
    shown.every((artifact) => sent?.includes(artifact) === true),
    `it holds ${shown.length} artifacts with the SHA-256 that inspect shows, under ${effects[0]?.reference}`,
  )
  const [notified] = await told(client, held)
  const mails = await mailsTo(mailDir, notified?.id ?? '')
  check(notified?.status === 'sent' && mails.length === 1, `the warehouse was told by e-mail (${mails[0]?.to})`)
  const attached = mails[0]?.attachments.map(({ filename }) => filename) ?? []
  check(attached.includes('packing_list.json'), `with the packing list, and without prices: ${attached.join(', ')}`)

  const own = await handOver(client, stage, {
    orders: named(orders, 'OWN'),
    brokerId: brokers.byob_webhook,
    warehouseId: warehouses.webhook,
  })
  const hooks = await messages<Hook>(received.webhooks, idOf(own))
  check(
    hooks.length === 1 && hooks[0]?.headers['webhook-id'] === idOf(own),
    "the merchant's own broker took one message, its signature verified with @entrygo/sdk/webhooks",
  )
  const [second] = await told(client, own)
  const notices = await messages<Hook>(received.webhooks, second?.id ?? '')
  check(second?.status === 'sent' && notices.length === 1, 'and its warehouse was told by a signed webhook')
}

/** SIGKILL while the broker holds the submission and the server does not know it: only asking again under the same key helps. */
export async function killedInTheMiddle(stage: Stage, orders: readonly OrderInput[]): Promise<Export> {
  const { brokers, received } = stage.dev()
  await writeFile(stage.faultsFile, 'borderbuddy:slow*1\n')
  const planned = await plan(clientOf(stage), stage, { orders: named(orders, 'KILL'), brokerId: brokers.borderbuddy })
  const { broker_submission: prepared } = await clientOf(stage).execute(planned)
  const id = prepared?.id ?? ''
  while ((await messages(received.borderbuddy, id)).length === 0)
    await new Promise((resolve) => setTimeout(resolve, 20))
  console.log(
    '\n  The broker holds the submission and has not answered. The server is killed (SIGKILL) and started again.',
  )
  await stage.killAndStart(() => writeFile(stage.faultsFile, ''))
  const found = await waitForExport(clientOf(stage), planned.batchId, { timeoutMs: 30_000 })
  const outcomes = found.broker_submission?.attempts.map(({ outcome }) => outcome).join(', ')
  check(found.state === 'completed' && outcomes === 'unknown, accepted', `it converges by itself: ${outcomes}`)
  const effects = await messages(received.borderbuddy, id)
  check(effects.length === 1, 'the broker acted once for two sends under one key')
  check(found.broker_submission?.duplicate_possible === false, 'and no duplicate is possible')
  return found
}

interface BrokerEffect {
  readonly reference: string
  readonly body: { readonly artifacts: readonly { readonly filename: string; readonly sha256: string }[] }
}

interface Hook {
  readonly headers: Readonly<Record<string, unknown>>
}

interface Batch {
  readonly orders: readonly OrderInput[]
  readonly brokerId: string
  readonly warehouseId?: string
}

async function handOver(client: EntryGo, stage: Stage, batch: Batch): Promise<Export> {
  const planned = await plan(client, stage, batch)
  await client.execute(planned)
  return waitForExport(client, planned.batchId, { timeoutMs: 30_000 })
}

async function plan(
  { orders, ...client }: EntryGo,
  { dev, asOf, shipment }: Stage,
  { orders: items, brokerId, warehouseId = dev().warehouseId }: Batch,
): Promise<{ batchId: string; planHash: string }> {
  const { data } = await orders.sync({ items: [...items] })
  const orderIds = data.map(({ id }) => id)
  const { exportId, planHash } = await client.plan({ warehouseId, brokerId, orderIds, asOf, shipment })
  return { batchId: exportId, planHash }
}

/** The notifications, when they are no longer on their way. */
async function told(client: EntryGo, { exportId: id }: Export): Promise<Export['notifications']> {
  for (let left = 100; ; left -= 1) {
    const { notifications } = await client.inspect({ id })
    if (left === 0 || !notifications.some(({ status }) => ['prepared', 'sending'].includes(status)))
      return notifications
    await delay(100)
  }
}

/** The kept messages whose file is named after this id. */
async function messages<Message>(folder: string, id: string): Promise<Message[]> {
  const names = (await readdir(folder)).filter((name) => name.includes(id) && !name.startsWith('.'))
  return Promise.all(names.sort().map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'))))
}

function named(orders: readonly OrderInput[], suffix: string): OrderInput[] {
  return orders.map((order) => ({
    ...order,
    externalId: `${order.externalId}-${suffix}`,
    invoice: { ...order.invoice, number: `INV-${order.externalId}-${suffix}` },
  }))
}

function idOf({ broker_submission }: Export): string {
  return broker_submission?.id ?? ''
}

function clientOf({ dev }: Stage): EntryGo {
  const { url, apiKey, accountId } = dev()
  return createEntryGo({ baseUrl: url, apiKey, accountId })
}
