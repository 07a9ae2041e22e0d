import { decimalText, parseDecimal, sumDecimals } from '../../customs/decimal.ts'
import { factAt } from '../../treatment/tests/fact-at.ts'
import { metals, weightField } from '../../treatment/tests/metal-tests.ts'
import { type ProductFacts, placeInProduct } from '../facts.ts'
import {
  choiceArgument,
  type Detection,
  listNamesArgument,
  nothing,
  type ProductPredicate,
  textArgument,
  textListArgument,
} from '../predicate.ts'

/**
 * Goods on one of these lists name the countries in which their metal was made: an ISO 3166-1 code, one of `words` (UN
 * for unknown, OTH for other), or N/A where `notApplicable` allows it, but not for all of these facts at once. Quiet where
 * the metal weighs 0 or no metals heading is filed.
 */
export const metalCountriesStated: ProductPredicate = {
  codes: () => ['MISSING_DATA', 'INVALID_DATA'],
  args: ['metal', 'facts', 'lists', 'words', 'notApplicable'],
  reads: (args) => ['htsCode', `metals.${textArgument(args, 'metal')}`],
  bind: (args, pack) => {
    const metal = choiceArgument(args['metal'], metals, 'metal')
    const names = textListArgument(args, 'facts')
    const lists = new Set(listNamesArgument(args, 'lists', pack))
    const words = args['words'] === undefined ? [] : textListArgument(args, 'words')
    const freed = args['notApplicable'] === undefined ? [] : textListArgument(args, 'notApplicable')
    const { countries } = pack.reference
    return (facts) => {
      if (!isOnList(facts, lists) || weighsNothing(facts, metal) || filesNoMetals(facts)) return nothing
      const stated = (name: string): unknown => factAt(facts.product, `metals.${metal}.${name}`)
      const isAllFreed = freed.length > 0 && freed.every((name) => stated(name) === 'N/A')
      return names.flatMap((name): Detection[] => {
        const value = stated(name)
        const field = `metals.${metal}.${name}`
        const place = placeInProduct(facts, 'metals', metal, name)
        const given = { fact: factWords[name] ?? name, htsCode: facts.product.htsCode ?? '' }
        if (typeof value !== 'string') return [{ code: 'MISSING_DATA', field, place, values: given }]
        const isFreed = value === 'N/A' && freed.includes(name) && !isAllFreed
        if (countries.has(value) || words.includes(value) || isFreed) return []
        return [{ code: 'INVALID_DATA', field, place, values: { ...given, value } }]
      })
    }
  },
}

/** Goods on one of these lists state this fact. Quiet where no metals heading is filed. */
export const listedFactStated: ProductPredicate = {
  codes: () => ['MISSING_DATA'],
  args: ['fact', 'lists'],
  reads: (args) => [textArgument(args, 'fact'), 'htsCode'],
  bind: (args, pack) => {
    const field = textArgument(args, 'fact')
    const lists = new Set(listNamesArgument(args, 'lists', pack))
    return (facts) => {
      if (!isOnList(facts, lists) || filesNoMetals(facts) || factAt(facts.product, field) !== undefined) return nothing
      const place = placeInProduct(facts, ...field.split('.'))
      return [{ code: 'MISSING_DATA', field, place, values: { htsCode: facts.product.htsCode ?? '' } }]
    }
  },
}

/** The metals of an article together weigh no more than the article. */
export const metalWeightsFit: ProductPredicate = {
  codes: () => ['INVALID_DATA'],
  args: [],
  reads: () => ['articleWeightG', 'metals'],
  bind: () => (facts) => {
    const { articleWeightG } = facts.product
    if (facts.product.metals === undefined) return nothing
    const article = articleWeightG === undefined ? null : parseDecimal(articleWeightG)
    const sum = sumDecimals(metals.map((metal) => facts.product.metals?.[metal]?.weightG ?? '0'))
    if (article === null || sum === null || sum <= article) return nothing
    const values = { sum: decimalText(sum), value: decimalText(article) }
    return [{ code: 'INVALID_DATA', field: 'articleWeightG', place: placeInProduct(facts, 'articleWeightG'), values }]
  },
}

/** The shares of one metal that are of the United States and of the United Kingdom come to at most 100%. */
export const metalSharesFit: ProductPredicate = {
  codes: () => ['INVALID_DATA'],
  args: [],
  reads: () => ['metals'],
  bind: () => (facts) => {
    if (facts.product.metals === undefined) return nothing
    const found = metals.flatMap((metal): Detection[] => {
      const { usPct = '0', ukPct = '0' } = facts.product.metals?.[metal] ?? {}
      const sum = sumDecimals([usPct, ukPct])
      if (sum === null || sum <= wholePct) return []
      const place = placeInProduct(facts, 'metals', metal, 'usPct')
      return [{ code: 'INVALID_DATA', field: `metals.${metal}.usPct`, place, values: { metal, sum: decimalText(sum) } }]
    })
    return found.length === 0 ? nothing : found
  },
}

/** A preference is claimed for goods on one of these lists: a note. */
export const preferenceOnLists: ProductPredicate = {
  codes: () => ['NOTICE'],
  args: ['program', 'lists'],
  reads: () => ['preference.program', 'htsCode'],
  bind: (args, pack) => {
    const program = textArgument(args, 'program')
    const lists = new Set(listNamesArgument(args, 'lists', pack))
    return (facts) => {
      if (facts.product.preference?.program !== program || !isOnList(facts, lists)) return nothing
      const values = { value: program, htsCode: facts.product.htsCode ?? '' }
      return [{ code: 'NOTICE', field: 'preference', place: placeInProduct(facts, 'preference'), values }]
    }
  },
}

const wholePct = 1_000_000n

const factWords: Readonly<Record<string, string>> = {
  primarySmelt: 'primary smelt',
  secondarySmelt: 'secondary smelt',
  cast: 'cast',
  meltPour: 'melt and pour',
  smelt: 'smelt',
}

function isOnList({ lists: matches }: ProductFacts, lists: ReadonlySet<string>): boolean {
  return matches.some(({ list }) => lists.has(list))
}

function weighsNothing({ product }: ProductFacts, metal: (typeof metals)[number]): boolean {
  const weight = factAt(product, weightField(metal))
  return typeof weight === 'string' && parseDecimal(weight) === 0n
}

/** Another section 232 action took the goods out of the metals duty, and no question about that is open. */
function filesNoMetals(facts: ProductFacts): boolean {
  return facts
    .treatment()
    .tradeActions.some(
      ({ treatment }) => treatment.program === 'SECTION_232_METALS' && treatment.status === 'not_applied',
    )
}
