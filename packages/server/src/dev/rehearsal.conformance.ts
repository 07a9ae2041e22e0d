import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEntryGo, type EntryGo, waitForExport } from '@entrygo/sdk'
import type { Export, ExportPlan, OrderInput, Shipment } from '@entrygo/sdk/contract'
import { onTestFinished } from 'vitest'
import { type DevSettings, exampleAsOf, type RunningDev, startDev } from '../dev.ts'

/** A development server with a client that repeats what may be repeated, gone at the end of the test. */
export interface Rehearsal {
  readonly dev: RunningDev
  readonly client: EntryGo
  /** A plan of the example orders, which are READY; new orders each time. */
  plan(parties?: Parties): Promise<ExportPlan>
  /** The example orders handed over to this broker and warehouse, when the hand-over has ended. */
  handOver(parties?: Parties): Promise<Export>
}

export interface Parties {
  readonly brokerId?: string
  readonly warehouseId?: string
}

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'entrygo-rehearsal-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export async function rehearse(settings: Partial<DevSettings> = {}): Promise<Rehearsal> {
  const dev = await startDev({ port: 0, dataDir: settings.dataDir ?? newFolder(), log: 'silent', ...settings })
  onTestFinished(() => dev.stop())
  const { url: baseUrl, apiKey, accountId } = dev
  const retry = { baseDelayMs: 20, maxDelayMs: 50 }
  const client = createEntryGo({ baseUrl, apiKey, accountId, attemptTimeoutMs: 1000, retry })
  let plans = 0
  const plan: Rehearsal['plan'] = async ({ brokerId = dev.brokerId, warehouseId = dev.warehouseId } = {}) => {
    const orders: OrderInput[] = JSON.parse(readFileSync(dev.examples.ready, 'utf8'))
    plans += 1
    const items = orders.map((order) => ({ ...order, externalId: `${order.externalId}-${plans}` }))
    const { data } = await client.orders.sync({ items })
    const shipment: Shipment = JSON.parse(readFileSync(dev.examples.shipment, 'utf8'))
    const orderIds = data.map(({ id }) => id)
    return client.plan({ brokerId, warehouseId, orderIds, asOf: exampleAsOf, shipment })
  }
  const handOver: Rehearsal['handOver'] = async (parties) => {
    const { exportId, planHash } = await plan(parties)
    await client.execute({ batchId: exportId, planHash })
    return waitForExport(client, exportId, { timeoutMs: 15_000 })
  }
  return { dev, client, plan, handOver }
}

/** Files of a folder of received messages whose name holds this id. */
export function receivedIn(folder: string, id: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.includes(id) && !name.startsWith('.'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
}
