import type { TradeProgram } from '@entrygo/sdk/contract'
import { productFacts } from '../../domain/rules/facts.ts'
import type { PlannedProduct } from '../../domain/rules/plan-inputs.ts'
import { type RulePack, resolveRules } from '../../domain/rules/rule-pack.ts'

/** Goods of which a clause of the law says what is filed for one trade action. */
export interface TreatmentCase {
  /** The sentence of the law that is tested. */
  readonly clause: string
  readonly goods: PlannedProduct
  /** Day of entry; 2026-11-21 where none is given. */
  readonly day?: string
  readonly program: TradeProgram
  /** "heading status" of every line, in order; `none` where no heading is stated. */
  readonly lines: readonly string[]
  /** Fields that would settle it; not looked at where absent. */
  readonly asks?: readonly string[]
  /** Headings that may be filed instead of the last line's; not looked at where absent. */
  readonly instead?: readonly string[]
}

export interface TreatedGoods {
  readonly lines: readonly string[]
  readonly asks: readonly string[]
  readonly instead: readonly string[]
  readonly rates: readonly string[]
}

/** What the pack decides for the goods of a case. */
export function treatedGoods(pack: RulePack, { goods, day = '2026-11-21', program }: TreatmentCase): TreatedGoods {
  const { law } = resolveRules(pack, day)
  const actions = productFacts(law, 'prod_1', goods).treatment().tradeActions
  const treatments = actions.map(({ treatment }) => treatment).filter((treatment) => treatment.program === program)
  const last = treatments.at(-1)
  return {
    lines: treatments.map(({ heading, status }) => `${heading ?? 'none'} ${status}`),
    asks: [...new Set(treatments.flatMap(({ asks = [] }) => asks))],
    instead: (last?.alternatives ?? []).map(({ heading }) => heading ?? 'none'),
    rates: treatments.map(({ rate }) => rate),
  }
}

export const usmca = { program: 'USMCA' } as const
