import { type AddressIndex, findAddresses, indexAddresses } from './address-index.ts'
import { comparableNumber, type IdentifierKind, type ListedIdentifier } from './identifiers.ts'
import { indexNames, type NameIndex } from './name-index.ts'
import {
  type ListedParty,
  type ListPurpose,
  type PartyScreening,
  partyKey,
  type ScreenedParty,
  type ScreeningHit,
} from './party-screening.ts'
import type { ListEntry, ScreeningList } from './screening-list.ts'

/** Indexes the lists once; what was found for a party is kept, up to {@link maxRemembered} parties. */
export function screenParties(lists: readonly ScreeningList[]): PartyScreening {
  const screen = (purpose: ListPurpose): PartyScreening['restricted'] => {
    const entries = lists.filter((list) => list.purpose === purpose).flatMap(entriesOf)
    if (entries.length === 0) return () => noHits
    const index = indexEntries(entries)
    return remembering((party) => hitsOf(index, party))
  }
  return {
    lists: lists.map(({ entries, ...list }) => ({ ...list, entries: entries.length })),
    restricted: screen('restricted parties'),
    forcedLabor: screen('forced labor'),
  }
}

interface Listed {
  readonly entry: ListEntry
  readonly party: ListedParty
}

interface EntryIndex {
  readonly names: NameIndex<Listed>
  readonly addresses: AddressIndex<Listed>
  /** By kind and number. */
  readonly identifiers: ReadonlyMap<
    string,
    readonly { readonly owner: Listed; readonly identifier: ListedIdentifier }[]
  >
}

/** Of all plans together; a plan holds its own answers while it is made (`screenAhead`). */
const maxRemembered = 50_000
const noHits: readonly ScreeningHit[] = []

function entriesOf({ title, date, entries }: ScreeningList): Listed[] {
  return entries.map((entry) => ({
    entry,
    party: {
      list: entry.source ?? title,
      entryId: entry.id,
      name: entry.name,
      programs: entry.programs,
      listDate: date,
    },
  }))
}

function indexEntries(entries: readonly Listed[]): EntryIndex {
  const identifiers = entries.flatMap((owner) => owner.entry.identifiers.map((identifier) => ({ owner, identifier })))
  return {
    names: indexNames(
      entries.flatMap((owner) => [owner.entry.name, ...owner.entry.aliases].map((name) => ({ owner, name }))),
    ),
    addresses: indexAddresses(entries.flatMap((owner) => owner.entry.addresses.map((address) => ({ owner, address })))),
    identifiers: Map.groupBy(identifiers, ({ identifier }) => `${identifier.kind} ${identifier.number}`),
  }
}

function remembering(screen: PartyScreening['restricted']): PartyScreening['restricted'] {
  const known = new Map<string, readonly ScreeningHit[]>()
  return (party) => {
    const key = partyKey(party)
    const remembered = known.get(key)
    if (remembered !== undefined) return remembered
    const hits = screen(party)
    if (known.size >= maxRemembered) known.clear()
    known.set(key, hits)
    return hits
  }
}

function hitsOf(index: EntryIndex, party: ScreenedParty): readonly ScreeningHit[] {
  const names = index.names.find(party.name).map(({ owner, name, score, isExact }): ScreeningHit => {
    const isSameCountry = sameCountry(owner.entry.countries, party)
    return { cause: 'name', listed: owner.party, stated: name, score, isExact, isSameCountry, field: 'name' }
  })
  const addresses = findAddresses(index.addresses, party).map(({ owner, address }): ScreeningHit => {
    const isSameCountry = sameCountry(address.country === null ? [] : [address.country], party)
    const { text: stated } = address
    return { cause: 'address', listed: owner.party, stated, score: 100, isExact: true, isSameCountry, field: 'street' }
  })
  const hits = [
    ...identifierHits(index, party, 'taxId'),
    ...identifierHits(index, party, 'duns'),
    ...names,
    ...addresses,
  ]
  return hits.length === 0 ? noHits : hits
}

function identifierHits(index: EntryIndex, party: ScreenedParty, kind: IdentifierKind): ScreeningHit[] {
  const number = comparableNumber(party[kind] ?? '')
  if (number === null) return []
  return (index.identifiers.get(`${kind} ${number}`) ?? []).map(({ owner, identifier }) => {
    // Registers of different countries give the same numbers to different people.
    const isSameCountry =
      kind === 'duns' ? true : sameCountry(identifier.country === null ? [] : [identifier.country], party)
    const { stated } = identifier
    const isExact = isSameCountry !== false
    return { cause: 'identifier', listed: owner.party, stated, score: 100, isExact, isSameCountry, field: kind }
  })
}

function sameCountry(listed: readonly string[], { country }: ScreenedParty): boolean | null {
  return country === undefined || listed.length === 0 ? null : listed.includes(country)
}
