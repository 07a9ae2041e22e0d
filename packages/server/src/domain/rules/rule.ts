import type { Confidence, FindingCode, Fix, Flag, Severity } from '@entrygo/sdk/contract'

/** `product` sees one product's facts, `line` one order line, `order` one order, `export` all that is included. */
export type RuleScope = 'product' | 'line' | 'order' | 'export'

/**
 * One dated record of a rule pack. A rule may be several records ("REVIEW; BLOCK if chapters 50-63"), told
 * apart by `variant`, and so is a rule whose law changes on a date. A correction is a new record with a later
 * `recordedAt` that replaces the older one of the same id and variant on all dates; the older one stays in the pack so
 * that old plans can be explained.
 */
export interface Rule {
  readonly id: string
  readonly variant: string | null
  readonly group: string
  readonly scope: RuleScope
  /** BLOCK excludes the order, REVIEW asks for approval, INFO is carried along. */
  readonly severity: Severity
  /** The finding refuses execute whatever was approved. */
  readonly atExecute?: 'BLOCK'
  /** Name in the predicate registry. */
  readonly predicate: string
  /** Arguments of the predicate, checked by it when the pack is loaded. */
  readonly args: Readonly<Record<string, unknown>>
  /** Only goods whose HTSUS number starts with one of these digits; absent means all goods. */
  readonly htsPrefixes?: readonly string[]
  /** Goods with these leading digits are left to another variant. */
  readonly exceptHtsPrefixes?: readonly string[]
  /** Text per code that the predicate can give; `{name}` is replaced by the value the predicate found. */
  readonly message: Readonly<Partial<Record<FindingCode, string>>>
  readonly fix: RuleFix
  readonly flags: readonly Flag[]
  readonly citation: string
  /** How well the law was read: H official text, M excerpt or third party, L general knowledge. */
  readonly confidence: Confidence
  /** Half-open range [from, to) of entry dates on which the law applies; null means no bound. */
  readonly effectiveFrom: string | null
  readonly effectiveTo: string | null
  readonly recordedAt: string
}

/** The remedy as a rule states it; `field` is the one that most findings of the rule are about. */
export interface RuleFix extends Readonly<Fix> {
  /** Examples for fields that differ from `field`; a list index is written `*` (`packages.*.marks`). */
  readonly examples?: Readonly<Record<string, string>>
}
