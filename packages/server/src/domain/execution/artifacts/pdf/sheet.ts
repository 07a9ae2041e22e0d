import type { Fact } from '../invoice-facts.ts'
import { type Placed, page, type Strip } from './page-flow.ts'
import type { PdfFace } from './pdf-face.ts'
import { type SetLine, type Type, wrapped } from './set-text.ts'

export interface Faces {
  readonly regular: PdfFace
  readonly bold: PdfFace
}

/** A piece of a row: its lines, from this x on or right-aligned against it. */
export interface Cell {
  readonly lines: readonly SetLine[]
  readonly x: number
  readonly against?: 'left' | 'right'
  readonly gray?: number
}

export const soft = 0.35

/**
 * Lines of several cells side by side, written cell by cell, so that the text of a cell copies out in one piece. A page
 * break may part them after every `mostLines` lines, since the text of one cell can be longer than a page.
 */
export function rowStrips(cells: readonly Cell[], lineHeight: number): Strip[] {
  let count = 0
  for (const { lines } of cells) count = Math.max(count, lines.length)
  const strips: Strip[] = []
  for (let from = 0; from < count; from += mostLines) {
    const to = Math.min(from + mostLines, count)
    const texts: Placed[] = []
    for (const { lines, x, against = 'left', gray = 0 } of cells) {
      for (let index = from; index < to; index += 1) {
        const line = lines[index]
        if (line !== undefined) texts.push({ line, x, y: (index - from) * lineHeight, against, gray })
      }
    }
    strips.push({ height: (to - from) * lineHeight, texts })
  }
  return strips
}

const mostLines = 24

/** A paragraph over the width of the page, or of the part of it that begins at `x`. */
export function paragraph(
  text: string,
  type: Type,
  more: { readonly x?: number; readonly gray?: number } = {},
): Strip[] {
  const { x = page.left, gray = 0 } = more
  const lines = wrappedLines(text, type, page.right - x)
  return rowStrips([{ lines, x, gray }], type.size + 2)
}

function wrappedLines(text: string, type: Type, width: number): readonly SetLine[] {
  if (!text.includes('\n')) return wrapped(text, type, width)
  return text.split('\n').flatMap((line) => wrapped(line, type, width))
}

export function space(height: number, rule?: number): Strip {
  return { height, texts: [], ...(rule === undefined ? {} : { rule }) }
}

/** Facts in three columns, each under its heading. */
export function factGrid(facts: readonly Fact[], { regular }: Faces): Strip[] {
  const [columns, gap] = [3, 16]
  const width = (page.right - page.left - gap * (columns - 1)) / columns
  const rows = Array.from({ length: Math.ceil(facts.length / columns) }, (_, row) =>
    facts.slice(row * columns, (row + 1) * columns),
  )
  return rows.flatMap((row) => {
    const at = (column: number): number => page.left + column * (width + gap)
    const labels = row.map(([label], column): Cell => {
      return { lines: wrapped(label, { face: regular, size: 6.5 }, width), x: at(column), gray: soft }
    })
    const texts = row.map(([, text], column): Cell => {
      return {
        lines: wrappedLines(text, { face: regular, size: 8.5 }, width),
        x: at(column),
      }
    })
    return [...rowStrips(labels, 8.5), ...rowStrips(texts, 10.5), space(5)]
  })
}
