import type { ListedIdentifier } from './identifiers.ts'
import type { LoadedList } from './party-screening.ts'

/** A list as it was read from its file. */
export interface ScreeningList extends Omit<LoadedList, 'entries'> {
  readonly entries: readonly ListEntry[]
}

/** One person or organisation of a list; vessels and aircraft are no parties of an export and are left out. */
export interface ListEntry {
  readonly id: string | null
  /** What the entry is from, where that is not the title of the file's list. */
  readonly source: string | null
  readonly name: string
  readonly aliases: readonly string[]
  readonly programs: readonly string[]
  /** Where it is, alpha-2; empty where the list says nothing that is known. */
  readonly countries: readonly string[]
  readonly identifiers: readonly ListedIdentifier[]
  readonly addresses: readonly ListedAddress[]
}

export interface ListedAddress {
  /** Street first, then city and the rest, separated by commas. */
  readonly text: string
  /** Alpha-2. */
  readonly country: string | null
}
