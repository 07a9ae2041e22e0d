import { parseDecimal } from '../../customs/decimal.ts'
import { stepElsewhere } from '../../treatment/tests/metal-steps.ts'
import { metals } from '../../treatment/tests/metal-tests.ts'
import { placeInProduct } from '../facts.ts'
import {
  ArgumentError,
  choiceArgument,
  type Detection,
  nothing,
  type ProductPredicate,
  textArgument,
} from '../predicate.ts'

/** Where at least `from` percent of a metal is stated to be of a country, its steps are stated to be there too. */
export const metalShareFitsCountry: ProductPredicate = {
  codes: () => ['INVALID_DATA'],
  args: ['country', 'from'],
  reads: () => ['metals'],
  bind: (args) => {
    const country = choiceArgument(args['country'], ['us', 'uk'], 'country')
    const from = parseDecimal(textArgument(args, 'from'))
    if (from === null) throw new ArgumentError('args.from must be a decimal')
    return (facts) => {
      if (facts.product.metals === undefined) return nothing
      const found = metals.flatMap((metal): Detection[] => {
        const stated = facts.product.metals?.[metal]?.[`${country}Pct`]
        const percent = stated === undefined ? null : parseDecimal(stated)
        if (stated === undefined || percent === null || percent < from) return []
        const other = stepElsewhere(facts, metal, country)
        if (other === null) return []
        const field = `metals.${metal}.${country}Pct`
        const place = placeInProduct(facts, ...field.split('.'))
        return [{ code: 'INVALID_DATA', field, place, values: { metal, percent: stated, ...other } }]
      })
      return found.length === 0 ? nothing : found
    }
  },
}
