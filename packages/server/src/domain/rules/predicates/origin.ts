import { placeInProduct } from '../facts.ts'
import { choiceArgument, nothing, type ProductPredicate, type RuleArguments, textListArgument } from '../predicate.ts'

/** The country of origin is given and is a country of ISO 3166-1. */
export const originStated: ProductPredicate = {
  codes: () => ['MISSING_DATA', 'INVALID_DATA'],
  args: [],
  reads: () => ['countryOfOrigin'],
  bind:
    (_args, { reference }) =>
    (facts) => {
      const origin = facts.product.countryOfOrigin
      if (origin !== undefined && reference.countries.has(origin)) return nothing
      return [
        {
          code: origin === undefined ? 'MISSING_DATA' : 'INVALID_DATA',
          field: 'countryOfOrigin',
          place: placeInProduct(facts, 'countryOfOrigin'),
          values: { value: origin ?? '' },
        },
      ]
    },
}

/** The owner says where the country of origin comes from. Quiet without an origin. */
export const originSourceStated: ProductPredicate = {
  codes: () => ['MISSING_DATA'],
  args: [],
  reads: () => ['countryOfOrigin', 'provenance.countryOfOrigin'],
  bind: () => (facts) => {
    const origin = facts.product.countryOfOrigin
    if (origin === undefined || facts.product.provenance?.['countryOfOrigin'] !== undefined) return nothing
    return [
      {
        code: 'MISSING_DATA',
        field: 'provenance.countryOfOrigin',
        place: placeInProduct(facts, 'provenance', 'countryOfOrigin'),
        values: { value: origin },
        expected: statedSources,
      },
    ]
  },
}

/** No fact is a default that somebody filled in for want of knowledge. */
export const factsNotDefaulted: ProductPredicate = {
  codes: () => ['CHECK'],
  args: [],
  reads: () => ['provenance'],
  bind: () => (facts) => {
    const { provenance } = facts.product
    if (provenance === undefined) return nothing
    return Object.keys(provenance)
      .filter((field) => provenance[field]?.source === 'default')
      .map((field) => ({
        code: 'CHECK' as const,
        field: `provenance.${field}`,
        place: placeInProduct(facts, 'provenance', field),
        values: { value: field },
        expected: statedSources,
      }))
  },
}

/** The country of origin is one of those given. Quiet without an origin, which is a finding of its own. */
export const originAmong: ProductPredicate = {
  codes: (args) => [codeArgument(args)],
  args: ['countries', 'code'],
  reads: () => ['countryOfOrigin'],
  bind: (args) => {
    const countries = new Set(textListArgument(args, 'countries'))
    const code = codeArgument(args)
    return (facts) => {
      const origin = facts.product.countryOfOrigin
      if (origin === undefined || !countries.has(origin)) return nothing
      const place = placeInProduct(facts, 'countryOfOrigin')
      return [{ code, field: 'countryOfOrigin', place, values: { value: origin } }]
    }
  },
}

/** Goods of one of these countries come back with evidence of their return. */
export const returnEvidenced: ProductPredicate = {
  codes: () => ['MISSING_DATA'],
  args: ['countries'],
  reads: () => ['countryOfOrigin', 'returnEvidence'],
  bind: (args) => {
    const countries = new Set(textListArgument(args, 'countries'))
    return (facts) => {
      const origin = facts.product.countryOfOrigin
      const isReturn = origin !== undefined && countries.has(origin)
      if (!isReturn || facts.product.returnEvidence?.trim()) return nothing
      const place = placeInProduct(facts, 'returnEvidence')
      return [{ code: 'MISSING_DATA', field: 'returnEvidence', place, values: { value: origin } }]
    }
  },
}

const statedSources: readonly string[] = ['owner', 'broker', 'ruling', 'classifier']

function codeArgument(args: RuleArguments): 'NOT_ALLOWED' | 'CHECK' {
  return choiceArgument(args['code'], ['NOT_ALLOWED', 'CHECK'], 'code')
}
