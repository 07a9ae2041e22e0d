import { textListArgument } from '../../rules/predicate.ts'
import { yesIf } from '../answer.ts'
import type { TradeTest } from '../trade-test.ts'

/** The goods are of one of these countries. A missing origin is no: INV-07 blocks such goods. */
export const originIn: TradeTest = {
  args: ['countries'],
  bind: (args) => {
    const countries = new Set(textListArgument(args, 'countries'))
    return ({ goods }) =>
      yesIf(goods.product.countryOfOrigin !== undefined && countries.has(goods.product.countryOfOrigin))
  },
}
