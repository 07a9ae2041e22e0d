import { parse } from 'csv-parse/sync'
import { type ColumnOneRates, noColumnOneRates, packColumnOne } from '../customs/column-one.ts'
import type { CustomsReference } from '../customs/customs-reference.ts'
import { packTariffSchedule, type TariffSchedule } from '../customs/tariff-schedule.ts'
import type { HtsUnit, UnitSize, UnitTable } from '../customs/units.ts'
import type { RulePackProblem } from './rule-pack-error.ts'

/** Paths of the reference lists inside a pack. */
export const referenceFiles = {
  countries: 'ref/iso_countries.csv',
  currencies: 'ref/currencies.csv',
  ports: 'ref/us_port_codes_unverified.csv',
  htsUnits: 'ref/hts_unit_map.csv',
  unitSizes: 'ref/unit_sizes.csv',
  tariffLines: 'hts/lines.csv',
  columnOne: 'hts/column_one.csv',
} as const

interface Reading {
  readonly htsRevision: string
  /** Receives what is wrong with the lists. */
  readonly problems: RulePackProblem[]
}

/** Reads the reference lists of a pack. A list that is missing, empty or malformed becomes a problem. */
export function readReference(texts: ReadonlyMap<string, string>, reading: Reading): CustomsReference {
  const column = (file: string, name: string): string[] =>
    readTable(texts, { file, columns: [name] }, reading).map((row) => row[name] ?? '')
  const ports = readTable(texts, { file: referenceFiles.ports, columns: ['schedule_d_code', 'name'] }, reading)
  return {
    countries: new Set(column(referenceFiles.countries, 'alpha2')),
    currencies: new Set(column(referenceFiles.currencies, 'code')),
    ports: new Map(ports.map((row) => [row['schedule_d_code'] ?? '', row['name'] ?? ''])),
    units: readUnits(texts, reading),
    tariff: readTariff(texts, reading),
  }
}

interface Table {
  readonly file: string
  readonly columns: readonly string[]
}

type Row = Readonly<Record<string, string>>

function readTable(texts: ReadonlyMap<string, string>, { file, columns }: Table, { problems }: Reading): Row[] {
  const text = texts.get(file)
  if (text === undefined) {
    problems.push({ file, reason: 'is missing' })
    return []
  }
  try {
    const rows: string[][] = parse(text)
    const [header = [], ...body] = rows
    const lacking = columns.find((name) => !header.includes(name))
    if (lacking !== undefined) problems.push({ file, at: 'row 1', reason: `column ${lacking} is missing` })
    else if (body.length === 0) problems.push({ file, reason: 'has no rows' })
    return body.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])))
  } catch (error) {
    problems.push({ file, reason: `is not CSV: ${error instanceof Error ? error.message : String(error)}` })
    return []
  }
}

function readUnits(texts: ReadonlyMap<string, string>, reading: Reading): UnitTable {
  const map = readTable(texts, { file: referenceFiles.htsUnits, columns: ['hts_unit', 'unece_rec20'] }, reading)
  const columns = ['system', 'unit', 'dimension', 'numerator', 'denominator']
  const sizes = readTable(texts, { file: referenceFiles.unitSizes, columns }, reading)
  const sizesOf = (system: string): Map<string, UnitSize> =>
    new Map(
      sizes.flatMap((row, index) => {
        const size = row['system'] === system ? unitSize(row, index, reading) : null
        return size === null ? [] : [[row['unit'] ?? '', size]]
      }),
    )
  const htsSizes = sizesOf('hts')
  return {
    uomSizes: sizesOf('uom'),
    htsUnits: new Map(
      map.map((row): [string, HtsUnit] => {
        const unit = row['hts_unit'] ?? ''
        return [unit, { uom: row['unece_rec20'] || null, size: htsSizes.get(unit) ?? null }]
      }),
    ),
  }
}

function unitSize(row: Row, index: number, { problems }: Reading): UnitSize | null {
  const { dimension = '', numerator = '', denominator = '' } = row
  if (dimension !== '' && /^[1-9]\d*$/.test(numerator) && /^[1-9]\d*$/.test(denominator)) {
    return { dimension, numerator: BigInt(numerator), denominator: BigInt(denominator) }
  }
  const reason = `${row['unit']} needs a dimension and two whole numbers over 0`
  problems.push({ file: referenceFiles.unitSizes, at: `row ${index + 2}`, reason })
  return null
}

/** The largest table: two columns without quotes, so that lines are cut by hand (23,304 in about 10 ms). */
function readTariff(texts: ReadonlyMap<string, string>, reading: Reading): TariffSchedule {
  const { htsRevision, problems } = reading
  const file = referenceFiles.tariffLines
  const text = texts.get(file)
  if (text === undefined) problems.push({ file, reason: 'is missing' })
  const rows = (text ?? '').trimEnd().split('\n').slice(1).map(cutRow)
  if (text !== undefined && rows.length === 0) problems.push({ file, reason: 'has no rows' })
  try {
    return packTariffSchedule(htsRevision, rows, readColumnOne(texts, reading))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    problems.push({ file, reason: error.message })
    return packTariffSchedule(htsRevision, [])
  }
}

function readColumnOne(texts: ReadonlyMap<string, string>, { problems }: Reading): ColumnOneRates {
  const file = referenceFiles.columnOne
  const text = texts.get(file)
  if (text === undefined) problems.push({ file, reason: 'is missing' })
  const rows = (text ?? '').trimEnd().split('\n').slice(1)
  if (text !== undefined && rows.length === 0) problems.push({ file, reason: 'has no rows' })
  try {
    return packColumnOne(
      rows.map((row) => {
        const [digits = '', general = '', usmca = ''] = row.split(',')
        return [digits, general, usmca]
      }),
    )
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    problems.push({ file, reason: error.message })
    return noColumnOneRates
  }
}

function cutRow(row: string): readonly [string, string] {
  const comma = row.indexOf(',')
  return comma === -1 ? [row, ''] : [row.slice(0, comma), row.slice(comma + 1)]
}
