import type { BrokersSyncResponse, ExportPlan, OrdersSyncResponse, WarehousesSyncResponse } from '@entrygo/sdk/contract'
import { seed } from '../../../packages/server/src/dev/seed/records.ts'
import type { FailpointName } from '../../../packages/server/src/testing/failpoints.ts'
import { type Api, post } from './api.ts'
import { type Endpoints, goneEndpoint, gonePath, movedEndpoint } from './crash-endpoints.ts'
import { type History, Refused, type Wish, write } from './crash-history.ts'
import type { Receivers } from './crash-receivers.ts'
import { bookOrder, bookShipment, syncBook } from './goods.ts'
import type { Random } from './random.ts'

/** Brokers of every kind, warehouses of every channel, an endpoint for every event and two that come and go. */
export interface Place {
  readonly accountId: string
  readonly product: string
  readonly brokerIds: readonly string[]
  readonly warehouseIds: readonly string[]
  readonly webhookId: string
  /** Where endpoints listen, without path. */
  readonly endpointsAt: string
}

export interface Secrets {
  readonly bearer: string
  readonly signingSecret: string
}

/** Which of the brokers below has a memory for keys. */
export const keyedBroker = 3

/** Writes the records that the lane works with; the secrets of the endpoints are what the server answers. */
export async function furnish(
  api: Api,
  accountId: string,
  world: { readonly receivers: Receivers; readonly secrets: Secrets; readonly endpoints: Endpoints },
): Promise<Place & { readonly webhookSecrets: readonly string[] }> {
  const { receivers, secrets, endpoints } = world
  await setProfile(api, accountId, 'Export desk')
  const product = await syncBook(api, accountId)
  const at = (path: string): string => `http://127.0.0.1:${receivers.webhookPort}${path}`
  const { bearer, signingSecret } = secrets
  const submissions = [
    { type: 'email', email: 'entries@broker.example' },
    { type: 'email', email: 'refused@broker.example' },
    { type: 'byob_email', email: 'once@broker.example', policy: 'at_most_once' },
    // The shortest key window, so that it ends between two lives.
    { type: 'borderbuddy', url: receivers.borderBuddy.url, secret: bearer, keyWindowSeconds: 60, settleSeconds: 1 },
    { type: 'byob_webhook', url: at('/broker'), secret: signingSecret },
  ]
  const brokers = await post<BrokersSyncResponse>(
    api,
    {
      path: '/api/brokers/sync',
      body: {
        accountId,
        items: submissions.map((submission, n) => ({
          externalId: `CRASH-${n}`,
          name: `Example Customs Brokerage ${n}`,
          poaOnFile: true,
          filerCode: 'X9Z',
          submission,
        })),
      },
    },
    [200],
  )
  const notifications = [
    { channel: 'none' },
    { channel: 'email', email: 'dock@warehouse.example' },
    { channel: 'webhook', url: at('/warehouse'), secret: signingSecret },
  ]
  const warehouses = await post<WarehousesSyncResponse>(
    api,
    {
      path: '/api/warehouses/sync',
      body: {
        accountId,
        items: notifications.map((notification, n) => ({
          externalId: `CRASH-${n}`,
          address: dock,
          ...truck,
          notification,
        })),
      },
    },
    [200],
  )
  const registered = (endpoint: object): Promise<{ readonly id: string; readonly secret: string }> =>
    post(api, { path: '/api/webhooks', body: { accountId, ...endpoint } }, [201])
  const webhook = await registered({ externalId: 'CRASH', url: at('/events') })
  const moved = await registered(movedEndpoint(at(endpoints.move())))
  const gone = await registered(goneEndpoint(at(gonePath)))
  const ids = { brokerIds: brokers.data.map(({ id }) => id), warehouseIds: warehouses.data.map(({ id }) => id) }
  const webhookSecrets = [webhook, moved, gone].map(({ secret }) => secret)
  return { accountId, product, ...ids, webhookId: webhook.id, endpointsAt: at(''), webhookSecrets }
}

const truck = { portOfEntry: '0901', modeOfTransport: 'truck', carrierScac: 'EXMP' } as const
const dock = {
  name: 'Border Street Fulfilment Example Inc.',
  street: '45 Warehouse Road',
  city: 'Fort Erie',
  region: 'ON',
  postalCode: 'L2A 5Y2',
  country: 'CA',
} as const

