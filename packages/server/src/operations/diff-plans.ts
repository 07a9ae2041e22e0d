import { type BoundedComparison, comparePlansInSteps } from '@entrygo/sdk/compare-plans'
import type { PlanDiff } from '@entrygo/sdk/contract'
import { readSnapshot } from '../domain/planning/read-snapshot.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import type { Caller, Ports, Reply } from '../ports.ts'
import { type PlanParams, storedSnapshot } from './get-plan.ts'
import { inSlices } from './in-slices.ts'
import { jsonReply } from './operation.ts'

export interface DiffParams extends PlanParams {
  readonly against: string
}

/** The most differences that an answer holds; the contract has the same bound. */
const maxDifferences = 1000

/** What is different in the plan `planHash` from the plan `against` of the same export, field by field with its cause. */
export async function diffPlans(params: DiffParams, caller: Caller, ports: Ports): Promise<Reply | Refusal> {
  const { id: exportId, planHash, against } = params
  const after = await storedSnapshot({ exportId, planHash, field: 'planHash' }, caller, ports)
  if (isRefusal(after)) return after
  const before = await storedSnapshot({ exportId, planHash: against, field: 'against' }, caller, ports)
  if (isRefusal(before)) return before
  const { readiness, differences, truncated } = await inSlices(comparison(before, after), ports.clock)
  const diff: PlanDiff = { exportId, planHash, against, readiness, differences: [...differences], truncated }
  return jsonReply(200, diff)
}

/** Of two texts of the store. */
function* comparison(before: string, after: string): Generator<undefined, BoundedComparison> {
  return yield* comparePlansInSteps(yield* readSnapshot(before), yield* readSnapshot(after), maxDifferences)
}
