import { causesBetween } from './compare/difference-causes.ts'
import { fieldDifferences } from './compare/field-differences.ts'
import { compareText, pointerTo } from './compare/json-value.ts'
import type { PlanDifference, PlanSnapshot, ReadinessChange } from './contract/index.ts'

/** What is different in one plan from another. */
export interface PlanComparison {
  readonly readiness: ReadinessChange
  /** Inputs first, then the decision from the whole to its parts; each by pointer. None for equal snapshots alone. */
  readonly differences: readonly PlanDifference[]
}

/**
 * Compares two snapshots (`includeSnapshot`, or `exports.getPlan`) field by field, each difference with its cause. Nothing
 * is left out, so equal snapshots and no others have no differences; the same pointers come whichever plan is first.
 * Needs no server.
 */
export function comparePlans(before: PlanSnapshot, after: PlanSnapshot): PlanComparison {
  const fields = fieldDifferences(before, after)
  const readiness = { before: before.decision.readiness, after: after.decision.readiness }
  if (fields.length === 0) return { readiness, differences: [] }
  const causeOf = causesBetween(before, after, fields)
  const differences = fields.map(({ path, ...sides }) => ({
    rank: rankOf(path),
    difference: { pointer: pointerTo(path), cause: causeOf({ path, ...sides }), ...sides },
  }))
  differences.sort((a, b) => a.rank - b.rank || compareText(a.difference.pointer, b.difference.pointer))
  return {
    readiness,
    differences: differences.map(({ difference }) => difference),
  }
}

const decisionParts: readonly string[] = [
  'readiness',
  'strategy',
  'included',
  'excluded',
  'units',
  'findings',
  'treatments',
]

function rankOf([part, name = '']: readonly string[]): number {
  if (part !== 'decision') return 0
  const index = decisionParts.indexOf(name)
  return index < 0 ? decisionParts.length + 1 : index + 1
}
