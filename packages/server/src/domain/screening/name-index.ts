import { ratio, token_set_ratio } from 'fuzzball'
import MiniSearch, { type Query } from 'minisearch'
import { comparableName } from './comparable-name.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'

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
  const compared = [...names]
    .map((given) => ({ given, ...comparableName(given.name) }))
    .filter(({ words }) => words.length > 0)
  const byKey = Map.groupBy(compared, ({ key }) => key)
  const vocabulary = vocabularyOf(compared.map(({ words }) => words))
  const keys = [...byKey].map(([key, bearers]) => ({
    ...scoredName(vocabulary, key.split(' ')),
    bearers: bearers.map(({ given }) => given),
  }))
  const search = new MiniSearch({ fields: ['key'], tokenize: wordsOf, processTerm: unchanged })
  search.addAll(keys.map(({ key }, id) => ({ id, key })))
  const index: Index<Owner> = { keys, positions: new Map(keys.map(({ key }, id) => [key, id])), search, vocabulary }
  return { find: (name) => findNames(index, comparableName(name).words) }
}

/** A name as it is scored: its words sorted and joined, and those of them that tell it from others. */
interface ScoredName {
  readonly key: string
  readonly telling: string
  readonly wordCount: number
}

/** The words of one key are indexed once, whoever bears the name. */
interface IndexedName<Owner> extends ScoredName {
  readonly bearers: readonly OwnedName<Owner>[]
}

interface Index<Owner> {
  readonly keys: readonly IndexedName<Owner>[]
  readonly positions: ReadonlyMap<string, number>
  readonly search: MiniSearch
  readonly vocabulary: Vocabulary
}

const maxCandidates = 30

function scoredName(vocabulary: Vocabulary, words: readonly string[]): ScoredName {
  const telling = words.filter((word) => !vocabulary.isCommon(word)).join(' ')
  return { key: words.join(' '), telling, wordCount: words.length }
}

function wordsOf(text: string): string[] {
  return text.split(' ')
}

function unchanged(word: string): string {
  return word
}

function findNames<Owner>(index: Index<Owner>, words: readonly string[]): NameMatch<Owner>[] {
  if (words.length === 0) return []
  const asked = scoredName(index.vocabulary, words)
  const equal = index.positions.get(asked.key)
  const best = new Map<Owner, NameMatch<Owner>>()
  for (const position of new Set([...(equal === undefined ? [] : [equal]), ...candidates(index, words)])) {
    const named = index.keys[position]
    const score = named === undefined ? 0 : position === equal ? 100 : scoreOf(asked, named)
    if (named === undefined || score < minScore) continue
    for (const { owner, name } of named.bearers) {
      const known = best.get(owner)
      if (known === undefined || (known.score < score && !known.isExact))
        best.set(owner, { owner, name, score, isExact: position === equal })
    }
  }
  return [...best.values()].sort((a, b) => Number(b.isExact) - Number(a.isExact) || b.score - a.score)
}

/**
 * Common words would drag in a large part of the list, so they find a name only two by two, and only where the name
 * asked for has no other word.
 */
function candidates({ search, vocabulary }: Index<unknown>, words: readonly string[]): number[] {
  const spellings = words.map((word) => vocabulary.near(word))
  const telling = [...new Set(spellings.flat())].filter((word) => !vocabulary.isCommon(word))
  const isAllCommon = spellings.every((near) => near.some(vocabulary.isCommon))
  const queries: Query[] = [...telling, ...(isAllCommon ? pairsOf(rarestCommon(vocabulary, spellings)) : [])]
  if (queries.length === 0) return []
  return search
    .search({ combineWith: 'OR', queries })
    .slice(0, maxCandidates)
    .map(({ id }) => Number(id))
}

function rarestCommon(vocabulary: Vocabulary, spellings: readonly (readonly string[])[]): string[] {
  const common = [...new Set(spellings.flat())].filter(vocabulary.isCommon)
  return common.sort((a, b) => vocabulary.frequencyOf(a) - vocabulary.frequencyOf(b)).slice(0, 4)
}

function pairsOf(words: readonly string[]): Query[] {
  return words.flatMap((first, index) =>
    words.slice(index + 1).map((second): Query => ({ combineWith: 'AND', queries: [first, second] })),
  )
}

/**
 * The better of two ratios of fuzzball: of the sorted names as a whole, and of what they share beside what each has more
 * (token set; from two words on, since one word says little). Names whose telling words differ are not alike, however
 * many common words they share.
 */
function scoreOf(a: ScoredName, b: ScoredName): number {
  if (a.telling && b.telling && token_set_ratio(a.telling, b.telling, asGiven) < minTellingScore) return 0
  const whole = ratio(a.key, b.key, asGiven)
  if (Math.min(a.wordCount, b.wordCount) < 2) return whole
  return Math.max(whole, token_set_ratio(a.key, b.key, asGiven))
}

const minTellingScore = 75
const asGiven = { full_process: false }
