import { inOneGo, type Steps } from '../work-in-steps.ts'
import { type CarriedPlan, carriedProblemSteps } from './check-carried.ts'
import { figureProblemSteps } from './check-figures.ts'
import type { FrozenPackage } from './frozen-package.ts'

/**
 * Throws when the package breaks what it promises, since that is a bug: its figures hold (`check-figures.ts`), and all of
 * the plan that concerns it is carried (`check-carried.ts`).
 */
export function checkPackage(frozen: FrozenPackage, plan: CarriedPlan): void {
  inOneGo(checkPackageSteps(frozen, plan))
}

export function* checkPackageSteps(frozen: FrozenPackage, plan: CarriedPlan): Steps<void> {
  const problems = [...(yield* carriedProblemSteps(frozen, plan)), ...(yield* figureProblemSteps(frozen))]
  const [first, ...others] = problems
  if (first === undefined) return
  const more = others.length === 0 ? '' : ` And ${others.length} more.`
  throw new Error(`Customs package ${frozen.packageNumber}: ${first}.${more}`)
}
