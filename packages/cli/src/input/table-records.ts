import { CommandError, inputError } from '../errors.ts'
import { type Building, put, valueAt } from './building.ts'
import type { ColumnMap } from './column-map.ts'
import type { InputItem, InputRecord, OriginalRows } from './record.ts'
import {
  type FieldReader,
  mappedReaders,
  type RowView,
  type RuleReader,
  type TableReaders,
  wireReaders,
} from './row-readers.ts'
import { SeenIds } from './seen-ids.ts'
import { type TableHead, type TableRow, tableRows } from './table.ts'

/** `orders`: rows with one id are lines of one order. `flat`: a row is a record. */
export type TableShape = 'orders' | 'flat'

export interface TableReading {
  readonly name: string
  readonly shape: TableShape
  /** Without one the titles are wire names in dotted form (`items.quantity`, `buyer.name`, `materials.0.pct`). */
  readonly map?: ColumnMap | undefined
  /** Whether records carry the rows that they came of; rejected input always does. */
  readonly keepsRows?: boolean
  /** Told once which columns of the map the table lacks. */
  readonly onMissing?: (titles: readonly string[]) => void
}

/**
 * The records of a CSV table. An empty cell is an absent field. What cannot be sent and what the map leaves out come as
 * items of their own, an order as a whole; a table that cannot be read at all throws. The head is row 1.
 */
export async function* tableItems(pieces: AsyncIterable<string>, reading: TableReading): AsyncGenerator<InputItem> {
  const { name, shape } = reading
  let table: OpenTable | undefined
  for await (const row of tableRows(pieces, name)) {
    table ??= openTable(row.head, reading)
    const item = shape === 'orders' ? table.add(row) : itemOf(table, [row])
    if (item !== undefined) yield item
  }
  if (table === undefined) throw inputError(`${name} has no rows below its header.`, 'file')
  const last = table.end()
  if (last !== undefined) yield last
}

interface OpenTable {
  readonly head: TableHead
  readonly name: string
  readonly readers: TableReaders
  readonly isGrouped: boolean
  readonly keepsRows: boolean
  /** Takes a row of orders; answers the order before it when it begins the next one. */
  add(row: TableRow): InputItem | undefined
  end(): InputItem | undefined
}

function openTable(head: TableHead, { name, shape, map, onMissing, keepsRows = false }: TableReading): OpenTable {
  const readers = map === undefined ? wireReaders(head, name) : mappedReaders(map, head, name)
  if (readers.missing.length > 0) onMissing?.(readers.missing)
  const seen = new SeenIds()
  let id = ''
  let rows: TableRow[] = []
  const table: OpenTable = {
    head,
    name,
    readers,
    isGrouped: shape === 'orders',
    keepsRows,
    add: (row) => {
      const rowId = row.cells[readers.id.column] ?? ''
      if (rowId === id && rows.length > 0 && rowId !== '') {
        rows.push(row)
        return undefined
      }
      const done = table.end()
      id = rowId
      rows = [row]
      return done
    },
    end: () => {
      if (rows.length === 0) return undefined
      const item = itemOf(table, rows, id !== '' && seen.hasOrAdd(id) ? id : undefined)
      rows = []
      return item
    },
  }
  return table
}

/** A record, or why there is none. Throws for `repeatedId`, an id whose rows have ended further up. */
function itemOf(table: OpenTable, tableRowsOfIt: readonly TableRow[], repeatedId?: string): InputItem {
  const rows: OriginalRows = { head: table.head, rows: tableRowsOfIt.map(({ cells }) => cells) }
  const [{ cells: first = [], row = 0 } = {}] = tableRowsOfIt
  const at = `${table.name} row ${row}`
  if (repeatedId !== undefined) throw torn(table, { at, id: repeatedId })
  try {
    for (const one of tableRowsOfIt) requireWhole(table, one)
    const views = tableRowsOfIt.map((one): RowView => ({ ...one, first, at: `${table.name} row ${one.row}` }))
    const made = recordOf(table, views)
    if (typeof made === 'string') {
      return { skipped: made, at, externalId: first[table.readers.id.column] ?? '' }
    }
    return table.keepsRows ? { ...made, at, rows } : { ...made, at }
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    return { rejected: error.message, at, rows, ...(error.facts.field !== undefined && { field: error.facts.field }) }
  }
}

/** Ends the run, since an order is replaced as a whole: set aside and given again, these rows would be all of it. */
function torn({ readers }: OpenTable, { at, id }: { readonly at: string; readonly id: string }): CommandError {
  const remedy = `Sort the file by "${readers.id.title}" and give it again: the order is then replaced by all of its rows.`
  return inputError(`${at}: order "${id}" has rows further up, and was read without these. ${remedy}`, 'externalId')
}

function requireWhole({ head, name }: OpenTable, { cells, row }: TableRow): void {
  if (cells.length === head.titles.length) return
  const count = `${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}`
  throw inputError(`${name} row ${row} has ${count}, and the header has ${head.titles.length}.`, 'file')
}

