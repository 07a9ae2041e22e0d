import { depthZero, type HtsIndex, nodeAt, pathTo } from './hts-index.ts'
import { type Replacement, type Term, termsOf } from './question-terms.ts'

export interface Question {
  readonly text: string
  readonly limit: number
  /** Two digits: only lines of this chapter. */
  readonly chapter?: string
}

/** A line of the schedule that a question found. */
export interface FoundLine {
  /** Eight or ten. */
  readonly digits: string
  readonly path: readonly string[]
  readonly units: string
  /** How many lines of its heading were found, this one among them. */
  readonly ofHeading: number
}

export interface FoundLines {
  readonly lines: readonly FoundLine[]
  /** All that were found, also those that are left out of `lines`. */
  readonly count: number
  readonly replaced: readonly Replacement[]
}

/** The lines whose texts fit the question best, best first; those that begin with its digits when it is a number. */
export function findLines(index: HtsIndex, question: Question): FoundLines {
  const digits = question.text.replaceAll(/[.\s]/g, '')
  if (/^\d{2,10}$/.test(digits)) return linesUnder(index, digits, question)
  const { wordings, replaced } = termsOf(index, question.text)
  const scored = wordings.flatMap((terms) => scoreLines(index, terms, question.chapter))
  return { ...shown(index, bestOfEach(scored), question.limit), replaced }
}

/** Lines worth showing, best first; one that fits two wordings counts by the better. */
function bestOfEach(scored: readonly ScoredLine[]): ScoredLine[] {
  const least = scored.reduce((best, { score }) => Math.max(best, score), 0) * worthShare
  const good = scored.filter(({ score }) => score >= least)
  good.sort((a, b) => b.score - a.score || a.position - b.position)
  const seen = new Set<number>()
  return good.filter(({ position }) => !seen.has(position) && seen.add(position))
}

/** Lines with less than this share of the best score are no answer. */
const worthShare = 0.4

interface ScoredLine {
  readonly position: number
  readonly score: number
}

/**
 * Lines with a score above 0, to about 1.3. A line answers for the texts above it as well, so one pass over the schedule
 * carries down what each term has on the way. Plain loops: this runs once, before the compiler would make others fast.
 */
function scoreLines(index: HtsIndex, terms: readonly Term[], chapter: string | undefined): ScoredLine[] {
  const { depths, nodes } = index
  const total = terms.reduce((sum, { weight }) => sum + weight, 0)
  const said = terms.map((term) => sayings(index, term))
  const isMatch = matches(index, terms)
  const way = new Float64Array(terms.length * maxDepth)
  const reached = new Float64Array(maxDepth)
  const scored: ScoredLine[] = []
  let best = 0
  for (let position = 0; position < nodes.length; position += 1) {
    const depth = (depths[position] ?? depthZero) - depthZero
    const above = depth === 0 ? 0 : (reached[depth - 1] ?? 0)
    let score = 0
    if (above !== 0 || isMatch[position] !== 0) {
      for (let at = 0; at < terms.length; at += 1) {
        const slot = at * maxDepth + depth
        const before = above === 0 ? 0 : (way[slot - 1] ?? 0)
        const own = said[at]?.[position] ?? 0
        const both = own > before ? own + before * saidAgain : before + own * saidAgain
        way[slot] = both
        score += both * (terms[at]?.weight ?? 0)
      }
      const coverage = score / total
      if (coverage * coverage >= best * worthShare) {
        const line = lineScore(nodes[position] ?? '', { coverage, terms, chapter })
        if (line > 0) scored.push({ position, score: line })
        if (line > best) best = line
      }
    }
    reached[depth] = score
  }
  return scored
}

/** No line of the schedule is nested more deeply. */
const maxDepth = 36

/** What a second text on the way that says the same adds. */
const saidAgain = 0.15

function lineScore(
  row: string,
  facts: { readonly coverage: number; readonly terms: readonly Term[]; readonly chapter: string | undefined },
): number {
  const { coverage, terms, chapter } = facts
  if (row.startsWith('\t') || !row.startsWith(chapter ?? '')) return 0
  const isPart = /\tparts?\b/i.test(row) && !terms.some(({ word }) => word === 'part')
  // Special provisions and trade actions describe goods that have their own number elsewhere.
  const isSpecial = chapter === undefined && /^9[89]/.test(row)
  return coverage * coverage * (isPart ? 0.6 : 1) * (isSpecial ? 0.3 : 1)
}

function matches({ nodes }: HtsIndex, terms: readonly Term[]): Uint8Array {
  const isMatch = new Uint8Array(nodes.length)
  for (const { answers } of terms) for (const { places } of answers) for (const place of places) isMatch[place] = 1
  return isMatch
}

/** What each text says about one term: most where it is short, and a heading more than what stands below it. */
function sayings(index: HtsIndex, { answers }: Term): Float64Array {
  const said = new Float64Array(index.nodes.length)
  for (const { places, likeness } of answers) {
    for (const place of places) {
      const letters = (index.nodes[place] ?? '').length
      const isHeading = index.depths[place] === depthZero
      const own = likeness * (isHeading ? 1.1 / (1 + letters / 1000) : 0.95 / (1 + letters / 400))
      if (own > (said[place] ?? 0)) said[place] = own
    }
  }
  return said
}

function linesUnder(index: HtsIndex, digits: string, { limit, chapter = '' }: Question): FoundLines {
  const positions = positionsUnder(index, digits).filter((position) => index.nodes[position]?.startsWith(chapter))
  const lines = positions.slice(0, limit).map((position) => lineAt(index, position, positions.length))
  return { lines, count: positions.length, replaced: [] }
}

/** The lines that begin with these digits, in the order of the schedule. */
export function positionsUnder({ nodes }: HtsIndex, digits: string): number[] {
  const positions: number[] = []
  for (const [position, row] of nodes.entries()) if (row.startsWith(digits)) positions.push(position)
  return positions
}

/** So many lines of one heading are shown, lest the best heading hides the second best. */
const perHeading = 3

function shown(index: HtsIndex, scored: readonly ScoredLine[], limit: number): Omit<FoundLines, 'replaced'> {
  const byHeading = Map.groupBy(scored, ({ position }) => (index.nodes[position] ?? '').slice(0, 4))
  const lines: FoundLine[] = []
  for (const ofHeading of byHeading.values()) {
    if (lines.length >= limit) break
    for (const { position } of ofHeading.slice(0, perHeading)) lines.push(lineAt(index, position, ofHeading.length))
  }
  return { lines: lines.slice(0, limit), count: scored.length }
}

function lineAt(index: HtsIndex, position: number, ofHeading: number): FoundLine {
  const { digits, units } = nodeAt(index, position)
  return { digits, path: pathTo(index, position), units, ofHeading }
}
