import type { Issue, PlanRequest } from '@entrygo/sdk/contract'
import { planLimitRefusal } from '../domain/planning/plan-limits.ts'
import type { PlannedRequest, PlanningRecords } from '../domain/records.ts'
import { type Refusal, refuseIssues } from '../domain/refusal.ts'
import { maxIssues } from '../domain/setup/upsert-records.ts'
import type { Ports } from '../ports.ts'
import { outOfScope } from './refusals.ts'

/** The only destination that can be planned. */
const destination = 'US'

/** The records of a request that can be planned, read in one snapshot; else why it cannot, scope before all else. */
export async function loadPlannable(
  body: PlanRequest,
  accountId: string,
  ports: Ports,
): Promise<PlanningRecords | Refusal> {
  const { warehouseId, brokerId, orderIds, destinationCountry = destination } = body
  const records = await ports.store.loadPlanningRecords(accountId, { orderIds, warehouseId, brokerId })
  if (records.warehouse === null) return outOfScope('warehouseId', warehouseId)
  if (records.broker === null) return outOfScope('brokerId', brokerId)
  if (destinationCountry !== destination) return unsupportedDestination(destinationCountry)
  return unknownOrders(orderIds, records) ?? planLimitRefusal(records) ?? records
}

/** What is kept of the request, so that execute can plan the same again. */
export function plannedRequestOf(body: PlanRequest): PlannedRequest {
  return {
    warehouseId: body.warehouseId,
    brokerId: body.brokerId,
    orderIds: [...body.orderIds].sort(),
    destinationCountry: body.destinationCountry ?? destination,
    ...(body.asOf === undefined ? {} : { asOf: body.asOf }),
    shipment: body.shipment ?? {},
  }
}

function unsupportedDestination(country: string): Refusal {
  const message = `Exports to ${country} cannot be planned. Only ${destination} is supported: leave the field out or send "${destination}".`
  const issue: Issue = { path: 'destinationCountry', code: 'invalid_literal', message }
  return refuseIssues('UNSUPPORTED_DESTINATION', message, [issue])
}

function unknownOrders(orderIds: readonly string[], { orders }: PlanningRecords): Refusal | null {
  const known = new Set(orders.map(({ id }) => id))
  const issues = orderIds.flatMap((id, index): Issue[] => {
    if (known.has(id)) return []
    const message = `There is no order ${id}; sync it first and use the id that the answer gives.`
    return [{ path: `orderIds.${index}`, code: 'unknown_reference', message }]
  })
  if (issues.length === 0) return null
  const { length } = issues
  const message =
    length > maxIssues
      ? `${length} of the orderIds are not orders of this account; the first ${maxIssues} of them are named.`
      : 'Some orderIds are not orders of this account.'
  return refuseIssues('UNKNOWN_ORDER', message, issues.slice(0, maxIssues))
}
