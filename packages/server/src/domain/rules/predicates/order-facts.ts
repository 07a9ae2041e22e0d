import { missingPartyFields } from '../../customs/party.ts'
import { type FactPlace, type OrderFacts, placeInOrder, placeInRecord } from '../facts.ts'
import type { PartyFacts } from '../plan-inputs.ts'
import { choiceArgument, type Detection, nothing, type OrderPredicate, textListArgument } from '../predicate.ts'

/** Each fact that the rule names is stated by the order or by the profile; an empty list is a statement. */
export const orderFactsStated: OrderPredicate = {
  codes: () => ['MISSING_DATA'],
  args: ['facts'],
  reads: (args) => textListArgument(args, 'facts').flatMap(placesOfFact),
  bind: (args) => {
    const names = textListArgument(args, 'facts').map((name) => choiceArgument(name, factNames, 'facts'))
    return (facts) => {
      const missing = names.filter((name) => statedFacts[name].value(facts) === undefined)
      if (missing.length === 0) return nothing
      return missing.map((name) => ({
        code: 'MISSING_DATA' as const,
        field: name,
        place: statedFacts[name].place(facts),
        values: { field: name },
      }))
    }
  },
}

/** Seller and buyer have name, street, city and country. The consignee stands in where no buyer is given. */
export const partiesIdentified: OrderPredicate = {
  codes: () => ['MISSING_DATA', 'INVALID_DATA'],
  args: [],
  reads: () => ['seller', 'profile.seller', 'buyer', 'consignee'],
  bind:
    (_args, { reference }) =>
    (facts) => {
      const { order, seller } = facts
      const buyerRole = order.buyer === undefined && order.consignee !== undefined ? 'consignee' : 'buyer'
      // Asked of every order, most of which name both in full: nothing is made for those.
      if (isIdentified(seller, reference.countries) && isIdentified(order[buyerRole], reference.countries))
        return nothing
      const sellerPlace = (field: string): FactPlace =>
        order.seller === undefined ? placeInRecord('profile', 'seller', field) : placeInOrder(facts, 'seller', field)
      const gaps = [
        ...partyGaps({ role: 'seller', party: seller, place: sellerPlace }, reference.countries),
        ...partyGaps(
          { role: buyerRole, party: order[buyerRole], place: (field) => placeInOrder(facts, buyerRole, field) },
          reference.countries,
        ),
      ]
      return gaps.length === 0 ? nothing : gaps
    },
}

/** The invoice has one currency of ISO 4217 and every unit price is in it. */
export const oneCurrency: OrderPredicate = {
  codes: () => ['INVALID_DATA'],
  args: [],
  reads: () => ['invoiceCurrency', 'items.unitPrice'],
  bind:
    (_args, { reference }) =>
    (facts) => {
      const { invoiceCurrency = 'USD', items } = facts.order
      if (!reference.currencies.has(invoiceCurrency)) {
        const problem = `the invoice currency ${invoiceCurrency} is not a currency in use of ISO 4217`
        const place = placeInOrder(facts, 'invoiceCurrency')
        return [{ code: 'INVALID_DATA', field: 'invoiceCurrency', place, values: { problem } }]
      }
      return items.flatMap(({ unitPrice }, index): readonly Detection[] => {
        if (unitPrice === undefined || unitPrice.currency === invoiceCurrency) return nothing
        const problem = `line ${index + 1} is priced in ${unitPrice.currency}, but the invoice is in ${invoiceCurrency}`
        return [
          {
            code: 'INVALID_DATA',
            field: 'unitPrice.currency',
            place: placeInOrder(facts, 'items', index, 'unitPrice', 'currency'),
            values: { problem },
            expected: [invoiceCurrency],
          },
        ]
      })
    },
}

/** The invoice is in one of the languages given (primary subtag of BCP 47); without a statement it is English. */
export const invoiceLanguageAmong: OrderPredicate = {
  codes: () => ['CHECK'],
  args: ['languages'],
  reads: () => ['invoice.language', 'profile.invoice.language'],
  bind: (args) => {
    const languages = textListArgument(args, 'languages')
    return (facts) => {
      const { language } = facts
      const subtag = language?.toLowerCase().split('-')[0]
      if (language === undefined || (subtag !== undefined && languages.includes(subtag))) return nothing
      const isStatedByOrder = facts.order.invoice?.language !== undefined
      const path = ['invoice', 'language']
      return [
        {
          code: 'CHECK',
          field: 'invoice.language',
          place: isStatedByOrder ? placeInOrder(facts, ...path) : placeInRecord('profile', ...path),
          values: { value: language },
          expected: languages,
        },
      ]
    }
  },
}

interface StatedFact {
  readonly value: (facts: OrderFacts) => unknown
  /** Where the fact is best supplied: what holds for every order, in the profile. */
  readonly place: (facts: OrderFacts) => FactPlace
}

const statedFacts = {
  incoterm: {
    value: (facts) => facts.incoterm,
    place: () => placeInRecord('profile', 'orderDefaults', 'incoterm'),
  },
  charges: { value: (facts) => facts.order.charges, place: (facts) => placeInOrder(facts, 'charges') },
  relatedParty: {
    value: (facts) => facts.relatedParty,
    place: () => placeInRecord('profile', 'orderDefaults', 'relatedParty'),
  },
  assists: { value: (facts) => facts.assists, place: () => placeInRecord('profile', 'orderDefaults', 'assists') },
  'invoice.responsibleIndividual': {
    value: (facts) => facts.responsibleIndividual,
    place: () => placeInRecord('profile', 'invoice', 'responsibleIndividual'),
  },
} satisfies Record<string, StatedFact>

/** Where a fact is looked for: in the order, and in the profile where that may speak for the order. */
function placesOfFact(name: string): readonly string[] {
  if (name === 'charges') return ['charges']
  return name.startsWith('invoice.') ? [name, `profile.${name}`] : [name, `profile.orderDefaults.${name}`]
}

const factNames = ['incoterm', 'charges', 'relatedParty', 'assists', 'invoice.responsibleIndividual'] as const

interface RoleOfParty {
  readonly role: string
  readonly party: PartyFacts | undefined
  readonly place: (field: string) => FactPlace
}

function isIdentified(party: PartyFacts | undefined, countries: ReadonlySet<string>): boolean {
  return party?.country !== undefined && countries.has(party.country) && missingPartyFields(party).length === 0
}

function partyGaps({ role, party, place }: RoleOfParty, countries: ReadonlySet<string>): Detection[] {
  const gaps: Detection[] = missingPartyFields(party).map((field) => ({
    code: 'MISSING_DATA',
    field: `${role}.${field}`,
    place: place(field),
    values: { role, field },
  }))
  if (party?.country !== undefined && !countries.has(party.country)) {
    const values = { role, field: 'country', value: party.country }
    gaps.push({ code: 'INVALID_DATA', field: `${role}.country`, place: place('country'), values })
  }
  return gaps
}
