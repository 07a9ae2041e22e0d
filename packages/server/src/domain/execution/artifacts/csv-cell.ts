/**
 * A text cell that a spreadsheet program will not take for a formula: what starts with `= + - @ ' TAB CR LF NUL` gets an
 * apostrophe in front, the apostrophe itself too, so that reading back is exact. Numeric columns never come here.
 */
export function textCell(text: string | null | undefined): string {
  if (text === null || text === undefined) return ''
  return startsFormula.test(text) ? `'${text}` : text
}

/** What the cell said before `textCell`. */
export function textOfCell(cell: string): string {
  return cell.startsWith("'") && startsFormula.test(cell.slice(1)) ? cell.slice(1) : cell
}

const startsFormula = /^[=+\-@'\t\r\n\0]/
