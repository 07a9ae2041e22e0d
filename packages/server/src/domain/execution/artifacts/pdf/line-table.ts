import type { PackageInvoice, PackageLine } from '../../frozen-package.ts'
import { lineFacts, lineTreatments, printedHts, stated, totalRows } from '../invoice-facts.ts'
import { page, type Strip } from './page-flow.ts'
import { fitted, type Type, wrapped } from './set-text.ts'
import { type Cell, type Faces, paragraph, rowStrips, soft, space } from './sheet.ts'

/** Left edges of text columns, right edges of figures, with their widths. */
const columns = {
  number: { x: 36, width: 22 },
  goods: { x: 60, width: 160 },
  hts: { x: 228, width: 62 },
  origin: { x: 294, width: 30 },
  quantity: { x: 384, width: 54 },
  customs: { x: 446, width: 56 },
  unitValue: { x: 508, width: 56 },
  value: { x: page.right, width: 62 },
} as const

const [size, lineHeight] = [8, 10]

/** The heads of the columns, repeated on every page that the table goes on to. */
export function tableHead({ regular }: Faces): Strip[] {
  const type = { face: regular, size: 6.5 }
  const text = (name: keyof typeof columns, label: string): Cell => {
    const { x, width } = columns[name]
    return { lines: wrapped(label, type, width), x, gray: soft }
  }
  const cells = [
    text('number', 'No.'),
    text('goods', 'Goods'),
    text('hts', 'HTSUS number'),
    text('origin', 'Origin'),
    { ...text('quantity', 'Quantity'), against: 'right' as const },
    { ...text('customs', 'Customs quantity'), against: 'right' as const },
    { ...text('unitValue', 'Unit value USD'), against: 'right' as const },
    { ...text('value', 'Value USD'), against: 'right' as const },
  ]
  return [space(3), ...rowStrips(cells, 8.5), space(2, 0.8), space(3)]
}

/** One line of the invoice: its columns, then what else is known of it, then its treatments. */
export function lineStrips(line: PackageLine, faces: Faces): Strip[] {
  const note = { face: faces.regular, size: 7 }
  const more = lineFacts(line)
    .map(([label, text]) => `${label}: ${text}`)
    .join(' · ')
  const treatments = lineTreatments(line).map(({ text, isOpen }) =>
    isOpen
      ? { type: { ...note, face: faces.bold }, text: `${text} (open)`, gray: 0 }
      : { type: note, text, gray: soft },
  )
  const { x } = columns.goods
  return [
    ...rowStrips(lineCells(line, faces), lineHeight),
    ...(more === '' ? [] : paragraph(more, note, { x, gray: soft })),
    ...treatments.flatMap(({ text, type, gray }) => paragraph(text, type, { x, gray })),
    space(3, 0.4),
    space(3),
  ]
}

function lineCells(line: PackageLine, { regular, bold }: Faces): Cell[] {
  const type = { face: regular, size }
  const { number, goods, hts, origin } = columns
  const codes = [
    line.htsCode === null ? stated(null) : printedHts(line.htsCode),
    ...line.ch99.map(printedHts),
    ...(line.spi === null ? [] : [`SPI ${line.spi}`]),
  ]
  const customs = line.customsQuantities.map(({ quantity, unit }) => `${quantity} ${unit ?? ''}`.trim())
  const value = [line.lineValueUsd, ...(line.customsValueUsd === null ? [] : [`customs ${line.customsValueUsd}`])]
  return [
    { lines: [fitted(String(line.lineNumber), type, number.width)], x: number.x },
    { lines: wrapped(line.description ?? 'no description', { face: bold, size }, goods.width), x: goods.x },
    { lines: codes.map((code) => fitted(code, type, hts.width)), x: hts.x },
    { lines: wrapped(stated(line.countryOfOrigin), type, origin.width), x: origin.x },
    figures('quantity', [`${line.quantity} ${line.uom ?? ''}`.trim()], type),
    figures('customs', customs, type),
    figures('unitValue', [line.unitValueUsd], type),
    figures('value', value, type),
  ]
}

function figures(name: keyof typeof columns, texts: readonly string[], type: Type): Cell {
  const { x, width } = columns[name]
  return { lines: texts.map((text) => fitted(text, type, width)), x, against: 'right' }
}

/** The sums under the last line; they stay with it on one page. */
export function totalStrips(invoice: PackageInvoice, { regular, bold }: Faces): Strip[] {
  const rows = totalRows(invoice)
  return rows.flatMap(([label, amount], index) => {
    const isTotal = index === rows.length - 1
    const type = { face: isTotal ? bold : regular, size: isTotal ? 9 : size }
    const cells: Cell[] = [
      { lines: wrapped(label, type, 300), x: 480, against: 'right' },
      { lines: [fitted(amount, type, 90)], x: page.right, against: 'right' },
    ]
    return [...(isTotal ? [space(2, 0.8), space(3)] : []), ...rowStrips(cells, lineHeight + 1)]
  })
}
