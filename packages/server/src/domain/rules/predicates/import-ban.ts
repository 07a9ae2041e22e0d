import { type ProductFacts, placeInProduct } from '../facts.ts'
import { type Detection, listNamesArgument, nothing, type ProductPredicate } from '../predicate.ts'

/** Goods on one of these lists, of a country that the list names, may not be imported; `packaged` bans packaged goods only. */
export const importBanned: ProductPredicate = {
  codes: () => ['NOT_ALLOWED'],
  args: ['lists', 'packaged'],
  reads: () => ['htsCode', 'countryOfOrigin', 'packaging'],
  bind: (args, pack) => {
    const lists = new Set(listNamesArgument(args, 'lists', pack))
    const isPackagedOnly = args['packaged'] === true
    return (facts) =>
      isPackagedOnly && facts.product.packaging !== 'packaged' ? nothing : banned(facts, lists, 'NOT_ALLOWED')
  },
}

/** Whether goods of these lists may be imported depends on how they are presented, and that is not stated. */
export const packagingOfBannedGoodsStated: ProductPredicate = {
  codes: () => ['QUESTION'],
  args: ['lists'],
  reads: () => ['packaging', 'htsCode', 'countryOfOrigin'],
  bind: (args, pack) => {
    const lists = new Set(listNamesArgument(args, 'lists', pack))
    return (facts) => (facts.product.packaging === undefined ? banned(facts, lists, 'QUESTION') : nothing)
  },
}

function banned(
  facts: ProductFacts,
  lists: ReadonlySet<string>,
  code: 'NOT_ALLOWED' | 'QUESTION',
): readonly Detection[] {
  const origin = facts.product.countryOfOrigin
  const row = facts.lists.find(
    ({ list, origins }) => lists.has(list) && origin !== undefined && origins.includes(origin),
  )
  if (row === undefined || origin === undefined) return nothing
  const values = { origin, htsCode: facts.product.htsCode ?? '', citation: row.citation }
  if (code === 'NOT_ALLOWED')
    return [{ code, field: 'countryOfOrigin', place: placeInProduct(facts, 'countryOfOrigin'), values }]
  const place = placeInProduct(facts, 'packaging')
  return [{ code, field: 'packaging', place, values, expected: ['packaged', 'bulk'] }]
}
