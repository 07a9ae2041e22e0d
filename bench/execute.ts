import { performance } from 'node:perf_hooks'
import type { ArtifactType } from '@entrygo/sdk/contract'
import { canonicalMap, columnMapSteps } from '../packages/server/src/domain/execution/artifacts/column-map.ts'
import { invoiceHtml } from '../packages/server/src/domain/execution/artifacts/invoice-html.ts'
import { invoiceJson } from '../packages/server/src/domain/execution/artifacts/invoice-json.ts'
import { jsonText } from '../packages/server/src/domain/execution/artifacts/json-text.ts'
import { manifest } from '../packages/server/src/domain/execution/artifacts/manifest.ts'
import { packingList } from '../packages/server/src/domain/execution/artifacts/packing-list.ts'
import { invoicePdf } from '../packages/server/src/domain/execution/artifacts/pdf/invoice-pdf.ts'
import { renderedArtifact } from '../packages/server/src/domain/execution/artifacts/rendered-artifact.ts'
import { composeExecution } from '../packages/server/src/domain/execution/compose-execution.ts'
import type { FrozenPackage } from '../packages/server/src/domain/execution/frozen-package.ts'
import { executedView } from '../packages/server/src/domain/export/view.ts'
import { isRefusal } from '../packages/server/src/domain/refusal.ts'
import { inOneGo, type Steps } from '../packages/server/src/domain/work-in-steps.ts'
import { systemClock } from '../packages/server/src/edge/clock.ts'
import { documentFonts } from '../packages/server/src/edge/document-fonts.ts'
import { makePlan } from '../packages/server/src/operations/make-plan.ts'
import { jsonReply } from '../packages/server/src/operations/operation.ts'
import { operations } from '../packages/server/src/operations/operations.ts'
import {
  freezePackage,
  prepareNotification,
  prepareSubmission,
} from '../packages/server/src/operations/prepare-package.ts'
import type { Ports } from '../packages/server/src/ports.ts'
import { testAccountId, testAsOf } from '../packages/server/src/testing/builders.ts'
import { aCaller } from '../packages/server/src/testing/fakes.ts'
import {
  aWrite,
  bodyOf,
  execute,
  openWorkbench,
  type SetUp,
  setUpAccount,
  statusOf,
} from '../packages/server/src/testing/workbench.ts'
import { mailComposer } from '../packages/server/src/transports/mail-bytes.ts'
import { approvedExport, treatedProducts } from './exports-to-execute.ts'
import { median, type Row } from './support.ts'

const size = { orders: 20, lines: 10 }
const rounds = 15

/** The whole execute operation inside the server, on the store it has, and then its parts one by one. */
export async function bench(): Promise<Row[]> {
  const workbench = await openWorkbench({ budgetLimit: 100_000 })
  const mail = mailComposer({ from: 'exports@entrygo.example', messageIdDomain: 'entrygo.example' })
  const ports = { ...workbench.ports, clock: systemClock, mail }
  const setUp = await setUpAccount(ports)
  const plain = await measure(ports, setUp, 'Bound paper exercise book, A5, ruled, 120 leaves')
  const embedded = await measure(ports, setUp, 'Тетрадь в линейку, А5, 120 листов')
  await workbench.close()
  return [
    limited('execute of 20 orders × 10 lines with all six artifacts, inside the server', plain.get(whole), 60),
    limited('of it the PDF, text within WinAnsi', plain.get('cci_pdf'), 25),
    { what: 'of it the rest, ms by the clock/of processor time', measured: restOf(plain), beside: 'each by itself' },
    {
      what: 'the same with text outside WinAnsi',
      measured: figure(embedded.get(whole)),
      beside: `within WinAnsi: ${figure(plain.get(whole))}`,
    },
    { what: 'of it the PDF, fonts embedded', measured: figure(embedded.get('cci_pdf')), beside: 'no limit' },
  ]
}

type Measured = ReadonlyMap<string, readonly Lap[]>

const whole = 'the whole'

function figure(laps: readonly Lap[] = []): string {
  const took = laps.map((lap) => lap.took)
  const processor = median(laps.map((lap) => lap.processor))
  return `${median(took).toFixed(1)} ms (least ${Math.min(...took).toFixed(1)}; processor time ${processor.toFixed(1)})`
}

function limited(what: string, laps: readonly Lap[] = [], limitMs: number): Row {
  const isMet = median(laps.map(({ took }) => took)) <= limitMs
  return { what, measured: figure(laps), beside: 'limit', goal: `≤ ${limitMs} ms`, isMet }
}

/** All but the PDF, which has a row of its own: milliseconds by the clock and, behind the stroke, of processor time. */
function restOf(measured: Measured): string {
  return [...measured]
    .filter(([name]) => name !== 'cci_pdf' && name !== whole)
    .map(([name, laps]) => {
      const [took, processor] = [median(laps.map((lap) => lap.took)), median(laps.map((lap) => lap.processor))]
      return `${name} ${took.toFixed(1)}/${processor.toFixed(1)}`
    })
    .join(', ')
}

