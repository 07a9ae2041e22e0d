import { exportStates, exportStatuses, flags, readinessStates, severities, strategyHints } from './contract/enums.ts'
import type { BrokerId, ExportPlan, ReadinessState } from './contract/index.ts'
import { policyProblems } from './policy.ts'

/** What may go without a person. An absent field is the default; a list that is there is complete. */
export interface GatePolicy {
  /** Readiness that needs no person; `['READY']` by default. BLOCKED never passes. */
  readonly allowedReadiness?: readonly ReadinessState[]
  /** Most US dollars that need no person; no bound by default. */
  readonly maxValueUsd?: number
  /** Brokers that may be used at all; any by default. */
  readonly brokerIds?: readonly BrokerId[]
  /** Flags that need no person, `*` at the end for a group; every flag of this contract version by default. */
  readonly allowedFlags?: readonly string[]
  /** Flags that need a person, whatever `allowedFlags` says: `SECTION_232_*`, `PGA_*`. */
  readonly personFlags?: readonly string[]
  /** Whether orders may stay behind without a person; false by default. */
  readonly allowExclusions?: boolean
}

/** What the gate reads of a plan or of an inspected export. */
export type GatedPlan = Pick<
  ExportPlan,
  | 'planHash'
  | 'state'
  | 'status'
  | 'readinessState'
  | 'validationMessages'
  | 'flags'
  | 'included_order_ids'
  | 'excluded_order_ids'
  | 'export_units'
  | 'strategy'
  | 'policy'
> & {
  readonly brokerId?: BrokerId
}

/** `ask`: a person may approve; `stop`: an approval does not help. */
export type GateDecision = 'proceed' | 'ask' | 'stop'

/** One thing that keeps a plan from going by itself. */
export interface GateReason {
  readonly code:
    | 'POLICY'
    | 'UNKNOWN_VALUE'
    | 'READINESS'
    | 'FINDING'
    | 'NOTHING_INCLUDED'
    | 'BROKER'
    | 'FLAG'
    | 'VALUE'
    | 'EXCLUSIONS'
    | 'APPROVAL_REQUIRED'
  /** `ask`: a person may approve. `stop`: an approval does not help. */
  readonly decision: 'ask' | 'stop'
  readonly message: string
  /** Taken from the plan, word for word. */
  readonly quoted: readonly string[]
}

/** What the gate decided, with every reason for it. */
export interface GateResult {
  /** The strictest of the reasons; `proceed` when there is none. */
  readonly decision: GateDecision
  readonly reasons: readonly GateReason[]
}

/**
 * Decides whether a plan may be executed without a person. Pure. What this contract version does not know (readiness,
 * state, severity, flag, a field of the policy) never passes.
 */
export function evaluateGate(plan: GatedPlan, policy: GatePolicy): GateResult {
  const problems = policyProblems(policy).map((message) => stop('POLICY', message))
  const unknown = unknownValues(plan)
  const reasons =
    problems.length > 0 || unknown.length > 0
      ? [...problems, ...unknown]
      : [readiness(plan, policy), findings(plan), scope(plan, policy), broker(plan, policy), value(plan, policy)].flat()
  const withFlags = [...reasons, ...(problems.length > 0 ? [] : flagReasons(plan, policy))]
  return { decision: strictest(withFlags), reasons: withFlags }
}

function strictest(reasons: readonly GateReason[]): GateDecision {
  if (reasons.some(({ decision }) => decision === 'stop')) return 'stop'
  return reasons.length > 0 ? 'ask' : 'proceed'
}

function unknownValues(plan: GatedPlan): GateReason[] {
  const lists = [
    plan.validationMessages,
    plan.flags,
    plan.included_order_ids,
    plan.excluded_order_ids,
    plan.export_units,
  ]
  if (!lists.every(Array.isArray)) return [stop('UNKNOWN_VALUE', 'This is not a plan: a list of it is missing.')]
  const objects: readonly unknown[] = [...plan.validationMessages, ...plan.export_units]
  if (!objects.every((one) => typeof one === 'object' && one !== null)) {
    return [stop('UNKNOWN_VALUE', 'This is not a plan: a finding or unit of it is no object.')]
  }
  const seen: readonly [name: string, value: string, known: readonly string[]][] = [
    ['readinessState', plan.readinessState, readinessStates],
    ['state', plan.state, exportStates],
    ['status', plan.status, exportStatuses],
    ['strategy.hint', plan.strategy?.hint, strategyHints],
    ...plan.validationMessages.map(({ severity }) => ['severity', severity, severities] as const),
  ].map(([name, value, known]) => [String(name), String(value), [...(known ?? [])]])
  const unknown = seen.filter(([, value, known]) => !known.includes(value)).map(([name, value]) => `${name}: ${value}`)
  if (unknown.length === 0) return []
  return [
    stop('UNKNOWN_VALUE', 'The plan has values that this version does not know: update the SDK.', [
      ...new Set(unknown),
    ]),
  ]
}

