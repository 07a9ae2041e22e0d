import { inputError } from '../errors.ts'
import type { ColumnMap, FieldRule, WeightUnit } from './column-map.ts'
import { countryCode } from './countries.ts'
import { cellKind } from './csv-cell.ts'
import { type DecimalMark, decimalFrom, decimalText, readDecimal, times } from './exact-decimal.ts'

/** A filled cell, what is said about it beside it, and where it stands (`orders.csv row 12, column Weight`), in words. */
export interface MappedCell {
  readonly text: string
  readonly at: () => string
  /** The field that it becomes: `items.netWeightKg`. */
  readonly path: string
  readonly unit: string | undefined
  readonly currency: string | undefined
}

/** The value of a field. Throws an input error that names the place, the text and the remedy; nothing is guessed. */
export function mappedValue(
  cell: MappedCell,
  rule: FieldRule,
  map: Pick<ColumnMap, 'decimalMark' | 'usdPer'>,
): string | number | boolean {
  const text = withoutApostrophe(cell.text, rule)
  const meant = rule.values?.[text.toLowerCase()]
  if (meant !== undefined) return meant
  const one = { ...cell, text }
  if (rule.as === 'text' || rule.as === 'code') return oneLine(text)
  if (rule.as === 'country') return country(one)
  if (rule.as === 'date') return date(one)
  if (rule.as === 'weight') return weight(one, map.decimalMark)
  if (rule.as === 'decimal') return decimal(one, map.decimalMark)
  if (rule.as === 'usd' || /Usd$/.test(cell.path)) return usd(one, map)
  return wireValue(one, map.decimalMark)
}

/**
 * Spreadsheets keep a text that looks like a number by an apostrophe in front. Before anything else it may belong to
 * the text: `'t Hooft` is a name.
 */
function withoutApostrophe(text: string, { as }: FieldRule): string {
  return (as === 'code' ? /^'/ : /^'(?=[\d+=@-])/).test(text) ? text.slice(1).trim() : text
}

/** Texts of the wire have one line; an address in quotes may have several. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ', ').replaceAll('\t', ' ')
}

function country({ text, at, path }: MappedCell): string {
  const code = countryCode(text)
  if (code !== undefined) return code
  throw inputError(`${at()} is "${text}": give a country of ISO 3166 by its two letters or its English name.`, path)
}

/** Only a year in front is unmistakable. The day is the one that is written, in whatever zone the shop is. */
function date({ text, at, path }: MappedCell): string {
  const [day] = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(text) ?? []
  if (day !== undefined) return day
  throw inputError(`${at()} is "${text}": give a date as YYYY-MM-DD.`, path)
}

function decimal({ text, at, path }: MappedCell, mark: DecimalMark | undefined): string {
  const number = readDecimal(text, mark)
  if (number !== undefined) return decimalText(number, 20)
  throw inputError(`${at()} is "${text}": ${numberRemedy(mark)}`, path)
}

function numberRemedy(mark: DecimalMark | undefined): string {
  const example = mark === ',' ? '1234,50' : '1234.50'
  return `give a plain number such as ${example}${mark === undefined ? ', or name the decimalMark in the map' : ''}.`
}

const gramsIn: Readonly<Record<WeightUnit, string>> = { g: '1', kg: '1000', lb: '453.59237', oz: '28.349523125' }

const unitNames: Readonly<Record<string, WeightUnit>> = {
  g: 'g',
  gram: 'g',
  grams: 'g',
  kg: 'kg',
  kgs: 'kg',
  lb: 'lb',
  lbs: 'lb',
  pound: 'lb',
  pounds: 'lb',
  oz: 'oz',
  ounce: 'oz',
  ounces: 'oz',
}

