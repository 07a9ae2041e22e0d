import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { CsvError, parse } from 'csv-parse'
import { ScreeningListError } from './screening-list-error.ts'

export interface ListFile {
  readonly folder: string
  readonly file: string
}

/** A row with the line on which it ends, counted from 1. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** Reads the rows one by one, so that a large file never stands in memory. Empty lines and a closing 0x1A are no rows. */
export async function* csvRows({ folder, file }: ListFile): AsyncGenerator<CsvRow> {
  const options = { bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true }
  const source = createReadStream(join(folder, file))
  const parser = source.pipe(parse(options))
  source.once('error', (error) => parser.destroy(error))
  try {
    for await (const { info, record } of parser) {
      const cells: readonly string[] = record
      if (cells.length > 1 || cells[0]?.trim() !== endOfFile) yield { line: info.lines, cells }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new ScreeningListError({ file, line: Number(error['lines']) }, error.message)
    if (error instanceof Error && 'syscall' in error)
      throw new ScreeningListError({ file }, `cannot be read (${error.message})`)
    throw error
  } finally {
    source.destroy()
  }
}

/** A row by the names of its header. */
export interface NamedRow {
  readonly line: number
  /** Trimmed; empty where the file has no such column. */
  readonly cell: (column: string) => string
}

/** Rows of a file with a header, columns in any order and any number more; refused when one of `needed` is missing. */
export async function* namedRows(from: ListFile, needed: readonly string[]): AsyncGenerator<NamedRow> {
  let columns: ReadonlyMap<string, number> | null = null
  let width = 0
  for await (const { line, cells } of csvRows(from)) {
    if (columns === null) {
      columns = new Map(cells.map((name, index) => [name.trim().toLowerCase(), index]))
      width = cells.length
      const missing = needed.filter((name) => !columns?.has(name))
      if (missing.length > 0)
        throw new ScreeningListError({ file: from.file, line }, `the header has no column ${missing.join(', ')}`)
      continue
    }
    if (cells.length !== width) throw wrongWidth(from.file, { line, cells }, width)
    const at = columns
    yield { line, cell: (column) => cells[at.get(column) ?? -1]?.trim() ?? '' }
  }
}

/** Rows of a file without a header, of exactly `width` cells; `-0-` is an empty cell. */
export async function* plainRows(from: ListFile, width: number): AsyncGenerator<CsvRow> {
  for await (const row of csvRows(from)) {
    if (row.cells.length !== width) throw wrongWidth(from.file, row, width)
    yield { line: row.line, cells: row.cells.map((cell) => (cell.trim() === nullMark ? '' : cell.trim())) }
  }
}

const endOfFile = '\u001a'
const nullMark = '-0-'

function wrongWidth(file: string, { line, cells }: CsvRow, width: number): ScreeningListError {
  return new ScreeningListError({ file, line }, `the row has ${cells.length} cells instead of ${width}`)
}
