import { type Json, objectIn, textIn } from './read-json.ts'

const partyFields = [
  'name',
  'street',
  'city',
  'region',
  'postalCode',
  'country',
  'contact',
  'email',
  'phone',
  'taxId',
  'mid',
  'duns',
  'fei',
] as const

export type PartyField = (typeof partyFields)[number]

/** A party as documents show it; screening results stay with the plan. */
export type PackageParty = Readonly<Partial<Record<PartyField, string>>>

/** Null when nothing is known of the party. */
export function partyIn(parent: Json, name: string): PackageParty | null {
  const source = objectIn(parent, name)
  const party: Partial<Record<PartyField, string>> = {}
  for (const field of partyFields) {
    const text = textIn(source, field)
    if (text !== null) party[field] = text
  }
  return Object.keys(party).length === 0 ? null : party
}

/** Street, then city with region and postal code, then country; without the name. */
export function addressLines(party: PackageParty): string[] {
  const place = [party.city, party.region, party.postalCode].filter((part) => part !== undefined).join(', ')
  return [party.street ?? '', place, party.country ?? ''].filter((line) => line !== '')
}
