import { setTimeout as delay } from 'node:timers/promises'
import {
  deriveKey,
  type EntryGo,
  EntryGoError,
  evaluateGate,
  executePlan,
  type GatePolicy,
  type GateReason,
  OutcomeUnknownError,
  waitForExport,
} from '@entrygo/sdk'
import type { ExportPlan, MissingData, NextAction, OrderInput, PlanRequest } from '@entrygo/sdk/contract'
import type { Desk } from './desk.ts'

/** A piece of work. Every key follows from its id: a loop that is started again with it does nothing twice. */
export interface Work {
  readonly id: string
  readonly items: readonly OrderInput[]
  readonly request: Pick<PlanRequest, 'warehouseId' | 'brokerId' | 'asOf' | 'shipment'>
}

/** Where a loop ends. Only `completed` is done; each other one says who has to do what. */
export type Ending =
  | { readonly ending: 'completed'; readonly exportId: string; readonly customsPackageId: string | null }
  | { readonly ending: 'data_missing'; readonly exportId: string; readonly missing: readonly MissingData[] }
  | { readonly ending: 'stopped'; readonly exportId: string; readonly reasons: readonly GateReason[] }
  | { readonly ending: 'declined'; readonly exportId: string }
  | { readonly ending: 'pending'; readonly exportId: string }
  | { readonly ending: 'person_needed'; readonly exportId: string; readonly action: NextAction }

export interface Loop {
  readonly client: EntryGo
  readonly policy: GatePolicy
  readonly desk: Desk
  readonly log: (line: string) => void
}

/** sync → plan → gate → (ask) → execute → wait. Decides by fields of the answers alone, never by their words. */
export async function exportOrders(work: Work, loop: Loop): Promise<Ending> {
  const { client, policy, desk, log } = loop
  const idempotencyKey = await deriveKey({ work: work.id, step: 'sync', items: work.items })
  const { data } = await client.orders.sync({ items: [...work.items], idempotencyKey })
  const orderIds = data.map(({ id }) => id)
  const { exportId, fresh } = await exportOf(work, orderIds, loop)
  for (let round = 1; round <= maxRounds; round += 1) {
    const plan = round === 1 && fresh !== null ? fresh : await plannedAgain(work, { exportId, orderIds }, loop)
    if (plan === null) return settled(exportId, loop)
    const { decision, reasons } = evaluateGate(plan, policy)
    log(`plan ${round}: ${plan.readinessState}, the gate says ${decision} (${codesOf(reasons)})`)
    if (plan.readinessState === 'BLOCKED') return { ending: 'data_missing', exportId, missing: plan.missing_data }
    if (decision === 'stop') return { ending: 'stopped', exportId, reasons }
    if (decision === 'ask') {
      const answer = await desk.ask({ work: work.id, plan, reasons })
      log(`a person says: ${answer}`)
      if (answer === 'declined') return { ending: 'declined', exportId }
      if (answer === 'overtaken') continue
    }
    const step = await executed(plan, loop)
    log(`execute: ${step}`)
    if (step === 'executed') return settled(exportId, loop)
    // The plan is not what it was: what was decided about it does not count for the next one.
  }
  return { ending: 'person_needed', exportId, action: 'CHANGE_AND_REPLAN' }
}

/** A plan that changes faster than it is looked at is for a person. */
const maxRounds = 4

/** The one export of this work: its key follows from the work alone. `fresh` is null where an earlier run made it. */
async function exportOf(
  { id, request }: Work,
  orderIds: string[],
  { client }: Loop,
): Promise<{ exportId: string; fresh: ExportPlan | null }> {
  const idempotencyKey = await deriveKey({ work: id, step: 'plan' })
  const { data, meta } = await client.plan.withMeta({ ...request, orderIds, idempotencyKey })
  return { exportId: data.exportId, fresh: meta.replayed ? null : data }
}

/** What the export would be by what is known now; null when it was executed before. */
async function plannedAgain(
  { request }: Work,
  { exportId: batchId, orderIds }: { readonly exportId: string; readonly orderIds: string[] },
  { client }: Loop,
): Promise<ExportPlan | null> {
  const found = await client.plan.safe({ ...request, batchId, orderIds })
  if (found.ok) return found.data
  if (found.error.code === 'EXPORT_ALREADY_EXECUTED') return null
  throw found.error
}

/** Executes this very plan. The key follows from its hash, so that each repetition is the same execution. */
async function executed(plan: ExportPlan, { client, policy, log }: Loop): Promise<'executed' | 'plan again'> {
  const { exportId, planHash } = plan
  const idempotencyKey = await deriveKey({ step: 'execute', exportId, planHash })
  for (let attempt = 1; ; attempt += 1) {
    try {
      await executePlan(client, { plan, policy, approvedPlanHash: planHash, idempotencyKey })
      return 'executed'
    } catch (error) {
      if (error instanceof OutcomeUnknownError && attempt < maxAttempts) {
        // The write may have happened. The truth is asked for; only when it has not, the same key goes out again.
        const { status } = await client.inspect({ id: exportId })
        log(`execute: ${error.code}; inspect says ${status}`)
        if (status === 'executed') return 'executed'
        await delay(50 * attempt)
        continue
      }
      // GATE_REFUSED: the approval died between the answer and now.
      if (error instanceof EntryGoError && planAgainCodes.has(error.code)) {
        log(`execute: ${error.code}`)
        return 'plan again'
      }
      throw error
    }
  }
}

const maxAttempts = 5
const planAgainCodes: ReadonlySet<string> = new Set([
  'PLAN_STALE',
  'PLAN_HASH_MISMATCH',
  'APPROVAL_REQUIRED',
  'GATE_REFUSED',
])

/** Waits for the hand-off. What a person has to decide is never sent again from here. */
export async function settled(exportId: string, { client, log }: Loop): Promise<Ending> {
  try {
    const found = await waitForExport(client, exportId, { timeoutMs: 60_000 })
    log(`inspect: ${found.state}, ${found.next_recommended_action}`)
    const { state, customs_package_id: customsPackageId, next_recommended_action: action } = found
    return state === 'completed'
      ? { ending: 'completed', exportId, customsPackageId }
      : { ending: 'person_needed', exportId, action }
  } catch (error) {
    if (error instanceof EntryGoError && error.code === 'WAIT_TIMEOUT') return { ending: 'pending', exportId }
    throw error
  }
}

function codesOf(reasons: readonly GateReason[]): string {
  return reasons.length === 0 ? 'no reason against it' : reasons.map(({ code }) => code).join(', ')
}
