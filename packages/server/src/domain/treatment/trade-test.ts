import type { ProductFacts } from '../rules/facts.ts'
import type { PackFacts, RuleArguments } from '../rules/predicate.ts'
import type { Answer } from './answer.ts'
import type { TradeDecision } from './goods-treatment.ts'

/** What a test may look at: the goods, and what the measures before this one decided for them. */
export interface TradeFacts {
  readonly goods: ProductFacts
  readonly decided: readonly TradeDecision[]
}

/** A named test with three answers, bound once to the arguments that a condition gives it. */
export interface TradeTest {
  /** Names of the arguments it takes; a condition with another one is refused. */
  readonly args: readonly string[]
  /** Throws an `ArgumentError`. */
  readonly bind: (args: RuleArguments, pack: PackFacts) => (facts: TradeFacts) => Answer
}
