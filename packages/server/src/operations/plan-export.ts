import type { ExportPlan, PlanRequest } from '@entrygo/sdk/contract'
import { easternDate } from '../domain/dates.ts'
import { appendEvents, exportBatchCreated, exportPlanned, exportReplanned } from '../domain/export/events.ts'
import { policyNow } from '../domain/export/policy-now.ts'
import { dryRunStanding, type Standing, standingOf } from '../domain/export/state.ts'
import type { Planned } from '../domain/planning/plan-export.ts'
import { planSizeRefusal } from '../domain/planning/plan-size.ts'
import { planText } from '../domain/planning/plan-text.ts'
import type { ExportHistory, ExportRecord, PlanningRecords, PlanRecord, StoredProfile } from '../domain/records.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import type { Caller, Ports, Reply, Write } from '../ports.ts'
import { type Decision, idempotently } from './idempotently.ts'
import { inSlices } from './in-slices.ts'
import { makePlan } from './make-plan.ts'
import type { WriteRequest } from './operation.ts'
import { loadPlannable, plannedRequestOf } from './plannable.ts'
import { alreadyExecuted, exportNotFound } from './refusals.ts'

/**
 * Decides what should happen to these orders. A new batch is stored with its plan (201); a re-plan stores a plan only
 * when its hash is another one, and a dry run stores none (200).
 */
export function planExport(request: WriteRequest<PlanRequest>, caller: Caller, ports: Ports): Promise<Reply | Refusal> {
  const decide = (at: number): Promise<Decision | Refusal> => decidePlan(request.body, at, { caller, ports })
  return idempotently({ operation: 'planExport', request, decide }, caller, ports)
}

interface Context {
  readonly caller: Caller
  readonly ports: Ports
}

async function decidePlan(body: PlanRequest, at: number, { caller, ports }: Context): Promise<Decision | Refusal> {
  const records = await loadPlannable(body, caller.accountId, ports)
  if (isRefusal(records)) return records
  const { batchId } = body
  const history = batchId === undefined ? null : await ports.store.loadExport(caller.accountId, batchId)
  if (batchId !== undefined && history === null) return exportNotFound('batchId', batchId)
  if (history?.export.status === 'executed') return alreadyExecuted(history.export.id)
  const asOf = body.asOf ?? easternDate(at)
  const planned = await makePlan(records, plannedRequestOf(body), { asOf, ports })
  if (isRefusal(planned)) return planned
  const tooLong = planSizeRefusal(planned)
  if (tooLong !== null) return tooLong
  const bodyText = await inSlices(planText(planned.body), ports.clock)
  const made: Made = { body, planned, bodyText, at, ports, profile: records.profile }
  if (body.dryRun === true) return dryRun(made, batchId ?? ports.ids.next('batch_dry'))
  return history === null ? newBatch(made) : rePlan(made, history)
}

interface Made {
  readonly body: PlanRequest
  readonly planned: Planned
  /** The plan's body as JSON: most of what is answered and of what is stored. */
  readonly bodyText: string
  readonly at: number
  readonly ports: Ports
  readonly profile: PlanningRecords['profile']
}

function dryRun(made: Made, id: string): Decision {
  const standing = dryRunStanding(made.planned.body)
  const answer = answerOf(made, { id, status: 'dry_run', standing, profile: made.profile })
  return { reply: textReply(200, answer), resourceId: id, writes: [] }
}

async function newBatch(made: Made): Promise<Decision> {
  const { at, ports, planned } = made
  const id = ports.ids.next('batch')
  const before: ExportRecord = { id, status: 'planned', planNo: 1, eventSeq: 0, version: 0, createdAt: at }
  const { planHash, body } = planned
  const facts = [exportPlanned(planHash, body.readinessState), exportBatchCreated(id, body.included_order_ids.length)]
  const appended = appendEvents(before, facts, { makeId: () => ports.ids.next('evt'), at })
  const plan = planRecord(made, 1)
  const writes: Write[] = [
    { write: 'newExport', export: appended.export },
    await planWrite(made, id, plan),
    ...appended.events.map((event): Write => ({ write: 'event', exportId: id, event })),
  ]
  const history = { ...neverExecuted, export: appended.export, plan, profile: made.profile, events: appended.events }
  return { reply: textReply(201, storedAnswer(made, history)), resourceId: id, writes, announces: id }
}

async function rePlan(made: Made, history: ExportHistory): Promise<Decision> {
  const { at, ports, planned } = made
  const { id, planNo } = history.export
  const current = { ...history, profile: made.profile }
  if (planned.planHash === history.plan.planHash) {
    return { reply: textReply(200, storedAnswer(made, current)), resourceId: id, writes: [] }
  }
  const facts = [exportReplanned(planned.planHash, history.plan.planHash, planned.body.readinessState)]
  const before = { ...history.export, planNo: planNo + 1 }
  const appended = appendEvents(before, facts, { makeId: () => ports.ids.next('evt'), at })
  const plan = planRecord(made, planNo + 1)
  const writes: Write[] = [
    { write: 'export', export: appended.export },
    await planWrite(made, id, plan),
    ...appended.events.map((event): Write => ({ write: 'event', exportId: id, event })),
  ]
  const answer = storedAnswer(made, { ...current, export: appended.export, plan })
  return { reply: textReply(200, answer), resourceId: id, writes, announces: id }
}

const neverExecuted = {
  approvals: [],
  execution: null,
  package: null,
  artifacts: [],
  notifications: [],
  submissions: [],
} as const

function planRecord({ body, planned, at }: Made, planNo: number): PlanRecord {
  return {
    planNo,
    planHash: planned.planHash,
    readinessState: planned.body.readinessState,
    request: plannedRequestOf(body),
    body: planned.body,
    decision: planned.decision,
    plannedAt: at,
  }
}

async function planWrite({ planned, bodyText, ports }: Made, exportId: string, plan: PlanRecord): Promise<Write> {
  const decision = await inSlices(planText(planned.decision), ports.clock)
  const documents = `{"request":${JSON.stringify(plan.request)},"body":${bodyText},"decision":${decision}}`
  return { write: 'plan', exportId, plan, snapshot: planned.snapshot, documents }
}

function storedAnswer(made: Made, history: ExportHistory): string {
  const { id, status } = history.export
  const standing = standingOf(history, policyNow(history), made.at)
  return answerOf(made, { id, status, standing, profile: history.profile })
}

interface Shown {
  readonly id: string
  readonly status: ExportPlan['status']
  readonly standing: Standing
  readonly profile: StoredProfile
}

/** An `ExportPlan` as JSON. */
function answerOf(made: Made, { id, status, standing, profile }: Shown): string {
  const { body, planned, bodyText } = made
  const { state, next_recommended_action } = standing
  const policy = policyNow({ plan: planRecord(made, 1), profile })
  const head = JSON.stringify({ exportId: id, batch_id: id, state, status })
  const tail = JSON.stringify({ policy, next_recommended_action })
  const snapshot = body.includeSnapshot === true ? `,"snapshot":${planned.snapshot}` : ''
  return `${head.slice(0, -1)},${bodyText.slice(1, -1)},${tail.slice(1, -1)}${snapshot}}`
}

function textReply(status: number, body: string): Reply {
  return { status, contentType: 'application/json', body }
}
