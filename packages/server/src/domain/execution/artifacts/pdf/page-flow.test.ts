import PDFDocument from 'pdfkit'
import { expect, it } from 'vitest'
import { pageFlow } from './page-flow.ts'
import { openFace } from './pdf-face.ts'
import { fitted } from './set-text.ts'
import { rowStrips } from './sheet.ts'

const document = new PDFDocument({ autoFirstPage: false, font: '' })
const regular = openFace(document, 'Helvetica', null)
const bold = openFace(document, 'Helvetica-Bold', null)

it('a text says its face, shade and size where they change, and how far it is from the last', () => {
  const flow = pageFlow()
  const [first, second] = [fitted('a (b)', { face: regular, size: 8 }, 90), fitted('c', { face: bold, size: 8.5 }, 90)]
  const cells = [
    { lines: [first, first], x: 36 },
    { lines: [second], x: 576, against: 'right' as const, gray: 0.35 },
  ]
  flow.put(rowStrips(cells, 10))
  const [pieces = []] = flow.pages(() => [])
  expect(Buffer.concat(pieces).toString('latin1').split('\n')).toEqual([
    ...['BT', 'ET', 'BT', '/Helvetica 8 Tf', '0 g', '1 0 0 -1 36 68 Tm (a \\(b\\)) Tj', '0 -10 Td (a \\(b\\)) Tj'],
    ...['/HelveticaBold 8.5 Tf', '0.35 g', '535.27 9.5 Td (c) Tj', 'ET', '0.6 g', ''],
  ])
})

it('movements on a page add up to the place of each text', () => {
  const flow = pageFlow()
  const line = fitted('x', { face: regular, size: 8 }, 90)
  const places = Array.from({ length: 40 }, (_, index) => ({ x: 36 + index * 13.337, y: 68 + index * 10.1 }))
  for (const { x } of places) flow.put([{ height: 10.1, texts: [{ line, x, y: 0, against: 'left', gray: 0 }] }])
  const [pieces = []] = flow.pages(() => [])
  const moves = Buffer.concat(pieces)
    .toString('latin1')
    .matchAll(/([-\d.]+) ([-\d.]+) (Tm|Td)/g)
  let at = { x: 0, y: 0 }
  const found = [...moves].map(([, x, y, operator]) => {
    at = operator === 'Tm' ? { x: Number(x), y: Number(y) } : { x: at.x + Number(x), y: at.y - Number(y) }
    return at
  })
  expect(found).toHaveLength(40)
  for (const [index, { x, y }] of places.entries()) {
    expect(found[index]?.x).toBeCloseTo(Math.round(x * 100) / 100, 6)
    expect(found[index]?.y).toBeCloseTo(Math.round(y * 100) / 100, 6)
  }
})
