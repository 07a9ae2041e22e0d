import type { BrokersSyncResponse, ExportPlan, WarehousesSyncResponse } from '@entrygo/sdk/contract'
import { openDevAccount } from '../../../packages/server/src/dev/account.ts'
import { seed } from '../../../packages/server/src/dev/seed/records.ts'
import { type RunningServer, startServer } from '../../../packages/server/src/main.ts'
import { readSettings } from '../../../packages/server/src/settings.ts'
import { type Api, connect, post } from './api.ts'
import { bookOrder, bookShipment, syncBook, syncOrder } from './goods.ts'
import type { Random } from './random.ts'
import type { Receivers } from './restore-receivers.ts'

/** A server in this process, on the clock of the lane. */
export interface Life {
  readonly server: RunningServer
  readonly api: Api
  readonly accountId: string
  end(): Promise<void>
}

export interface World {
  readonly receivers: Receivers
  readonly random: Random
  readonly bearer: string
  readonly now: () => number
}

export async function startLife(dataDir: string, { receivers, now }: World): Promise<Life> {
  const rate = { requests: 10_000_000, windowSeconds: 10 }
  const smtp = {
    host: '127.0.0.1',
    port: receivers.smtpPort,
    from: 'exports@merchant.example',
    security: 'none',
  } as const
  const server = await startServer(
    {
      ...{
        ...readSettings({}),
        port: 0,
        dataDir,
        smtp,
        allowsLoopbackHttp: true,
        logLevel: 'silent',
        logsRequests: false,
      },
      ...{ rate: { key: rate, address: rate }, budget: { limit: 1_000_000, windowMs: 60_000 } },
    },
    { clock: { now }, dispatch: { pollMs: 20 } },
  )
  const { accountId, apiKey } = await openDevAccount(dataDir, server.ports, server.keys)
  const api = connect({ url: server.url, apiKey })
  const end = async (): Promise<void> => {
    api.close()
    await server.stop()
  }
  return { server, api, accountId, end }
}

export interface Place {
  readonly product: string
  readonly warehouseIds: readonly string[]
  /** By mail, by mail at most once, and with keys and questions. */
  readonly brokerIds: readonly string[]
}

const dock = {
  ...{ name: 'Border Street Fulfilment Example Inc.', street: '45 Warehouse Road', city: 'Fort Erie' },
  ...{ region: 'ON', postalCode: 'L2A 5Y2', country: 'CA' },
} as const
const secret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDoUE3w8Nz5yA='

export async function furnish({ api, accountId }: Life, { receivers, bearer }: World): Promise<Place> {
  const { profile } = seed
  const body = { ...profile, accountId, seller: profile.seller, gate: { mode: 'caller' } }
  await api.call({ method: 'PUT', path: '/api/account/profile', body })
  const product = await syncBook(api, accountId)
  const at = (path: string): string => `http://127.0.0.1:${receivers.webhookPort}${path}`
  const submissions = [
    { type: 'email', email: 'entries@broker.example' },
    { type: 'byob_email', email: 'once@broker.example', policy: 'at_most_once' },
    { type: 'borderbuddy', url: receivers.broker.url, secret: bearer, keyWindowSeconds: 3600, settleSeconds: 1 },
  ]
  const named = (n: number): object => ({ name: `Example Customs Brokerage ${n}`, poaOnFile: true, filerCode: 'X9Z' })
  const brokers = submissions.map((submission, n) => ({ externalId: `RESTORE-${n}`, ...named(n), submission }))
  const notifications = [{ channel: 'none' }, { channel: 'webhook', url: at('/warehouse'), secret }]
  const truck = { portOfEntry: '0901', modeOfTransport: 'truck', carrierScac: 'EXMP' }
  const warehouses = notifications.map((notification, n) => ({
    ...{ externalId: `RESTORE-${n}`, address: dock, ...truck, notification },
  }))
  const sync = <T>(path: string, items: readonly object[]): Promise<T> =>
    post<T>(api, { path, body: { accountId, items } }, [200])
  const { data: brokerRows } = await sync<BrokersSyncResponse>('/api/brokers/sync', brokers)
  const { data: warehouseRows } = await sync<WarehousesSyncResponse>('/api/warehouses/sync', warehouses)
  await post(api, { path: '/api/webhooks', body: { accountId, externalId: 'RESTORE', url: at('/events') } }, [201])
  return { product, brokerIds: brokerRows.map(({ id }) => id), warehouseIds: warehouseRows.map(({ id }) => id) }
}

/** What one writer had acknowledged, in its order. */
export interface Writer {
  readonly name: string
  begun: number
  acknowledged: number
}

/** Syncs an order, plans it, and executes two plans of three at once and some later, until it is over. */
export async function work({ api, accountId }: Life, place: Place, wish: Wish): Promise<void> {
  const { writer, random, isOver } = wish
  const waiting: string[] = []
  while (!isOver()) {
    writer.begun += 1
    const orderId = await syncOrder(api, accountId, bookOrder(`${writer.name}-${writer.begun}`, place.product))
    writer.acknowledged = writer.begun
    const [warehouseId, brokerId] = [random.pick(place.warehouseIds), random.pick(place.brokerIds)]
    const body = { accountId, warehouseId, brokerId, orderIds: [orderId], asOf: '2026-11-21', shipment: bookShipment }
    const { exportId } = await post<ExportPlan>(api, { path: '/api/exports/plan', body }, [201])
    waiting.push(exportId)
    if (random.chance(0.3)) continue
    const batchId = waiting.splice(random.below(waiting.length), 1)[0]
    await post(api, { path: '/api/exports/execute', body: { accountId, batchId } }, [201])
  }
}

export interface Wish {
  readonly writer: Writer
  readonly random: Random
  readonly isOver: () => boolean
}
