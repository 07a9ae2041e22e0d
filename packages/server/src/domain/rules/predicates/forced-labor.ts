import { type ProductFacts, placeInProduct } from '../facts.ts'
import { type Detection, nothing, type ProductPredicate, textListArgument } from '../predicate.ts'

/**
 * Where forced-labor law asks about the supply chain: goods of the countries given need a trace with evidence, and a
 * trace that shows a risk input from there needs a look whatever the origin is.
 */
export const supplyChainTraced: ProductPredicate = {
  codes: () => ['MISSING_DATA', 'QUESTION', 'CHECK'],
  args: ['countries', 'riskInputs'],
  bind: (args) => {
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
        if (isRisk && countries.has(step.country)) return [{ code: 'CHECK', ...at('country') }]
        return isAsked && !step.evidence?.trim() ? [{ code: 'QUESTION', ...at('evidence') }] : nothing
      })
    }
  },
}

/** The owner's own screening matched the maker of goods that have a tie to the countries given. */
export const makerMatchedScreening: ProductPredicate = {
  codes: () => ['NOT_ALLOWED'],
  args: ['countries'],
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
