import { literal, type PdfFace, type PdfWord } from './pdf-face.ts'
import { isLatin } from './printable-text.ts'

/** One line of text, set in a face and size: what stands between the brackets of `Tj`, and its width in points. */
export interface SetLine {
  readonly face: PdfFace
  readonly size: number
  readonly codes: string
  readonly width: number
}

export interface Type {
  readonly face: PdfFace
  readonly size: number
}

/** Lines no wider than `width` points, broken between words; a word that is wider than a line is broken in itself. */
export function wrapped(text: string, type: Type, width: number): readonly SetLine[] {
  const kept = keptFor(type, width)
  const known = kept.get(text)
  if (known !== undefined) return known
  const lines = latinLines(text, type, width) ?? broken(text, type, width)
  if (kept.size < mostKept) kept.set(text, lines)
  return lines
}

/** By number, since a key that holds the text itself would be copied and digested anew for each look-up. */
function keptFor({ face, size }: Type, width: number): Map<string, readonly SetLine[]> {
  const key = size * 10_000 + width
  const known = face.lines.get(key)
  if (known !== undefined) return known
  const kept = new Map<string, readonly SetLine[]>()
  face.lines.set(key, kept)
  return kept
}

/** Goods, parties and treatments come again line by line; more texts than these are those of a document without end. */
const mostKept = 5_000

/**
 * The lines of a text whose characters are their own codes, cut out of it; null where that is not so, for words that are
 * wider than a line, and where blanks have to go. A third of the time of the general way.
 */
function latinLines(text: string, { face, size }: Type, width: number): SetLine[] | null {
  const { latinWidths: widths } = face
  if (widths === null || !setTight.test(text) || !isLatin(text)) return null
  const limit = (width * 1000) / size
  const blank = face.blank.width
  const lines: SetLine[] = []
  let [start, length] = [0, 0]
  const endLine = (end: number): void => {
    lines.push({ face, size, codes: literal(text.slice(start, end)), width: (length * size) / 1000 })
  }
  for (let at = 0; at < text.length; ) {
    const from = at
    let word = 0
    for (let code = text.charCodeAt(at); at < text.length && code !== 0x20; code = text.charCodeAt(at)) {
      word += widths[code] ?? Number.NaN
      at += 1
    }
    if (word > limit) return null
    if (from > start && length + blank + word > limit) {
      endLine(from - 1)
      start = from
      length = word
    } else length += from > start ? blank + word : word
    at += 1
  }
  endLine(text.length)
  return lines
}

/** Words with one blank between two. */
const setTight = /^[^ ]+(?: [^ ]+)*$/

function broken(text: string, { face, size }: Type, width: number): SetLine[] {
  const limit = (width * 1000) / size
  const lines: SetLine[] = []
  let words: string[] = []
  let length = 0
  const endLine = (): void => {
    if (words.length > 0) lines.push({ face, size, codes: words.join(face.blank.codes), width: (length * size) / 1000 })
    words = []
    length = 0
  }
  for (const part of face.printable(text).split(' ')) {
    if (part === '') continue
    for (const piece of piecesOf(part, face, limit)) {
      const word = face.word(piece)
      if (words.length > 0 && length + face.blank.width + word.width > limit) endLine()
      length += words.length === 0 ? word.width : face.blank.width + word.width
      words.push(word.codes)
    }
  }
  endLine()
  return lines
}

/** One line whatever its width; where it is wider than the room, in smaller type: figures are never broken. */
export function fitted(text: string, { face, size }: Type, width: number): SetLine {
  const { codes, width: length } = latinText(text, face) ?? wordsOf(text, face)
  const fitting = Math.min(size, (width * 1000) / Math.max(length, 1))
  return { face, size: fitting, codes, width: (length * fitting) / 1000 }
}

function latinText(text: string, { latinWidths: widths }: PdfFace): PdfWord | null {
  if (widths === null || !isLatin(text)) return null
  let width = 0
  for (let at = 0; at < text.length; at += 1) width += widths[text.charCodeAt(at)] ?? Number.NaN
  return { codes: literal(text), width }
}

function wordsOf(text: string, face: PdfFace): PdfWord {
  const words = face.printable(text).split(' ').map(face.word)
  let width = (words.length - 1) * face.blank.width
  for (const word of words) width += word.width
  return { codes: words.map(({ codes }) => codes).join(face.blank.codes), width }
}

function piecesOf(word: string, face: PdfFace, limit: number): readonly string[] {
  if (face.word(word).width <= limit) return [word]
  const pieces: string[] = []
  let [piece, length] = ['', 0]
  for (const [character] of word.matchAll(unbreakable)) {
    const { width } = face.word(character)
    if (piece !== '' && length + width > limit) {
      pieces.push(piece)
      piece = ''
      length = 0
    }
    piece += character
    length += width
  }
  return piece === '' ? pieces : [...pieces, piece]
}

/** A character, or a code point in its brackets. */
const unbreakable = /\[U\+[0-9A-F]{4,6}\]|./gsu
