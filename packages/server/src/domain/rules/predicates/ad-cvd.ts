import type { ExportFacts } from '../export-facts.ts'
import { type ProductFacts, placeInProduct } from '../facts.ts'
import { type Detection, listNamesArgument, nothing, type ProductPredicate } from '../predicate.ts'

/**
 * The owner named an antidumping or countervailing case, or the pack lists one for the tariff number and the country of
 * origin: in scope, or the scope question is still open.
 */
export const adCvdOpenOrInScope: ProductPredicate = {
  codes: () => ['CHECK', 'QUESTION'],
  args: [],
  reads: () => ['adcvd', 'htsCode', 'countryOfOrigin'],
  bind: () => (facts) => {
    const answers = facts.product.adcvd ?? []
    const open = unansweredCases(facts, orderLists)
    if (answers.length === 0 && open.length === 0) return nothing
    const detections = answers.flatMap((answer, index): readonly Detection[] => {
      if (answer.inScope === false) return nothing
      return [
        {
          code: answer.inScope === true ? 'CHECK' : 'QUESTION',
          field: `adcvd.${index}.inScope`,
          place: placeInProduct(facts, 'adcvd', index, 'inScope'),
          values: { value: answer.case ?? 'not named' },
          expected: ['true', 'false'],
        },
      ]
    })
    const isNamed = answers.some(({ inScope }) => inScope === undefined)
    return open.length === 0 || isNamed ? detections : [...detections, questionAbout(facts, open)]
  },
}

/** For every case that these lists name for the goods, the owner answered whether they are in its scope. */
export const adCvdScopeAnswered: ProductPredicate = {
  codes: () => ['QUESTION'],
  args: ['lists'],
  reads: () => ['adcvd', 'htsCode', 'countryOfOrigin'],
  bind: (args, pack) => {
    const lists = new Set(listNamesArgument(args, 'lists', pack))
    return (facts) => {
      const open = unansweredCases(facts, lists)
      return open.length === 0 ? nothing : [questionAbout(facts, open)]
    }
  },
}

/** What {@link adCvdOrders} reads. */
export const adCvdFacts: readonly string[] = ['products.adcvd', 'products.htsCode', 'products.countryOfOrigin']

/** Of each included order whether its goods may be under such an order: informal entry is not open to it (19 CFR 143.21). */
export function adCvdOrders({ goods }: ExportFacts): boolean[] {
  const known = new Map<ProductFacts, boolean>()
  return goods.map((ofOrder) =>
    ofOrder.some((facts) => {
      const isCandidate = known.get(facts) ?? isAdCvdCandidate(facts)
      known.set(facts, isCandidate)
      return isCandidate
    }),
  )
}

function isAdCvdCandidate(facts: ProductFacts): boolean {
  const isNamed = facts.product.adcvd?.some(({ inScope }) => inScope !== false) ?? false
  return isNamed || unansweredCases(facts, orderLists).length > 0
}

/** The list of orders that every pack has under this name; its values are case numbers. */
const orderLists: ReadonlySet<string> = new Set(['ad-cvd'])

/** Cases listed for the number and the origin that no answer covers; an answer that names no case covers all. */
function unansweredCases({ lists, product }: ProductFacts, names: ReadonlySet<string>): readonly string[] {
  const { adcvd = [], countryOfOrigin } = product
  const cases = lists
    .filter(({ list, origins }) => names.has(list) && origins.some((origin) => origin === countryOfOrigin))
    .flatMap(({ value }) => value.split(' '))
  return cases.filter((listed) =>
    adcvd.every((answer) => answer.inScope === undefined || (answer.case !== undefined && answer.case !== listed)),
  )
}

function questionAbout(facts: ProductFacts, cases: readonly string[]): Detection {
  const { countryOfOrigin = '', htsCode = '' } = facts.product
  const named = cases.join(', ')
  const values = { value: named, cases: named, origin: countryOfOrigin, htsCode }
  return { code: 'QUESTION', field: 'adcvd', place: placeInProduct(facts, 'adcvd'), values }
}
