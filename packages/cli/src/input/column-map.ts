import { inputError } from '../errors.ts'
import type { DecimalMark } from './exact-decimal.ts'
import { type Constant, MapPart } from './map-part.ts'
import { isRecord } from './record.ts'

export const cellTypes = ['wire', 'text', 'code', 'country', 'usd', 'decimal', 'weight', 'date'] as const

/** How a cell is read; `wire` is as the contract types the field. */
export type CellType = (typeof cellTypes)[number]

export const weightUnits = ['g', 'kg', 'lb', 'oz'] as const

export type WeightUnit = (typeof weightUnits)[number]

/** Where a field comes from: the first filled one of some columns, all of them joined, or a constant. */
export interface FieldRule {
  readonly columns: readonly string[]
  readonly join?: string
  readonly value?: Constant
  readonly as: CellType
  readonly unit?: WeightUnit
  readonly unitColumn?: string
  readonly currency?: string
  readonly currencyColumn?: string
  /** What stands in the file, in small letters, and what it means. */
  readonly values?: Readonly<Record<string, Constant>>
}

/** A row, or the order that it belongs to, that is left out or refused, and why. */
export interface RowRule {
  /** A column of the file, or (`field`) a field of the record that came of it. */
  readonly column?: string
  readonly field?: string
  /** Compared without regard to case. */
  readonly is?: readonly string[]
  readonly isNot?: readonly string[]
  readonly isFilled?: boolean
  readonly lineOnly: boolean
  readonly because: string
}

/** An element of a list that exists only where its amount is filled and not zero. */
export interface ListEntry {
  readonly path: string
  readonly needs: string
  /** It is about all lines of the order: with one left out it would be wrong. */
  readonly isWholeOrder: boolean
  readonly fields: readonly (readonly [string, FieldRule])[]
}

/** How the columns of a table become fields of the wire. */
export interface ColumnMap {
  readonly name: string
  readonly about: string
  readonly records: MappedNoun
  /** Columns that have to be there; each that the map names, when it does not say. */
  readonly needs: readonly string[] | undefined
  readonly decimalMark: DecimalMark | undefined
  /** US dollars for one unit of another currency, as the caller has it from its own source. */
  readonly usdPer: Readonly<Record<string, string>>
  readonly fields: readonly (readonly [string, FieldRule])[]
  readonly lists: readonly ListEntry[]
  readonly skip: readonly RowRule[]
  readonly reject: readonly RowRule[]
}

export const mappedNouns = ['orders', 'products', 'warehouses', 'brokers'] as const

export type MappedNoun = (typeof mappedNouns)[number]

/** The map that a document holds. Throws an input error that names the place in it. */
export function columnMapOf(document: unknown, name: string): ColumnMap {
  const map = new MapPart(document, name)
  map.allow('columnMap about records needs decimalMark usdPer fields lists skip reject'.split(' '))
  if (map.raw('columnMap') !== 1) throw map.wrong('columnMap', 'say 1, the version of this format')
  return {
    name,
    about: map.text('about') ?? '',
    records: map.choice('records', mappedNouns) ?? 'orders',
    needs: map.texts('needs'),
    decimalMark: map.choice('decimalMark', ['.', ','] as const),
    usdPer: rates(map),
    fields: fieldsOf(map),
    lists: map.parts('lists').map(listEntry),
    skip: map.parts('skip').map(rowRule),
    reject: map.parts('reject').map(rowRule),
  }
}

function rates(map: MapPart): Readonly<Record<string, string>> {
  const part = map.raw('usdPer')
  if (part === undefined) return {}
  if (!isRecord(part)) throw map.wrong('usdPer', 'write CAD: "0.7312"')
  return Object.fromEntries(
    Object.entries(part).map(([currency, rate]) => {
      const isRate = typeof rate === 'string' && /^\d{1,9}(?:\.\d{1,12})?$/.test(rate) && Number(rate) > 0
      if (isRate && /^[A-Z]{3}$/.test(currency)) return [currency, rate]
      throw map.wrong(`usdPer."${currency}"`, 'write the rate in quotes, as in CAD: "0.7312"')
    }),
  )
}

