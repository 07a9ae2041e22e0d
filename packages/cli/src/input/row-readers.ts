import { inputError } from '../errors.ts'
import { type ColumnMap, type FieldRule, isWirePath, type RowRule } from './column-map.ts'
import { cellValue } from './csv-cell.ts'
import { type MappedCell, mappedValue } from './mapped-cell.ts'
import { reasonTitle } from './record.ts'
import type { TableHead } from './table.ts'

/** A row, the first row of its order (which is itself where rows are records), and where it stands. */
export interface RowView {
  readonly cells: readonly string[]
  readonly first: readonly string[]
  readonly at: string
}

/** One field of the wire, ready to be read from any row of one table. */
export interface FieldReader {
  readonly path: readonly string[]
  readonly isLine: boolean
  /** Positions of the cells that it is made of. */
  readonly columns: readonly number[]
  /** Undefined where nothing is said. Throws an input error that names row, column and text. */
  read(row: RowView): unknown
}

export interface ListReader {
  readonly path: readonly string[]
  readonly isWholeOrder: boolean
  readonly amount: number
  readonly fields: readonly FieldReader[]
}

export interface RuleReader {
  readonly rule: RowRule
  readonly column: number | undefined
}

/** A map that has found its columns in the head of a table. */
export interface TableReaders {
  readonly fields: readonly FieldReader[]
  readonly lists: readonly ListReader[]
  readonly skip: readonly RuleReader[]
  readonly reject: readonly RuleReader[]
  /** Position of the column that is the id of the record; its title for messages. */
  readonly id: { readonly title: string; readonly column: number }
  /** Columns that the map names and the table lacks. */
  readonly missing: readonly string[]
}

/** Titles are wire names, cells are read strictly. Throws an input error that names the column. */
export function wireReaders(head: TableHead, name: string): TableReaders {
  const titles = head.titles
  for (const [index, title] of titles.entries()) {
    const column = `${name} row 1, column ${index + 1}`
    if (!isWirePath(title)) {
      throw inputError(`${column} is "${title}": give a wire name such as items.quantity, or a --map.`, 'file')
    }
    if (titles.indexOf(title) !== index) throw inputError(`${column} repeats "${title}".`, title)
  }
  const fields = titles.flatMap((title, column): FieldReader[] => {
    if (title === reasonTitle) return []
    const read = ({ cells, at }: RowView): unknown => {
      const text = cells[column] ?? ''
      return text === '' ? undefined : cellValue(title, text, at)
    }
    return [{ ...placeOf(title), columns: [column], read }]
  })
  const id = { title: 'externalId', column: titles.indexOf('externalId') }
  return { fields, lists: [], skip: [], reject: [], id, missing: [] }
}

/** Titles are found without regard to case and blanks. Throws an input error where one that is needed is missing. */
export function mappedReaders(map: ColumnMap, head: TableHead, name: string): TableReaders {
  const columns = new Columns(map, head, name)
  const fields = map.fields.map(([path, rule]) => fieldReader(path, rule, columns))
  const [, idRule] = map.fields.find(([path]) => path === 'externalId') ?? []
  const [idTitle = 'externalId'] = idRule?.columns ?? []
  const readers = {
    fields,
    lists: map.lists.map(({ path, needs, isWholeOrder, fields: parts }) => ({
      path: path.split('.'),
      isWholeOrder,
      amount: columns.find(needs),
      fields: parts.map(([part, rule]) => fieldReader(part, rule, columns)),
    })),
    skip: map.skip.map((rule) => ruleReader(rule, columns)),
    reject: map.reject.map((rule) => ruleReader(rule, columns)),
    id: { title: idTitle, column: columns.find(idTitle) },
    missing: columns.missing,
  }
  columns.requireNeeded()
  return readers
}

function ruleReader(rule: RowRule, columns: Columns): RuleReader {
  return { rule, column: rule.column === undefined ? undefined : columns.find(rule.column) }
}

/** A missing column is at position -1, where every row is empty. */
class Columns {
  readonly map: ColumnMap
  readonly missing: string[] = []
  readonly #head: TableHead
  readonly #titles: readonly string[]
  readonly #name: string

  constructor(map: ColumnMap, head: TableHead, name: string) {
    this.map = map
    this.#head = head
    this.#titles = head.titles.map(plainTitle)
    this.#name = name
  }

  find(title: string): number {
    const plain = plainTitle(title)
    const at = this.#titles.indexOf(plain)
    if (at < 0 && !this.missing.includes(title)) this.missing.push(title)
    if (this.#titles.indexOf(plain, at + 1) > at && at >= 0) {
      throw inputError(`${this.#name} row 1 has "${title}" twice: which is meant cannot be known.`, 'file')
    }
    return at
  }

  requireNeeded(): void {
    const absent = (this.map.needs ?? this.missing).filter((title) => !this.#titles.includes(plainTitle(title)))
    if (absent.length === 0) return
    const list = absent.map((title) => `"${title}"`).join(', ')
    const there = this.#head.titles
      .slice(0, 8)
      .map((title) => `"${title}"`)
      .join(', ')
    throw inputError(`${this.#name} row 1 lacks ${list}, which the map ${this.map.name} reads; it has ${there}.`, 'map')
  }
}

function plainTitle(title: string): string {
  return title
    .replace(/[\s_]+/g, ' ')
    .trim()
    .toLowerCase()
}

function fieldReader(path: string, rule: FieldRule, columns: Columns): FieldReader {
  const titles = rule.columns
  const positions = titles.map((title) => columns.find(title))
  const place = { ...placeOf(path), columns: positions }
  const { value, join } = rule
  if (value !== undefined) return { ...place, read: () => value }
  const unit = rule.unitColumn === undefined ? -1 : columns.find(rule.unitColumn)
  const currency = rule.currencyColumn === undefined ? -1 : columns.find(rule.currencyColumn)
  return {
    ...place,
    read: ({ cells, first, at }) => {
      const source = positions.findIndex((column) => (cells[column] ?? '') !== '')
      if (source < 0) return undefined
      const cell: MappedCell = {
        text: join === undefined ? textAt(cells, positions[source]) : joined(cells, positions, join),
        // Most cells are right, so that the sentence is made only for those that are not.
        at: () => `${at}, column "${titles[source] ?? ''}"`,
        path,
        unit: cells[unit] || rule.unit,
        // A currency stands in the first row of an order alone.
        currency: cells[currency] || first[currency] || rule.currency,
      }
      return mappedValue(cell, rule, columns.map)
    },
  }
}

function textAt(cells: readonly string[], column = -1): string {
  return cells[column] ?? ''
}

function joined(cells: readonly string[], positions: readonly number[], mark: string): string {
  return positions.flatMap((column) => textAt(cells, column) || []).join(mark)
}

function placeOf(path: string): { readonly path: readonly string[]; readonly isLine: boolean } {
  const isLine = path.startsWith('items.')
  return { path: (isLine ? path.slice('items.'.length) : path).split('.'), isLine }
}
