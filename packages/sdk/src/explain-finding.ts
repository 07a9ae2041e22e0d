import { memberOf, textOf } from './compare/json-value.ts'
import type { DecidedFinding, Finding, LineTreatment, PlanSnapshot, RuleRecord } from './contract/index.ts'
import { type FindingSubject, subjectOf } from './explain/finding-subject.ts'
import { decisionSeen, type SeenDecision } from './explain/seen-decision.ts'
import { inputAt, inputsOfField, type SeenInput } from './explain/seen-inputs.ts'

/** A finding with the snapshot, the rule and the treatments that belong to it. */
export interface FindingToExplain {
  /** The plan's hashed value (`includeSnapshot`, or `exports.getPlan`). */
  readonly snapshot: PlanSnapshot
  /** One of the plan's `validationMessages`, or of the `findings` of the snapshot. */
  readonly finding: Finding | DecidedFinding
  /** The records of its rule (`data` of `rules.get`); none when they are not known. */
  readonly rule: readonly RuleRecord[]
  /** The plan's `treatments`: with them a decision says why, what it asks and what else is possible. */
  readonly treatments?: readonly LineTreatment[]
}

/** What a finding was made from: its rule, the facts that were seen, what was decided. */
export interface FindingExplanation {
  readonly finding: Finding | DecidedFinding
  /** The dated record that made the finding; null when it is not among those given. */
  readonly rule: RuleRecord | null
  /** The fact that the finding is about, then what else the rule read, as planning saw it. */
  readonly inputs: readonly SeenInput[]
  /** What the rule decided on the line, where it decides on trade actions or agencies. */
  readonly decision: SeenDecision | null
}

/** Puts together what a finding was made from: rule, authority, inputs and decision. Needs no server. */
export function explainFinding({ snapshot, finding, rule, treatments }: FindingToExplain): FindingExplanation {
  const subject = subjectOf(snapshot, finding)
  const record = recordOf(rule, finding, htsCodeOf(snapshot, subject))
  const field = 'fix' in finding ? finding.fix.field : null
  const decision = decisionSeen(snapshot, treatments, { ruleId: finding.ruleId, field, subject })
  const scope = record?.scope ?? 'export'
  const asked = decision?.trade_actions.flatMap(({ asks = [] }) => asks) ?? []
  const inputs = [
    inputAt(snapshot, finding.pointer),
    ...(record?.reads ?? []).flatMap((name) => inputsOfField(snapshot, name, { scope, subject })),
    ...asked.flatMap((name) => inputsOfField(snapshot, `product.${name}`, { scope, subject })),
  ]
  return { finding, rule: record, inputs: distinct(inputs), decision }
}

/** Of several records the one whose severity, day, code, goods and wording are those of the finding. */
function recordOf(
  records: readonly RuleRecord[],
  finding: Finding | DecidedFinding,
  htsCode: string,
): RuleRecord | null {
  const fitting = records.filter(
    ({ ruleId, severity, recordedAt, messages }) =>
      ruleId === finding.ruleId &&
      severity === finding.severity &&
      recordedAt === finding.ruleRevision &&
      messages[finding.code] !== undefined,
  )
  const ofGoods = fitting.filter(
    ({ htsPrefixes, exceptHtsPrefixes = [] }) =>
      (htsPrefixes === undefined || htsPrefixes.some((prefix) => htsCode.startsWith(prefix))) &&
      !exceptHtsPrefixes.some((prefix) => htsCode.startsWith(prefix)),
  )
  const said = 'message' in finding ? ofGoods.filter((record) => says(record, finding)) : []
  const likely = said.length > 0 ? said : ofGoods.length > 0 ? ofGoods : fitting
  const cited = likely.find(({ citation }) => 'citation' in finding && citation === finding.citation)
  return cited ?? likely[0] ?? null
}

/** The message is the record's, with something in place of each `{name}`. */
function says({ messages }: RuleRecord, { code, message }: Finding): boolean {
  const [start = '', ...parts] = (messages[code] ?? '').split(/\{[^{}]*\}/)
  if (parts.length === 0) return message === start
  if (!message.startsWith(start) || !message.endsWith(parts.at(-1) ?? '')) return false
  let at = start.length
  for (const part of parts) {
    const found = message.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return true
}

function htsCodeOf({ inputs }: PlanSnapshot, { productId }: FindingSubject): string {
  return productId === null ? '' : textOf(memberOf(memberOf(inputs.products, productId), 'htsCode'))
}

function distinct(inputs: readonly SeenInput[]): SeenInput[] {
  return [...new Map(inputs.map((input) => [input.pointer, input])).values()]
}
