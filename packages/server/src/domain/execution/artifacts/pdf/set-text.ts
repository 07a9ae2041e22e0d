import type { PdfFace } from './pdf-face.ts'

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
  const { lines: kept } = type.face
  const key = `${type.size} ${width} ${text}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const lines = broken(text, type, width)
  if (kept.size < mostKept) kept.set(key, lines)
  return lines
}

/** Goods, parties and treatments come again line by line; more texts than these are those of a document without end. */
const mostKept = 5_000

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
  const words = face.printable(text).split(' ').map(face.word)
  let length = (words.length - 1) * face.blank.width
  for (const word of words) length += word.width
  const fitting = Math.min(size, (width * 1000) / Math.max(length, 1))
  const codes = words.map((word) => word.codes).join(face.blank.codes)
  return { face, size: fitting, codes, width: (length * fitting) / 1000 }
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
