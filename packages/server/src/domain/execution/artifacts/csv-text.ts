/**
 * A record of RFC 4180 with its line break: cells with a comma, a quotation mark or a line break stand in quotation marks.
 * Written here since a library took most of the time of a large file.
 */
export function csvRecord(cells: readonly string[]): string {
  let record = ''
  for (let index = 0; index < cells.length; index += 1) record += (index === 0 ? '' : ',') + csvCell(cells[index] ?? '')
  return `${record}\r\n`
}

function csvCell(cell: string): string {
  return special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

const special = /[",\r\n]/
