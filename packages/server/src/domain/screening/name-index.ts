import { ratio, token_set_ratio } from 'fuzzball'
import MiniSearch from 'minisearch'
import { type ComparableName, comparableName } from './comparable-name.ts'

export interface NameIndex<Owner> {
  /** The owners of alike names, the most alike first; of one owner its most alike name. */
  readonly find: (name: string) => readonly NameMatch<Owner>[]
}

export interface NameMatch<Owner> {
  readonly owner: Owner
  /** As it was given. */
  readonly name: string
  /** {@link minScore} to 100. */
  readonly score: number
  /** Equal after normalisation. */
  readonly isExact: boolean
}

export interface OwnedName<Owner> {
  readonly owner: Owner
  readonly name: string
}

/** From here on two names are alike enough for a person to look. */
export const minScore = 88

/**
 * Indexes names for fuzzy look-up. MiniSearch gives the names that share a word, or nearly one, with the one asked for,
 * and fuzzball scores the best {@link maxCandidates} of them; equal names are found by key and never missed.
 */
export function indexNames<Owner>(names: Iterable<OwnedName<Owner>>): NameIndex<Owner> {
  const indexed = [...names].map((given): IndexedName<Owner> => ({ ...given, compared: comparableName(given.name) }))
  const index: Index<Owner> = {
    names: indexed,
    byKey: Map.groupBy(indexed, ({ compared }) => compared.key),
    frequency: wordFrequency(indexed),
    commonFrom: Math.max(20, Math.ceil(indexed.length / 600)),
    search: new MiniSearch({ fields: ['words'], extractField: fieldOf, tokenize: wordsOf, processTerm: unchanged }),
  }
  // The words of one key are searched once, whoever bears the name.
  index.search.addAll([...index.byKey.keys()].map((key) => ({ id: key, words: key })))
  return { find: (name) => findNames(index, comparableName(name)) }
}

interface IndexedName<Owner> extends OwnedName<Owner> {
  readonly compared: ComparableName
}

interface Index<Owner> {
  readonly names: readonly IndexedName<Owner>[]
  readonly byKey: ReadonlyMap<string, readonly IndexedName<Owner>[]>
  readonly frequency: ReadonlyMap<string, number>
  /** A word that as many names have tells little: "trading", "international", a frequent first name. */
  readonly commonFrom: number
  readonly search: MiniSearch<Document>
}

interface Document {
  readonly id: string
  readonly words: string
}

const maxCandidates = 40

function fieldOf(document: Document, field: string): string {
  return field === 'id' ? document.id : document.words
}

function wordsOf(text: string): string[] {
  return text.split(' ')
}

function unchanged(word: string): string {
  return word
}

function wordFrequency(names: readonly IndexedName<unknown>[]): Map<string, number> {
  const frequency = new Map<string, number>()
  for (const { compared } of names) {
    for (const word of compared.words) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  }
  return frequency
}

function findNames<Owner>(index: Index<Owner>, asked: ComparableName): NameMatch<Owner>[] {
  if (asked.key === '') return []
  const best = new Map<Owner, NameMatch<Owner>>()
  for (const key of new Set([asked.key, ...candidates(index, asked)])) {
    const score = key === asked.key ? 100 : scoreOf(index, asked, { key, words: wordsOf(key) })
    if (score < minScore) continue
    for (const { owner, name } of index.byKey.get(key) ?? []) {
      const isExact = key === asked.key
      const known = best.get(owner)
      if (known === undefined || known.score < score || (isExact && !known.isExact))
        best.set(owner, { owner, name, score, isExact })
    }
  }
  return [...best.values()].sort((a, b) => Number(b.isExact) - Number(a.isExact) || b.score - a.score)
}

/** Common words would drag in a large part of the list, so they find a name only two by two, where there is no other. */
function candidates(index: Index<unknown>, { words }: ComparableName): string[] {
  const telling = words.filter((word) => !isCommon(index, word))
  const results =
    telling.length > 0
      ? index.search.search(telling.join(' '), { fuzzy: allowedEdits })
      : index.search.search({ combineWith: 'OR', queries: pairsOf(rarest(index, words)) })
  return results.slice(0, maxCandidates).map(({ id }) => String(id))
}

function isCommon({ frequency, commonFrom }: Index<unknown>, word: string): boolean {
  return (frequency.get(word) ?? 0) >= commonFrom
}

function allowedEdits(word: string): number {
  return word.length >= 10 ? 2 : word.length >= 4 ? 1 : 0
}

function rarest({ frequency }: Index<unknown>, words: readonly string[]): string[] {
  return [...words].sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0)).slice(0, 4)
}

function pairsOf(words: readonly string[]): { combineWith: 'AND'; queries: string[] }[] {
  return words.flatMap((first, index) =>
    words.slice(index + 1).map((second) => ({ combineWith: 'AND' as const, queries: [first, second] })),
  )
}

/**
 * The better of two ratios of fuzzball: of the sorted names as a whole, and of what they share beside what each has more
 * (token set; from two words on, since one word says little). Names whose telling words differ are not alike, however
 * many common words they share.
 */
function scoreOf(index: Index<unknown>, a: ComparableName, b: ComparableName): number {
  const [ofA, ofB] = [a, b].map(({ words }) => words.filter((word) => !isCommon(index, word)).join(' '))
  if (ofA && ofB && token_set_ratio(ofA, ofB, asGiven) < minTellingScore) return 0
  const whole = ratio(a.key, b.key, asGiven)
  if (whole === 100 || Math.min(a.words.length, b.words.length) < 2) return whole
  return Math.max(whole, token_set_ratio(a.key, b.key, asGiven))
}

const minTellingScore = 75
const asGiven = { full_process: false }
