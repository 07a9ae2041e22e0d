import { isRecord } from '../../rules/record-reader.ts'
import { type ColumnChange, type ColumnMap, columnChanges, type MappedColumn } from './column-map.ts'
import { type InvoiceColumn, invoiceColumns } from './invoice-columns.ts'

/** A column map that cannot be used: which file, which place in it, what stands there and what to write instead. */
export class ColumnMapError extends Error {
  constructor(file: string, place: string, fact: string) {
    super(`${file}: ${place}: ${fact}`)
    this.name = 'ColumnMapError'
  }
}

/**
 * Reads a column map (`entrygo.column_map/1`): JSON with `name`, `notes` for people, and `columns`, an ordered list of
 * `{header, field}` or `{header, constant}`. A field is the name of a canonical column, or `compactDate(<column>)` or
 * `withoutPoint(<column>)`. Throws a {@link ColumnMapError} for anything else.
 */
export function readColumnMap(text: string, file: string): ColumnMap {
  const map = parsed(text, file)
  if (map['schema'] !== 'entrygo.column_map/1') {
    throw new ColumnMapError(file, 'schema', `is ${shown(map['schema'])}. Write "entrygo.column_map/1".`)
  }
  const { name, columns } = map
  if (typeof name !== 'string' || !/^[a-z0-9][a-z0-9-]*$/.test(name)) {
    throw new ColumnMapError(file, 'name', `is ${shown(name)}. Write small letters, digits and hyphens.`)
  }
  if (!Array.isArray(columns) || columns.length === 0) {
    throw new ColumnMapError(file, 'columns', 'is no list with entries. Write one entry for each column, in order.')
  }
  return { name, columns: columns.map((column: unknown, index) => mappedColumn(column, index, file)) }
}

function parsed(text: string, file: string): Readonly<Record<string, unknown>> {
  let map: unknown
  try {
    map = JSON.parse(text)
  } catch (error) {
    throw new ColumnMapError(file, 'whole file', `is no JSON: ${error instanceof Error ? error.message : 'unreadable'}`)
  }
  if (!isRecord(map))
    throw new ColumnMapError(file, 'whole file', 'is no JSON object. Write {"schema": …, "columns": […]}.')
  return map
}

function mappedColumn(column: unknown, index: number, file: string): MappedColumn {
  const place = `columns[${index}]`
  if (!isRecord(column)) throw new ColumnMapError(file, place, `is ${shown(column)}. Write {"header": …, "field": …}.`)
  const { header, field, constant } = column
  const unknown = Object.keys(column).find((name) => !['header', 'field', 'constant'].includes(name))
  if (unknown !== undefined)
    throw new ColumnMapError(file, `${place}.${unknown}`, 'is no member of a column. Remove it.')
  if (typeof header !== 'string' || header === '') {
    throw new ColumnMapError(file, `${place}.header`, `is ${shown(header)}. Write the heading of the column.`)
  }
  if (typeof constant === 'string' && field === undefined) return { header, constant }
  if (typeof field !== 'string' || constant !== undefined) {
    throw new ColumnMapError(file, `${place} (${header})`, 'has to have either a field or a constant, as text.')
  }
  const [change, name] = partsOf(field, file, `${place}.field`)
  return { header, column: columnNamed(name, file, `${place}.field`), change }
}

function partsOf(field: string, file: string, place: string): [ColumnChange | null, string] {
  const match = /^(\w+)\(([^()]*)\)$/.exec(field)
  if (match === null) return [null, field]
  const [, called = '', name = ''] = match
  if (called === 'compactDate' || called === 'withoutPoint') return [called, name]
  throw new ColumnMapError(file, place, `calls ${called}, which is none of ${Object.keys(columnChanges).join(', ')}.`)
}

/** By its own name, or a single one of a column that repeats: `ch99_2` is the second of `ch99_{n}`. */
function columnNamed(name: string, file: string, place: string): InvoiceColumn {
  const found = invoiceColumns.find((column) => column.name === name)
  if (found !== undefined) return found
  const n = Number(/(?<=_)[1-9]\d?(?=_|$)/.exec(name)?.[0])
  const family = invoiceColumns.find(
    (column) => column.repeats !== undefined && column.name.replace('{n}', String(n)) === name,
  )
  if (family !== undefined) return { name, kind: family.kind, cell: (source) => family.cell({ ...source, n }) }
  const names = invoiceColumns.map((column) => column.name).join(', ')
  throw new ColumnMapError(file, place, `${shown(name)} is no column. Write one of: ${names}.`)
}

function shown(value: unknown): string {
  return value === undefined ? 'absent' : (JSON.stringify(value) ?? 'unreadable').slice(0, 80)
}
