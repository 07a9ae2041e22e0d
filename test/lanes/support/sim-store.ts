import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrokerInput, WarehouseInput } from '@entrygo/sdk/contract'
import { submissionIdOf } from '../../../packages/server/src/domain/delivery/submission-id.ts'
import { operations } from '../../../packages/server/src/operations/operations.ts'
import type { Change, Ports, Store } from '../../../packages/server/src/ports.ts'
import { aBroker, anOrder, aProfile, aWarehouse } from '../../../packages/server/src/testing/builders.ts'
import { aCaller, countingIds } from '../../../packages/server/src/testing/fakes.ts'
import { aWrite, bodyOf, execute, plan, setUpAccount } from '../../../packages/server/src/testing/workbench.ts'
import { connect, type SimConnections, type SimManner } from './sim-connections.ts'
import type { SimEndpoint } from './sim-endpoints.ts'
import { type LoneStore, openLoneStore } from './sim-lone-store.ts'

/** The file that many simulated worlds use one after the other, through the connections of several processes. */
export interface SimStore extends SimConnections {
  readonly templates: readonly SimTemplate[]
  /** Its plans need an approval: it is only planned and executed afresh. */
  readonly gated: SimTemplate
  /** A store for one world. */
  alone(): Promise<LoneStore>
}

/** An export as it is planned, and as the first execute left it: copied for each world under new ids. */
export interface SimTemplate {
  readonly accountId: string
  readonly exportId: string
  readonly planned: Copier<Change>
  readonly executed: Copier<Change>
  readonly endpoints: readonly SimEndpoint[]
  /** To plan and execute afresh. */
  readonly setUp: { readonly warehouseId: string; readonly brokerId: string; readonly productId: string }
}

const minute = 60
const hour = 60 * minute
const url = 'https://api.broker.example'

/** Brokers of every transport, policy and memory. */
const brokers: readonly BrokerInput['submission'][] = [
  { type: 'email', email: 'entries@broker.example' },
  { type: 'email', email: 'once@broker.example', policy: 'at_most_once' },
  { type: 'borderbuddy', url, secret: 'token-1' },
  { type: 'borderbuddy', url, secret: 'token-1', keyWindowSeconds: hour, settleSeconds: 5 * minute },
  { type: 'borderbuddy', url, secret: 'token-1', keyWindowSeconds: minute, settleSeconds: 1 },
  { type: 'borderbuddy', url, secret: 'token-1', queryable: false },
  { type: 'byob_webhook', url, secret: signingSecret() },
  { type: 'byob_webhook', url, secret: signingSecret(), policy: 'at_most_once' },
]

const warehouses: readonly WarehouseInput['notification'][] = [
  { channel: 'none' },
  { channel: 'email', email: 'dock@warehouse.example' },
  { channel: 'webhook', url: 'https://warehouse.example/told', secret: signingSecret() },
]

/** What the first endpoint of an account listens to. */
const heardEvents = [
  'EXPORT_EXECUTED',
  'BROKER_SUBMISSION_PREPARED',
  'BROKER_SUBMISSION_SENT',
  'BROKER_SUBMISSION_FAILED',
  'BROKER_SUBMISSION_UNKNOWN',
] as const

/** How many endpoints listen to the events of each account. */
const accounts = [
  { accountId: 'acc_01k9m4w000000000000000000a', endpoints: 0 },
  { accountId: 'acc_01k9m4w000000000000000000b', endpoints: 1 },
  { accountId: 'acc_01k9m4w000000000000000000c', endpoints: 2 },
]

export async function openSimStore(base: Ports, manner: SimManner): Promise<SimStore> {
  const memory = '/dev/shm'
  const folder = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'entrygo-simulate-'))
  const connections = await connect(join(folder, 'entrygo.sqlite'), manner)
  const [desk] = await connections.stores()
  if (desk === undefined) throw new Error('there is no store')
  const ports = { ...base, ids: countingIds(), store: desk }
  const templates: SimTemplate[] = []
  for (const account of accounts) templates.push(...(await furnish(account, ports)))
  const [gated] = await furnish({ accountId: 'acc_01k9m4w000000000000000000d', endpoints: 0 }, ports)
  if (gated === undefined) throw new Error('nothing was planned')
  const gate = { mode: 'server', valueOverUsd: 0 } as const
  bodyOf(
    await operations.putAccountProfile(
      aWrite(aProfile({ accountId: gated.accountId, gate })),
      aCaller(gated.accountId),
      ports,
    ),
  )
  connections.eye.beginAnew()
  connections.eye.keepRecords()
  const template = join(folder, 'template.sqlite')
  connections.copyTo(template)
  const store: SimStore = {
    ...connections,
    templates,
    gated,
    alone: () => openLoneStore(template, store),
    close: async () => {
      await connections.close()
      rmSync(folder, { recursive: true })
    },
  }
  return store
}

