import { missingPartyFields } from '../../customs/party.ts'
import { placeInProduct } from '../facts.ts'
import { type Detection, nothing, type ProductPredicate, textListArgument } from '../predicate.ts'

/** The maker is named with the address that its manufacturer ID is built from; every gap is a detection of its own. */
export const manufacturerIdentified: ProductPredicate = {
  codes: () => ['MISSING_DATA', 'INVALID_DATA'],
  args: ['postalCodeCountries'],
  reads: () => ['manufacturer'],
  bind: (args, { reference }) => {
    const postalCodeCountries = new Set(textListArgument(args, 'postalCodeCountries'))
    return (facts) => {
      const { manufacturer } = facts.product
      const gaps: Detection[] = missingPartyFields(manufacturer, postalCodeCountries).map((field) => ({
        code: 'MISSING_DATA',
        field: `manufacturer.${field}`,
        place: placeInProduct(facts, 'manufacturer', field),
        values: { field },
      }))
      const country = manufacturer?.country
      if (country !== undefined && !reference.countries.has(country)) {
        gaps.push({
          code: 'INVALID_DATA',
          field: 'manufacturer.country',
          place: placeInProduct(facts, 'manufacturer', 'country'),
          values: { field: 'country', value: country },
        })
      }
      return gaps.length === 0 ? nothing : gaps
    }
  },
}
