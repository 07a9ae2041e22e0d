import { placeInProduct } from '../facts.ts'
import { type Detection, listNamesArgument, nothing, type ProductPredicate, textListArgument } from '../predicate.ts'

/**
 * Lithium batteries, alone or in devices, are named by their UN number. Goods whose tariff number is on one of the
 * lists may have one: a question, until a UN number of the rule or `hazmat.lithiumBattery` answers it.
 */
export const lithiumBatteryNumbered: ProductPredicate = {
  codes: () => ['QUESTION', 'MISSING_DATA', 'CHECK'],
  args: ['lists', 'unNumbers'],
  reads: () => ['hazmat.unNumber', 'hazmat.lithiumBattery', 'htsCode'],
  bind: (args, pack) => {
    const lists = new Set(listNamesArgument(args, 'lists', pack))
    const unNumbers = textListArgument(args, 'unNumbers')
    return (facts) => {
      const { lithiumBattery, unNumber } = facts.product.hazmat ?? {}
      const isCandidate = facts.lists.some(({ list }) => lists.has(list))
      if (lithiumBattery === false || !(isCandidate || lithiumBattery)) return nothing
      const number = unNumber?.replaceAll(/\s/g, '').toUpperCase() ?? ''
      if (unNumbers.includes(number.startsWith('UN') ? number : `UN${number}`)) return nothing
      const isAnotherNumber = number !== ''
      const code: Detection['code'] =
        lithiumBattery === undefined ? 'QUESTION' : isAnotherNumber ? 'CHECK' : 'MISSING_DATA'
      const values = { htsCode: facts.product.htsCode ?? '', value: unNumber ?? '' }
      return [
        {
          code,
          field: 'hazmat.unNumber',
          place: placeInProduct(facts, 'hazmat', 'unNumber'),
          values,
          expected: unNumbers,
        },
      ]
    }
  },
}
