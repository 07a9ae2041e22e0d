import PDFDocument from 'pdfkit'
import { isLatin, isWinAnsi, printableText } from './printable-text.ts'
import type { SetLine } from './set-text.ts'

/** A font at work in one document: glyph by glyph, without kerning or ligatures, so that text copies out as it went in. */
export interface PdfFace {
  /** The font's name in the page's resources. */
  readonly id: string
  /** A word without blanks, already printable. */
  readonly word: (word: string) => PdfWord
  readonly blank: PdfWord
  readonly printable: (text: string) => string
  /** Widths of printable Latin-1 by character code, where that code is the glyph's too; null where glyphs have others. */
  readonly latinWidths: readonly number[] | null
  /** Texts that were broken into lines, by the size and width that they were broken for. */
  readonly lines: Map<number, Map<string, readonly SetLine[]>>
  /** Makes the font known to the document's current page. */
  readonly useOnPage: () => void
}

export interface PdfWord {
  /** Glyph codes as they stand in the literal string of `Tj`, one character for each byte; hexadecimal is twice as long. */
  readonly codes: string
  /** In thousandths of the font size. */
  readonly width: number
}

type FaceEncoding = 'WinAnsi' | 'Unicode'

/**
 * Makes a font usable in a pdfkit document: a standard font by its name, or the bytes of a TrueType font. What pdfkit
 * reads of either is kept for the next document, since reading it costs more than the rest of a page.
 *
 * pdfkit's own `text` lays every fragment out anew, at twenty times the cost, and it has no public way to its encoder or
 * to a font once read. Both are reached here alone, and the face throws where a release changes them.
 */
export function openFace(document: PDFKit.PDFDocument, name: string, bytes: Uint8Array | null): PdfFace {
  const { font, encoding } = bytes === null ? standardFace(document, name) : embeddedFace(document, name, bytes)
  const useOnPage = (): void => {
    const fonts: Record<string, unknown> = document.page.fonts
    fonts[font.id] = font.reference()
  }
  return { ...faceOf(font, encoding), useOnPage }
}

interface Opened {
  readonly font: OpenFont
  readonly encoding: FaceEncoding
}

/** Every viewer has the font, so a document only names it; pdfkit would unfold its kerning anew for each document. */
function standardFace(document: PDFKit.PDFDocument, name: string): Opened {
  const read = standardFonts.get(name) ?? standardFont(name)
  standardFonts.set(name, read)
  const description = { Type: 'Font', BaseFont: name, Subtype: 'Type1', Encoding: 'WinAnsiEncoding' }
  let dictionary: PDFKit.PDFKitReference | null = null
  const reference = (): PDFKit.PDFKitReference => {
    if (dictionary !== null) return dictionary
    dictionary = document.ref(description)
    dictionary.end(undefined)
    return dictionary
  }
  return { font: { ...read, id: name.replace('-', ''), reference }, encoding: 'WinAnsi' }
}

const standardFonts = new Map<string, OpenFont>()

function standardFont(name: string): OpenFont {
  const font = openFont(Reflect.get(new PDFDocument({ autoFirstPage: false, font: name }), '_font'))
  const widthOf = (code: number): number => {
    const character = String.fromCharCode(code)
    return isLatin(character) ? encodedGlyph(font, character, 'WinAnsi').width : Number.NaN
  }
  return { ...font, latinWidths: Array.from({ length: 0x100 }, (_, code) => widthOf(code)) }
}

function embeddedFace(document: PDFKit.PDFDocument, name: string, bytes: Uint8Array): Opened {
  Reflect.apply(document.registerFont, document, [name, fontsRead.get(bytes) ?? bytes])
  document.font(name)
  const font = openFont(Reflect.get(document, '_font'))
  fontsRead.set(bytes, font.read)
  return { font, encoding: 'Unicode' }
}

const fontsRead = new WeakMap<Uint8Array, unknown>()

function faceOf(font: OpenFont, encoding: FaceEncoding): Omit<PdfFace, 'useOnPage'> {
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
    const codes: string[] = []
    let width = 0
    for (const character of text) {
      const next = glyph(character)
      codes.push(next.codes)
      width += next.width
    }
    const made = { codes: codes.join(''), width }
    words.set(text, made)
    return made
  }
  const hasGlyph = (character: string): boolean =>
    encoding === 'WinAnsi' ? isWinAnsi(character) : glyph(character).codes !== missingGlyph
  return {
    id: font.id,
    word,
    blank: glyph(' '),
    printable: (text) => printableText(text, hasGlyph),
    latinWidths: font.latinWidths,
    lines: new Map(),
  }
}

/** Glyph 0 of every TrueType font stands for what it lacks; codes are of two bytes. */
const missingGlyph = '\0\0'

interface OpenFont {
  readonly id: string
  readonly encode: (text: string) => unknown
  /** What the resources of a page name the font by. */
  readonly reference: () => unknown
  /** The font as it was read, which pdfkit also takes in place of its bytes. */
  readonly read: unknown
  readonly latinWidths: readonly number[] | null
  /** Code points by glyph code, from which a viewer copies; a standard font has none. */
  readonly unicode: unknown[] | null
}

function openFont(font: unknown): OpenFont {
  if (typeof font !== 'object' || font === null) throw new Error('pdfkit has no current font.')
  const [id, encode, ref, unicode]: unknown[] = ['id', 'encode', 'ref', 'unicode'].map((name) =>
    Reflect.get(font, name),
  )
  if (typeof id !== 'string' || typeof encode !== 'function' || typeof ref !== 'function') throw anotherPdfkit()
  return {
    id,
    encode: (text) => Reflect.apply(encode, font, [text]),
    reference: () => Reflect.apply(ref, font, []),
    read: Reflect.get(font, 'font'),
    latinWidths: null,
    unicode: Array.isArray(unicode) ? unicode : null,
  }
}

function encodedGlyph(font: OpenFont, character: string, encoding: FaceEncoding): PdfWord {
  const encoded = font.encode(character)
  const [codes, positions]: unknown[] = Array.isArray(encoded) ? encoded : []
  const [hex]: unknown[] = Array.isArray(codes) ? codes : []
  const [position]: unknown[] = Array.isArray(positions) ? positions : []
  const width: unknown =
    typeof position === 'object' && position !== null ? Reflect.get(position, 'advanceWidth') : null
  if (typeof hex !== 'string' || typeof width !== 'number') throw anotherPdfkit()
  const code = Number.parseInt(hex, 16)
  if (encoding === 'WinAnsi') return { codes: literal(String.fromCharCode(code)), width }
  if (font.unicode === null) throw anotherPdfkit()
  // A font that was read for another document may hold the glyph as a part of another, without its character.
  if (code !== 0) font.unicode[code] = [character.codePointAt(0) ?? 0]
  return { codes: literal(String.fromCharCode(code >> 8, code & 0xff)), width }
}

function anotherPdfkit(): Error {
  return new Error('pdfkit encodes text in another way than the release this was written for.')
}

/** What stands for these bytes, one character each, between the brackets of a literal string. */
export function literal(bytes: string): string {
  if (!special.test(bytes)) return bytes
  return bytes.replace(/[()\\]/g, '\\$&').replaceAll('\r', '\\r')
}

/** A viewer reads a carriage return in a string as a line feed. */
const special = /[()\\\r]/
