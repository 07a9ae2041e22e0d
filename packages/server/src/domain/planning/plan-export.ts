import type { ReadinessState, RulePackIdentity, Strategy } from '@entrygo/sdk/contract'
import type { PlanBody, PlannedRequest, PlanningRecords } from '../records.ts'
import { evaluateExport } from '../rules/evaluate.ts'
import { lawDateOf } from '../rules/facts.ts'
import { compareFindings, distinctFindings, type Finding } from '../rules/findings.ts'
import { type RulePack, resolveRules, withScreening } from '../rules/rule-pack.ts'
import type { PartyScreening } from '../screening/party-screening.ts'
import { inOneGo, type Steps } from '../work-in-steps.ts'
import { lawChangeFindings } from './engine-rules.ts'
import { adCvdCases, consigneeCount, exportUnit, type Grouping, groupOrders } from './export-units.ts'
import { blockingRuleIds, excludedOrder, type JudgedOrder, judgeOrders } from './judge-orders.ts'
import { missingData } from './missing-data.ts'
import { planFlags } from './plan-flags.ts'
import { exportUnitId, planHashOf } from './plan-hash.ts'
import { readinessOf } from './readiness.ts'
import { type Decided, type PlanningInputs, planInputs, snapshotText } from './snapshot.ts'
import { strategyOf } from './strategy.ts'
import { decidedTreatments, lineTreatments } from './treatments.ts'
import { decidedFindings, wireFinding } from './wire-findings.ts'

/** Law on which a plan is made. */
export interface PlanContext {
  /** Day on which the law is read where the shipment gives no entry date, `YYYY-MM-DD`. */
  readonly asOf: string
  readonly pack: RulePack
  /** The lists that parties are screened against; absent or null when the operator loaded none. */
  readonly screening?: PartyScreening | null
}

export interface Planned {
  /** SHA-256 of `snapshot`. */
  readonly planHash: string
  /** The hashed value `{v, inputs, decision}` as canonical JSON. */
  readonly snapshot: string
  readonly body: PlanBody
  readonly decision: Decided
}

/**
 * What should happen if these orders go through this warehouse and this broker. A pure function of content: equal
 * records, request, law date and rules give equal results to the byte, in whatever order anything was listed. Linear in
 * lines. The request has been checked: all records exist and keep to `planLimitRefusal`.
 */
export function planExport(records: PlanningRecords, request: PlannedRequest, context: PlanContext): Planned {
  return inOneGo(planInSteps(records, request, context))
}

/** The same in steps, between which others can be served: the largest plan takes seconds. */
export function* planInSteps(records: PlanningRecords, request: PlannedRequest, context: PlanContext): Steps<Planned> {
  const inputs = planInputs(records, request)
  yield
  const verdict = yield* judge(inputs, request, context)
  yield
  const treatments = lineTreatments(inputs, verdict.judged)
  yield
  const decision: Decided = {
    excluded: verdict.excluded.map(({ orderId }) => orderId),
    findings: decidedFindings(verdict.findings),
    included: verdict.included.map(({ orderId }) => orderId),
    readiness: verdict.readiness,
    strategy: verdict.strategy.hint,
    treatments: decidedTreatments(treatments),
    units: verdict.grouping.units.map(({ entryType, orders }) => ({ entryType, orders })),
  }
  yield
  const snapshot = yield* snapshotText(inputs, decision)
  yield
  const planHash = planHashOf(snapshot)
  yield
  const body = { planHash, treatments, ...describe({ inputs, verdict, planHash }, request, context) }
  return { planHash, snapshot, body, decision }
}

interface Verdict {
  readonly lawDate: string
  readonly judged: readonly JudgedOrder[]
  readonly included: readonly JudgedOrder[]
  readonly excluded: readonly JudgedOrder[]
  /** About the shipment as a whole. */
  readonly ofExport: readonly Finding[]
  /** All findings that are hashed, each once. */
  readonly findings: readonly Finding[]
  readonly readiness: ReadinessState
  readonly grouping: Grouping
  readonly strategy: Strategy
}

function* judge(
  inputs: PlanningInputs,
  request: PlannedRequest,
  { asOf, pack, screening }: PlanContext,
): Steps<Verdict> {
  const lawDate = lawDateOf(inputs, asOf)
  const inForce = resolveRules(pack, lawDate)
  const rules = screening ? withScreening(inForce, screening) : inForce
  const judged = yield* judgeOrders(inputs, rules, request.destinationCountry)
  const included = judged.filter(({ isIncluded }) => isIncluded)
  const excluded = judged.filter(({ isIncluded }) => !isIncluded)
  const includedIds = included.map(({ orderId }) => orderId)
  const ofExport = evaluateExport(inputs, included, rules)
  yield
  // The first finding of an order is its worst.
  const worst = included.flatMap(({ findings: [first] }) => first ?? [])
  const readiness = readinessOf(includedIds, [...ofExport, ...worst])
  const grouping = groupOrders(inputs, included)
  yield
  return {
    lawDate,
    judged,
    included,
    excluded,
    ofExport,
    findings: distinctFindings([ofExport, ...judged.map(({ findings }) => findings)]),
    readiness,
    grouping,
    strategy: strategyOf({
      readiness,
      excludedCount: excluded.length,
      grouping,
      blockingRuleIds: blockingRuleIds(ofExport),
      importer: inputs.profile.importer ?? {},
      consigneeCount: consigneeCount(inputs, included),
      cases: adCvdCases(grouping),
      wish: inputs.shipment.entryType,
    }),
  }
}

interface Made {
  readonly inputs: PlanningInputs
  readonly verdict: Verdict
  readonly planHash: string
}

/** What the plan says beyond what it decided: wording, aggregates and what depends on the day. */
function describe(
  { inputs, verdict, planHash }: Made,
  request: PlannedRequest,
  { asOf, pack }: PlanContext,
): Omit<PlanBody, 'planHash' | 'treatments'> {
  const { lawDate, included, excluded, grouping, strategy } = verdict
  const lawChanges = lawChangeFindings(pack.knownChanges, { asOf, entryDate: request.shipment.estimatedEntryDate })
  const messages =
    lawChanges.length === 0 ? verdict.findings : [...verdict.findings, ...lawChanges].sort(compareFindings)
  const includedIds = included.map(({ orderId }) => orderId)
  return {
    warehouseId: request.warehouseId,
    brokerId: request.brokerId,
    readinessState: verdict.readiness,
    validationMessages: messages.map(wireFinding),
    flags: planFlags(messages, {
      hasExcludedOrders: excluded.length > 0,
      isPartial: !pack.isComplete,
      isOutOfRange: lawDate < pack.validFrom || lawDate > pack.validThrough,
      isAsOfFixed: request.asOf !== undefined,
    }),
    missing_data: missingData(verdict.judged, verdict.ofExport, includedIds),
    included_order_ids: includedIds,
    excluded_order_ids: excluded.map(({ orderId }) => orderId),
    excluded: excluded.map(excludedOrder),
    export_units: grouping.units.map((unit, index) => exportUnit(unit, exportUnitId(planHash, index), inputs)),
    strategy,
    rulePack: rulePackIdentity(pack, lawDate),
  }
}

function rulePackIdentity(pack: RulePack, asOf: string): RulePackIdentity {
  const { id, version, validFrom, validThrough, digest, groups } = pack
  return { id, version, asOf, validFrom, validThrough, digest, groups: [...groups] }
}
