import { inflateSync } from 'node:zlib'

export interface PdfText {
  /** What each text operator shows, page by page, as a viewer would copy it. */
  readonly pages: readonly (readonly string[])[]
  /** Names in the dictionaries of the file: `/Font`, `/Annots` and the like. */
  readonly names: ReadonlySet<string>
}

/**
 * Reads back the text of a PDF that this server wrote: literal operands of `Tj`, by WinAnsi or the font's ToUnicode map.
 * Not a reader for PDFs of any other origin.
 */
export function readPdfText(bytes: Uint8Array): PdfText {
  const objects = objectsOf(Buffer.from(bytes).toString('latin1'))
  const dictionaries = [...objects.values()].map(({ dictionary }) => dictionary)
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type \/Page\b(?!s)/.test(dictionary))
  return {
    pages: pages.map(({ dictionary }) => {
      const fonts = fontsOf(referred(objects, dictionary, 'Resources'), objects)
      return shownTexts(referred(objects, dictionary, 'Contents').stream, fonts)
    }),
    names: new Set(dictionaries.flatMap((dictionary) => dictionary.match(/\/[A-Za-z0-9]+/g) ?? [])),
  }
}

interface PdfObject {
  readonly dictionary: string
  /** Inflated; bytes as Latin-1. */
  readonly stream: string
}

type Objects = ReadonlyMap<string, PdfObject>

function objectsOf(file: string): Objects {
  const objects = new Map<string, PdfObject>()
  for (const [, id = '', body = ''] of file.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm)) {
    const at = body.indexOf('\nstream\n')
    const dictionary = at < 0 ? body : body.slice(0, at)
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0)
    const packed = Buffer.from(body.slice(at + 8, at + 8 + length), 'latin1')
    const stream = at < 0 ? '' : (dictionary.includes('/FlateDecode') ? inflateSync(packed) : packed).toString('latin1')
    objects.set(id, { dictionary, stream })
  }
  return objects
}

function referred(objects: Objects, dictionary: string, name: string): PdfObject {
  const id = new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1] ?? ''
  return objects.get(id) ?? { dictionary: '', stream: '' }
}

/** By the name of a font, its characters by glyph code; null for WinAnsi. */
type Fonts = ReadonlyMap<string, readonly string[] | null>

function fontsOf({ dictionary }: PdfObject, objects: Objects): Fonts {
  const named = dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)
  return new Map(
    [...named].map(([, name = '', id = '']) => {
      const map = referred(objects, objects.get(id)?.dictionary ?? '', 'ToUnicode').stream
      return [name, map === '' ? null : charactersOf(map)]
    }),
  )
}

function charactersOf(map: string): string[] {
  const characters: string[] = []
  for (const [, from = '', list = ''] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g)) {
    const first = Number.parseInt(from, 16)
    for (const [index, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
      characters[first + index] = utf16Of(hex)
    }
  }
  return characters
}

function utf16Of(hex: string): string {
  return (hex.match(/[0-9a-f]{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')
}

const operators = /\/(F\d+|Helvetica\w*) [\d.]+ Tf|\(((?:[^()\\]|\\[()\\r])*)\) Tj/g

function shownTexts(content: string, fonts: Fonts): string[] {
  const texts: string[] = []
  let font: readonly string[] | null = null
  for (const [, name, literal = ''] of content.matchAll(operators)) {
    if (name !== undefined) font = fonts.get(name) ?? null
    else texts.push(decoded(Buffer.from(unescaped(literal), 'latin1'), font))
  }
  return texts
}

function unescaped(literal: string): string {
  return literal.replace(/\\([()\\r])/g, (_, character: string) => (character === 'r' ? '\r' : character))
}

function decoded(bytes: Buffer, font: readonly string[] | null): string {
  if (font === null) return winAnsiOf(bytes)
  const codes = Array.from({ length: bytes.length / 2 }, (_, index) => bytes.readUInt16BE(index * 2))
  return codes.map((code) => font[code] ?? '\ufffd').join('')
}

function winAnsiOf(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes)
}
