import { everydayWords } from './everyday-words.ts'
import { type HtsIndex, hasWord, placesOf, wordsFrom } from './hts-index.ts'
import { closestWords } from './similar-words.ts'
import { wordsOf } from './words.ts'

/** A word of the question with what the schedule has for it. */
export interface Term {
  readonly word: string
  readonly answers: readonly Answer[]
  /** How telling it is: words that stand nearly everywhere tell little. */
  readonly weight: number
}

export interface Answer {
  readonly word: string
  /** 0 to 1: how surely it is what was meant. */
  readonly likeness: number
  readonly places: readonly number[]
}

/** A word that stands nowhere in the schedule, with what was looked for instead. */
export interface Replacement {
  readonly word: string
  readonly by: readonly string[]
}

export interface Wordings {
  /** The question as it is put and, where people have other words than the tariff, in those of the tariff. */
  readonly wordings: readonly (readonly Term[])[]
  readonly replaced: readonly Replacement[]
}

/** Questions are short; a whole page pasted in must not be slow. */
const maxLetters = 500
const maxWords = 12

export function termsOf(index: HtsIndex, question: string): Wordings {
  const asked = joined(index, wordsOf(question.slice(0, maxLetters)))
  const inTariff = asked.flatMap((word) => joined(index, wordsOf(everydayWords.get(word) ?? word)))
  const isOnlyEveryday = asked.some((word) => everydayWords.has(word) && !hasWord(index, word))
  const replaced: Replacement[] = []
  const terms = (words: readonly string[]): Term[] =>
    [...new Set(words)].slice(0, maxWords).map((word) => termOf(index, word, replaced))
  if (isOnlyEveryday) return { wordings: [terms(inTariff)], replaced }
  const plain = terms(asked)
  return { wordings: asked.some((word) => everydayWords.has(word)) ? [plain, terms(inTariff)] : [plain], replaced }
}

/** "t shirt" and "snow board" are one word where the schedule has it as one; parts of a known compound say nothing more. */
function joined(index: HtsIndex, words: readonly string[]): string[] {
  const result: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', next = ''] = [words[at], words[at + 1]]
    const isTwo = next !== '' && hasWord(index, word + next)
    const isCompound = next !== '' && word !== next && word.endsWith(next) && hasWord(index, word)
    if (isTwo || isCompound || word.length > 1) result.push(isTwo ? word + next : word)
    if (isTwo || isCompound) at += 1
  }
  return result
}

function termOf(index: HtsIndex, word: string, replaced: Replacement[]): Term {
  const longer = word.length < 4 ? [] : wordsFrom(index, word).filter((other) => other.length <= word.length + 4)
  const answers = [
    ...answersOf(index, [word], 1),
    // Where the word itself is known, a longer one is often another thing: "cotton" and "cottonseed".
    ...answersOf(index, longer, hasWord(index, word) ? 0.3 : 0.7),
  ]
  if (answers.length > 0) return { word, answers, weight: weightOf(index, answers) }
  const by = closestWords(wordsFrom(index, word.slice(0, 1)), word)
  if (!replaced.some((known) => known.word === word)) replaced.push({ word, by })
  const close = answersOf(index, by, 0.7)
  return { word, answers: close, weight: weightOf(index, close) }
}

function answersOf(index: HtsIndex, words: readonly string[], likeness: number): Answer[] {
  return words
    .map((word) => ({ word, likeness, places: placesOf(index, word) }))
    .filter(({ places }) => places.length > 0)
}

function weightOf({ nodes }: HtsIndex, answers: readonly Answer[]): number {
  const places = Math.max(0, ...answers.map((answer) => answer.places.length))
  return places === 0 ? unknownWeight : Math.log(1 + nodes.length / places)
}

/** A word that the schedule does not have costs a line as much as a rather rare word that the line does not have. */
const unknownWeight = 5
