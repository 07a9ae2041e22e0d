import type { PdfFace } from './pdf-face.ts'
import type { SetLine } from './set-text.ts'

/** Letter, in points; margins leave room for the running head and the foot. */
export const page = { width: 612, height: 792, left: 36, right: 576, top: 60, bottom: 740 } as const

/** Upper edge of the running head. */
const headTop = 30

/** One line of text on its strip. */
export interface Placed {
  readonly line: SetLine
  /** Of the edge that it is set against. */
  readonly x: number
  readonly against: 'left' | 'right'
  /** Of its upper edge, from that of the strip. */
  readonly y: number
  /** 0 is black, 1 is white. */
  readonly gray: number
}

/** What stands side by side and is never parted by a page break. */
export interface Strip {
  readonly height: number
  readonly texts: readonly Placed[]
  /** A line across the page under the strip, of this width in points. */
  readonly rule?: number
}

export interface Flow {
  /** Puts strips under each other, on one page where they fit one, with room left for `also` more points below them. */
  readonly put: (strips: readonly Strip[], also?: number) => void
  /** Whether this many points are left of the page. */
  readonly hasRoomFor: (height: number) => boolean
  readonly isFirstPage: () => boolean
  /** Begins a page, unless this one is empty yet. */
  readonly breakPage: () => void
  /** What is repeated at the top of every page that begins from now on; nothing for none. */
  readonly repeat: (strips: readonly Strip[]) => void
  /** Content of each page under its running head, as operators in coordinates from the top left, piece by piece. */
  readonly pages: (headOf: (number: number, of: number) => readonly Strip[]) => readonly (readonly Uint8Array[])[]
}

/** Breaks strips into pages. Text is written by text operators alone, and rules are filled rectangles. */
export function pageFlow(): Flow {
  const done: Uint8Array[] = []
  let content = emptyPage()
  let y: number = page.top
  let repeated: readonly Strip[] = []
  let isEmpty = true

  const write = (strip: Strip): void => {
    for (const placed of strip.texts) writeText(content, placed, y)
    y += strip.height
    if (strip.rule !== undefined) content.rules += ruleOperators(y, strip.rule)
  }
  const breakPage = (): void => {
    if (isEmpty) return
    done.push(bodyOf(content))
    content = emptyPage()
    y = page.top
    for (const strip of repeated) write(strip)
    isEmpty = true
  }
  const put = (strips: readonly Strip[], also = 0): void => {
    const height = heightOf(strips)
    if (y + height + also > page.bottom && height + also <= page.bottom - page.top - heightOf(repeated)) breakPage()
    for (const strip of strips) {
      if (y + strip.height > page.bottom) breakPage()
      write(strip)
      isEmpty = false
    }
  }
  return {
    put,
    hasRoomFor: (height) => y + height <= page.bottom,
    isFirstPage: () => done.length === 0,
    breakPage,
    repeat: (strips) => {
      repeated = strips
    },
    pages: (headOf) =>
      [...done, bodyOf(content)].map((body, index) => {
        const head = emptyPage()
        for (const strip of headOf(index + 1, done.length + 1)) {
          for (const placed of strip.texts) writeText(head, placed, headTop)
        }
        return [Buffer.from(`BT${head.texts.join('')}\nET\n`, 'latin1'), body]
      }),
  }
}

export function heightOf(strips: readonly Strip[]): number {
  let height = 0
  for (const strip of strips) height += strip.height
  return height
}

interface PageContent {
  /** Operators of texts, piece by piece, and of rules. */
  readonly texts: string[]
  rules: string
  /** What the last text was set in, which need not be said again. */
  face: PdfFace | null
  size: number
  gray: number
  /** Where the last text was set, in hundredths of a point. */
  x: number
  y: number
}

function emptyPage(): PageContent {
  return { texts: [], rules: '\n0.6 g', face: null, size: 0, gray: -1, x: 0, y: 0 }
}

/** As bytes from the end of its page on, so that a document does not hold thousands of parts of texts to its end. */
function bodyOf({ texts, rules }: PageContent): Uint8Array {
  return Buffer.from(`BT${texts.join('')}\nET${rules}\n`, 'latin1')
}

/**
 * The page's coordinates run downwards, as pdfkit sets them up, so the first text turns the glyphs upright again. Further
 * ones say how far they are from the last, which takes a sixth off the page.
 */
function writeText(content: PageContent, { line, x, against, gray, y }: Placed, top: number): void {
  const { face, codes } = line
  const isFirst = content.face === null
  const size = hundredths(line.size)
  if (face !== content.face || size !== content.size) content.texts.push(`\n/${face.id} ${points(size)} Tf`)
  if (gray !== content.gray) content.texts.push(`\n${gray} g`)
  const left = hundredths(against === 'right' ? x - line.width : x)
  const base = hundredths(top + y + line.size)
  if (isFirst) content.texts.push('\n1 0 0 -1 ', points(left), ' ', points(base), ' Tm (', codes, ') Tj')
  else content.texts.push('\n', points(left - content.x), ' ', points(content.y - base), ' Td (', codes, ') Tj')
  content.face = face
  content.size = size
  content.gray = gray
  content.x = left
  content.y = base
}

function ruleOperators(y: number, width: number): string {
  return `\n${page.left} ${points(hundredths(y))} ${page.right - page.left} ${width} re f`
}

/** Whole hundredths, so that movements add up to the place of the text. */
function hundredths(length: number): number {
  return Math.round(length * 100)
}

function points(inHundredths: number): string {
  return String(inHundredths / 100)
}
