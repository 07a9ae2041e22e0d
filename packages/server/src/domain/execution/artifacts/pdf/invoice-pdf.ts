import PDFDocument from 'pdfkit'
import type { Steps } from '../../../work-in-steps.ts'
import type { FrozenPackage, PackageInvoice } from '../../frozen-package.ts'
import type { DocumentFontSource, DocumentFonts } from '../document-fonts.ts'
import {
  closingText,
  findingRemarks,
  invoiceFacts,
  invoiceTitle,
  packageFacts,
  partialRulesText,
} from '../invoice-facts.ts'
import { invoiceJson } from '../invoice-json.ts'
import { lineStrips, tableHead, totalStrips } from './line-table.ts'
import { type Flow, heightOf, page, pageFlow, type Strip } from './page-flow.ts'
import { openFace } from './pdf-face.ts'
import { isWinAnsi } from './printable-text.ts'
import { fitted } from './set-text.ts'
import { type Faces, factGrid, paragraph, rowStrips, soft, space } from './sheet.ts'

/**
 * The commercial invoice as PDF: the content of the HTML invoice, in Helvetica while all of the package is WinAnsi, which
 * is read from its `json`, else in the embedded fonts. Text any viewer can copy; no image, form, annotation, link or
 * script; the same package gives the same bytes. Yields between lines, so that a long document can be made in slices.
 */
export function* invoicePdf(
  frozen: FrozenPackage,
  fonts: DocumentFontSource | null,
  json?: readonly string[],
): Steps<readonly Uint8Array[]> {
  const needed = fonts === null || (yield* isAllWinAnsi(json ?? (yield* invoiceJson(frozen)))) ? null : fonts()
  const { document, faces } = openDocument(frozen, needed)
  const flow = pageFlow()
  flow.put([...titleStrips(frozen, faces), ...factGrid(packageFacts(frozen), faces)])
  const columns = tableHead(faces)
  for (const invoice of frozen.invoices) yield* putInvoice(invoice, { faces, columns }, flow)
  putFindings(frozen, faces, flow)
  const pieces: Uint8Array[] = []
  for (const contents of flow.pages((number, of) => runningHead(frozen, faces, `Page ${number} of ${of}`))) {
    document.addPage()
    faces.regular.useOnPage()
    faces.bold.useOnPage()
    for (const content of contents) document.addContent(content)
    takeWritten(document, pieces)
    yield
  }
  document.end()
  takeWritten(document, pieces)
  return pieces
}

function* isAllWinAnsi(texts: readonly string[]): Steps<boolean> {
  for (const text of texts) {
    if (!isWinAnsi(text)) return false
    yield
  }
  return true
}

interface OpenDocument {
  readonly document: PDFKit.PDFDocument
  readonly faces: Faces
}

function openDocument(frozen: FrozenPackage, fonts: DocumentFonts | null): OpenDocument {
  // The day of the plan, and not a moment of this process, is the date of the document.
  const midnight = `${frozen.issuedOn}T00:00:00Z`
  const date = new Date(midnight)
  const title = `Commercial customs invoice ${frozen.packageNumber}`
  const info = { Title: title, Creator: 'EntryGo', Producer: 'EntryGo', CreationDate: date, ModDate: date }
  const document = new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    autoFirstPage: false,
    // None at the start: pdfkit would read Helvetica for each document.
    font: '',
    pdfVersion: '1.7',
    lang: 'en',
    info,
  })
  const names = fonts === null ? { regular: 'Helvetica', bold: 'Helvetica-Bold' } : { regular: 'text', bold: 'strong' }
  const regular = openFace(document, names.regular, fonts?.regular ?? null)
  const bold = openFace(document, names.bold, fonts?.bold ?? null)
  return { document, faces: { regular, bold } }
}

function runningHead({ packageNumber }: FrozenPackage, { regular, bold }: Faces, pageText: string): Strip[] {
  const title = fitted(`Commercial customs invoice ${packageNumber}`, { face: bold, size: 8 }, 400)
  const number = fitted(pageText, { face: regular, size: 8 }, 100)
  return rowStrips(
    [
      { lines: [title], x: page.left },
      { lines: [number], x: page.right, against: 'right' },
    ],
    10,
  )
}

function titleStrips(frozen: FrozenPackage, { regular, bold }: Faces): Strip[] {
  const head = [
    { lines: [fitted('Commercial customs invoice', { face: bold, size: 17 }, 330)], x: page.left },
    { lines: [fitted(frozen.packageNumber, { face: bold, size: 11 }, 190)], x: page.right, against: 'right' as const },
  ]
  const under = [
    {
      lines: [fitted('Goods for entry into the United States', { face: regular, size: 8.5 }, 330)],
      x: page.left,
      gray: soft,
    },
    {
      lines: [fitted(frozen.issuedOn, { face: regular, size: 8.5 }, 190)],
      x: page.right,
      against: 'right' as const,
      gray: soft,
    },
  ]
  return [...rowStrips(head, 20), ...rowStrips(under, 12), space(4, 1.2), space(8)]
}

