import { partiesAhead } from '../domain/planning/parties-ahead.ts'
import { type Planned, planInSteps } from '../domain/planning/plan-export.ts'
import { planTooLong } from '../domain/planning/plan-size.ts'
import type { PlannedRequest, PlanningRecords } from '../domain/records.ts'
import type { Refusal } from '../domain/refusal.ts'
import { screenAhead } from '../domain/screening/screen-ahead.ts'
import type { Ports } from '../ports.ts'
import { inSlices } from './in-slices.ts'
import { createTurns } from './turns.ts'

/**
 * The plan of these records by the pack and the lists that are loaded; the parties are looked up before it, both in slices.
 * A refusal when it is too long to be hashed.
 */
export async function makePlan(
  records: PlanningRecords,
  request: PlannedRequest,
  { asOf, ports }: { readonly asOf: string; readonly ports: Pick<Ports, 'rulePack' | 'screening' | 'clock'> },
): Promise<Planned | Refusal> {
  const { rulePack: pack, screening, clock } = ports
  const endTurn = isLarge(records) ? await turns.take('large plan') : null
  try {
    const ahead = screening && (await inSlices(screenAhead(screening, partiesAhead(records)), clock))
    return await inSlices(planInSteps(records, request, { asOf, pack, screening: ahead }), clock)
  } catch (error) {
    // What V8 throws for a text of 2^29 characters or more.
    if (error instanceof RangeError && error.message === 'Invalid string length') return planTooLong()
    throw error
  } finally {
    endTurn?.()
  }
}

// Slices of several of them would fill the memory that one takes.
const turns = createTurns()
const linesOfLargePlan = 20_000

function isLarge({ orders }: PlanningRecords): boolean {
  let lines = 0
  for (const { doc } of orders) lines += doc.items.length
  return lines > linesOfLargePlan
}
