import SearchableMap from 'minisearch/SearchableMap'

/** The words of a list of names. */
export interface Vocabulary {
  /** As many names have the word that it tells little: "trading", "international", a frequent first name. */
  readonly isCommon: (word: string) => boolean
  readonly frequencyOf: (word: string) => number
  /** Words of the list that are spelled nearly like this one, itself included. */
  readonly near: (word: string) => readonly string[]
}

/** Counts the words of names; each name gives each of its words once. */
export function vocabularyOf(names: Iterable<readonly string[]>): Vocabulary {
  const frequency = new Map<string, number>()
  let size = 0
  for (const words of names) {
    size += 1
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  }
  const tree = SearchableMap.from([...frequency])
  const commonFrom = Math.max(20, Math.ceil(size / 600))
  return {
    isCommon: (word) => (frequency.get(word) ?? 0) >= commonFrom,
    frequencyOf: (word) => frequency.get(word) ?? 0,
    near: (word) => {
      if (word.length < 4 || word.length > longestWord) return frequency.has(word) ? [word] : []
      if (word.length < 10) return [...tree.fuzzyGet(word, 1).keys()]
      // Two edits anywhere would mean a walk through most of the words, so the first letter has to stand.
      const first = word.charAt(0)
      return [...tree.atPrefix(first).fuzzyGet(word.slice(1), 2).keys()].map((rest) => first + rest)
    },
  }
}

/** The library counts edits in bytes; nobody's word is as long. */
const longestWord = 100
