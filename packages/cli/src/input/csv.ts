import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { inputError } from '../errors.ts'
import { cellValue } from './csv-cell.ts'
import type { InputRecord } from './record.ts'

/** `orders`: rows with one `externalId` are lines of one order, in columns `items.…`. `flat`: a row is a record. */
export type CsvShape = 'orders' | 'flat'

/**
 * Records from CSV whose header names are wire names in dotted form (`items.quantity`, `buyer.name`, `materials.0.pct`).
 * An empty cell is an absent field. Errors name file, row and column; the header is row 1.
 */
export async function* csvRecords(
  pieces: AsyncIterable<string>,
  { name, shape }: { readonly name: string; readonly shape: CsvShape },
): AsyncGenerator<InputRecord> {
  const orders = new OrderRows(name)
  let isEmpty = true
  for await (const { cells, row } of rowsOf(pieces, name)) {
    isEmpty = false
    const at = `${name} row ${row}`
    if (shape === 'flat') yield { value: recordOf(cells, at), at }
    else yield* orders.add(cells, at)
  }
  yield* orders.end()
  if (isEmpty) throw inputError(`${name} has no rows below its header.`, 'file')
}

type Cells = Readonly<Record<string, string>>
type Building = Record<string, unknown>

/** What the parser makes of a row, with its counters. */
interface Row {
  readonly record: Cells
  readonly info: { readonly records: number; readonly empty_lines: number }
}

async function* rowsOf(pieces: AsyncIterable<string>, name: string): AsyncGenerator<{ cells: Cells; row: number }> {
  const parser = parse({
    bom: true,
    info: true,
    trim: true,
    skip_empty_lines: true,
    columns: (header: string[]) => header.map((title, index) => checkedTitle(title, { index, header, name })),
  })
  try {
    // Its callback is not needed: an error of the pieces destroys the parser, whose reader then gets it.
    pipeline(Readable.from(pieces), parser, () => {})
    const rows: AsyncIterable<Row> = parser
    for await (const { record, info } of rows) yield { cells: record, row: 1 + info.records + info.empty_lines }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = 'lines' in error ? ` row ${String(error['lines'])}` : ''
    throw inputError(`${name}${row} is not CSV: ${error.message}.`, 'file')
  }
}

function checkedTitle(
  title: string,
  { index, header, name }: { readonly index: number; readonly header: readonly string[]; readonly name: string },
): string {
  const column = `${name} row 1, column ${index + 1}`
  if (header.length === 1 && /[;\t|]/.test(title)) {
    throw inputError(`${name} row 1 is "${title}": separate the columns by commas.`, 'file')
  }
  if (!/^[A-Za-z][A-Za-z0-9]*(?:\.(?:[A-Za-z_][A-Za-z0-9_]*|\d{1,2}))*$/.test(title) || title.includes('__')) {
    throw inputError(`${column} is "${title}": give a wire name such as items.quantity.`, 'file')
  }
  if (header.indexOf(title) !== index) throw inputError(`${column} repeats "${title}".`, title)
  return title
}

function recordOf(cells: Cells, at: string): Building {
  const record: Building = {}
  for (const [title, text] of Object.entries(cells)) {
    if (text !== '') put(record, title.split('.'), cellValue(title, text, at))
  }
  return record
}

/** Rows of one order stand together; its own fields may stand in the first row alone or be repeated unchanged. */
class OrderRows {
  readonly #name: string
  readonly #done = new Set<string>()
  #order: { readonly id: string; readonly at: string; readonly cells: Cells; readonly lines: Building[] } | undefined

  constructor(name: string) {
    this.#name = name
  }

  *add(cells: Cells, at: string): Generator<InputRecord> {
    const id = cells['externalId'] ?? ''
    if (id === '') throw inputError(`${at}, column externalId is empty: every line names its order.`, 'externalId')
    if (this.#order?.id !== id) {
      yield* this.end()
      if (this.#done.has(id))
        throw inputError(`${at}: order "${id}" has rows further up; keep them together.`, 'externalId')
      this.#order = { id, at, cells: orderCells(cells), lines: [] }
    }
    requireEqual(this.#order.cells, orderCells(cells), at)
    const line = recordOf(lineCells(cells), at)
    if (Object.keys(line).length > 0) this.#order.lines.push(line)
  }

  *end(): Generator<InputRecord> {
    if (this.#order === undefined) return
    const { id, at, cells, lines } = this.#order
    this.#done.add(id)
    this.#order = undefined
    yield { value: { ...recordOf(cells, at), items: lines }, at: at || this.#name }
  }
}

function orderCells(cells: Cells): Cells {
  return Object.fromEntries(Object.entries(cells).filter(([title]) => !title.startsWith('items.')))
}

function lineCells(cells: Cells): Cells {
  const lines = Object.entries(cells).filter(([title]) => title.startsWith('items.'))
  return Object.fromEntries(lines.map(([title, text]) => [title.slice('items.'.length), text]))
}

function requireEqual(first: Cells, other: Cells, at: string): void {
  const [changed] = Object.entries(other).find(([title, text]) => text !== '' && text !== first[title]) ?? []
  if (changed === undefined) return
  const values = `"${other[changed]}", and "${first[changed]}" in the first row of the order`
  throw inputError(`${at}, column ${changed} is ${values}: an order has one value.`, changed)
}

/** Puts a value at a path of names and list positions, making what lies between. */
function put(target: Building, path: readonly string[], value: unknown): void {
  const [name = '', ...rest] = path
  if (rest.length === 0) {
    target[name] = value
    return
  }
  const child = isBuilding(target[name]) ? target[name] : emptyFor(rest)
  target[name] = child
  put(child, rest, value)
}

/** A list is filled by position like an object by name; its positions come in the order of the columns. */
function emptyFor([next = '']: readonly string[]): Building {
  const list: unknown = /^\d+$/.test(next) ? [] : {}
  return isBuilding(list) ? list : {}
}

function isBuilding(value: unknown): value is Building {
  return typeof value === 'object' && value !== null
}
