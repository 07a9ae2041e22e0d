import type { ProductFacts } from '../rules/facts.ts'
import { decideAgencies } from './decide-agencies.ts'
import { decideTradeActions } from './decide-trade-actions.ts'
import type { GoodsTreatment } from './goods-treatment.ts'
import type { LawInForce } from './law-in-force.ts'

/** How these goods are treated under the law of one date. Pure: the same facts and law give the same treatment. */
export function treatGoods(law: LawInForce, goods: ProductFacts): GoodsTreatment {
  return { tradeActions: decideTradeActions(law.measures, goods), pga: decideAgencies(law.agencies, goods) }
}
