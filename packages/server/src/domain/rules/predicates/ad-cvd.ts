import { type ProductFacts, placeInProduct } from '../facts.ts'
import { type Detection, nothing, type ProductPredicate } from '../predicate.ts'

/** The owner named an antidumping or countervailing case: in scope, or the scope question is still open. */
export const adCvdOpenOrInScope: ProductPredicate = {
  codes: () => ['CHECK', 'QUESTION'],
  args: [],
  bind: () => (facts) => {
    const cases = facts.product.adcvd ?? []
    if (cases.length === 0) return nothing
    return cases.flatMap((answer, index): readonly Detection[] => {
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
  },
}

/** The product may be under an order: informal entry is not open to it (19 CFR 143.21). */
export function isAdCvdCandidate({ product }: ProductFacts): boolean {
  return product.adcvd?.some(({ inScope }) => inScope !== false) ?? false
}
