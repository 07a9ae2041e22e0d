export type PartyField = 'name' | 'street' | 'city' | 'postalCode' | 'country'

export type IdentifiedParty = Readonly<Partial<Record<PartyField, string>>>

/**
 * Fields that a customs document needs and the party lacks, in the order of an address. The postal code counts for the
 * countries given (China: the manufacturer ID is built from it).
 */
export function missingPartyFields(
  party: IdentifiedParty | undefined,
  postalCodeCountries: ReadonlySet<string> = new Set(),
): PartyField[] {
  const wanted: readonly PartyField[] =
    party?.country !== undefined && postalCodeCountries.has(party.country) ? withPostalCode : withoutPostalCode
  return wanted.filter((field) => isBlank(party?.[field]))
}

const withoutPostalCode: readonly PartyField[] = ['name', 'street', 'city', 'country']
const withPostalCode: readonly PartyField[] = ['name', 'street', 'city', 'postalCode', 'country']

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}
