/**
 * An operator's system: registers an endpoint, takes the events of an export, sees a repetition and a forgery for what they
 * are, and asks for everything again. Ends non-zero when anything is off.
 */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createEntryGo, type EntryGo, waitForExport } from '@entrygo/sdk'
import type { OrderInput, Shipment } from '@entrygo/sdk/contract'
import { exampleAsOf, type RunningDev, startDev } from '@entrygo/server/dev'
import { createReceiver, type Receiver } from './receiver.ts'

const dataDir = await mkdtemp(join(tmpdir(), 'entrygo-webhooks-'))
const dev = await startDev({ port: 0, dataDir })
const client = createEntryGo({ baseUrl: dev.url, apiKey: dev.apiKey, accountId: dev.accountId })
try {
  await story(dev, client)
} finally {
  await dev.stop()
  await rm(dataDir, { recursive: true, force: true })
}
console.log('The receiver holds what it promises.')

async function story({ examples }: RunningDev, { webhooks, inspect }: EntryGo): Promise<void> {
  let secrets = ''
  const receiver = createReceiver(() => secrets)
  receiver.server.listen(0, '127.0.0.1')
  await once(receiver.server, 'listening')
  try {
    const url = `http://127.0.0.1:${portOf(receiver)}/entrygo`
    const endpoint = await webhooks.register({ externalId: 'WMS', url })
    assert.ok('secret' in endpoint)
    secrets = endpoint.secret
    console.log(`registered ${endpoint.id}; its secret is shown this once`)

    const id = await exported(await jsonIn<OrderInput[]>(examples.ready))
    const { events } = await inspect({ id })
    const types = events.map(({ type }) => type)
    await until(() => receiver.timelineOf(id).length === types.length)
    assert.deepEqual(receiver.timelineOf(id), types)
    console.log(`${types.length} events of ${id}, in the order of seq:\n  ${types.join('\n  ')}`)

    await webhooks.replay({ id: endpoint.id, exportId: id })
    await until(() => receiver.counts.repeated === types.length)
    assert.deepEqual(receiver.timelineOf(id), types)
    console.log(`asked for again: ${receiver.counts.repeated} repetitions, dropped by their webhook-id`)

    const forged = await fetch(url, { method: 'POST', headers: { 'webhook-id': 'evt_1' }, body: '{}' })
    assert.equal(forged.status, 400)
    console.log('a message without a signature: 400')

    const rotated = await webhooks.rotateSecret({ id: endpoint.id })
    secrets = `${rotated.secret} ${secrets}`
    await webhooks.test({ id: endpoint.id })
    await until(() => receiver.counts.taken === types.length + 1)
    console.log('a test event under the rotated secret was taken')
  } finally {
    receiver.server.close()
  }
}

async function exported(items: OrderInput[]): Promise<string> {
  const { data } = await client.orders.sync({ items })
  const shipment = await jsonIn<Shipment>(dev.examples.shipment)
  const { warehouseId, brokerId } = dev
  const orderIds = data.map(({ id }) => id)
  const { exportId, planHash } = await client.plan({ warehouseId, brokerId, orderIds, asOf: exampleAsOf, shipment })
  await client.execute({ batchId: exportId, planHash })
  const { state } = await waitForExport(client, exportId)
  assert.equal(state, 'completed')
  return exportId
}

function portOf({ server }: Receiver): number {
  const address = server.address()
  assert.ok(typeof address === 'object' && address !== null)
  return address.port
}

async function until(isSo: () => boolean): Promise<void> {
  for (let left = 200; left > 0 && !isSo(); left -= 1) await delay(50)
  assert.ok(isSo(), 'it did not happen within 10 s')
}

async function jsonIn<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8'))
}
