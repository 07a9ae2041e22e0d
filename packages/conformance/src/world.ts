import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer, Api } from './api.ts'
import { Breach, expectStatus, expectThat } from './breach.ts'
import { brokerFacts, completeFacts, completeOrder, type OrderFacts, profile, warehouseFacts } from './goods.ts'
import { at, listIn, textIn } from './reading.ts'

/** What all requirements of a run stand on: records that none of them changes. */
export interface World {
  readonly api: Api
  /** A second account, when there is a key of one. */
  readonly other: Api | null
  /** The first account by a key that may only read. */
  readonly reader: Api | null
  /** Where the tester receives what is sent to the webhook URL. */
  readonly webhook: WebhookListener | null
  readonly signal: AbortSignal
  /** Part of every name and key of this run. */
  readonly prefix: string
  /** Every answer so far. */
  readonly answers: readonly Answer[]
  /** The day on which plans read the law: today, or the nearest day that the server's rules cover. */
  readonly asOf: string
  readonly ids: SetUpIds
  /** Reads a stream of the first account until its text is enough, it ends or the time is over. */
  stream(path: string, isEnough: (text: string) => boolean, signal: AbortSignal): Promise<string>
}

export interface SetUpIds {
  readonly productId: string
  readonly warehouseId: string
  readonly brokerId: string
}

export interface WebhookListener {
  /** The address that the server is told. */
  readonly url: string
  /** Messages so far. */
  readonly messages: readonly ReceivedMessage[]
}

export interface ReceivedMessage {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** One requirement under way: the world with names that no other requirement uses. */
export interface Trial extends World {
  /** The id of the requirement. */
  readonly requirement: string
  /** An `externalId` or idempotency key of this requirement; equal names give equal texts. */
  name(of: string): string
}

export type Check = (trial: Trial) => Promise<void>

/** Checks by the id of their requirement. */
export type Checks = Readonly<Record<string, Check>>

/** Stores the profile, a product, a warehouse and a broker. Throws a {@link Breach} when the server refuses one. */
export async function setUp(api: Api, prefix: string): Promise<SetUpIds> {
  expectStatus(await api.call('putAccountProfile', { body: profile }), 200)
  const one = async (operation: 'syncProducts' | 'syncWarehouses' | 'syncBrokers', facts: object): Promise<string> => {
    const answer = await api.call(operation, { body: { items: [{ externalId: `${prefix}-SET-UP`, ...facts }] } })
    return textIn(expectStatus(answer, 200), 'data.0.id')
  }
  return {
    productId: await one('syncProducts', completeFacts),
    warehouseId: await one('syncWarehouses', warehouseFacts),
    brokerId: await one('syncBrokers', brokerFacts),
  }
}

/** A day that the server's rules cover, the nearest to today. */
export async function dayOfLaw(api: Api, ids: SetUpIds, prefix: string): Promise<string> {
  const items = [completeOrder(`${prefix}-DAY`, ids.productId)]
  const orderId = textIn(expectStatus(await api.call('syncOrders', { body: { items } }), 200), 'data.0.id')
  const { warehouseId, brokerId } = ids
  const body = { warehouseId, brokerId, orderIds: [orderId], dryRun: true }
  const answer = expectStatus(await api.call('planExport', { body }), 200)
  const [from, through] = [textIn(answer, 'rulePack.validFrom'), textIn(answer, 'rulePack.validThrough')]
  const today = new Date().toISOString().slice(0, 10)
  // Days as texts sort by time.
  const [, day = today] = [from, today, through].toSorted()
  return day
}

/** Syncs a complete order, and answers its id. */
export async function order(trial: Trial, name: string, facts: OrderFacts = {}): Promise<string> {
  const items = [completeOrder(trial.name(name), trial.ids.productId, facts)]
  const answer = await trial.api.call('syncOrders', { body: { items } })
  return textIn(expectStatus(answer, 200), 'data.0.id')
}

/** Syncs a product of these facts alone, and answers its id. */
export async function product(trial: Trial, name: string, facts: object): Promise<string> {
  const answer = await trial.api.call('syncProducts', { body: { items: [{ externalId: trial.name(name), ...facts }] } })
  return textIn(expectStatus(answer, 200), 'data.0.id')
}

/** The complete facts of a product without some of them. */
export function factsWithout(...names: readonly string[]): object {
  return Object.fromEntries(Object.entries(completeFacts).filter(([name]) => !names.includes(name)))
}

/** An order of one line of such a product. */
export async function orderOf(trial: Trial, name: string, productId: string): Promise<string> {
  const items = [completeOrder(trial.name(name), productId)]
  const answer = await trial.api.call('syncOrders', { body: { items } })
  return textIn(expectStatus(answer, 200), 'data.0.id')
}

/** A request to plan these orders through the warehouse and the broker of the suite. */
export function planBody(trial: Trial, orderIds: readonly string[], more: object = {}): Record<string, unknown> {
  const { ids, asOf } = trial
  return { warehouseId: ids.warehouseId, brokerId: ids.brokerId, orderIds, asOf, ...more }
}

/** Plans, and answers the plan; anything but a plan is a breach. */
export async function plan(trial: Trial, orderIds: readonly string[], more: object = {}): Promise<Answer> {
  return expectStatus(await trial.api.call('planExport', { body: planBody(trial, orderIds, more) }), 200, 201)
}

/** Approves the plan of an answer, and answers the approval. */
export async function approve(trial: Trial, planned: Answer): Promise<Answer> {
  const id = textIn(planned, 'exportId')
  const body = { planHash: textIn(planned, 'planHash'), reason: 'Conformance run.', actor: approver }
  return expectStatus(await trial.api.call('approveExport', { path: { id }, body }), 201)
}

export const approver = { type: 'person', name: 'Conformance suite' } as const

/** What the export is now. */
export async function inspect(trial: Trial, exportId: string): Promise<Answer> {
  return expectStatus(await trial.api.call('inspectExport', { path: { id: exportId } }), 200)
}

/** A new export whose gate is open: approved where the server asks for it. */
export async function executable(trial: Trial, name = 'A'): Promise<Answer> {
  const planned = await plan(trial, [await order(trial, name)])
  expectThat(planned, at(planned.value, 'readinessState') !== 'BLOCKED', 'a plan of complete facts that is not BLOCKED')
  if (at(planned.value, 'policy.requiresApproval') === true) await approve(trial, planned)
  return planned
}

/** Executes the plan of an answer, by its hash. */
export async function execute(trial: Trial, planned: Answer, key?: string): Promise<Answer> {
  const body = { batchId: textIn(planned, 'exportId'), planHash: textIn(planned, 'planHash') }
  return await trial.api.call('executeExport', { body, ...(key !== undefined && { key }) })
}

/** The types of the events of an export in order. */
export function eventTypes(inspected: Answer): readonly unknown[] {
  return listIn(inspected, 'events').map((event) => at(event, 'type'))
}

/** Asks again until the answer is there; a breach when it is not within the time. */
export async function eventually<T>(what: string, ask: () => Promise<T | undefined>, withinMs = 20_000): Promise<T> {
  const end = performance.now() + withinMs
  for (;;) {
    const found = await ask()
    if (found !== undefined) return found
    if (performance.now() > end) throw new Breach({ expected: `${what} within ${withinMs / 1000} s`, got: 'nothing' })
    await sleep(100)
  }
}
