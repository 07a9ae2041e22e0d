import { placeInProduct } from '../facts.ts'
import { nothing, type ProductPredicate, textArgument, textListArgument } from '../predicate.ts'

/** A claimed preference is possible for the country of origin. Quiet without an origin. */
export const preferenceFitsOrigin: ProductPredicate = {
  codes: () => ['NOT_ALLOWED'],
  args: ['program', 'origins'],
  reads: () => ['preference.program', 'countryOfOrigin'],
  bind: (args) => {
    const program = textArgument(args, 'program')
    const origins = textListArgument(args, 'origins')
    return (facts) => {
      const origin = facts.product.countryOfOrigin
      const isClaimed = facts.product.preference?.program === program
      if (!isClaimed || origin === undefined || origins.includes(origin)) return nothing
      const values = { value: origin, program, origins: origins.join(', ') }
      return [{ code: 'NOT_ALLOWED', field: 'preference', place: placeInProduct(facts, 'preference'), values }]
    }
  },
}

/** A preference is claimed: a note, so that the claim is visible wherever the plan is. */
export const preferenceClaimed: ProductPredicate = {
  codes: () => ['NOTICE'],
  args: ['program'],
  reads: () => ['preference.program'],
  bind: (args) => {
    const program = textArgument(args, 'program')
    return (facts) =>
      facts.product.preference?.program === program
        ? [
            {
              code: 'NOTICE',
              field: 'preference',
              place: placeInProduct(facts, 'preference'),
              values: { value: program },
            },
          ]
        : nothing
  },
}

/** Goods of a country of the agreement travel without a claim. */
export const preferenceNotClaimed: ProductPredicate = {
  codes: () => ['NOTICE'],
  args: ['origins'],
  reads: () => ['preference', 'countryOfOrigin'],
  bind: (args) => {
    const origins = new Set(textListArgument(args, 'origins'))
    return (facts) => {
      const origin = facts.product.countryOfOrigin
      if (facts.product.preference !== undefined || origin === undefined || !origins.has(origin)) return nothing
      const place = placeInProduct(facts, 'preference')
      return [{ code: 'NOTICE', field: 'preference', place, values: { value: origin } }]
    }
  },
}
