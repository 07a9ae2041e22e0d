import { isWinAnsi, printableText } from './printable-text.ts'

/** A font at work in one document: glyph by glyph, without kerning or ligatures, so that text copies out as it went in. */
export interface PdfFace {
  /** The font's name in the page's resources. */
  readonly id: string
  /** A word without blanks, already printable. */
  readonly word: (word: string) => PdfWord
  /** What the codes stand between: those of one byte in a literal string, which is half as long, others in hexadecimal. */
  readonly brackets: readonly [string, string]
  readonly blank: PdfWord
  readonly printable: (text: string) => string
}

export interface PdfWord {
  /** Glyph codes as they stand in the operand of `Tj`, one character for each byte. */
  readonly codes: string
  /** In thousandths of the font size. */
  readonly width: number
}

export type FaceEncoding = 'WinAnsi' | 'Unicode'

/**
 * The current font of a pdfkit document. pdfkit's own `text` lays every fragment out anew, at twenty times the cost, and
 * it has no public way to its encoder: `_font` is read here alone, and the face throws where a release changes it.
 */
export function currentFace(document: object, encoding: FaceEncoding): PdfFace {
  const font = openFont(Reflect.get(document, '_font'))
  const glyphs = new Map<string, PdfWord>()
  const glyph = (character: string): PdfWord => {
    const known = glyphs.get(character)
    if (known !== undefined) return known
    const made = encodedGlyph(font, character, encoding)
    glyphs.set(character, made)
    return made
  }
  const words = new Map<string, PdfWord>()
  const word = (text: string): PdfWord => {
    const known = words.get(text)
    if (known !== undefined) return known
    let [codes, width] = ['', 0]
    for (const character of text) {
      const next = glyph(character)
      codes += next.codes
      width += next.width
    }
    const made = { codes, width }
    words.set(text, made)
    return made
  }
  const hasGlyph = (character: string): boolean =>
    encoding === 'WinAnsi' ? isWinAnsi(character) : glyph(character).codes !== missingGlyph
  return {
    id: font.id,
    word,
    brackets: encoding === 'WinAnsi' ? ['(', ')'] : ['<', '>'],
    blank: glyph(' '),
    printable: (text) => printableText(text, hasGlyph),
  }
}

/** Glyph 0 of every TrueType font stands for what it lacks; pdfkit writes its code as four digits. */
const missingGlyph = '0000'

interface OpenFont {
  readonly id: string
  readonly encode: (text: string) => unknown
}

function openFont(font: unknown): OpenFont {
  if (typeof font !== 'object' || font === null) throw new Error('pdfkit has no current font.')
  const [id, encode]: unknown[] = [Reflect.get(font, 'id'), Reflect.get(font, 'encode')]
  if (typeof id !== 'string' || typeof encode !== 'function') throw new Error('pdfkit encodes text in another way.')
  return { id, encode: (text) => Reflect.apply(encode, font, [text]) }
}

function encodedGlyph(font: OpenFont, character: string, encoding: FaceEncoding): PdfWord {
  const encoded = font.encode(character)
  const [codes, positions]: unknown[] = Array.isArray(encoded) ? encoded : []
  const [hex]: unknown[] = Array.isArray(codes) ? codes : []
  const [position]: unknown[] = Array.isArray(positions) ? positions : []
  const width: unknown =
    typeof position === 'object' && position !== null ? Reflect.get(position, 'advanceWidth') : null
  if (typeof hex !== 'string' || typeof width !== 'number') throw new Error('pdfkit encodes text in another way.')
  return { codes: encoding === 'Unicode' ? hex : literal(String.fromCharCode(Number.parseInt(hex, 16))), width }
}

function literal(byte: string): string {
  return byte === '(' || byte === ')' || byte === '\\' ? `\\${byte}` : byte
}