/** The record, or the reason why the map leaves it out. */
function recordOf(table: OpenTable, rows: readonly RowView[]): Pick<InputRecord, 'value' | 'skippedLines'> | string {
  const { readers, isGrouped } = table
  const [first] = rows
  if (first === undefined) return ''
  const left = readers.skip.find((rule) => !rule.rule.lineOnly && rows.some((row) => applies(rule, row)))
  if (left !== undefined) return left.rule.because
  if (isGrouped && (first.cells[readers.id.column] ?? '') === '') {
    throw inputError(`${first.at}, column "${readers.id.title}" is empty: every line names its order.`, 'externalId')
  }
  refuse(readers.reject, rows)
  const value: Building = {}
  for (const field of readers.fields) {
    if (field.isLine && isGrouped) continue
    if (isGrouped) requireEqual(field, rows)
    putRead(value, field, first)
  }
  const unwanted = byField(readers.skip, value)
  if (unwanted !== undefined) return unwanted
  const bad = byField(readers.reject, value)
  if (bad !== undefined) throw inputError(`${first.at} is refused by the map: "${bad}".`)
  if (!isGrouped) return addLists(table, value, { first, hasSkipped: false })
  const { lines, skippedLines } = linesOf(readers, rows)
  if (lines.length === 0 && skippedLines.length > 0) return skippedLines[0] ?? ''
  const items = readers.fields.some(({ isLine }) => isLine) || lines.length > 0 ? lines : []
  const record = addLists(table, value, { first, hasSkipped: skippedLines.length > 0 })
  record.value['items'] = items
  return { ...record, ...(skippedLines.length > 0 && { skippedLines }) }
}

function refuse(rules: readonly RuleReader[], rows: readonly RowView[]): void {
  for (const rule of rules) {
    const row = rows.find((one) => applies(rule, one))
    if (row !== undefined) throw inputError(`${row.at} is refused by the map: "${rule.rule.because}".`)
  }
}

function linesOf(
  { fields, skip }: TableReaders,
  rows: readonly RowView[],
): { readonly lines: readonly Building[]; readonly skippedLines: readonly string[] } {
  const lines: Building[] = []
  const skippedLines: string[] = []
  const rules = skip.filter(({ rule }) => rule.lineOnly)
  for (const row of rows) {
    const left = rules.find((rule) => applies(rule, row))
    if (left !== undefined) {
      skippedLines.push(left.rule.because)
      continue
    }
    const line: Building = {}
    for (const field of fields) if (field.isLine) putRead(line, field, row)
    if (Object.keys(line).length > 0) lines.push(line)
  }
  return { lines, skippedLines }
}

/** Lists whose elements exist only where there is an amount: charges of zero are none. */
function addLists(
  { readers }: OpenTable,
  value: Building,
  { first, hasSkipped }: { readonly first: RowView; readonly hasSkipped: boolean },
): { readonly value: Building } {
  for (const { path, amount, isWholeOrder, fields } of readers.lists) {
    const text = first.cells[amount] ?? ''
    if (/^[^1-9]*$/.test(text)) continue
    if (isWholeOrder && hasSkipped) {
      throw inputError(
        `${first.at}: ${path.join('.')} "${text}" is about lines that are left out too; say what is left.`,
      )
    }
    const element: Building = {}
    for (const field of fields) putRead(element, field, first)
    const list = valueAt(value, path)
    if (Array.isArray(list)) list.push(element)
    else put(value, path, [element])
  }
  return { value }
}

function applies({ rule, column }: RuleReader, { cells, first }: RowView): boolean {
  if (column === undefined) return false
  const text = cells[column] || (rule.lineOnly ? '' : (first[column] ?? ''))
  return isMeant(rule, text)
}

function byField(rules: readonly RuleReader[], value: Building): string | undefined {
  const found = rules.find(({ rule }) => {
    const there = rule.field === undefined ? undefined : valueAt(value, rule.field.split('.'))
    // What is missing is no other value: the server names it.
    return rule.field !== undefined && there !== undefined && isMeant(rule, String(there))
  })
  if (found === undefined) return undefined
  const { field = '', because } = found.rule
  return because.replace('{value}', String(valueAt(value, field.split('.')) ?? 'empty'))
}

function isMeant({ is, isNot, isFilled }: RuleReader['rule'], text: string): boolean {
  const plain = text.trim().toLowerCase()
  if (isFilled !== undefined) return isFilled === (plain !== '')
  if (is !== undefined) return is.includes(plain)
  return isNot !== undefined && !isNot.includes(plain)
}

/** Fields of the order stand in its first row alone, or are repeated unchanged. */
function requireEqual({ columns, path }: FieldReader, [first, ...others]: readonly RowView[]): void {
  if (first === undefined) return
  for (const { cells, at: place } of others) {
    for (const column of columns) {
      const [text = '', was = ''] = [cells[column], first.cells[column]]
      if (text === '' || text === was) continue
      const values = `"${text}", and "${was}" in the first row of the order`
      throw inputError(`${place}, column ${path.join('.')} is ${values}: an order has one value.`, path.join('.'))
    }
  }
}

function putRead(target: Building, { path, read }: FieldReader, row: RowView): void {
  const value = read(row)
  if (value !== undefined) put(target, path, value)
}
