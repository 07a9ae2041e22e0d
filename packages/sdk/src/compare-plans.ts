import { seeChangedInputs } from './compare/changed-inputs.ts'
import { type Keep, seeChangedDecision } from './compare/difference-causes.ts'
import { type FieldDifference, fieldDifferences } from './compare/field-differences.ts'
import { firstInOrder } from './compare/first-in-order.ts'
import { compareText, pointerTo } from './compare/json-value.ts'
import type { DifferenceCause, PlanDifference, PlanSnapshot, ReadinessChange } from './contract/index.ts'

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
  const steps = comparePlansInSteps(before, after, Number.POSITIVE_INFINITY)
  for (;;) {
    const step = steps.next()
    if (step.done === true) {
      const { readiness, differences } = step.value
      return { readiness, differences }
    }
  }
}

/** The first differences of all that there are. */
export interface BoundedComparison extends PlanComparison {
  /** How many more there are. */
  readonly truncated: number
}

/**
 * The first `limit` differences of {@link comparePlans}, and how many more there are, found in short steps for a caller
 * that has others to serve: it may pause after any of them. However many there are, it holds twice the limit at most.
 */
export function* comparePlansInSteps(
  before: PlanSnapshot,
  after: PlanSnapshot,
  limit: number,
): Generator<undefined, BoundedComparison> {
  const kept = firstInOrder<Ranked>(limit, compareRanked)
  const keep: Keep = (difference, cause) => kept.add(ranked(difference, cause))
  const inputs = seeChangedInputs()
  for (const difference of fieldDifferences({ inputs: before.inputs }, { inputs: after.inputs })) {
    if (difference !== undefined) keep(difference, inputs.see(difference))
    yield
  }
  const decision = yield* seeChangedDecision([before, after], inputs.changed(), keep)
  for (const difference of fieldDifferences({ ...before, inputs: undefined }, { ...after, inputs: undefined })) {
    if (difference !== undefined) decision.see(difference)
    yield
  }
  const causeOf = decision.end()
  const differences = kept.first().map(({ difference, pointer, cause }): PlanDifference => {
    const { path: _, ...sides } = difference
    return { pointer: pointer(), cause: cause ?? causeOf(difference), ...sides }
  })
  const readiness = { before: before.decision.readiness, after: after.decision.readiness }
  return { readiness, differences, truncated: kept.count() - differences.length }
}

interface Ranked {
  readonly rank: number
  readonly difference: FieldDifference
  /** Written when it is first asked for; most of many differences are told apart by their rank. */
  readonly pointer: () => string
  readonly cause: DifferenceCause | null
}

function ranked(difference: FieldDifference, cause: DifferenceCause | null): Ranked {
  let written: string | undefined
  const pointer = (): string => {
    written ??= pointerTo(difference.path)
    return written
  }
  return { rank: rankOf(difference.path), difference, pointer, cause }
}

function compareRanked(a: Ranked, b: Ranked): number {
  return a.rank - b.rank || compareText(a.pointer(), b.pointer())
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
