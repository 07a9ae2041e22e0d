import { parseDecimal } from '../../customs/decimal.ts'
import type { ProductFacts } from '../../rules/facts.ts'
import { choiceArgument, listNamesArgument, textListArgument } from '../../rules/predicate.ts'
import { type Answer, allOf, anyOf, open, yesIf } from '../answer.ts'
import type { TradeTest } from '../trade-test.ts'
import { factAt } from './fact-at.ts'
import { stepElsewhere } from './metal-steps.ts'
import { decimalArgument } from './test-arguments.ts'

export const metals = ['steel', 'aluminum', 'copper'] as const
export type MetalName = (typeof metals)[number]

/** The metals that the lists of US note 16(c) name for the goods, in a fixed order; `among` limits the lists. */
export function listedMetals({ lists }: ProductFacts, among?: ReadonlySet<string>): MetalName[] {
  const named = new Set(
    lists
      .filter(({ list }) => (among === undefined ? list.startsWith('16(c)') : among.has(list)))
      .map(({ value }) => value),
  )
  return metals.filter((metal) => named.has(metal))
}

/**
 * The listed metals together weigh less than `pct` of the article. What is known may be enough for a no: further metal
 * only adds weight.
 */
export const metalWeightBelow: TradeTest = {
  args: ['pct'],
  bind: (args) => {
    const pct = decimalArgument(args, 'pct')
    return ({ goods }) => {
      const listed = listedMetals(goods)
      const article = decimalAt(goods, 'articleWeightG')
      const missing = listed.map(weightField).filter((field) => decimalAt(goods, field) === null)
      const known = listed.reduce((sum, metal) => sum + (decimalAt(goods, weightField(metal)) ?? 0n), 0n)
      if (article === null || article === 0n) return open('articleWeightG', ...missing)
      if (known * percentScale >= pct * article) return 'no'
      return missing.length === 0 ? 'yes' : open(...missing)
    }
  },
}

/**
 * The article holds no steel, aluminum or copper: every listed metal weighs "0", no other is stated to weigh more, and
 * evidence is named. A weight that is not stated claims nothing.
 */
export const metalAbsent: TradeTest = {
  args: [],
  bind:
    () =>
    ({ goods }) => {
      const weights = metals.map((metal) => decimalAt(goods, weightField(metal)))
      if (weights.some((weight) => weight !== null && weight > 0n)) return 'no'
      const listed = listedMetals(goods)
      if (listed.length === 0 || listed.some((metal) => decimalAt(goods, weightField(metal)) === null)) return 'no'
      return goods.product.metals?.evidence === undefined ? open('metals.evidence') : 'yes'
    },
}

/**
 * At least `pct` of every metal that these lists name for the goods is of the country. For `us` the lists add up (note
 * 16(e)); for `uk` note 16(d) joins aluminum and steel by "or", so that goods that meet one of two stay open. A share that
 * the country stated for the metal contradicts relieves of nothing: it stays open.
 */
export const metalSharesAtLeast: TradeTest = {
  args: ['country', 'pct', 'lists'],
  bind: (args, pack) => {
    const country = choiceArgument(args['country'], ['us', 'uk'], 'country')
    const pct = decimalArgument(args, 'pct')
    const lists = new Set(listNamesArgument(args, 'lists', pack))
    return ({ goods }) => {
      const answers = listedMetals(goods, lists).map((metal): Answer => {
        const field = `metals.${metal}.${country}Pct`
        const share = decimalAt(goods, field)
        if (share === null) return open(field)
        return share >= pct && stepElsewhere(goods, metal, country) !== null ? open(field) : yesIf(share >= pct)
      })
      if (answers.length === 0) return 'no'
      if (country === 'us') return allOf(answers)
      const all = allOf(answers)
      return all === 'no' && anyOf(answers) !== 'no' ? anyOpen(answers) : all
    }
  },
}

/** One of these facts of the metal names one of these countries; an article with none of the metal has no such fact. */
export const metalFactIn: TradeTest = {
  args: ['metal', 'facts', 'countries'],
  bind: (args) => {
    const metal = choiceArgument(args['metal'], metals, 'metal')
    const fields = textListArgument(args, 'facts').map((fact) => `metals.${metal}.${fact}`)
    const countries: ReadonlySet<unknown> = new Set(textListArgument(args, 'countries'))
    return ({ goods }) => {
      if (decimalAt(goods, weightField(metal)) === 0n) return 'no'
      return anyOf(
        fields.map((field) => {
          const country = factAt(goods.product, field)
          return country === undefined ? open(field) : yesIf(countries.has(country))
        }),
      )
    }
  },
}

const percentScale = 1_000_000n

function anyOpen(answers: readonly Answer[]): Answer {
  return open(...answers.flatMap((answer) => (typeof answer === 'string' ? [] : answer.asks)))
}

export function weightField(metal: MetalName): string {
  return `metals.${metal}.weightG`
}

/** Scaled by 10,000; null where the fact is not stated or is no decimal. */
function decimalAt({ product }: ProductFacts, field: string): bigint | null {
  const value = factAt(product, field)
  return typeof value === 'string' ? parseDecimal(value) : null
}
