import type { ExcludedOrder, ReleaseChange } from '@entrygo/sdk/contract'
import { evaluateInTurn } from '../rules/evaluate.ts'
import type { ProductFacts } from '../rules/facts.ts'
import type { Finding } from '../rules/findings.ts'
import type { ResolvedRules } from '../rules/rule-pack.ts'
import type { Steps } from '../work-in-steps.ts'
import { withEngineFindings } from './engine-rules.ts'
import type { PlanningInputs } from './snapshot.ts'

/** An order with all that was found on it, sorted by `compareFindings`. */
export interface JudgedOrder {
  readonly orderId: string
  readonly findings: readonly Finding[]
  /** False when one of the findings is a BLOCK. */
  readonly isIncluded: boolean
  /** What each line's product is, with the facts of its lot, by position. */
  readonly goods: readonly ProductFacts[]
}

/**
 * Every order by the pack's rules and the engine's own, sorted by id; an order a step. One with a BLOCK is excluded, not
 * the plan.
 */
export function* judgeOrders(
  inputs: PlanningInputs,
  rules: ResolvedRules,
  destinationCountry: string,
): Steps<JudgedOrder[]> {
  const judged: JudgedOrder[] = []
  for (const evaluation of evaluateInTurn(inputs, rules)) {
    const { orderId, goods } = evaluation
    const order = inputs.orders[orderId]
    const findings =
      order === undefined ? evaluation.findings : withEngineFindings(evaluation, order, destinationCountry)
    judged.push({ orderId, findings, goods, isIncluded: !isBlocked(findings) })
    yield
  }
  return judged
}

/**
 * Why an order is out, and the one change that would let it in: null when several facts block it, or when the goods are
 * barred, since nobody is to be told which true fact to change.
 */
export function excludedOrder({ orderId, findings }: JudgedOrder): ExcludedOrder {
  return { order_id: orderId, rule_ids: blockingRuleIds(findings), release: releaseOf(findings.filter(isBlocking)) }
}

/** The rules that block, sorted, each once. */
export function blockingRuleIds(findings: readonly Finding[]): string[] {
  return [...new Set(findings.filter(isBlocking).map(({ ruleId }) => ruleId))].sort()
}

function releaseOf(blocking: readonly Finding[]): ReleaseChange | null {
  const [first] = blocking
  if (first === undefined || blocking.some(({ pointer }) => pointer !== first.pointer) || blocking.some(isBan))
    return null
  const { field, pointer, expected, fix } = first
  return { field, pointer, allowed: expected === undefined ? [fix.example] : [...expected] }
}

const bans: ReadonlySet<string> = new Set(['IMPORT_BAN', 'EMBARGO', 'FORCED_LABOR_CHECK', 'PARTY_SCREENING_HIT'])

/** A fact that is not given is nothing to be changed: who supplies it may release goods that are barred else. */
function isBan({ flags, code }: Finding): boolean {
  return code !== 'MISSING_DATA' && code !== 'QUESTION' && flags.some((flag) => bans.has(flag))
}

/** A BLOCK stands before all else. */
function isBlocked([first]: readonly Finding[]): boolean {
  return first !== undefined && isBlocking(first)
}

function isBlocking({ severity }: Finding): boolean {
  return severity === 'BLOCK'
}
