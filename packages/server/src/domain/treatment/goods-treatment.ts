import type { PgaTreatment, TradeActionTreatment } from '@entrygo/sdk/contract'

/** How goods are treated at one law date: trade actions in the order of the pack's measures, programs by name. */
export interface GoodsTreatment {
  readonly tradeActions: readonly TradeDecision[]
  readonly pga: readonly PgaDecision[]
}

/** A trade action as the contract shows it, with what rules and stacking need of it. */
export interface TradeDecision {
  readonly treatment: TradeActionTreatment
  /** `id` of the record that it comes from. */
  readonly recordId: string
  /** Every heading that may be filed for the measure: its own, and the others while it is open. */
  readonly possible: readonly (string | null)[]
  /** Dotted names of the product fields that would close it; empty when it is closed. */
  readonly asks: readonly string[]
}

export interface PgaDecision {
  readonly treatment: PgaTreatment
  /** Dotted names of the fields, below the product, that the program needs and that are not given. */
  readonly missing: readonly string[]
  /** The owner said that the goods are regulated, by the program's status or by a fact (a children's product). */
  readonly isDeclared: boolean
}
