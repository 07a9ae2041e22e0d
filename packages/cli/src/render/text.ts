/** Everything printed stays within this many columns, whatever the terminal has. */
export const columns = 80

/**
 * Text from elsewhere without control and direction characters: a name must neither move the cursor nor turn around what
 * stands beside it.
 */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
}

/** Lines of at most 80 columns, broken at spaces; words longer than a line stay whole. */
export function wrap(text: string, indent: string, first: string = indent): string[] {
  const lines: string[] = []
  let line = first
  let isEmpty = true
  for (const word of plain(text).split(/\s+/).filter(Boolean)) {
    if (!isEmpty && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = indent
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return isEmpty ? lines : [...lines, line]
}

/** At most `width` columns; what is cut off is shown by an ellipsis. */
export function clip(text: string, width: number): string {
  const clean = plain(text)
  return clean.length <= width ? clean : `${clean.slice(0, Math.max(0, width - 1))}…`
}

export interface Column {
  readonly title: string
  readonly align?: 'left' | 'right'
}

/** Rows under their titles, each column as wide as it needs, two spaces between. */
export function table(head: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const cells = [head.map(({ title }) => title), ...rows.map((row) => row.map(plain))]
  const widths = head.map((_, index) => Math.max(...cells.map((row) => (row[index] ?? '').length)))
  return cells.map((row) =>
    row
      .map((cell, index) => {
        const width = widths[index] ?? 0
        return head[index]?.align === 'right' ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd(),
  )
}

/** Dollars and cents with thousands apart: `$1,234.50`. */
export function usd(value: number): string {
  const [whole = '0', cents = '00'] = value.toFixed(2).split('.')
  return `$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`
}

/** `1 order`, `2 orders`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`
}