function readiness(
  { readinessState, validationMessages, policy: server }: GatedPlan,
  policy: GatePolicy,
): GateReason[] {
  const reasons: GateReason[] = []
  const quoted = (severity: string): string[] =>
    validationMessages
      .filter((one) => one.severity === severity)
      .slice(0, maxQuoted)
      .map((one) => `${one.ruleId}: ${one.message}`)
  if (readinessState === 'BLOCKED') reasons.push(stop('READINESS', 'The plan is BLOCKED.', quoted('BLOCK')))
  else if (!(policy.allowedReadiness ?? ['READY']).includes(readinessState)) {
    reasons.push(ask('READINESS', `The plan is ${readinessState}, which the policy does not allow.`, quoted('REVIEW')))
  }
  if (server?.requiresApproval !== false) {
    reasons.push(ask('APPROVAL_REQUIRED', 'The server asks for an approval of this planHash.', server?.because ?? []))
  }
  return reasons
}

/** A blocking finding on an included order contradicts any readiness but BLOCKED, and is believed. */
function findings({ validationMessages, included_order_ids, readinessState }: GatedPlan): GateReason[] {
  const included = new Set(included_order_ids)
  const blocking = validationMessages.filter(
    ({ severity, at_execute, order_id }) =>
      at_execute !== undefined ||
      (severity === 'BLOCK' && readinessState !== 'BLOCKED' && (order_id === undefined || included.has(order_id))),
  )
  if (blocking.length === 0) return []
  const quoted = blocking.slice(0, maxQuoted).map(({ ruleId, message }) => `${ruleId}: ${message}`)
  return [stop('FINDING', 'Findings refuse execute, whatever is approved.', quoted)]
}

function scope({ included_order_ids, excluded_order_ids }: GatedPlan, policy: GatePolicy): GateReason[] {
  if (included_order_ids.length === 0) return [stop('NOTHING_INCLUDED', 'The plan includes no order.')]
  if (excluded_order_ids.length === 0 || policy.allowExclusions === true) return []
  const message = `${excluded_order_ids.length} orders would stay behind, which the policy does not allow.`
  return [ask('EXCLUSIONS', message, excluded_order_ids.slice(0, maxQuoted))]
}

function broker(plan: GatedPlan, { brokerIds }: GatePolicy): GateReason[] {
  if (brokerIds === undefined) return []
  const { brokerId } = plan
  if (typeof brokerId !== 'string')
    return [stop('BROKER', 'The policy names brokers, and the plan does not say its own.')]
  return brokerIds.includes(brokerId) ? [] : [stop('BROKER', 'The policy does not allow this broker.', [brokerId])]
}

function value({ export_units }: GatedPlan, { maxValueUsd }: GatePolicy): GateReason[] {
  if (maxValueUsd === undefined) return []
  // Sums of cents are exact in whole numbers.
  const cents = export_units.reduce((sum, { value_usd }) => sum + centsOf(value_usd), 0)
  if (cents <= Math.round(maxValueUsd * 100)) return []
  const quoted = export_units.slice(0, maxQuoted).map(({ id, value_usd }) => `${id}: ${value_usd}`)
  return [ask('VALUE', `The plan is worth ${cents / 100} USD, over the policy's ${maxValueUsd} USD.`, quoted)]
}

/** A value below 0 would make room for others: no such thing is known, so the sum is none. */
function centsOf(value: number): number {
  return typeof value === 'number' && value >= 0 ? Math.round(value * 100) : Number.NaN
}

function flagReasons(plan: GatedPlan, { allowedFlags = flags, personFlags = [] }: GatePolicy): GateReason[] {
  return (Array.isArray(plan.flags) ? plan.flags : []).flatMap((flag) => {
    if (!flags.includes(flag))
      return [stop('UNKNOWN_VALUE', 'This version does not know the flag: update the SDK.', [flag])]
    if (matches(flag, personFlags)) return [ask('FLAG', 'The policy wants a person to look at this flag.', [flag])]
    return matches(flag, allowedFlags) ? [] : [ask('FLAG', 'The policy does not allow this flag.', [flag])]
  })
}

function matches(flag: string, patterns: readonly string[]): boolean {
  return patterns.some((one) => (one.endsWith('*') ? flag.startsWith(one.slice(0, -1)) : flag === one))
}

/** A plan can have a million findings; a reason needs a few of them. */
const maxQuoted = 20

function ask(code: GateReason['code'], message: string, quoted: readonly string[] = []): GateReason {
  return { code, decision: 'ask', message, quoted }
}

function stop(code: GateReason['code'], message: string, quoted: readonly string[] = []): GateReason {
  return { code, decision: 'stop', message, quoted }
}
