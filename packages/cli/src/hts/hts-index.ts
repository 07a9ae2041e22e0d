import { wordsOf } from './words.ts'

/** A tariff line as the pack states it. */
export interface TariffText {
  /** Eight or ten digits. */
  readonly digits: string
  /** As printed in the schedule: `doz. | kg`. */
  readonly units: string
  /** From the text of the heading down to that of the line. */
  readonly path: readonly string[]
}

/**
 * The schedule as a tree of texts, and the words of each text. It is used for one question and thrown away, so nothing
 * is unpacked before it is asked for: splitting every row into an object takes longer than finding the answer.
 */
export interface HtsIndex {
  /** For messages: "2026 Rev 10". */
  readonly revision: string
  readonly unitTexts: readonly string[]
  /** How deep each node stands, the headings at `depthZero`; a node stands before what is below it. */
  readonly depths: Uint8Array
  /** `digits<TAB>unit<TAB>text` of each node; the digits are empty for what only leads to lines. */
  readonly nodes: readonly string[]
  /** `word<TAB>positions` a row, sorted, with a line break before the first and after the last. */
  readonly words: string
}

export interface HtsNode {
  readonly digits: string
  readonly units: string
  readonly text: string
}

/** The index as text, 2.7 MB of it before packing; an empty line stands before the words. */
export function writeHtsIndex(revision: string, lines: readonly TariffText[]): string {
  const unitTexts = [...new Set(lines.map(({ units }) => units))]
  const nodes: { readonly depth: number; readonly row: string; readonly text: string }[] = []
  let before: Pick<TariffText, 'digits' | 'path'> = { digits: '', path: [] }
  for (const line of lines) {
    for (let depth = sharedLevels(before, line); depth < line.path.length; depth += 1) {
      const text = (line.path[depth] ?? '').replace(/\s+/g, ' ').trim()
      const isLine = depth === line.path.length - 1
      nodes.push({ depth, text, row: `${isLine ? `${line.digits}\t${unitTexts.indexOf(line.units)}` : '\t'}\t${text}` })
    }
    before = line
  }
  const words = [...positionsByWord(nodes)].sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    JSON.stringify({ revision, unitTexts }),
    nodes.map(({ depth }) => String.fromCharCode(depthZero + depth)).join(''),
    ...nodes.map(({ row }) => row),
    '',
    ...words.map(([word, positions]) => `${word}\t${packed(positions)}`),
    '',
  ].join('\n')
}

export function readHtsIndex(bytes: Buffer): HtsIndex {
  const headEnd = bytes.indexOf('\n')
  const depthsEnd = bytes.indexOf('\n', headEnd + 1)
  const nodesEnd = bytes.indexOf('\n\n', depthsEnd)
  const head: { revision: string; unitTexts: string[] } = JSON.parse(bytes.toString('utf8', 0, headEnd))
  return {
    revision: head.revision,
    unitTexts: head.unitTexts,
    depths: bytes.subarray(headEnd + 1, depthsEnd),
    nodes: bytes.toString('utf8', depthsEnd + 1, nodesEnd).split('\n'),
    // The words are plain letters and digits, and a text of one byte a letter is searched faster.
    words: bytes.toString('latin1', nodesEnd + 1),
  }
}

/** `A` stands for a heading, `B` for what is one level below it. */
export const depthZero = 65

export function nodeAt({ nodes, unitTexts }: HtsIndex, position: number): HtsNode {
  const [digits = '', unit = '', text = ''] = (nodes[position] ?? '').split('\t')
  return { digits, units: unit === '' ? '' : (unitTexts[Number(unit)] ?? ''), text }
}

/** The texts from the heading down to this node. */
export function pathTo(index: HtsIndex, position: number): string[] {
  const path: string[] = []
  let depth = index.depths[position] ?? 0
  for (let at = position; at >= 0 && depth >= depthZero; at -= 1) {
    if (index.depths[at] !== depth) continue
    path.unshift(nodeAt(index, at).text)
    depth -= 1
  }
  return path
}

/** Positions, ascending, of the nodes in whose own text the word stands. */
export function placesOf({ words }: HtsIndex, word: string): number[] {
  const at = words.indexOf(`\n${word}\t`)
  if (at === -1) return []
  const start = at + word.length + 2
  let position = 0
  return words
    .slice(start, words.indexOf('\n', start))
    .split(' ')
    .map((difference) => {
      position += Number.parseInt(difference, 36)
      return position
    })
}

export function hasWord({ words }: HtsIndex, word: string): boolean {
  return words.includes(`\n${word}\t`)
}

/** The words that begin so, the one itself left out. */
export function wordsFrom({ words }: HtsIndex, start: string): string[] {
  const found: string[] = []
  for (let at = words.indexOf(`\n${start}`); at !== -1 && words.startsWith(start, at + 1); ) {
    const word = words.slice(at + 1, words.indexOf('\t', at + 1))
    if (word !== start) found.push(word)
    at = words.indexOf('\n', at + 1)
  }
  return found
}

/** Levels that a line shares with the one before it; never its own, and none across headings. */
function sharedLevels(before: Pick<TariffText, 'digits' | 'path'>, line: TariffText): number {
  if (before.digits.slice(0, 4) !== line.digits.slice(0, 4)) return 0
  let shared = 0
  while (shared < line.path.length - 1 && before.path[shared] === line.path[shared]) shared += 1
  // What was a line itself has nothing below it.
  return Math.min(shared, Math.max(0, before.path.length - 1))
}

function positionsByWord(nodes: readonly { readonly text: string }[]): Map<string, number[]> {
  const positions = new Map<string, number[]>()
  for (const [position, { text }] of nodes.entries()) {
    for (const word of new Set(wordsOf(text))) {
      const known = positions.get(word)
      if (known === undefined) positions.set(word, [position])
      else known.push(position)
    }
  }
  return positions
}

function packed(positions: readonly number[]): string {
  return positions.map((position, at) => (position - (positions[at - 1] ?? 0)).toString(36)).join(' ')
}
