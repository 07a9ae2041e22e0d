import type { FindingCode } from '@entrygo/sdk/contract'
import { cellValue } from '../input/csv-cell.ts'
import { isRecord } from '../input/record.ts'
import type { CheckedProduct } from './check-products.ts'
import { columnsOfFact, rankOfField } from './fact-columns.ts'
import { Spool } from './spool.ts'

/** More columns than this no spreadsheet shows and no catalogue needs. */
const maxColumns = 2000

/** What another value settles; a check is settled by a person alone. */
const fillable: ReadonlySet<FindingCode> = new Set(['MISSING_DATA', 'QUESTION', 'INVALID_DATA', 'NOT_ALLOWED'])

/** What a person knows a product by. */
const identity: readonly string[] = ['externalId', 'sku', 'description', 'htsCode', 'countryOfOrigin']

export interface FillInCounts {
  readonly rows: number
  readonly columns: number
  /** Products that wait for a fact but hold what a CSV cannot carry, so that syncing them back would lose it. */
  readonly leftOut: number
  readonly leftOutExample: string | null
}

/**
 * A CSV with a row for each product that waits for a fact: all that is known of it, since a sync replaces a product as a
 * whole, and an empty cell for each fact that is missing. It is read back by `products sync` and by `lint`.
 */
export class FillInRows {
  readonly #rows = new Spool()
  readonly #missing = new Set<string>()
  readonly #known = new Set<string>()
  #count = 0
  #leftOut = 0
  #leftOutExample: string | null = null

  add({ externalId, record, findings }: Pick<CheckedProduct, 'externalId' | 'record' | 'findings'>): void {
    const open = findings.filter(({ severity, code }) => severity !== 'INFO' && fillable.has(code))
    if (open.length === 0) return
    const cells = cellsOf(record)
    const columns = this.#missing.size + this.#known.size
    if (cells === undefined || columns + cells.size > maxColumns) {
      this.#leftOut += 1
      this.#leftOutExample ??= externalId
      return
    }
    for (const { field } of open) {
      for (const column of columnsOfFact(field, (path) => lengthAt(record, path))) this.#missing.add(column)
    }
    for (const column of cells.keys()) this.#known.add(column)
    this.#rows.add(`${JSON.stringify(Object.fromEntries(cells))}\n`)
    this.#count += 1
  }

  counts(): FillInCounts {
    const columns = this.#columns().length
    return { rows: this.#count, columns, leftOut: this.#leftOut, leftOutExample: this.#leftOutExample }
  }

  async *csv(): AsyncGenerator<string> {
    const { stringify } = await import('csv-stringify/sync')
    const columns = this.#columns()
    yield stringify([columns])
    for await (const line of this.#rows.lines()) {
      const cells: Readonly<Record<string, string>> = JSON.parse(line)
      yield stringify([columns.map((column) => cells[column] ?? '')])
    }
  }

  close(): void {
    this.#rows.close()
  }

  /** Who it is and what it is first, then what is to fill in, then what is known. */
  #columns(): string[] {
    const first = identity.filter((name) => this.#known.has(name) || this.#missing.has(name))
    const missing = [...this.#missing].filter((column) => !first.includes(column)).sort(compareColumns)
    const shown = new Set([...first, ...missing])
    return [...first, ...missing, ...[...this.#known].filter((column) => !shown.has(column)).sort(compareColumns)]
  }
}

function compareColumns(a: string, b: string): number {
  return rankOfField(a) - rankOfField(b) || (sortable(a) < sortable(b) ? -1 : 1)
}

/** Positions in a list in the order of numbers. */
function sortable(column: string): string {
  return column.replaceAll(/\d+/g, (digits) => digits.padStart(3, '0'))
}

/** The record as cells by column; undefined when some value would not come back as it is. */
function cellsOf(record: Readonly<Record<string, unknown>>): Map<string, string> | undefined {
  const cells = new Map<string, string>()
  const isWhole = Object.entries(record).every(([name, value]) => put(cells, name, value))
  return isWhole ? cells : undefined
}

function put(cells: Map<string, string>, column: string, value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((item, at) => put(cells, `${column}.${at}`, item))
  if (isRecord(value)) {
    const entries = Object.entries(value)
    // A dot in a name, or a name of digits, would be read as a place.
    const isPlain = entries.length > 0 && entries.every(([name]) => /^[A-Za-z_]\w*$/.test(name))
    return isPlain && entries.every(([name, item]) => put(cells, `${column}.${name}`, item))
  }
  const text = column === 'htsCode' ? withDots(String(value)) : String(value)
  cells.set(column, text)
  return comesBack(column, { text, value: column === 'htsCode' ? text : value })
}

/** Spreadsheets take digits alone for a number and drop the zero in front. */
function withDots(number: string): string {
  if (!/^\d{6,10}$/.test(number)) return number
  return [number.slice(0, 4), number.slice(4, 6), number.slice(6, 8), number.slice(8)].filter(Boolean).join('.')
}

function comesBack(column: string, { text, value }: { readonly text: string; readonly value: unknown }): boolean {
  const isTitle = /^[A-Za-z][A-Za-z0-9]*(?:\.(?:[A-Za-z_][A-Za-z0-9_]*|\d{1,2}))*$/.test(column)
  if (!isTitle || column.includes('__') || text === '' || text !== text.trim()) return false
  try {
    return cellValue(column, text, '') === value
  } catch {
    return false
  }
}

function lengthAt(record: unknown, path: string): number {
  const value = path.split('.').reduce<unknown>((node, name) => (isRecord(node) ? node[name] : undefined), record)
  return Array.isArray(value) ? value.length : 0
}
