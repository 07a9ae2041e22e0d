import { columnOneRate } from '../../customs/column-one.ts'
import { parseDecimal } from '../../customs/decimal.ts'
import { open, yesIf } from '../answer.ts'
import type { TradeTest } from '../trade-test.ts'
import { decimalArgument } from './test-arguments.ts'

/**
 * The column 1 rate of the line is less than this: "Free" under a USMCA claim where the special column says so, else the
 * general rate. Open, with nothing to ask, where the rate is specific or compound or the line is unknown.
 */
export const columnOneBelow: TradeTest = {
  args: ['pct'],
  bind: (args) => {
    const pct = decimalArgument(args, 'pct')
    return ({ goods }) => {
      const usmca = goods.product.preference?.program === 'USMCA'
      const rate = columnOneRate(goods.law.tariff, goods.product.htsCode, { usmca })
      const scaled = rate === null ? null : parseDecimal(rate)
      return scaled === null ? open() : yesIf(scaled < pct)
    }
  },
}
