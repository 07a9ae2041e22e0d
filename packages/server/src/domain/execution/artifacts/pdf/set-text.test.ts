import fc from 'fast-check'
import PDFDocument from 'pdfkit'
import { expect, it } from 'vitest'
import { openFace } from './pdf-face.ts'
import { fitted, wrapped } from './set-text.ts'

const face = openFace(new PDFDocument({ autoFirstPage: false, font: '' }), 'Helvetica', null)
/** Sets every text word by word. */
const slow = { ...openFace(new PDFDocument({ autoFirstPage: false, font: '' }), 'Helvetica', null), latinWidths: null }
const bare = (lines: ReturnType<typeof wrapped>): unknown[] =>
  lines.map(({ codes, width, size }) => [codes, width, size])

const word = fc.string({ unit: fc.constantFrom(...'abWi.,-()\\/é'), minLength: 1, maxLength: 24 })
const latin = fc.array(fc.oneof(word, fc.constantFrom('', 'x'.repeat(60), '€')), { maxLength: 12 })

it('Latin text is broken as any text is', () => {
  fc.assert(
    fc.property(latin, fc.constantFrom(30, 62, 160.5, 540), fc.constantFrom(6.5, 8), (words, width, size) => {
      const text = words.join(' ')
      expect(bare(wrapped(text, { face, size }, width))).toEqual(bare(wrapped(text, { face: slow, size }, width)))
      expect(bare([fitted(text, { face, size }, width)])).toEqual(bare([fitted(text, { face: slow, size }, width)]))
    }),
  )
})

it('the same text is broken anew for another width and size', () => {
  const text = 'Bound paper exercise book'
  const linesAt = (size: number, width: number): number => wrapped(text, { face, size }, width).length
  expect([linesAt(8, 540), linesAt(8, 62), linesAt(16, 62), linesAt(8, 540)]).toEqual([1, 2, 4, 1])
})
