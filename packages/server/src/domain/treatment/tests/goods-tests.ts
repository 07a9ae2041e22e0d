import { countriesArgument, listNamesArgument } from '../../rules/predicate.ts'
import { open, yesIf } from '../answer.ts'
import type { TradeTest } from '../trade-test.ts'
import { chapterListArgument } from './test-arguments.ts'

/** The goods are of one of these countries. A missing origin is no: INV-07 blocks such goods. */
export const originIn: TradeTest = {
  args: ['countries'],
  bind: (args, pack) => {
    const countries = new Set(countriesArgument(args, 'countries', pack))
    return ({ goods }) =>
      yesIf(goods.product.countryOfOrigin !== undefined && countries.has(goods.product.countryOfOrigin))
  },
}

/** The HTSUS number stands on one of these lists at the law date. */
export const onAnyList: TradeTest = {
  args: ['lists'],
  bind: (args, pack) => {
    const lists = new Set(listNamesArgument(args, 'lists', pack))
    return ({ goods }) => yesIf(goods.lists.some(({ list }) => lists.has(list)))
  },
}

/** The HTSUS number is in one of these chapters. A missing number is no: ENT-01 blocks such goods. */
export const htsChapterIn: TradeTest = {
  args: ['chapters'],
  bind: (args) => {
    const chapters = new Set(chapterListArgument(args, 'chapters'))
    return ({ goods }) => yesIf(chapters.has((goods.product.htsCode ?? '').slice(0, 2)))
  },
}

/** The law is known and the pack cannot tell what it says of goods: always open, and no fact of the owner closes it. */
export const packCannotTell: TradeTest = { args: [], bind: () => () => open() }
