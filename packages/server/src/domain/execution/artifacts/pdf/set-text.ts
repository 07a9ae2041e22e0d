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
export function wrapped(text: string, type: Type, width: number): SetLine[] {
  const { face, size } = type
  const limit = (width * 1000) / size
  const lines: SetLine[] = []
  let [codes, length] = ['', 0]
  const endLine = (): void => {
    if (codes !== '') lines.push({ face, size, codes, width: (length * size) / 1000 })
    codes = ''
    length = 0
  }
  for (const part of face.printable(text).split(' ')) {
    if (part === '') continue
    for (const piece of piecesOf(part, face, limit)) {
      const word = face.word(piece)
      if (codes !== '' && length + face.blank.width + word.width > limit) endLine()
      if (codes !== '') {
        codes += face.blank.codes
        length += face.blank.width
      }
      codes += word.codes
      length += word.width
    }
  }
  endLine()
  return lines
}

/** One line whatever its width; where it is wider than the room, in smaller type: figures are never broken. */
export function fitted(text: string, { face, size }: Type, width: number): SetLine {
  let [codes, length] = ['', 0]
  for (const [index, part] of face.printable(text).split(' ').entries()) {
    const word = face.word(part)
    codes += (index === 0 ? '' : face.blank.codes) + word.codes
    length += (index === 0 ? 0 : face.blank.width) + word.width
  }
  const fitting = Math.min(size, (width * 1000) / Math.max(length, 1))
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