interface TableSetting {
  readonly faces: Faces
  /** The heads of the columns. */
  readonly columns: readonly Strip[]
}

/** An invoice that fits what is left of the page follows there; a longer one begins a page, save on the first. */
function* putInvoice(invoice: PackageInvoice, { faces, columns }: TableSetting, flow: Flow): Steps<void> {
  const { lines } = invoice
  const [title, order] = invoiceTitle(invoice)
  const head = [
    ...paragraph(title, { face: faces.bold, size: 12 }),
    ...paragraph(order, { face: faces.regular, size: 8.5 }, { gray: soft }),
    space(6),
    ...factGrid(invoiceFacts(invoice), faces),
    ...columns,
  ]
  const totals = totalStrips(invoice, faces)
  const after = [...assistStrips(invoice, faces), ...packageStrips(invoice, faces)]
  const rows = lines.length > mostLinesOfAPage ? [] : lines.map((line) => lineStrips(line, faces))
  const whole = [...head, ...rows.flat(), ...totals, ...after, space(18, 0.8)]
  if (rows.length === lines.length && flow.hasRoomFor(heightOf(whole))) return flow.put(whole)
  if (!flow.isFirstPage()) flow.breakPage()
  flow.put(head, heightOf(rows[0] ?? []))
  const again = paragraph(`${title} (continued)`, { face: faces.bold, size: 9 })
  flow.repeat([...again, ...columns])
  for (const [index, line] of lines.entries()) {
    flow.put(rows[index] ?? lineStrips(line, faces), index === lines.length - 1 ? heightOf(totals) : 0)
    yield
  }
  flow.put(totals)
  flow.repeat(again)
  for (const strip of after) flow.put([strip])
  flow.repeat([])
  flow.put([space(18, 0.8)])
}

/** Of 16 points each, which is the least that a line takes. */
const mostLinesOfAPage = 42

function assistStrips({ assists }: PackageInvoice, faces: Faces): Strip[] {
  if (assists.length === 0) return []
  const rows = assists.map(({ type, amountUsd }) => `${type}: ${amountUsd} USD`)
  return section('Assists', rows, faces)
}

function packageStrips({ packages }: PackageInvoice, faces: Faces): Strip[] {
  if (packages.length === 0) return []
  const rows = packages.map(({ id, type, marks, netKg, grossKg, contents }) =>
    [
      [id, type, marks === null ? null : `marks ${marks}`].filter((part) => part !== null).join(', '),
      contents.map(({ lineId, quantity }) => `line ${lineId}: ${quantity}`).join(', '),
      netKg === null ? '' : `${netKg} kg net`,
      grossKg === null ? '' : `${grossKg} kg gross`,
    ]
      .filter((part) => part !== '')
      .join(' · '),
  )
  return section('Packages', rows, faces)
}

function section(heading: string, rows: readonly string[], { regular, bold }: Faces): Strip[] {
  const type = { face: regular, size: 8 }
  return [
    space(8),
    ...paragraph(heading, { face: bold, size: 9 }),
    space(2),
    ...rows.flatMap((row) => paragraph(row, type)),
  ]
}

function putFindings(frozen: FrozenPackage, faces: Faces, flow: Flow): void {
  const remarks = findingRemarks(frozen)
  const partial = partialRulesText(frozen)
  const type = { face: faces.regular, size: 8 }
  if (remarks.length > 0) {
    flow.put([space(12), ...paragraph('Findings of the plan', { face: faces.bold, size: 12 }), space(4)], 40)
    for (const { text, isOpen } of remarks) flow.put(paragraph(text, type, { gray: isOpen ? 0 : soft }))
  }
  if (partial !== null) flow.put([space(8), ...paragraph(partial, { face: faces.bold, size: 8 })])
  flow.put([
    space(10, 0.4),
    space(6),
    ...paragraph(closingText(frozen), { face: faces.regular, size: 7 }, { gray: soft }),
  ])
}

/** pdfkit is a stream that has in its buffer what it wrote. */
function takeWritten(document: PDFKit.PDFDocument, pieces: Uint8Array[]): void {
  for (let piece: unknown = document.read(); piece !== null; piece = document.read()) {
    if (!(piece instanceof Uint8Array)) throw new Error('pdfkit wrote something other than bytes.')
    pieces.push(piece)
  }
}
