import { compareFindings, type Finding } from '../rules/findings.ts'
import type { KnownChange } from '../rules/rule-pack.ts'
import { engineCitation as citation, engineRuleRevision as ruleRevision } from './engine-rule-records.ts'
import type { PlanningOrder } from './snapshot.ts'

/** The findings of PLAN-01 and PLAN-02 added to those of the pack. */
export function withEngineFindings(
  judged: { readonly orderId: string; readonly findings: readonly Finding[] },
  order: PlanningOrder,
  destinationCountry: string,
): readonly Finding[] {
  const own = [
    ...(order.destinationCountry === destinationCountry
      ? []
      : [otherDestination(judged.orderId, order, destinationCountry)]),
    ...(order.executedExport === undefined ? [] : [alreadyExported(judged.orderId, order.executedExport)]),
  ]
  return own.length === 0 ? judged.findings : [...own, ...judged.findings].sort(compareFindings)
}

/** PLAN-03: known changes of law after the day of planning and up to the entry date. Not hashed: it passes with time. */
export function lawChangeFindings(
  knownChanges: readonly KnownChange[],
  { asOf, entryDate }: { readonly asOf: string; readonly entryDate: string | undefined },
): Finding[] {
  if (entryDate === undefined) return []
  return knownChanges
    .filter(({ date }) => asOf < date && date <= entryDate)
    .map((change) => ({
      ruleId: 'PLAN-03',
      ruleRevision,
      severity: 'INFO',
      code: 'NOTICE',
      message: `The law changes on ${change.date}, before the entry on ${entryDate}: ${change.change} Plan again after that day.`,
      pointer: '/shipment/estimatedEntryDate',
      field: 'estimatedEntryDate',
      fix: { field: 'estimatedEntryDate', example: asOf, who: 'owner' },
      citation: change.citation,
      confidence: 'M',
      flags: ['LAW_CHANGES_BEFORE_ENTRY'],
    }))
}

function otherDestination(orderId: string, order: PlanningOrder, destinationCountry: string): Finding {
  return {
    ruleId: 'PLAN-01',
    ruleRevision,
    severity: 'BLOCK',
    code: 'NOT_ALLOWED',
    message: `The order goes to ${order.destinationCountry} and the plan to ${destinationCountry}; leave it out or correct its destination.`,
    pointer: `/orders/${orderId}/destinationCountry`,
    orderId,
    field: 'destinationCountry',
    expected: [destinationCountry],
    fix: { field: 'destinationCountry', example: destinationCountry, who: 'owner' },
    citation,
    confidence: 'H',
    flags: [],
  }
}

function alreadyExported(orderId: string, exportId: string): Finding {
  return {
    ruleId: 'PLAN-02',
    ruleRevision,
    severity: 'REVIEW',
    code: 'CHECK',
    message: `The order left with export ${exportId} already; leave it out unless it is to be exported twice.`,
    pointer: `/orders/${orderId}/executedExport`,
    orderId,
    field: 'orderIds',
    fix: { field: 'orderIds', example: `orderIds without ${orderId}`, who: 'warehouse' },
    citation,
    confidence: 'H',
    flags: ['ORDER_ALREADY_EXPORTED'],
  }
}
