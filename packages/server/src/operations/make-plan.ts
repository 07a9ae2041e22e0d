import { partiesAhead } from '../domain/planning/parties-ahead.ts'
import { type PlanContext, type Planned, planExport } from '../domain/planning/plan-export.ts'
import { planTooLong } from '../domain/planning/plan-size.ts'
import type { PlannedRequest, PlanningRecords } from '../domain/records.ts'
import type { Refusal } from '../domain/refusal.ts'
import { screenAhead } from '../domain/screening/screen-ahead.ts'
import type { Ports } from '../ports.ts'
import { inSlices } from './in-slices.ts'

/**
 * The plan of these records by the pack and the lists that are loaded; the parties are looked up in slices before it. A
 * refusal when it is too long to be hashed.
 */
export async function makePlan(
  records: PlanningRecords,
  request: PlannedRequest,
  { asOf, ports }: { readonly asOf: string; readonly ports: Pick<Ports, 'rulePack' | 'screening' | 'clock'> },
): Promise<Planned | Refusal> {
  const { rulePack: pack, screening, clock } = ports
  const ahead = screening && (await inSlices(screenAhead(screening, partiesAhead(records)), clock))
  return planned(records, request, { asOf, pack, screening: ahead })
}

function planned(records: PlanningRecords, request: PlannedRequest, context: PlanContext): Planned | Refusal {
  try {
    return planExport(records, request, context)
  } catch (error) {
    // What V8 throws for a text of 2^29 characters or more.
    if (error instanceof RangeError && error.message === 'Invalid string length') return planTooLong()
    throw error
  }
}
