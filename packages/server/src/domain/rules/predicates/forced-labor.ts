import type { ScreeningHit } from '../../screening/party-screening.ts'
import { factAt } from '../../treatment/tests/fact-at.ts'
import { type ProductFacts, placeInProduct } from '../facts.ts'
import type { PartyFacts } from '../plan-inputs.ts'
import {
  choiceArgument,
  type Detection,
  nothing,
  type ProductPredicate,
  type RuleArguments,
  textListArgument,
} from '../predicate.ts'
import { hitText, isCleared } from './screening-hits.ts'

/**
 * Where forced-labor law asks about the supply chain: goods of the countries given need a trace with evidence, and a
 * trace that shows a risk input from there needs a look whatever the origin is. A step of no known country is refused.
 */
export const supplyChainTraced: ProductPredicate = {
  codes: () => ['MISSING_DATA', 'QUESTION', 'CHECK', 'INVALID_DATA'],
  args: ['countries', 'riskInputs'],
  reads: () => ['supplyChainTrace', 'countryOfOrigin'],
  bind: (args, { reference }) => {
    const countries = new Set(textListArgument(args, 'countries'))
    const riskInputs = textListArgument(args, 'riskInputs')
    return (facts) => {
      const trace = facts.product.supplyChainTrace ?? []
      const isAsked = originIn(facts, countries)
      if (trace.length === 0) return isAsked ? [untraced(facts)] : nothing
      return trace.flatMap((step, index): readonly Detection[] => {
        const isRisk = riskInputs.some((input) => step.input.toLowerCase().includes(input))
        const values = { value: step.input, country: step.country }
        const at = (field: string): Pick<Detection, 'field' | 'place' | 'values'> => ({
          field: `supplyChainTrace.${index}.${field}`,
          place: placeInProduct(facts, 'supplyChainTrace', index, field),
          values,
        })
        if (!reference.countries.has(step.country)) return [{ code: 'INVALID_DATA', ...at('country') }]
        if (isRisk && countries.has(step.country)) return [{ code: 'CHECK', ...at('country') }]
        return isAsked && !step.evidence?.trim() ? [{ code: 'QUESTION', ...at('evidence') }] : nothing
      })
    }
  },
}

/** A step in making a metal, of the facts given, was in one of the countries: a metal that forced-labor law looks at. */
export const metalMadeIn: ProductPredicate = {
  codes: () => ['CHECK'],
  args: ['countries', 'facts'],
  reads: (args) => textListArgument(args, 'facts'),
  bind: (args) => {
    const countries = new Set(textListArgument(args, 'countries'))
    const fields = textListArgument(args, 'facts')
    return (facts) => {
      if (facts.product.metals === undefined) return nothing
      return fields.flatMap((field): readonly Detection[] => {
        const country = factAt(facts.product, field)
        if (typeof country !== 'string' || !countries.has(country)) return nothing
        return [{ code: 'CHECK', field, place: placeInProduct(facts, ...field.split('.')), values: { country } }]
      })
    }
  },
}

/** The owner's own screening matched the maker of goods that have a tie to the countries given. */
export const makerMatchedScreening: ProductPredicate = {
  codes: () => ['NOT_ALLOWED'],
  args: ['countries'],
  reads: () => ['manufacturer.screening', 'manufacturer.name', 'countryOfOrigin', 'supplyChainTrace.country'],
  bind: (args) => {
    const countries = new Set(textListArgument(args, 'countries'))
    return (facts) => {
      const { manufacturer, supplyChainTrace = [] } = facts.product
      const screening = manufacturer?.screening
      if (screening?.result !== 'match') return nothing
      const hasTie = originIn(facts, countries) || supplyChainTrace.some(({ country }) => countries.has(country))
      if (!hasTie) return nothing
      return [
        {
          code: 'NOT_ALLOWED',
          field: 'manufacturer.screening.result',
          place: placeInProduct(facts, 'manufacturer', 'screening', 'result'),
          values: { value: manufacturer?.name ?? '', listDate: screening.listDate },
          expected: ['clear'],
        },
      ]
    }
  },
}

/**
 * The maker is on the UFLPA Entity List that the operator loaded. With the verdict `listed` it acts on a name or alias
 * of the list in the same country; with `possible` on names that are alike, or the same where a country is not known or
 * another one.
 */
export const makerUnlisted: ProductPredicate = {
  codes: (args) => [verdictOf(args) === 'listed' ? 'NOT_ALLOWED' : 'CHECK'],
  args: ['verdict'],
  reads: () => ['manufacturer'],
  bind: (args) => {
    const verdict = verdictOf(args)
    return (facts) => {
      const { manufacturer } = facts.product
      const hits = manufacturer === undefined ? [] : (facts.law.screening?.forcedLabor(manufacturer) ?? [])
      if (manufacturer === undefined || hits.length === 0) return nothing
      const listed = hits.filter(({ isExact, isSameCountry }) => isExact && isSameCountry === true)
      if (verdict === 'listed') return listed.length === 0 ? nothing : [listedMaker(facts, manufacturer, listed)]
      return listed.length > 0 || isCleared(manufacturer, hits) ? nothing : [likeListedMaker(facts, manufacturer, hits)]
    }
  },
}

function verdictOf(args: RuleArguments): 'listed' | 'possible' {
  return choiceArgument(args['verdict'], ['listed', 'possible'], 'verdict')
}

function listedMaker(facts: ProductFacts, { name }: PartyFacts, hits: readonly ScreeningHit[]): Detection {
  const place = placeInProduct(facts, 'manufacturer', 'name')
  return { code: 'NOT_ALLOWED', field: 'manufacturer.name', place, values: { value: name, reason: hitText(hits) } }
}

function likeListedMaker(facts: ProductFacts, { name }: PartyFacts, hits: readonly ScreeningHit[]): Detection {
  const place = placeInProduct(facts, 'manufacturer', 'screening', 'result')
  const values = { value: name, reason: hitText(hits) }
  return { code: 'CHECK', field: 'manufacturer.screening.result', place, values, expected: ['clear'] }
}

function originIn(facts: ProductFacts, countries: ReadonlySet<string>): boolean {
  const origin = facts.product.countryOfOrigin
  return origin !== undefined && countries.has(origin)
}

function untraced(facts: ProductFacts): Detection {
  return {
    code: 'MISSING_DATA',
    field: 'supplyChainTrace',
    place: placeInProduct(facts, 'supplyChainTrace'),
    values: { value: facts.product.countryOfOrigin ?? '' },
  }
}
