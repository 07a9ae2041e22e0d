import type { PgaTreatment, TradeActionTreatment } from '@entrygo/sdk/contract'
import type { AgencyProgram } from './agency-program.ts'

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
  /** Everything that may come out for the measure: its own heading, and the others while it is open. */
  readonly possible: readonly PossibleHeading[]
  /** Some condition has no answer yet; with no `asks`, the pack itself cannot tell. */
  readonly isOpen: boolean
  /** Dotted names of the product fields that would close it; empty when it is closed. */
  readonly asks: readonly string[]
}

/** One way in which a measure may come out. */
export interface PossibleHeading {
  /** Null for a heading that is not known, and for a measure that does not apply. */
  readonly heading: string | null
  /** Of the record: `not_applied` means that nothing is filed for the measure. */
  readonly status: TradeActionTreatment['status']
}

export interface PgaDecision {
  readonly treatment: PgaTreatment
  /** The record of the pack that it was decided by. */
  readonly record: AgencyProgram
  /** Dotted names of the fields, below the product, that the program needs of declared goods and that are not given. */
  readonly missing: readonly string[]
  /** The same of what is asked for beside it and does not block. */
  readonly alsoMissing: readonly string[]
  /** Facts of the product that would tell whether these goods can be regulated at all; empty when that is known. */
  readonly asks: readonly string[]
  /** The owner said that the goods are regulated, by the program's status or by a fact (a children's product). */
  readonly isDeclared: boolean
  /** What the owner declared takes the goods out of the program: nothing is needed of them. */
  readonly isPassedOver: boolean
}
