import type { Confidence, FindingCode, Fix, Flag, Severity } from '@entrygo/sdk/contract'
import type { Detection } from './predicate.ts'
import type { Rule } from './rule.ts'

/**
 * Result of one rule on one fact. `pointer` (RFC 6901) points into the plan's `inputs`, to where the fact stands or
 * where it is best supplied. `orderId` and `lineId` are set when the finding is about that order alone; a finding about
 * a product or the profile stands once for all orders that use it.
 */
export interface Finding {
  readonly ruleId: string
  /** `recordedAt` of the rule record. */
  readonly ruleRevision: string
  readonly severity: Severity
  readonly at_execute?: 'BLOCK'
  readonly code: FindingCode
  readonly message: string
  readonly pointer: string
  readonly orderId?: string
  readonly lineId?: string
  readonly productId?: string
  readonly field: string
  /** Values that would clear the finding, where they can be listed. */
  readonly expected?: readonly string[]
  readonly fix: Readonly<Fix>
  readonly citation: string
  readonly confidence: Confidence
  readonly flags: readonly Flag[]
}

/** The records that a finding is about; what it lacks, it does not depend on. */
export interface FindingOwner {
  readonly orderId?: string
  readonly lineId?: string
  readonly productId?: string
}

/** The finding of a rule for one thing that its predicate detected. */
export function findingOf(rule: Rule, detection: Detection, owner: FindingOwner): Finding {
  const { orderId, lineId, productId } = owner
  const finding: { -readonly [Member in keyof Finding]: Finding[Member] } = {
    ruleId: rule.id,
    ruleRevision: rule.recordedAt,
    severity: rule.severity,
    code: detection.code,
    message: fillTemplate(rule.message[detection.code] ?? rule.id, detection.values),
    pointer: detection.place.pointer,
    field: detection.field,
    fix: fixOf(rule, detection),
    citation: rule.citation,
    confidence: rule.confidence,
    flags: rule.flags,
  }
  if (rule.atExecute !== undefined) finding.at_execute = rule.atExecute
  if (orderId !== undefined) finding.orderId = orderId
  if (lineId !== undefined) finding.lineId = lineId
  if (productId !== undefined) finding.productId = productId
  if (detection.expected !== undefined) finding.expected = detection.expected
  return finding
}

/** Two findings with one identity and one owner say the same. */
export function findingIdentity(finding: Finding): string {
  return `${finding.ruleId} ${finding.severity} ${finding.code} ${finding.pointer} ${finding.message}`
}

/** Total order of findings, worst first; independent of the order in which orders and lines were given. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    severityRank[a.severity] - severityRank[b.severity] ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.pointer, b.pointer) ||
    compareText(a.orderId ?? '', b.orderId ?? '') ||
    compareText(a.lineId ?? '', b.lineId ?? '') ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  )
}

/** Each finding once, in the order of {@link compareFindings}. Findings shared by several orders are one object. */
export function distinctFindings(lists: Iterable<readonly Finding[]>): Finding[] {
  const distinct = new Set<Finding>()
  for (const findings of lists) for (const finding of findings) distinct.add(finding)
  return [...distinct].sort(compareFindings)
}

/** Compares by code units, as RFC 8785 sorts keys; never by locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const severityRank: Readonly<Record<Severity, number>> = { BLOCK: 0, REVIEW: 1, INFO: 2 }

function fixOf({ fix }: Rule, { field, example: given }: Detection): Fix {
  const example = given ?? fix.examples?.[withoutIndexes(field)] ?? fix.example
  return { field, example, who: fix.who }
}

function withoutIndexes(field: string): string {
  return /\d/.test(field) ? field.replaceAll(/\.\d+(?=\.|$)/g, '.*') : field
}

function fillTemplate(template: string, values: Readonly<Record<string, string>> = {}): string {
  let message = ''
  let end = 0
  for (let open = template.indexOf('{'); open !== -1; open = template.indexOf('{', end)) {
    const close = template.indexOf('}', open)
    message += template.slice(end, open) + (values[template.slice(open + 1, close)] ?? '')
    end = close + 1
  }
  return message + template.slice(end)
}
