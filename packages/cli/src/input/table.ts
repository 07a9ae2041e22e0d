import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { inputError } from '../errors.ts'

/** What stands above the rows of a table. */
export interface TableHead {
  readonly titles: readonly string[]
  /** Comma, semicolon, tab or bar: whichever the first row has most of. */
  readonly delimiter: string
}

/** One row as it was read, without the blanks around its cells. The head is row 1, as a spreadsheet counts. */
export interface TableRow {
  readonly head: TableHead
  readonly cells: readonly string[]
  readonly row: number
}

/** A cell may hold a whole letter, and nothing else is as long: a quote that is never closed ends here. */
const maxRowLetters = 1024 * 1024

/**
 * The rows of a CSV table: a byte order mark, a first line `sep=;`, empty rows and line breaks inside quotes are
 * understood. A row may have more or fewer cells than the head. Throws an input error where the quotes do not match.
 */
export async function* tableRows(pieces: AsyncIterable<string>, name: string): AsyncGenerator<TableRow> {
  const { delimiter, all, skipped } = await withDelimiter(pieces, name)
  let head: TableHead | undefined
  let row = skipped
  for await (const cells of parsedRows(all, { delimiter, name })) {
    row += 1
    if (cells.every((cell) => cell === '')) continue
    if (head === undefined) head = { titles: cells, delimiter }
    else yield { head, cells, row }
  }
}

async function* parsedRows(
  pieces: AsyncIterable<string>,
  { delimiter, name }: { readonly delimiter: string; readonly name: string },
): AsyncGenerator<readonly string[]> {
  const parser = parse({
    delimiter,
    trim: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: maxRowLetters,
  })
  try {
    // Its callback is not needed: an error of the pieces destroys the parser, whose reader then gets it.
    pipeline(Readable.from(pieces), parser, () => {})
    const rows: AsyncIterable<readonly string[]> = parser
    yield* rows
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = 'records' in error ? ` row ${Number(error['records']) + 1}` : ''
    throw inputError(`${name}${row} is not CSV: ${saying(error)}.`, 'file')
  }
}

function saying({ code, message }: CsvError): string {
  return code === 'CSV_MAX_RECORD_SIZE' ? 'a quote is not closed, or the row is longer than a million letters' : message
}

/** Looks at the first line alone; what was read for it comes again. */
async function withDelimiter(
  pieces: AsyncIterable<string>,
  name: string,
): Promise<{ delimiter: string; all: AsyncIterable<string>; skipped: number }> {
  const iterator = pieces[Symbol.asyncIterator]()
  let start = ''
  let isAll = false
  while (!isAll && !/[\r\n]/.test(withoutMark(start).trimStart())) {
    const step = await iterator.next()
    isAll = step.done === true
    if (step.done !== true) start += step.value
    if (start.length > maxRowLetters) throw inputError(`${name} row 1 is longer than a million letters.`, 'file')
  }
  const text = withoutMark(start)
  const [said, delimiter] = /^sep=(.)\r?\n/.exec(text) ?? []
  const rest = said === undefined ? text : text.slice(said.length)
  const all = continued(rest, isAll ? undefined : iterator)
  return { delimiter: delimiter ?? mostFrequent(rest), all, skipped: said === undefined ? 0 : 1 }
}

async function* continued(start: string, iterator: AsyncIterator<string> | undefined): AsyncGenerator<string> {
  yield start
  for (;;) {
    const step = await iterator?.next()
    if (step === undefined || step.done === true) return
    yield step.value
  }
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '')
}

function mostFrequent(text: string): string {
  const [line = ''] = text.trimStart().split(/[\r\n]/, 1)
  const bare = line.replace(/"[^"]*"?/g, '')
  const counted = [',', ';', '\t', '|'].map((mark) => ({ mark, count: bare.split(mark).length }))
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).mark
}
