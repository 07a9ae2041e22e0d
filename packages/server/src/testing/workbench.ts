import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExecuteRequest, ExportPlan, PlanRequest, SubmissionType } from '@entrygo/sdk/contract'
import { publicDestinations } from '../domain/delivery/destination-url.ts'
import type { DeliveryState, DeliveryTransport, SubmissionRecord } from '../domain/records.ts'
import type { Refusal } from '../domain/refusal.ts'
import { isRefusal } from '../domain/refusal.ts'
import type { RulePack } from '../domain/rules/rule-pack.ts'
import type { PartyScreening } from '../domain/screening/party-screening.ts'
import { loadColumnMaps } from '../edge/column-maps.ts'
import { documentFonts } from '../edge/document-fonts.ts'
import type { WriteRequest } from '../operations/operation.ts'
import { operations } from '../operations/operations.ts'
import type { Ports, Reply, Transport } from '../ports.ts'
import { loadRulePack } from '../rule-pack-files.ts'
import { openSqliteStore, type SqliteStore } from '../storage/sqlite/sqlite-store.ts'
import {
  aBroker,
  anOrder,
  aProduct,
  aProfile,
  aWarehouse,
  completeShipment,
  testAccountId,
  testAsOf,
} from './builders.ts'
import {
  aCaller,
  countingIds,
  type FixedClock,
  fixedClock,
  type ManualTimers,
  plainMail,
  type RecordingLog,
  type RecordingTransport,
  recordingLog,
  recordingTransport,
} from './fakes.ts'

/** Everything an operation needs, on a real store in a folder of its own; only the edge is fake. */
export interface Workbench {
  readonly ports: Ports
  readonly store: SqliteStore
  readonly clock: FixedClock
  readonly log: RecordingLog
  readonly transport: RecordingTransport
  /** Holds the database, as the data folder of a server. */
  readonly folder: string
  /** How often the dispatcher was told to look. */
  readonly wakes: () => number
  readonly close: () => Promise<void>
}

export interface WorkbenchSettings {
  readonly budgetLimit?: number
  readonly submissionTypes?: readonly SubmissionType[]
  readonly screening?: PartyScreening
}

export async function openWorkbench(settings: WorkbenchSettings = {}): Promise<Workbench> {
  const folder = mkdtempSync(join(tmpdir(), 'entrygo-operations-'))
  const clock = fixedClock()
  const log = recordingLog()
  const transport = recordingTransport()
  const store = await openSqliteStore({ file: join(folder, 'entrygo.sqlite') })
  let wakes = 0
  const ports: Ports = {
    store,
    clock,
    ids: countingIds(),
    rulePack: rulePack(),
    screening: settings.screening ?? null,
    transports: new Map<DeliveryTransport, Transport>(
      [...(settings.submissionTypes ?? ['email', 'byob_email']), 'webhook' as const].map((way) => [way, transport]),
    ),
    mail: plainMail,
    destinations: publicDestinations,
    fonts: documentFonts,
    columnMaps: loadColumnMaps(),
    log,
    budget: { limit: settings.budgetLimit ?? 1_000, windowMs: 60_000 },
    wakeDispatcher: () => {
      wakes += 1
    },
  }
  const close = async (): Promise<void> => {
    await store.close()
    rmSync(folder, { recursive: true })
  }
  return { ports, store, clock, log, transport, folder, wakes: () => wakes, close }
}

export interface SetUp {
  readonly warehouseId: string
  readonly brokerId: string
  readonly productId: string
  readonly orderId: string
}

/** A complete account: profile, warehouse, broker, a product and an order of it; a plan over it is READY. */
export async function setUpAccount(ports: Ports, accountId: string = testAccountId): Promise<SetUp> {
  const caller = aCaller(accountId)
  await operations.putAccountProfile(aWrite(aProfile({ accountId })), caller, ports)
  const warehouse = await operations.syncWarehouses(aWrite({ accountId, items: [aWarehouse()] }), caller, ports)
  const broker = await operations.syncBrokers(aWrite({ accountId, items: [aBroker()] }), caller, ports)
  const product = await operations.syncProducts(aWrite({ accountId, items: [aProduct()] }), caller, ports)
  const productId = firstId(product)
  const order = await operations.syncOrders(aWrite({ accountId, items: [anOrder(productId)] }), caller, ports)
  return { warehouseId: firstId(warehouse), brokerId: firstId(broker), productId, orderId: firstId(order) }
}

export function aWrite<Body>(body: Body, idempotencyKey: string | null = null): WriteRequest<Body> {
  return { body, params: {}, idempotencyKey }
}

export function aPlanRequest(setUp: SetUp, more: Partial<PlanRequest> = {}): PlanRequest {
  const { warehouseId, brokerId, orderId } = setUp
  const known = { accountId: testAccountId, asOf: testAsOf, shipment: completeShipment }
  return { ...known, warehouseId, brokerId, orderIds: [orderId], ...more }
}

/** Plans the order of the set-up and answers the plan. */
export async function plan(ports: Ports, setUp: SetUp, more: Partial<PlanRequest> = {}): Promise<ExportPlan> {
  const caller = aCaller(more.accountId)
  return bodyOf(await operations.planExport(aWrite(aPlanRequest(setUp, more)), caller, ports))
}

export function execute(
  ports: Ports,
  batchId: string,
  { key = null, ...more }: Partial<ExecuteRequest> & { key?: string | null } = {},
): Promise<Reply | Refusal> {
  const body = { accountId: testAccountId, batchId, ...more }
  return operations.executeExport(aWrite(body, key), aCaller(body.accountId), ports)
}

/** The newest revision of the export's submission. */
export async function latestSubmission({ store }: Workbench, exportId: string): Promise<SubmissionRecord | undefined> {
  return (await store.loadExport(testAccountId, exportId))?.submissions.at(-1)
}

/** Waits until the newest submission stands in this state; rejects after five seconds. */
export async function reachesState(bench: Workbench, exportId: string, state: DeliveryState): Promise<void> {
  const deadline = performance.now() + 5_000
  while ((await latestSubmission(bench, exportId))?.state !== state) {
    if (performance.now() > deadline) throw new Error(`The submission of ${exportId} did not become ${state}.`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

/** Passes time, step by step, until something holds; rejects after ten seconds of the real clock. */
export async function passing(
  timers: ManualTimers,
  stepMs: number,
  holds: () => Promise<boolean> | boolean,
): Promise<void> {
  const deadline = performance.now() + 10_000
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error('What the test waits for did not come.')
    timers.advance(stepMs)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** The JSON of an answer; fails the test when the request was refused. */
export function bodyOf(answer: Reply | Refusal): ReturnType<typeof JSON.parse> {
  if (isRefusal(answer))
    throw new Error(`refused: ${answer.errorCode} ${answer.message} ${JSON.stringify(answer.details)}`)
  return JSON.parse(typeof answer.body === 'string' ? answer.body : new TextDecoder().decode(answer.body))
}

export function statusOf(answer: Reply | Refusal): number {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.errorCode} ${answer.message}`)
  return answer.status
}

/** The error code of a refusal; fails the test when the request was answered. */
export function refusalOf(answer: Reply | Refusal): Refusal {
  if (!isRefusal(answer)) throw new Error(`not refused: ${answer.status} ${String(answer.body)}`)
  return answer
}

function firstId(answer: Reply | Refusal): string {
  return bodyOf(answer).data[0].id
}

let loaded: RulePack | undefined

function rulePack(): RulePack {
  loaded ??= loadRulePack()
  return loaded
}
