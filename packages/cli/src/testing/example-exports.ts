import type { Attempt, Export, ExportEvent, ExportPlan, PlanSnapshot } from '@entrygo/sdk/contract'
import { exampleNamed } from '@entrygo/sdk/testing'

/** The plan with a snapshot that names its orders and products and gives each line a value. */
export function withValues(plan: ExportPlan, cents = 27_600): ExportPlan {
  const orders: Record<string, Record<string, unknown>> = {}
  const products: Record<string, Record<string, unknown>> = {}
  const byOrder = Map.groupBy(plan.treatments, ({ order_id }) => order_id)
  for (const [index, [orderId, lines]] of [...byOrder].entries()) {
    const items = lines.map(({ line_id }) => ({ lineId: line_id, lineValueUsd: cents / 100 }))
    orders[orderId] = { externalId: `WEB-${index + 1}`, items }
    for (const { product_id } of lines)
      products[product_id] ??= { externalId: 'JOURNAL-A5', description: 'Journal, hard cover' }
  }
  const blank = { warehouse: {}, broker: {}, profile: {}, shipment: {} }
  const decision: PlanSnapshot['decision'] = {
    readiness: plan.readinessState,
    included: plan.included_order_ids,
    excluded: plan.excluded_order_ids,
    findings: [],
    treatments: [],
    units: [],
    strategy: plan.strategy.hint,
  }
  return { ...plan, snapshot: { v: 1, inputs: { orders, products, ...blank }, decision } }
}

/** An export whose second attempt nobody knows the outcome of, and that the broker may hold twice. */
export function troubledExport(): Export {
  const found: unknown = exampleNamed('Inspected')
  if (!isExport(found) || found.broker_submission === null) throw new Error('the example has a submission')
  const attempts: Attempt[] = [
    attempt(1, ['2026-11-21T15:04:05.200Z', '2026-11-21T15:04:07.700Z'], ['rejected', 'smtp_451']),
    attempt(2, ['2026-11-21T15:14:07.700Z', '2026-11-21T15:14:37.700Z'], ['unknown', 'reset']),
  ]
  const last: ExportEvent = {
    id: 'evt_last',
    seq: 7,
    type: 'BROKER_SUBMISSION_UNKNOWN',
    at: '2026-11-21T15:14:37.700Z',
    data: { attempt: 2, evidence: 'reset', attempts_in_doubt: [2], duplicate_possible: true },
  }
  const approved: ExportEvent = {
    id: 'evt_approved',
    seq: 2,
    type: 'EXPORT_APPROVED',
    at: '2026-11-20T09:30:00.000Z',
    data: {
      actor: { type: 'person', name: 'Export Desk' },
      reason: 'Origin confirmed by phone with the maker, who holds the declaration.',
      expires_at: '2026-11-27T09:30:00.000Z',
    },
  }
  const [planned, , ...others] = found.events.slice(0, 6)
  if (planned === undefined) throw new Error('the example has events')
  return {
    ...found,
    state: 'needs_action',
    events: [{ ...planned, at: '2026-11-20T09:00:00.000Z' }, approved, ...others, last],
    broker_submission: {
      ...found.broker_submission,
      status: 'unknown',
      sent_at: null,
      error_message: 'The connection broke after the message had been given over.',
      attempts,
      duplicate_possible: true,
    },
  }
}

function attempt(
  n: number,
  [started_at, finished_at]: readonly [string, string],
  [outcome, evidence]: readonly [NonNullable<Attempt['outcome']>, string],
): Attempt {
  return { n, started_at, finished_at, outcome, evidence }
}

/** A test of the contract holds the examples to their schemas. */
function isExport(value: unknown): value is Export {
  return typeof value === 'object' && value !== null && 'broker_submission' in value
}
