import type { ReadinessState } from '@entrygo/sdk/contract'
import type { Finding } from '../rules/findings.ts'

/**
 * The worst finding left on an included order or on the plan decides; a plan with no order left is blocked. `remaining`
 * leaves out the findings of excluded orders.
 */
export function readinessOf(
  included: readonly string[],
  remaining: Iterable<Pick<Finding, 'severity'>>,
): ReadinessState {
  if (included.length === 0) return 'BLOCKED'
  let readiness: ReadinessState = 'READY'
  for (const { severity } of remaining) {
    if (severity === 'BLOCK') return 'BLOCKED'
    if (severity === 'REVIEW') readiness = 'REVIEW_REQUIRED'
  }
  return readiness
}