/** Into the unit that the field is in (…Kg, …G), by the legal factors of the pound and the ounce, exact to 4 decimals. */
function weight({ text, at, path, unit = '' }: MappedCell, mark: DecimalMark | undefined): string {
  const [, amount = text, written] = /^([^A-Za-z]+?)\s*([A-Za-z]+)\.?$/.exec(text) ?? []
  const from = unitNames[(written ?? unit).toLowerCase()]
  if (from === undefined) {
    throw inputError(
      `${at()} is "${text}" in the unit "${written ?? unit}": give g, kg, lb or oz, here or in the map.`,
      path,
    )
  }
  const number = readDecimal(amount, mark)
  if (number === undefined) throw inputError(`${at()} is "${text}": ${numberRemedy(mark)}`, path)
  const grams = times(number, decimalFrom(gramsIn[from]))
  return decimalText(/Kg$/.test(path) ? { ...grams, scale: grams.scale + 3 } : grams, 4)
}

/** Converted amounts have four decimals, half up; what is in dollars already stays as it is written. */
function usd(cell: MappedCell, { decimalMark, usdPer }: Pick<ColumnMap, 'decimalMark' | 'usdPer'>): number {
  const { text, at, path } = cell
  const { amount, from } = moneyOf(cell, decimalMark)
  const number = readDecimal(amount, decimalMark)
  if (number === undefined) throw inputError(`${at()} is "${text}": ${numberRemedy(decimalMark)}`, path)
  if (from === 'USD') return wireNumber(decimalText(number, 20), cell)
  const rate = Object.hasOwn(usdPer, from) ? usdPer[from] : undefined
  if (rate !== undefined) return wireNumber(decimalText(times(number, decimalFrom(rate)), 4), cell)
  const remedy = `customs values are in US dollars; give your rate by --usd-per ${from}=<rate>.`
  throw inputError(`${at()} is "${text}" in ${from}: ${remedy}`, path)
}

/** A sign names a currency only together with a country: `$` alone is that of twenty. */
function moneyOf(
  { text, at, path, currency }: MappedCell,
  mark: DecimalMark | undefined,
): { amount: string; from: string } {
  const [, before = '', amount = '', after = ''] =
    /^([^\d.,\s-]*)\s*(\d[\d.,\s\u00a0\u202f']*)(?<!\s)\s*([^\d.,\s]*)$/.exec(text) ?? []
  const sign = (before || after).toUpperCase()
  const said = currency === undefined || currency === '' ? undefined : currency.toUpperCase()
  if (amount === '' || (before !== '' && after !== '')) {
    throw inputError(`${at()} is "${text}": ${numberRemedy(mark)}`, path)
  }
  if (sign === '') return { amount, from: said ?? 'USD' }
  if (sign === '$' && said === undefined) {
    throw inputError(`${at()} is "${text}": many currencies have the sign $; name the currency in the map.`, path)
  }
  const from = sign === '$' ? (said ?? '') : sign === 'US$' ? 'USD' : sign
  if (!/^[A-Z]{3}$/.test(from)) throw inputError(`${at()} is "${text}": give the amount without a sign.`, path)
  if (said === undefined || from === said) return { amount, from }
  throw inputError(`${at()} is "${text}", and the currency is ${said}: give one of them.`, path)
}

/** JSON carries a number of at most 15 digits unchanged. */
function wireNumber(plain: string, { text, at, path }: Pick<MappedCell, 'text' | 'at' | 'path'>): number {
  if (plain.replace('.', '').replace(/^0+/, '').length <= 15) return Number(plain)
  throw inputError(`${at()} is "${text}": a number has at most 15 digits.`, path)
}

/** As the contract types the field; a decimal mark of the map holds for its numbers. */
function wireValue({ text, at, path }: MappedCell, mark: DecimalMark | undefined): string | number | boolean {
  const kind = cellKind(path)
  if (kind === 'number') {
    const number = readDecimal(text, mark)
    if (number === undefined) throw inputError(`${at()} is "${text}": ${numberRemedy(mark)}`, path)
    return wireNumber(decimalText(number, 20), { text, at, path })
  }
  if (kind === 'boolean') {
    if (/^(?:true|yes|y|1)$/i.test(text)) return true
    if (/^(?:false|no|n|0)$/i.test(text)) return false
    throw inputError(`${at()} is "${text}": give true or false.`, path)
  }
  return oneLine(text)
}
