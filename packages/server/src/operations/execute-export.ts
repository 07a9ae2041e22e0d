import type { ExecuteRequest } from '@entrygo/sdk/contract'
import { easternDate } from '../domain/dates.ts'
import { mayHaveBeenSent } from '../domain/delivery/after-restore.ts'
import { composeExecution } from '../domain/execution/compose-execution.ts'
import { gateExecution } from '../domain/execution/gate.ts'
import { executedView } from '../domain/export/view.ts'
import type { ExportHistory, PlanningRecords } from '../domain/records.ts'
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts'
import type { Caller, Expectation, Ports, Reply, Write } from '../ports.ts'
import { failpoint } from '../testing/failpoints.ts'
import { submissionBudget } from './budget.ts'
import { executeAgain } from './execute-again.ts'
import { type Decision, idempotently } from './idempotently.ts'
import { inSlices } from './in-slices.ts'
import { makePlan } from './make-plan.ts'
import { jsonReply, type WriteRequest } from './operation.ts'
import { freezePackage, prepareNotification, prepareSubmission } from './prepare-package.ts'
import { exportNotFound } from './refusals.ts'
import { refusalInQuarantine } from './unavailable.ts'

/**
 * Applies the current plan of a batch, once for ever: package, artifacts, notification and the submission to the broker
 * are committed together (201) and the hand-off starts afterwards. An executed batch answers with the same package
 * (200) and sends again only what is neither accepted nor in flight.
 */
export function executeExport(
  request: WriteRequest<ExecuteRequest>,
  caller: Caller,
  ports: Ports,
): Promise<Reply | Refusal> {
  const decide = (at: number): Promise<Decision | Refusal> => decideExecution(request.body, at, { caller, ports })
  return idempotently({ operation: 'executeExport', request, decide }, caller, ports)
}

interface Context {
  readonly caller: Caller
  readonly ports: Ports
}

async function decideExecution(request: ExecuteRequest, at: number, context: Context): Promise<Decision | Refusal> {
  const { caller, ports } = context
  const { batchId } = request
  if (batchId.startsWith('batch_dry_')) return dryRunNotExecutable(batchId)
  const quarantined = await refusalInQuarantine(ports)
  if (quarantined !== null) return quarantined
  const { accountId } = caller
  const history = await ports.store.loadExport(accountId, batchId)
  if (history === null) return exportNotFound('batchId', batchId)
  if (history.export.status === 'executed') return executeAgain({ request, history, at, accountId }, ports)
  const records = await ports.store.loadPlanningRecords(accountId, history.plan.request)
  const asOf = history.plan.request.asOf ?? easternDate(at)
  const planned = await makePlan(records, history.plan.request, { asOf, ports })
  if (isRefusal(planned)) return planned
  // The gate is that of the profile which the change expects below.
  const current: ExportHistory = { ...history, profile: records.profile }
  const refusal = gateExecution({ history: current, request, currentPlanHash: planned.planHash, now: at })
  if (refusal !== null) return refusal
  return executeFirst({ accountId, history: current, records, snapshot: planned.snapshot, at }, ports)
}

interface First {
  readonly accountId: string
  readonly history: ExportHistory
  readonly records: PlanningRecords
  /** Of the plan made anew; its hash is that of the stored plan, so the bytes are too. */
  readonly snapshot: string
  readonly at: number
}

async function executeFirst(first: First, ports: Ports): Promise<Decision | Refusal> {
  const { accountId, history, records, snapshot, at } = first
  const { warehouse, broker } = records
  if (warehouse === null || broker === null)
    throw new Error(`Export ${history.export.id} lost a record it was planned on.`)
  const exportId = history.export.id
  const frozen = await freezePackage(history, { snapshot, packageId: ports.ids.next('cp') }, ports)
  // Loaded with the first package: a process that makes none does not pay for the libraries of documents.
  const { artifactSteps } = await import('../domain/execution/artifacts/render-artifacts.ts')
  const artifacts = await inSlices(artifactSteps(frozen, ports), ports.clock)
  failpoint('execute.rendered')
  const sent = { frozen, artifacts, at }
  const prepared = await prepareSubmission({ ...sent, accountId, broker: broker.doc, revision: 1 }, ports)
  if (isRefusal(prepared)) return prepared
  const notification = await prepareNotification({ ...sent, warehouse: warehouse.doc }, ports)
  if (isRefusal(notification)) return notification
  failpoint('execute.prepared')
  const makeId = (prefix: string): string => ports.ids.next(prefix)
  const mayBeSent = mayHaveBeenSent(history.export, [], await ports.store.restoration())
  const parts = { accountId, history, frozen, artifacts, prepared, notification, makeId, at, mayBeSent }
  const composed = composeExecution({ ...parts, warehouse: warehouse.doc })
  return {
    reply: jsonReply(201, executedView(composed.history, at)),
    resourceId: exportId,
    expect: expectationsOf(records, history),
    writes: [
      submissionBudget(ports.budget, { brokerId: broker.id, at }),
      ...executedOrders(records, history),
      ...composed.writes,
    ],
    announces: exportId,
    hasEffects: true,
  }
}

/** Everything the plan looked at is still as it was; included orders are raised, which tells the same of them. */
function expectationsOf(
  { orders, products, warehouse, broker, profile }: PlanningRecords,
  history: ExportHistory,
): Expectation[] {
  const included = new Set(history.plan.body.included_order_ids)
  const asRead = [...orders.filter(({ id }) => !included.has(id)), ...products, warehouse, broker]
  return [
    ...asRead.flatMap((record): Expectation[] => {
      return record === null ? [] : [{ expect: 'record', kind: record.kind, id: record.id, rev: record.rev }]
    }),
    { expect: 'profile', rev: profile.rev },
  ]
}

/** Marks the included orders, so that of two plans over one order the second becomes stale. */
function executedOrders({ orders }: PlanningRecords, history: ExportHistory): Write[] {
  const included = new Set(history.plan.body.included_order_ids)
  const executedExport = history.export.id
  return orders
    .filter(({ id }) => included.has(id))
    .map((order) => ({ write: 'record', record: { ...order, rev: order.rev + 1, executedExport } }))
}

function dryRunNotExecutable(batchId: string): Refusal {
  return refuse(
    'DRY_RUN_NOT_EXECUTABLE',
    `${batchId} is the answer of a dry run: nothing is stored under it. Plan again without dryRun, then execute that batch.`,
    { field: 'batchId' },
  )
}
