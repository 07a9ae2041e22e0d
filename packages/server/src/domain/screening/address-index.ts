import { plainText } from './comparable-name.ts'
import type { ScreenedParty } from './party-screening.ts'
import type { ListedAddress } from './screening-list.ts'

export interface OwnedAddress<Owner> {
  readonly owner: Owner
  readonly address: ListedAddress
}

export type AddressIndex<Owner> = ReadonlyMap<string, readonly OwnedAddress<Owner>[]>

/** Indexes addresses by their street, which a list may write over up to three cells: "No. 5, Example Road". */
export function indexAddresses<Owner>(addresses: Iterable<OwnedAddress<Owner>>): AddressIndex<Owner> {
  const byStreet = new Map<string, OwnedAddress<Owner>[]>()
  for (const owned of addresses) {
    const cells = owned.address.text.split(',')
    for (const street of streetsOf(cells)) {
      const known = byStreet.get(street)
      if (known === undefined) byStreet.set(street, [owned])
      else known.push(owned)
    }
  }
  return byStreet
}

/**
 * Addresses with the same street, in a text that has every word of the party's city, and in no other country. A street
 * without a number or of one word alone is never looked up.
 */
export function findAddresses<Owner>(index: AddressIndex<Owner>, party: ScreenedParty): OwnedAddress<Owner>[] {
  const street = plainText(party.street ?? '')
  const city = plainText(party.city ?? '')
  if (city === '' || !isTelling(street)) return []
  return (index.get(street) ?? []).filter(({ address }) => {
    const words = new Set(plainText(address.text).split(' '))
    const isElsewhere = address.country !== null && party.country !== undefined && address.country !== party.country
    return !isElsewhere && city.split(' ').every((word) => words.has(word))
  })
}

function streetsOf(cells: readonly string[]): Set<string> {
  const streets = [1, 2, 3].map((count) => plainText(cells.slice(0, count).join(' ')))
  return new Set(streets.filter(isTelling))
}

function isTelling(street: string): boolean {
  return /\d/.test(street) && street.includes(' ')
}
