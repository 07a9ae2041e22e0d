/** Everything printed stays within this many columns, whatever the terminal has. */
export const columns = 80

/**
 * Text from elsewhere without control, direction and invisible characters: a name must neither move the cursor nor turn
 * around what stands beside it, nor look like another one. The joiners that scripts and emoji need stay.
 */
export function plain(text: string): string {
  return text.replace(unseen, ' ')
}

const unseen =
  /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu

/** Lines of at most 80 columns, broken at spaces; a word that is longer than a line goes on in the next one. */
export function wrap(text: string, indent: string, first: string = indent): string[] {
  const lines: string[] = []
  let line = first
  let width = widthOf(first)
  let isEmpty = true
  const end = (): void => {
    lines.push(line)
    line = indent
    width = widthOf(indent)
    isEmpty = true
  }
  for (const word of plain(text).split(/\s+/).filter(Boolean)) {
    const own = widthOf(word)
    if (!isEmpty && width + 1 + own > columns) end()
    const room = Math.max(8, columns - width)
    const pieces = own > room ? piecesOf(word, { room, next: Math.max(8, columns - widthOf(indent)) }) : [word]
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) end()
      line += isEmpty ? piece : ` ${piece}`
      width += widthOf(piece) + (isEmpty ? 0 : 1)
      isEmpty = false
    }
  }
  return isEmpty ? lines : [...lines, line]
}

/** A long word in pieces that fit: the first into `room` columns, the others into `next`. */
function piecesOf(word: string, { room, next }: { readonly room: number; readonly next: number }): string[] {
  const pieces: string[] = []
  let piece = ''
  let width = 0
  for (const { segment } of graphemes(word)) {
    const own = widthOf(segment)
    if (width + own > (pieces.length === 0 ? room : next) && piece !== '') {
      pieces.push(piece)
      piece = ''
      width = 0
    }
    piece += segment
    width += own
  }
  return [...pieces, piece]
}

/** The columns that a terminal gives to a text: East Asian characters and emoji take two, combining marks none. */
export function widthOf(text: string): number {
  if (simple.test(text)) return text.length
  let width = 0
  for (const { segment } of graphemes(text)) width += wide.test(segment) ? 2 : combining.test(segment) ? 0 : 1
  return width
}

/** Latin letters and marks of print, each one column: what takes graphemes apart is slow to set up. */
const simple = /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e]*$/

const wide =
  /\ufe0f|[\p{Emoji_Presentation}\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]/u

const combining = /^[\p{Mn}\p{Me}\p{Cf}]+$/u

let segmenter: Intl.Segmenter | undefined

function graphemes(text: string): Iterable<{ readonly segment: string }> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return segmenter.segment(text)
}

/** At most `width` columns; what is cut off is shown by an ellipsis. */
export function clip(text: string, width: number): string {
  const clean = plain(text)
  if (widthOf(clean) <= width) return clean
  let kept = ''
  let taken = 0
  for (const { segment } of graphemes(clean)) {
    taken += widthOf(segment)
    if (taken >= width) break
    kept += segment
  }
  return `${kept}…`
}

export interface Column {
  readonly title: string
  readonly align?: 'left' | 'right'
}

/** Rows under their titles, each column as wide as it needs, two spaces between. */
export function table(head: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const cells = [head.map(({ title }) => title), ...rows.map((row) => row.map(plain))]
  const widths = head.map((_, index) => Math.max(...cells.map((row) => widthOf(row[index] ?? ''))))
  return cells.map((row) =>
    row
      .map((cell, index) => {
        const room = ' '.repeat(Math.max(0, (widths[index] ?? 0) - widthOf(cell)))
        return head[index]?.align === 'right' ? room + cell : cell + room
      })
      .join('  ')
      .trimEnd(),
  )
}

/** Some of many names: `A, B, C and 7 more`. */
export function someOf(names: readonly string[], shown = 3): string {
  const said = names.slice(0, shown).join(', ')
  return names.length > shown ? `${said} and ${names.length - shown} more` : said
}

/** Says how many of a list were left off, and where they all are; nothing when none was. */
export function moreOf(left: number, where = '--json'): string[] {
  return left > 0 ? [`… and ${left.toLocaleString('en-US')} more: ${where}`] : []
}

/** US cents as dollars. */
export function usdOfCents(cents: number): string {
  return usd(cents / 100)
}

/** Dollars and cents with thousands apart: `$1,234.50`. */
export function usd(value: number): string {
  const [whole = '0', cents = '00'] = value.toFixed(2).split('.')
  return `$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`
}

/** `1 order`, `1,000 orders`. */
export function count(amount: number, noun: string): string {
  return `${amount.toLocaleString('en-US')} ${noun}${amount === 1 ? '' : 's'}`
}