export interface Life {
  readonly api: Api
  readonly place: Place
  readonly random: Random
  readonly history: History
  readonly endpoints: Endpoints
  /** Answers that no client should get. */
  readonly problems: string[]
  /** A name that nobody had before. */
  readonly name: () => string
  /** The moment at which this life is to end: the act that leads there is done each time. */
  readonly seeks: FailpointName | null
}

/** The seeded profile with a contact of its own, so that something is written. */
export async function setProfile(api: Api, accountId: string, contact: string): Promise<void> {
  const { profile } = seed
  const seller = { ...profile.seller, name: profile.seller?.name ?? 'Maple Lane Outfitters Inc.', contact }
  const body = { ...profile, accountId, seller, gate: { mode: 'caller' } }
  const answer = await api.call({ method: 'PUT', path: '/api/account/profile', body })
  if (answer.status !== 200) throw new Refused(`putAccountProfile answered ${answer.status}: ${answer.text}`)
}

/** Sync, plan, sometimes approve, plan again, execute, execute again and replay, until the connection breaks. */
export async function liveUntilKilled(life: Life): Promise<void> {
  try {
    for (;;) await oneOrder(life)
  } catch (error) {
    if (error instanceof Refused) life.problems.push(error.message)
  }
}

async function oneOrder(life: Life): Promise<void> {
  const { place, random } = life
  const { accountId } = place
  const name = life.name()
  const items = [bookOrder(name, place.product, 1 + random.below(20))]
  const synced = await write<OrdersSyncResponse>(life, {
    operation: 'syncOrders',
    key: `${name}:sync`,
    path: '/api/orders/sync',
    body: { accountId, items },
  })
  const wanted = {
    ...{ accountId, asOf: '2026-11-21', shipment: bookShipment },
    orderIds: synced.data.map(({ id }) => id),
    warehouseId: random.pick(place.warehouseIds),
    brokerId: random.pick(place.brokerIds),
  }
  const plan = await write<ExportPlan>(life, planned(`${name}:plan`, wanted))
  if (life.seeks === 'apply.approval' || random.chance(0.2)) await write(life, approval(name, plan, accountId))
  if (life.seeks === null && random.chance(0.2)) return
  const execute = { accountId, batchId: plan.exportId }
  await write(life, executed(`${name}:execute`, execute))
  if (random.chance(0.3)) await write(life, executed(`${name}:again`, { ...execute, acceptDuplicateRisk: true }))
  if (life.seeks === 'apply.replay' || random.chance(0.1))
    await write(life, {
      operation: 'replayWebhook',
      key: `${name}:replay`,
      path: `/api/webhooks/${place.webhookId}/replay`,
      body: { accountId, exportId: plan.exportId, after: 1 },
    })
}

/** Exports for {@link sendAgain}. */
export async function findRefused(api: Api): Promise<string[]> {
  const answer = await api.call({ method: 'GET', path: '/api/exports?state=needs_action&limit=20' })
  if (answer.status !== 200) return []
  const { data }: { data: readonly { exportId: string }[] } = JSON.parse(answer.text)
  return data.map(({ exportId }) => exportId)
}

/** Sends again what a broker refused or nobody knows of, as its owner would. */
export async function sendAgain(life: Life, exportIds: readonly string[]): Promise<void> {
  const { accountId } = life.place
  for (const batchId of exportIds)
    await write(life, executed(`${life.name()}:resend`, { accountId, batchId, acceptDuplicateRisk: true }))
}

function planned(key: string, body: unknown): Wish {
  return { operation: 'planExport', key, path: '/api/exports/plan', body }
}

function executed(key: string, body: unknown): Wish {
  return { operation: 'executeExport', key, path: '/api/exports/execute', body }
}

function approval(name: string, { exportId, planHash }: ExportPlan, accountId: string): Wish {
  const body = { accountId, planHash, reason: 'Looked at', actor: { type: 'policy', name: 'Crash lane' } }
  return { operation: 'approveExport', key: `${name}:approve`, path: `/api/exports/${exportId}/approvals`, body }
}