function fieldsOf(part: MapPart): readonly (readonly [string, FieldRule])[] {
  const fields = part.raw('fields')
  if (!isRecord(fields) || Object.keys(fields).length === 0) throw part.wrong('fields', 'write <field>: <column>')
  return Object.entries(fields).map(([path, rule]) => {
    const place = `${part.at} fields.${path}`
    if (!isWirePath(path))
      throw inputError(`${part.at} fields."${path}": give a wire name such as items.quantity.`, 'map')
    return [path, fieldRule(rule, place)] as const
  })
}

export function isWirePath(path: string): boolean {
  return /^[A-Za-z][A-Za-z0-9]*(?:\.(?:[A-Za-z_][A-Za-z0-9_]*|\d{1,2}))*$/.test(path) && !path.includes('__')
}

function fieldRule(rule: unknown, place: string): FieldRule {
  if (typeof rule === 'string') return { columns: [rule], as: 'wire' }
  const part = new MapPart(rule, place)
  part.allow('column firstOf joined with value as unit unitColumn currency currencyColumn values'.split(' '))
  const column = part.text('column')
  const joined = part.texts('joined')
  const columns = joined ?? part.texts('firstOf') ?? (column === undefined ? [] : [column])
  const value = part.constant('value')
  if ((columns.length === 0) === (value === undefined))
    throw part.wrong('', 'name a column, firstOf, joined or a value')
  return {
    columns,
    as: part.choice('as', cellTypes) ?? 'wire',
    ...(joined !== undefined && { join: part.text('with') ?? ' ' }),
    ...optional('value', value),
    ...optional('unit', part.choice('unit', weightUnits)),
    ...optional('unitColumn', part.text('unitColumn')),
    ...optional('currency', part.text('currency')),
    ...optional('currencyColumn', part.text('currencyColumn')),
    ...optional('values', part.constants('values')),
  }
}

function listEntry(part: MapPart): ListEntry {
  part.allow(['path', 'needs', 'wholeOrder', 'fields'])
  const path = part.text('path')
  const needs = part.text('needs')
  if (path === undefined || !isWirePath(path)) throw part.wrong('path', 'name a list, such as charges')
  if (needs === undefined) throw part.wrong('needs', 'name the column of its amount')
  return { path, needs, isWholeOrder: part.raw('wholeOrder') === true, fields: fieldsOf(part) }
}

function rowRule(part: MapPart): RowRule {
  part.allow(['column', 'field', 'is', 'isNot', 'isFilled', 'only', 'because'])
  const because = part.text('because')
  if (because === undefined) throw part.wrong('because', 'say why; the answer counts rows by it')
  const [column, field] = [part.text('column'), part.text('field')]
  if ((column === undefined) === (field === undefined)) throw part.wrong('', 'name a column or a field')
  const [is, isNot, isFilled] = [part.texts('is'), part.texts('isNot'), part.raw('isFilled')]
  if ([is, isNot, isFilled].filter((one) => one !== undefined).length !== 1) {
    throw part.wrong('', 'say one of is, isNot and isFilled')
  }
  return {
    because,
    lineOnly: part.choice('only', ['line'] as const) === 'line',
    ...optional('column', column),
    ...optional('field', field),
    ...optional(
      'is',
      is?.map((one) => one.toLowerCase()),
    ),
    ...optional(
      'isNot',
      isNot?.map((one) => one.toLowerCase()),
    ),
    ...(typeof isFilled === 'boolean' && { isFilled }),
  }
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined): { [name in Name]?: Value } {
  const part: { [name in Name]?: Value } = {}
  if (value !== undefined) part[name] = value
  return part
}