async function measure(ports: Ports, setUp: SetUp, description: string): Promise<Measured> {
  const items = treatedProducts(description)
  const synced = await operations.syncProducts(aWrite({ accountId: testAccountId, items }), aCaller(), ports)
  const productIds: string[] = bodyOf(synced).data.map(({ id }: { id: string }) => id)
  const measured = new Map<string, Lap[]>()
  for (let round = -warmUps; round < rounds; round += 1) {
    const wanted = { size, productIds }
    const stopwatch = openStopwatch()
    await executed(await approvedExport({ ports }, setUp, wanted), stopwatch, ports)
    await timeParts(await approvedExport({ ports }, setUp, wanted), { stopwatch, ports })
    if (round < 0) continue
    for (const [name, lap] of stopwatch.laps) measured.set(name, [...(measured.get(name) ?? []), lap])
  }
  return measured
}

const warmUps = 10

interface Lap {
  /** By the clock, milliseconds. */
  readonly took: number
  /** Of the process with its collector, milliseconds: what a busy machine leaves nearly as it is. */
  readonly processor: number
}

interface Stopwatch {
  readonly laps: Map<string, Lap>
  time<T>(name: string, work: () => T): T
  timeAsync<T>(name: string, work: () => Promise<T>): Promise<T>
}

function openStopwatch(): Stopwatch {
  const laps = new Map<string, Lap>()
  const add = (name: string, { took, processor }: Lap): void => {
    const before = laps.get(name) ?? { took: 0, processor: 0 }
    laps.set(name, { took: before.took + took, processor: before.processor + processor })
  }
  return {
    laps,
    time(name, work) {
      const lap = startLap()
      const result = work()
      add(name, lap())
      return result
    },
    async timeAsync(name, work) {
      const lap = startLap()
      const result = await work()
      add(name, lap())
      return result
    },
  }
}

function startLap(): () => Lap {
  const started = performance.now()
  const { user, system } = process.cpuUsage()
  return () => {
    const now = process.cpuUsage()
    return { took: performance.now() - started, processor: (now.user - user + now.system - system) / 1_000 }
  }
}

/** The operation itself; reading and writing are timed in it. */
async function executed(exportId: string, { timeAsync }: Stopwatch, ports: Ports): Promise<void> {
  const { store } = ports
  const watched: Ports = {
    ...ports,
    store: {
      ...store,
      loadExport: (...asked) => timeAsync('load', () => store.loadExport(...asked)),
      loadPlanningRecords: (...asked) => timeAsync('load', () => store.loadPlanningRecords(...asked)),
      commit: (change) => timeAsync('commit', () => store.commit(change)),
    },
  }
  const answer = await timeAsync(whole, () => execute(watched, exportId))
  if (statusOf(answer) !== 201) throw new Error('The measured export was executed before.')
}

interface Timing {
  readonly stopwatch: Stopwatch
  readonly ports: Ports
}

/** What execute computes between reading and writing, step by step; nothing is written. */
async function timeParts(exportId: string, { stopwatch, ports }: Timing): Promise<void> {
  const { time, timeAsync } = stopwatch
  const history = await ports.store.loadExport(testAccountId, exportId)
  if (history === null) throw new Error(`There is no export ${exportId}.`)
  const records = await ports.store.loadPlanningRecords(testAccountId, history.plan.request)
  const { warehouse, broker } = records
  if (warehouse === null || broker === null) throw new Error('The export has no warehouse or no broker.')
  const context = { asOf: testAsOf, ports }
  const planned = await timeAsync('plan again', () => makePlan(records, history.plan.request, context))
  if (isRefusal(planned) || planned.planHash !== history.plan.planHash) throw new Error('The plan is another now.')
  const ids = { snapshot: planned.snapshot, packageId: ports.ids.next('cp') }
  const frozen = await timeAsync('package', () => freezePackage(history, ids, ports))
  const artifacts = rendered(frozen, stopwatch)
  const at = ports.clock.now()
  const told = { frozen, artifacts, at }
  const submission = { ...told, accountId: testAccountId, broker: broker.doc, revision: 1 }
  const prepared = await timeAsync('mail', () => prepareSubmission(submission, ports))
  const notification = await prepareNotification({ ...told, warehouse: warehouse.doc }, ports)
  if (isRefusal(prepared) || isRefusal(notification)) throw new Error('The message was refused.')
  const makeId = (prefix: string): string => ports.ids.next(prefix)
  const parts = { accountId: testAccountId, history, frozen, artifacts, prepared, notification, makeId, at }
  time('writes and answer', () => {
    const composed = composeExecution({ ...parts, warehouse: warehouse.doc })
    jsonReply(201, executedView(composed.history, at))
  })
}

type Files = ReturnType<typeof artifactOf>[]

function rendered(frozen: FrozenPackage, { time }: Stopwatch): Files {
  // What execute makes the JSON of is made before the PDF, which looks for its letters there.
  const json = inOneGo(invoiceJson(frozen))
  const one = (type: ArtifactType, make: () => Steps<readonly (string | Uint8Array)[]>): Files[number] =>
    time(type, () => artifactOf(type, inOneGo(make())))
  const named = [
    one('cci_human_readable', () => invoiceHtml(frozen)),
    one('cci_pdf', () => invoicePdf(frozen, documentFonts, json)),
    one('cci_csv', () => columnMapSteps(frozen, canonicalMap)),
    one('cci_json', () => invoiceJson(frozen)),
    one('packing_list', () => packingList(frozen)),
  ]
  return [...named, time('manifest', () => artifactOf('manifest', [jsonText(manifest(frozen, named))]))]
}

function artifactOf(type: ArtifactType, pieces: readonly (string | Uint8Array)[]) {
  return inOneGo(renderedArtifact(type, { filename: type, mediaType: 'application/octet-stream' }, pieces))
}
