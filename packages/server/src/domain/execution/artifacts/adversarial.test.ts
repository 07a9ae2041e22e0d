import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { documentFonts } from '../../../edge/document-fonts.ts'
import { adversarialStrings } from '../../../testing/adversarial-strings.ts'
import { packageSource } from '../../../testing/export-history.ts'
import { readPdfText } from '../../../testing/pdf-text.ts'
import { customsPackageOf } from '../customs-package.ts'
import type { FrozenPackage } from '../frozen-package.ts'
import { textOfCell } from './csv-cell.ts'
import { visibleText } from './html-text.ts'
import { renderArtifacts } from './render-artifacts.ts'

const strings = adversarialStrings()

/** A package in which every string is the description of a line, a name of a party and the mark of a package. */
function frozenWith(texts: readonly string[]): FrozenPackage {
  const frozen = customsPackageOf(packageSource())
  const [invoice] = frozen.invoices
  const [line] = invoice?.lines ?? []
  const [packed] = invoice?.packages ?? []
  if (invoice === undefined || line === undefined || packed === undefined) throw new Error('no line')
  return {
    ...frozen,
    invoices: texts.map((text) => ({
      ...invoice,
      seller: { ...invoice.seller, name: text },
      lines: [{ ...line, description: text }],
      packages: [{ ...packed, marks: text }],
    })),
  }
}

const artifacts = renderArtifacts(frozenWith(strings), { fonts: documentFonts })

function bytesOf(type: string): Uint8Array {
  return artifacts.find(({ artifactType }) => artifactType === type)?.bytes ?? new Uint8Array()
}

function textOf(type: string): string {
  return new TextDecoder().decode(bytesOf(type))
}

/** What UTF-8 makes of it. */
function encodable(text: string): string {
  return text.toWellFormed()
}

it('are some hundred strings', () => {
  expect(strings.length).toBeGreaterThan(380)
})

it('come back from the CSV as they were, and no cell begins like a formula', () => {
  const rows: Record<string, string>[] = parse(textOf('cci_csv'), { columns: true, record_delimiter: '\r\n' })
  expect(rows.map((row) => textOfCell(row['description'] ?? ''))).toEqual(strings.map(encodable))
  expect(rows.map((row) => textOfCell(row['seller_name'] ?? ''))).toEqual(strings.map(encodable))
  const figures = /^-?\d+(?:\.\d+)?$/
  const cells = rows.flatMap((row) => Object.values(row)).filter((cell) => !figures.test(cell))
  expect(cells.filter((cell) => /^[=+\-@\t\r\n\0]/.test(cell))).toEqual([])
})

it('come back from the JSON as they were', () => {
  const json = JSON.parse(textOf('cci_json'))
  const shown: string[] = json.invoices.map(
    (invoice: FrozenPackage['invoices'][number]) => invoice.lines[0]?.description,
  )
  expect(shown).toEqual(strings)
})

it('are text in the HTML invoice, whose markup is the same for any text', () => {
  const page = textOf('cci_human_readable')
  const shown = [...page.matchAll(/<strong>([^<]*)<\/strong>/g)].map(([, markup = '']) => decoded(markup))
  expect(shown).toEqual(strings.map((text) => encodable(visibleText(text))))
  const harmless = renderArtifacts(frozenWith(strings.map(() => 'Bound paper notebook')), { fonts: documentFonts })
  const plain = new TextDecoder().decode(
    harmless.find(({ artifactType }) => artifactType === 'cci_human_readable')?.bytes,
  )
  expect(tagsOf(page)).toEqual(tagsOf(plain))
})

it('are text in the PDF: as written, or by code point where no glyph stands for them', () => {
  const { pages, names } = readPdfText(bytesOf('cci_pdf'))
  expect(
    [...names].filter((name) => /^\/(?:JS|JavaScript|URI|Annots|AcroForm|XObject|OpenAction|AA)$/.test(name)),
  ).toEqual([])
  const text = withoutBlanks(pages.flat().join(''))
  const lost = strings.filter((string) => !text.includes(withoutBlanks(shownInPdf(string))))
  expect(lost).toEqual([])
})

function withoutBlanks(text: string): string {
  return text.replace(/\s/gu, '')
}

/** An independent reading of what a page can show: the letters of these scripts, and the signs listed. */
function shownInPdf(text: string): string {
  return [...text.normalize('NFC')]
    .map((character) => {
      if (shows.test(character) && !unshown.test(character)) return character
      return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
    })
    .join('')
}

const shows = /[\t-\r\p{Z}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic} -~“”–€−ʼ´°]|\u0301/u

/** Full-width and mathematical forms, which the font lacks. */
const unshown = /[\uff00-\uffef\u{1d400}-\u{1d7ff}\ufeff]/u

function decoded(markup: string): string {
  const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return markup.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => names[name] ?? '')
}

function tagsOf(page: string): string[] {
  return page.match(/<\/?[a-z][a-z0-9]*[^>]*>/g) ?? []
}
