import { describe, expect, it } from 'vitest'
import { documentFonts } from '../../../../edge/document-fonts.ts'
import { aLine, anOrder, aProduct } from '../../../../testing/builders.ts'
import { packageSource, plannedExport } from '../../../../testing/export-history.ts'
import { readPdfText } from '../../../../testing/pdf-text.ts'
import { customsPackageOf } from '../../customs-package.ts'
import type { FrozenPackage } from '../../frozen-package.ts'
import { renderArtifacts } from '../render-artifacts.ts'

function frozenWith(description = 'Bound paper exercise book, A5', lineCount = 1): FrozenPackage {
  const items = Array.from({ length: lineCount }, (_, index) => aLine('prod_1', { lineId: String(index + 1) }))
  const products = [aProduct({ metals: { steel: { meltPour: 'CA', weightG: '31' } }, articleWeightG: '310' })]
  const frozen = customsPackageOf(packageSource(plannedExport({ orders: [anOrder('prod_1', { items })], products })))
  return withDescription(frozen, description)
}

function withDescription(frozen: FrozenPackage, description: string): FrozenPackage {
  const invoices = frozen.invoices.map((invoice) => ({
    ...invoice,
    lines: invoice.lines.map((line) => ({ ...line, description })),
  }))
  return { ...frozen, invoices }
}

function pdfOf(frozen: FrozenPackage): Uint8Array {
  const pdf = renderArtifacts(frozen, { fonts: documentFonts }).find(({ artifactType }) => artifactType === 'cci_pdf')
  if (pdf === undefined) throw new Error('no cci_pdf')
  return pdf.bytes
}

function textOf(frozen: FrozenPackage): string {
  return readPdfText(pdfOf(frozen)).pages.flat().join(' ')
}

describe('the PDF invoice', () => {
  it('says what the HTML invoice says', () => {
    const text = textOf(frozenWith())
    for (const part of [
      'Commercial customs invoice EG-20261121-C9S8N3FF',
      'Page 1 of 2',
      'Example Importer Inc. 200 Sample Avenue Buffalo, NY, 14203 US No. 12-3456789XX Example Fulfilment Toronto',
      'Invoice INV-1001 order order-1001',
      'not related',
      '4820.20.00.00',
      'Steel melted and poured: CA · Metal by weight: 10 %',
      'SECTION_301_FORCED_LABOR 9903.05.93: applies, No duty',
      'freight (in the prices) 18.50',
      'Invoice total USD 150.00',
      'PKG-1, carton, marks EX/1001 · line 1: 24 · 7.44 kg net · 8.1 kg gross',
      'the importer and the broker decide what is filed.',
    ]) {
      expect(text).toContain(part)
    }
  })

  it('is the same bytes every time and holds no clock but the day of the plan', () => {
    const bytes = pdfOf(frozenWith('Łódź'))
    expect(Buffer.from(pdfOf(frozenWith('Łódź'))).equals(bytes)).toBe(true)
    expect(
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\(D:\d+Z\)/g),
    ).toEqual(['(D:20261121000000Z)', '(D:20261121000000Z)'])
  })

  it('is the same bytes and the same text whatever was printed before', () => {
    const before = pdfOf(frozenWith('ȱ ắ Ǻ ǘ o'))
    pdfOf(frozenWith('Ợ ǭ a u o A'))
    expect(Buffer.from(pdfOf(frozenWith('ȱ ắ Ǻ ǘ o'))).equals(before)).toBe(true)
    expect(textOf(frozenWith('o a u A Ợ ắ'))).toContain('o a u A Ợ ắ')
  })

  it('holds no image, form, annotation, link, action or script', () => {
    const { names } = readPdfText(pdfOf(frozenWith('https://example.com/ javascript:alert(1)')))
    for (const name of [
      '/XObject',
      '/AcroForm',
      '/Annots',
      '/URI',
      '/Link',
      '/OpenAction',
      '/AA',
      '/JS',
      '/JavaScript',
    ]) {
      expect(names).not.toContain(name)
    }
  })

  it('embeds no font while all of its text is WinAnsi, and does where it is not', () => {
    expect(readPdfText(pdfOf(frozenWith('Größe “M” – 5 €, naïve façade'))).names).not.toContain('/FontFile2')
    expect(readPdfText(pdfOf(frozenWith('Łódź'))).names).toContain('/FontFile2')
  })

  it('goes on over many pages with the heads of its columns and its number of pages', () => {
    const { pages } = readPdfText(pdfOf(frozenWith(undefined, 60)))
    expect(pages.length).toBeGreaterThan(4)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
      if (index > 0 && index < pages.length - 1)
        expect(page).toEqual(expect.arrayContaining(['Invoice INV-1001 (continued)', 'HTSUS number']))
    }
    const last = pages.at(-1) ?? []
    expect(last).toContain('60')
    expect(last).toContain('Invoice total USD')
  })

  it('breaks a word that is longer than its column, and loses none of it', () => {
    const word = 'x'.repeat(4_000)
    expect(textOf(frozenWith(word)).match(/x/g)?.length).toBeGreaterThanOrEqual(4_000)
  })
})

describe('text in the PDF', () => {
  it.each([
    ['WinAnsi', 'Größe “M” – 5 €, naïve façade (100 \\ cotton) ÿ'],
    ['Latin Extended', 'Łódź, Şırnak, Đakovo, Tōkyō, ǆ Ẽ'],
    ['Cyrillic', 'Тетрадь в клетку, Київ, Ђорђе'],
    ['Greek', 'Τετράδιο, Αθήνα, ὦ'],
    ['Armenian and Georgian', 'Տետր, რვეული'],
  ])('reads back as it was written: %s', (_, text) => {
    expect(textOf(frozenWith(text))).toContain(text)
  })

  it.each([
    ['Chinese', '深圳 book', '[U+6DF1][U+5733] book'],
    ['an astral character', '𠮷 book', '[U+20BB7] book'],
    ['a sign that scripts of the other way share', 'a\u061bb', 'a[U+061B]b'],
    ['Hebrew, which runs the other way', 'ספר', '[U+05E1][U+05E4][U+05E8]'],
    ['a joiner that does not show', 'a\u200bb\u00adc', 'a[U+200B]b[U+00AD]c'],
    ['a control character and a lone surrogate', 'a\u0007b\ud800c', 'a[U+0007]b[U+D800]c'],
    ['an override of direction', 'a\u202eb', 'a[U+202E]b'],
  ])('is its code points where no glyph stands for it: %s', (_, text, shown) => {
    expect(textOf(frozenWith(text))).toContain(shown)
  })

  it('is composed, and its white space blanks', () => {
    expect(textOf(frozenWith('Cafe\u0301\u00a0no.\t1\r\n2'))).toContain('Café no. 1 2')
  })

  it('is its code points too where no fonts are at hand', () => {
    const pdf = renderArtifacts(frozenWith('Łódź €')).find(({ artifactType }) => artifactType === 'cci_pdf')
    expect(
      readPdfText(pdf?.bytes ?? new Uint8Array())
        .pages.flat()
        .join(' '),
    ).toContain('[U+0141]ód[U+017A] €')
  })
})
