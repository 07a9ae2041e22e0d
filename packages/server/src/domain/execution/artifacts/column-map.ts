import { inOneGo, type Steps } from '../../work-in-steps.ts'
import type { FrozenPackage, PackageLine } from '../frozen-package.ts'
import { textCell } from './csv-cell.ts'
import { csvRecord } from './csv-text.ts'
import { type CellSource, type InvoiceColumn, invoiceColumns } from './invoice-columns.ts'

/** Columns of a file for one broker system, in order. */
export interface ColumnMap {
  readonly name: string
  readonly columns: readonly MappedColumn[]
}

export type MappedColumn =
  | { readonly header: string; readonly column: InvoiceColumn; readonly change: ColumnChange | null }
  | { readonly header: string; readonly constant: string }

/** What a map may do to a value on its way: `compactDate` makes 2026-11-21 20261121, `withoutPoint` makes 12.34 1234. */
export const columnChanges = {
  compactDate: (cell: string): string => cell.replaceAll('-', ''),
  withoutPoint: (cell: string): string => cell.replace('.', ''),
} as const

export type ColumnChange = keyof typeof columnChanges

/** All columns under their own names: the map of `cci_csv`. */
export const canonicalMap: ColumnMap = {
  name: 'canonical',
  columns: invoiceColumns.map((column) => ({ header: column.name, column, change: null })),
}

/**
 * One row for each line, what belongs to its invoice repeated; RFC 4180 with CRLF, text kept from being read as a
 * formula. Neighbouring columns with `{n}` repeat together, as often as the fullest line needs, once at least.
 */
export function renderColumnMap(frozen: FrozenPackage, map: ColumnMap): string {
  return inOneGo(columnMapSteps(frozen, map)).join('')
}

/** `renderColumnMap` in pieces, one for each invoice. */
export function* columnMapSteps(frozen: FrozenPackage, map: ColumnMap): Steps<readonly string[]> {
  const columns = spread(map.columns, frozen)
  const pieces = [csvRecord(columns.map(({ header }) => header))]
  for (const invoice of frozen.invoices) {
    let piece = ''
    for (const line of invoice.lines) {
      const first: CellSource = { frozen, invoice, line, n: 1 }
      piece += csvRecord(columns.map(({ n, cell }) => cell(n === 1 ? first : { ...first, n })))
    }
    pieces.push(piece)
    yield
  }
  return pieces
}

interface SpreadColumn {
  readonly header: string
  readonly n: number
  readonly cell: (source: CellSource) => string
}

function spread(columns: readonly MappedColumn[], { invoices }: FrozenPackage): SpreadColumn[] {
  const made: SpreadColumn[] = []
  for (let at = 0; at < columns.length; ) {
    const group = groupAt(columns, at)
    const repeats = repeatsOf(columns[at])
    const times = repeats === null ? 1 : mostNeeded(invoices, repeats)
    for (let n = 1; n <= times; n += 1) for (const column of group) made.push(spreadColumn(column, n))
    at += group.length
  }
  return made
}

/** Columns that repeat as often as each other do so together. */
function groupAt(columns: readonly MappedColumn[], at: number): readonly MappedColumn[] {
  const family = familyOf(columns[at])
  let end = at + 1
  while (family !== null && end < columns.length && familyOf(columns[end]) === family) end += 1
  return columns.slice(at, end)
}

function familyOf(mapped: MappedColumn | undefined): string | null {
  if (mapped === undefined || !('column' in mapped) || mapped.column.repeats === undefined) return null
  return mapped.column.name.split('{n}')[0] ?? null
}

function repeatsOf(mapped: MappedColumn | undefined): ((line: PackageLine) => number) | null {
  return mapped !== undefined && 'column' in mapped ? (mapped.column.repeats ?? null) : null
}

function mostNeeded(invoices: FrozenPackage['invoices'], repeats: (line: PackageLine) => number): number {
  let most = 1
  for (const { lines } of invoices) for (const line of lines) most = Math.max(most, repeats(line))
  return most
}

function spreadColumn(mapped: MappedColumn, n: number): SpreadColumn {
  const header = textCell(mapped.header.replaceAll('{n}', String(n)))
  if ('constant' in mapped) return { header, n, cell: () => textCell(mapped.constant) }
  const { column, change } = mapped
  const changed = change === null ? (cell: string): string => cell : columnChanges[change]
  if (column.kind === 'bare') return { header, n, cell: (source) => changed(column.cell(source) ?? '') }
  return { header, n, cell: (source) => textCell(changed(column.cell(source) ?? '')) }
}
