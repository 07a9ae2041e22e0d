import type { Confidence, TradeActionTreatment, TradeProgram } from '@entrygo/sdk/contract'

/**
 * One trade action as the pack states it: which goods it looks at and, in order, the headings that may be filed for
 * them. Of the records whose dates hold the law date and whose lists hold the goods, the first whose conditions are all
 * true decides. A record before it with a condition that is open (a fact is not known) keeps the measure open: every
 * heading that could still be filed is named, and nothing `applies` until the question is answered.
 */
export interface TradeMeasure {
  readonly program: TradeProgram
  /** How an open measure is shown: `one` line, the heading filed if nothing is answered, with `alternatives`; or a line `each`. */
  readonly open: 'one' | 'each'
  /** Goods on none of these lists are passed over; absent means all goods. */
  readonly lists?: readonly string[]
  /** Goods of other countries of origin are passed over; absent means all. */
  readonly origins?: readonly string[]
  readonly headings: readonly TradeHeading[]
}

/** One dated record of a measure: a heading and the conditions under which it is filed. */
export interface TradeHeading {
  /** Unique in the pack, for reasons and corrections: "metals-uk-i-iv". */
  readonly id: string
  /** The rule of the guide that this heading belongs to. */
  readonly ruleId: string
  /** Chapter 99 heading, `9903.82.02`; null when the law is known and its heading is not. */
  readonly heading: string | null
  /** Rate as text; no duty amount is ever promised. */
  readonly rate: string
  readonly basis: TradeActionTreatment['basis']
  /** What it says of the goods when the conditions hold; `needs_answer` when the pack cannot confirm it. */
  readonly status: TradeActionTreatment['status']
  /** Only goods on one of these lists; absent means those of the measure. */
  readonly lists?: readonly string[]
  /** All must hold. */
  readonly when: readonly Condition[]
  readonly why: string
  readonly citation: string
  readonly confidence: Confidence
  readonly effectiveFrom: string | null
  readonly effectiveTo: string | null
  readonly recordedAt: string
}

/** A named test with its arguments beside it: `{"test": "originIn", "countries": ["GB"]}`. */
export interface Condition {
  readonly test: string
  /** Turns yes and no round; open stays open. */
  readonly not?: true
  /** A relief that has to be claimed: an unknown fact counts as not claimed. */
  readonly unknownIs?: 'no'
  readonly [argument: string]: unknown
}
