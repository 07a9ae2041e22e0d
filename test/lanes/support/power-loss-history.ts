import type { ExportPlan, OrdersSyncResponse } from '@entrygo/sdk/contract'
import { type Api, connect } from './api.ts'
import { bookOrder, bookShipment, syncBook } from './goods.ts'
import type { Random } from './random.ts'

/** A write as its client knows it, with the ids of all requests that asked for it. */
export interface KeyedWrite {
  readonly operation: string
  readonly key: string
  readonly path: string
  readonly body: unknown
  readonly requestIds: string[]
  /** Null while no answer came. */
  answer: string | null
}

/** All writes of the clients of one data folder, over all lives of its server. */
export interface History {
  accountId: string
  readonly writes: KeyedWrite[]
}

const clients = 12
const replaysAfterStart = 40

/**
 * One life of the server from the side of its clients: writes in doubt are sent again, some that were acknowledged are
 * repeated, then orders go the whole way until the connections break or `until` resolves. Throws what the server refuses.
 */
export async function liveThrough(history: History, life: Life): Promise<void> {
  const api = connect(life.server)
  try {
    history.accountId = life.server.accountId
    for (const write of history.writes.filter(({ answer }) => answer === null)) await send(api, write)
    for (const write of history.writes.slice(-replaysAfterStart)) await send(api, write)
    await send(api, registration(history, life))
    const product = await syncBook(api, life.server.accountId)
    const ends = Array.from({ length: clients }, () => orders(api, history, { ...life, product }))
    await life.end()
    await Promise.all(ends)
  } finally {
    api.close()
  }
}

/** What `entrygo dev --json` prints. */
export interface Place {
  readonly url: string
  readonly apiKey: string
  readonly accountId: string
  /** By the way in which they are reached. */
  readonly warehouses: Readonly<Record<string, string>>
  readonly brokers: Readonly<Record<string, string>>
}

export interface Life {
  readonly server: Place
  /** Where events are sent to. */
  readonly endpoint: string
  readonly random: Random
  /** Begins each name of this life. */
  readonly name: string
  /** Waits as long as the clients shall write, then takes the server away. */
  readonly end: () => Promise<void>
}

/** The endpoint gets every event from the first life on; the same request in each life changes nothing. */
function registration({ writes }: History, { server: { accountId }, endpoint }: Life): KeyedWrite {
  const key = 'register-endpoint'
  const known = writes.find((write) => write.key === key)
  if (known !== undefined) return known
  const body = { accountId, externalId: 'lane', url: endpoint }
  const made = { operation: 'registerWebhook', key, path: '/api/webhooks', body, requestIds: [], answer: null }
  writes.push(made)
  return made
}

async function orders(api: Api, history: History, life: Life & { readonly product: string }): Promise<void> {
  const { accountId, warehouses, brokers } = life.server
  const write = async <T>(wish: Pick<KeyedWrite, 'operation' | 'key' | 'path' | 'body'>): Promise<T | null> => {
    const kept: KeyedWrite = { ...wish, requestIds: [], answer: null }
    history.writes.push(kept)
    const answer = await whileServed(() => send(api, kept))
    return answer === null ? null : JSON.parse(answer)
  }
  for (;;) {
    const key = `${life.name}-${history.writes.length}`
    const order = bookOrder(key, life.product, 1 + life.random.below(20))
    const path = '/api/orders/sync'
    const synced = await write<OrdersSyncResponse>({
      ...{ operation: 'syncOrders', key: `${key}:sync`, path, body: { accountId, items: [order] } },
    })
    if (synced === null) return
    const orderIds = synced.data.map(({ id }) => id)
    const warehouseId = life.random.pick(Object.values(warehouses))
    const brokerId = life.random.pick(Object.values(brokers))
    const wanted = { accountId, warehouseId, brokerId, orderIds, asOf: '2026-11-21', shipment: bookShipment }
    const plan = await write<ExportPlan>({
      ...{ operation: 'planExport', key: `${key}:plan`, path: '/api/exports/plan', body: wanted },
    })
    if (plan === null) return
    if (life.random.chance(0.3)) continue
    const body = { accountId, batchId: plan.exportId, planHash: plan.planHash }
    const executed = await write({
      ...{ operation: 'executeExport', key: `${key}:execute`, path: '/api/exports/execute', body },
    })
    if (executed === null) return
  }
}

class Refused extends Error {}

/** Null when the connection broke. */
async function whileServed<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused) throw error
    return null
  }
}

let requests = 0

/** Under a request id of its own, by which the trace shows when the answer left the server. */
async function send(api: Api, write: KeyedWrite): Promise<string> {
  requests += 1
  const requestId = `request-${requests}`
  write.requestIds.push(requestId)
  const { path, body, key } = write
  const headers = { 'idempotency-key': key, 'x-request-id': requestId }
  const { status, text } = await api.call({ method: 'POST', path, body, headers })
  if (status >= 300) throw new Refused(`${write.operation} ${key} answered ${status}: ${text.slice(0, 300)}`)
  if (write.answer !== null && write.answer !== text) throw new Refused(`${key} was answered in two ways`)
  write.answer = text
  return text
}