/** Copies of the template's changes, for one export of its own; `world` is the part of the ids that is the world's. */
export function copied(
  { accountId, exportId, planned, executed }: SimTemplate,
  wanted: { readonly exportId: string; readonly world: string },
): { readonly planned: () => Change; readonly executed: () => Change } {
  const submissionId = submissionIdOf(accountId, wanted.exportId, 1)
  const renamed = (text: string): string => {
    if (text === exportId) return wanted.exportId
    if (text.startsWith('sub_')) return submissionId
    // The last digits tell the ids of one template apart.
    return madeIds.test(text) ? `${text.slice(0, text.indexOf('_'))}_${wanted.world}${text.slice(-5)}` : text
  }
  return { planned: () => planned(renamed), executed: () => executed(renamed) }
}

const madeIds = /^(evt|out|cp|ntf)_[0-9a-z]+$/

/** A value with the texts in it replaced that stand for what every world has of its own. */
type Copier<Value> = (renamed: (text: string) => string) => Value

/** The shape stays, and what has no such text in it is shared by all copies. */
function copierOf<Value>(value: Value, isOwn: (text: string) => boolean): Copier<Value> {
  const copy = deepCopier(value, isOwn)
  return copy === null ? () => value : (renamed) => copy(renamed) as Value
}

function deepCopier(value: unknown, isOwn: (text: string) => boolean): Copier<unknown> | null {
  if (typeof value === 'string') return isOwn(value) ? (renamed) => renamed(value) : null
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return null
  const parts = Object.entries(value).flatMap(([key, item]) => {
    const copy = deepCopier(item, isOwn)
    return copy === null ? [] : [{ key, copy }]
  })
  if (parts.length === 0) return null
  return (renamed) => {
    const own = Object.fromEntries(parts.map(({ key, copy }) => [key, copy(renamed)]))
    return Array.isArray(value) ? Object.assign([...value], own) : { ...value, ...own }
  }
}

function signingSecret(): string {
  return `whsec_${Buffer.alloc(24, 7).toString('base64')}`
}

interface Account {
  readonly accountId: string
  readonly endpoints: number
}

/** One export for each broker, with another kind of warehouse in every account. */
async function furnish({ accountId, endpoints }: Account, ports: Ports): Promise<SimTemplate[]> {
  const caller = aCaller(accountId)
  const setUp = await setUpAccount(ports, accountId)
  for (let n = 0; n < endpoints; n += 1) {
    const url = `https://endpoint-${n}.example/events`
    // The second one hears everything, so that much waits for it.
    const body = { accountId, externalId: `endpoint-${n}`, url, ...(n === 0 && { events: [...heardEvents] }) }
    bodyOf(await operations.registerWebhook(aWrite(body), caller, ports))
  }
  const registered = (await ports.store.listWebhooks(accountId)).map(({ record }) => record)
  const templates: SimTemplate[] = []
  for (const [n, submission] of brokers.entries()) {
    const notification = warehouses[(n + endpoints) % warehouses.length]
    const broker = aBroker({ externalId: `broker-${n}`, submission })
    const warehouse = aWarehouse({ externalId: `warehouse-${n}`, ...(notification && { notification }) })
    const order = anOrder(setUp.productId, { externalId: `order-of-${n}` })
    const own = {
      productId: setUp.productId,
      brokerId: await synced(operations.syncBrokers(aWrite({ accountId, items: [broker] }), caller, ports)),
      warehouseId: await synced(operations.syncWarehouses(aWrite({ accountId, items: [warehouse] }), caller, ports)),
      orderId: await synced(operations.syncOrders(aWrite({ accountId, items: [order] }), caller, ports)),
    }
    const { store, changes } = recording(ports.store)
    const { exportId } = await plan({ ...ports, store }, own, { accountId })
    bodyOf(await execute({ ...ports, store }, exportId, { accountId }))
    const [planned, executed] = changes
    if (planned === undefined || executed === undefined) throw new Error('the template was not committed')
    const isOwn = (text: string): boolean => text === exportId || text.startsWith('sub_') || madeIds.test(text)
    templates.push({
      ...{ accountId, exportId, endpoints: registered, setUp: own },
      planned: copierOf(planned, isOwn),
      executed: copierOf(withoutRecords(executed), isOwn),
    })
  }
  return templates
}

/** Copies share the records, so that none may be marked as executed. */
function withoutRecords(change: Change): Change {
  return {
    ...change,
    expect: change.expect.filter(({ expect }) => expect !== 'record'),
    writes: change.writes.filter(({ write }) => write !== 'record' && write !== 'budget'),
  }
}

async function synced(answer: ReturnType<typeof operations.syncBrokers>): Promise<string> {
  return bodyOf(await answer).data[0].id
}

function recording(store: Store): { readonly store: Store; readonly changes: Change[] } {
  const changes: Change[] = []
  const commit = (change: Change): ReturnType<Store['commit']> => {
    changes.push(change)
    return store.commit(change)
  }
  return { changes, store: { ...store, commit } }
}
