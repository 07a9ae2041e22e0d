/** One entry of a list, as a finding names it. */
export interface ListedParty {
  /** Title of the list ("OFAC SDN"), or what a consolidated list says its row is from. */
  readonly list: string
  /** Id inside the list; null where the list gives none. */
  readonly entryId: string | null
  readonly name: string
  /** Sanctions programmes, as the list writes them; empty where it states none. */
  readonly programs: readonly string[]
  /** Date of the list, `YYYY-MM-DD`. */
  readonly listDate: string
}

export type HitCause = 'identifier' | 'name' | 'address'

/** An entry that a party may be. */
export interface ScreeningHit {
  readonly cause: HitCause
  readonly listed: ListedParty
  /** What the list says that is like the party: a name or alias, an identifier with its kind, an address. */
  readonly stated: string
  /** 0 to 100, how alike the two are; 100 for an identifier and an address. */
  readonly score: number
  /** An identifier of the same kind and country; for a name, the same after normalisation. */
  readonly isExact: boolean
  /** Country of the entry and of the party: null when one of them is not known. */
  readonly isSameCountry: boolean | null
  /** Field of the party that was compared. */
  readonly field: 'taxId' | 'duns' | 'name' | 'street'
}

/** What is compared of a party. */
export interface ScreenedParty {
  readonly name: string
  readonly street?: string
  readonly city?: string
  readonly country?: string
  readonly taxId?: string
  readonly duns?: string
}

export type ListPurpose = 'restricted parties' | 'forced labor'

/** A list that was loaded, as the plan shows it. */
export interface LoadedList {
  readonly title: string
  readonly file: string
  readonly purpose: ListPurpose
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly datedBy: 'lists.json' | 'the file'
  readonly entries: number
}

/**
 * The lists that an operator loaded, as planning sees them. Pure: the same party and lists give the same hits, the
 * surest first. Without a list of a purpose, its function answers with no hits.
 */
export interface PartyScreening {
  readonly lists: readonly LoadedList[]
  readonly restricted: (party: ScreenedParty) => readonly ScreeningHit[]
  readonly forcedLabor: (maker: ScreenedParty) => readonly ScreeningHit[]
}

/** Equal for parties about which the lists say the same. */
export function partyKey(party: ScreenedParty): string {
  const { name, street = '', city = '', country = '', taxId = '', duns = '' } = party
  return [name, street, city, country, taxId, duns].join('\n')
}
