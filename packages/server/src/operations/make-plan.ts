import { partiesAhead } from '../domain/planning/parties-ahead.ts'
import { type Planned, planExport } from '../domain/planning/plan-export.ts'
import type { PlannedRequest, PlanningRecords } from '../domain/records.ts'
import { screenAhead } from '../domain/screening/screen-ahead.ts'
import type { Ports } from '../ports.ts'
import { inSlices } from './in-slices.ts'

/** The plan of these records by the pack and the lists that are loaded; the parties are looked up in slices before it. */
export async function makePlan(
  records: PlanningRecords,
  request: PlannedRequest,
  { asOf, ports }: { readonly asOf: string; readonly ports: Ports },
): Promise<Planned> {
  const { rulePack: pack, screening, clock } = ports
  if (screening === null) return planExport(records, request, { asOf, pack })
  const ahead = await inSlices(screenAhead(screening, partiesAhead(records)), clock)
  return planExport(records, request, { asOf, pack, screening: ahead })
}
