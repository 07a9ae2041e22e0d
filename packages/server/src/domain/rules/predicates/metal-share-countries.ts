import { parseDecimal } from '../../customs/decimal.ts'
import { factAt } from '../../treatment/tests/fact-at.ts'
import { metals } from '../../treatment/tests/metal-tests.ts'
import { type ProductFacts, placeInProduct } from '../facts.ts'
import {
  ArgumentError,
  choiceArgument,
  type Detection,
  nothing,
  type ProductPredicate,
  textArgument,
} from '../predicate.ts'

/**
 * Where at least `from` percent of a metal is stated to be of `country`, the country stated for its melt and pour, its
 * smelt or its cast is that one. `anyOf`: one of the steps is enough, as in "smelted or most recently cast". N/A says that
 * there was no such step.
 */
export const metalShareFitsCountry: ProductPredicate = {
  codes: () => ['INVALID_DATA'],
  args: ['share', 'country', 'from', 'anyOf'],
  reads: () => ['metals'],
  bind: (args) => {
    const share = choiceArgument(args['share'], ['usPct', 'ukPct'], 'share')
    const country = textArgument(args, 'country')
    const from = parseDecimal(textArgument(args, 'from'))
    if (from === null) throw new ArgumentError('args.from must be a decimal')
    const isEnough = args['anyOf'] === true
    return (facts) => {
      if (facts.product.metals === undefined) return nothing
      const found = metals.flatMap((metal): Detection[] => {
        const stated = facts.product.metals?.[metal]?.[share]
        const percent = stated === undefined ? null : parseDecimal(stated)
        if (stated === undefined || percent === null || percent < from) return []
        const elsewhere = stepsElsewhere(facts, metal, country)
        const [other] = elsewhere.others
        if (other === undefined || (isEnough && elsewhere.isSomeThere)) return []
        const field = `metals.${metal}.${share}`
        const place = placeInProduct(facts, 'metals', metal, share)
        return [{ code: 'INVALID_DATA', field, place, values: { metal, percent: stated, ...other } }]
      })
      return found.length === 0 ? nothing : found
    }
  },
}

const steps: Readonly<Record<(typeof metals)[number], readonly (readonly [name: string, words: string])[]>> = {
  steel: [['meltPour', 'melt and pour']],
  aluminum: [
    ['primarySmelt', 'primary smelt'],
    ['secondarySmelt', 'secondary smelt'],
    ['cast', 'cast'],
  ],
  copper: [
    ['smelt', 'smelt'],
    ['cast', 'cast'],
  ],
}

function stepsElsewhere(
  { product }: ProductFacts,
  metal: (typeof metals)[number],
  country: string,
): { others: readonly { readonly step: string; readonly value: string }[]; isSomeThere: boolean } {
  const stated = steps[metal].flatMap(([name, step]) => {
    const value = factAt(product, `metals.${metal}.${name}`)
    return typeof value === 'string' && value !== 'N/A' ? [{ step, value }] : []
  })
  const others = stated.filter(({ value }) => value !== country)
  return { others, isSomeThere: others.length < stated.length }
}
