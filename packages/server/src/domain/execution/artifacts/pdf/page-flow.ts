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
        return [Buffer.from(`BT${head.texts}\nET\n`, 'latin1'), body]
      }),
  }
}

export function heightOf(strips: readonly Strip[]): number {
  let height = 0
  for (const strip of strips) height += strip.height
  return height
}

interface PageContent {
  texts: string
  rules: string
  /** What the last text was set in, which need not be said again. */
  font: string
  gray: number
  /** Where the last text was set, in hundredths of a point; null before the first. */
  last: { readonly x: number; readonly y: number } | null
}

function emptyPage(): PageContent {
  return { texts: '', rules: '\n0.6 g', font: '', gray: -1, last: null }
}

/** As bytes from the end of its page on, so that a document does not hold thousands of parts of texts to its end. */
function bodyOf({ texts, rules }: PageContent): Uint8Array {
  return Buffer.from(`BT${texts}\nET${rules}\n`, 'latin1')
}

function writeText(content: PageContent, { line, x, against, gray, y }: Placed, top: number): void {
  const font = `\n/${line.face.id} ${points(hundredths(line.size))} Tf`
  if (font !== content.font) content.texts += font
  if (gray !== content.gray) content.texts += `\n${gray} g`
  const at = { x: hundredths(against === 'right' ? x - line.width : x), y: hundredths(top + y + line.size) }
  const [open, close] = line.face.brackets
  content.texts += `\n${movement(content.last, at)} ${open}${line.codes}${close} Tj`
  content.font = font
  content.gray = gray
  content.last = at
}

/**
 * The page's coordinates run downwards, as pdfkit sets them up, so the first text turns the glyphs upright again. Further
 * ones say how far they are from the last, which takes a sixth off the page.
 */
function movement(last: PageContent['last'], { x, y }: { readonly x: number; readonly y: number }): string {
  return last === null ? `1 0 0 -1 ${points(x)} ${points(y)} Tm` : `${points(x - last.x)} ${points(last.y - y)} Td`
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
