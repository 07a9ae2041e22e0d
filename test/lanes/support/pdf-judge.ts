import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FrozenPackage, PackageLine } from '../../../packages/server/src/domain/execution/frozen-package.ts'
import { bracketed } from './html-judge.ts'

export function hasPdfPrograms(): boolean {
  return ['qpdf', 'pdftotext'].every((program) => spawnSync(program, ['-v']).error === undefined)
}

/** The package with two texts in each line: as what the goods are, and as their brand between two marks of ours. */
export function pdfPackage(template: FrozenPackage, texts: readonly string[]): FrozenPackage {
  const invoices = template.invoices.map((invoice) => ({
    ...invoice,
    ...{ seller: null, buyer: null, consignee: null, assists: [], packages: [] },
    lines: invoice.lines.map((line, index) => lineWith(line, index, texts)),
  }))
  return { ...template, invoices }
}

function lineWith(line: PackageLine, index: number, texts: readonly string[]): PackageLine {
  const { metals } = line
  const noMetals = Object.fromEntries(Object.keys(metals).map((name) => [name, null]))
  return {
    ...line,
    ...{ description: texts[index] ?? '', brand: texts[(index + 1) % texts.length] ?? '' },
    ...{ sku: `sku${index}x`, model: `end${index}x`, uom: 'H87', countryOfOrigin: 'CA', spi: null, lotOrSerial: null },
    ...{ netWeightKg: null, grossWeightKg: null, unitPrice: null, manufacturer: null, usContentPct: null },
    ...{ ch99: [], adcvdCases: [], trade_actions: [], pga: [], declaredPga: [] },
    customsQuantities: [{ quantity: '24', unit: 'No.', basis: 'stated' }],
    metals: { ...metals, ...noMetals },
  }
}

/** Structure checked by qpdf, text read by poppler: the lines say exactly what was put in, white space aside. */
export function faultsOfPdf(pdf: Uint8Array, texts: readonly string[], folder: string): string[] {
  const file = join(folder, 'invoice.pdf')
  writeFileSync(file, pdf)
  const check = spawnSync('qpdf', ['--check', file])
  if (check.status !== 0)
    return [`qpdf --check: ${String(check.stdout).slice(-300)} ${String(check.stderr).slice(-300)}`]
  return [...faultsOfStructure(file), ...faultsOfText(file, texts)]
}

const forbidden: ReadonlySet<string> = new Set([
  ...['/JS', '/JavaScript', '/URI', '/AcroForm', '/Annots', '/OpenAction', '/AA', '/Link', '/Launch', '/EmbeddedFiles'],
  ...['/XObject', '/RichMedia', '/SubmitForm', '/ImportData', '/GoToR'],
])

/** Names in dictionaries, as qpdf understands the file: what stands in a text is no name. */
function faultsOfStructure(file: string): string[] {
  const run = spawnSync('qpdf', ['--json=2', '--json-stream-data=none', file], { maxBuffer: 1 << 28 })
  const found = new Set<string>()
  const visit = (value: unknown): void => {
    if (typeof value === 'string' && forbidden.has(value)) found.add(value)
    if (typeof value !== 'object' || value === null) return
    for (const [key, member] of Object.entries(value)) {
      if (forbidden.has(key)) found.add(key)
      visit(member)
    }
  }
  visit(JSON.parse(run.stdout.toString()).qpdf)
  return [...found].map((name) => `PDF holds ${name}`)
}

function faultsOfText(file: string, texts: readonly string[]): string[] {
  const run = spawnSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], { maxBuffer: 1 << 28 })
  const said = run.stdout
    .toString()
    .split('\f')
    .map((page, index) => withoutFurniture(page, index))
    .join('')
  let at = Math.max(0, said.indexOf(tableHead)) + tableHead.length
  for (const [index] of texts.entries()) {
    const [goods = '', brand = ''] = [texts[index], texts[(index + 1) % texts.length]]
    const line = new RegExp(
      `${index + 1}${saying(goods)}SKU:sku${index}x·Brandandmodel:${saying(brand)}end${index}x`,
      'uy',
    )
    line.lastIndex = at
    if (!line.test(said)) return [pdfFault(said.slice(at, at + 400), index, [goods, brand])]
    at = line.lastIndex
  }
  return said.startsWith('Valueofgoods', at) ? [] : [`PDF goes on with ${said.slice(at, at + 80)} after its last line`]
}

function pdfFault(said: string, index: number, texts: readonly string[]): string {
  return `PDF line ${index + 1} reads ${JSON.stringify(said)}, and holds ${JSON.stringify(texts)}`
}

const tableHead = 'No.GoodsHTSUSnumberOriginQuantityCustomsquantityUnitvalueUSDValueUSD'

/** Columns of a line beside its text, which stand after the first row of it. */
const figures = '4820.20.00.00CA24H8724No.6.25150.00'

function withoutFurniture(page: string, index: number): string {
  const text = page.replace(/\s+/gu, '').replace(/^CommercialcustomsinvoiceEG-[\dA-Z-]+Page\d+of\d+/, '')
  const head = index === 0 ? text : text.replace(tableHead, '').replace(/^Invoice.{1,80}?\(continued\)/u, '')
  return head.replaceAll(figures, '')
}

/**
 * Each character is itself or, where a font may lack it, its code point in brackets; nothing else, and none is missing.
 * White space is a blank, which is not looked at here; rare kinds of it may be bracketed.
 */
function saying(text: string): string {
  return [...text.normalize('NFC')].map(sayingOne).join('')
}

function sayingOne(character: string): string {
  const point = character.codePointAt(0) ?? 0
  const literal = `\\u{${point.toString(16)}}`
  const asCode = bracketed(character).replaceAll(/[[\]+]/g, '\\$&')
  if (/[ \t\r\n]/.test(character)) return ''
  if (point !== 0xfeff && /\s/u.test(character)) return `(?:${asCode})?`
  const isInEveryFont = (point > 0x20 && point < 0x7f) || (point > 0xa0 && point < 0x100 && point !== 0xad)
  return isInEveryFont ? literal : `(?:${literal}|${asCode})`
}
