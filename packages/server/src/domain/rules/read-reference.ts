import { packColumnOne } from '../customs/column-one.ts'
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
  const [header = [], ...body] = cutCsv(text)
  const lacking = columns.find((name) => !header.includes(name))
  if (lacking !== undefined) problems.push({ file, line: 1, reason: `column ${lacking} is missing` })
  else if (body.length === 0) problems.push({ file, reason: 'has no rows' })
  for (const [index, cells] of body.entries()) {
    if (cells.length === header.length) continue
    problems.push({ file, line: index + 2, reason: `has ${cells.length} cells instead of ${header.length}` })
  }
  return body.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])))
}

/** Rows of a small table; a cell in quotes may hold commas and doubled quotes, and no cell holds a line break. */
function cutCsv(text: string): string[][] {
  const lines = text.trimEnd().replaceAll('\r\n', '\n').split('\n')
  return lines.map((line) => (line.includes('"') ? cutQuoted(line) : line.split(',')))
}

function cutQuoted(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
    ({ 1: quoted, 2: plain = '' }) => quoted?.replaceAll('""', '"') ?? plain,
  )
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
  problems.push({ file: referenceFiles.unitSizes, line: index + 2, reason })
  return null
}

function readTariff(texts: ReadonlyMap<string, string>, reading: Reading): TariffSchedule {
  const columnOne = readDigits(texts, referenceFiles.columnOne, { pack: packColumnOne, reading })
  const pack = (text: string): TariffSchedule => packTariffSchedule(reading.htsRevision, text, columnOne)
  return readDigits(texts, referenceFiles.tariffLines, { pack, reading })
}

interface Packing<Packed> {
  /** Throws a RangeError "row 3: …" for a row that cannot be packed. */
  readonly pack: (text: string) => Packed
  readonly reading: Reading
}

function readDigits<Packed>(
  texts: ReadonlyMap<string, string>,
  file: string,
  { pack, reading: { problems } }: Packing<Packed>,
): Packed {
  const text = texts.get(file)
  if (text === undefined) problems.push({ file, reason: 'is missing' })
  else if (!text.trimEnd().includes('\n')) problems.push({ file, reason: 'has no rows' })
  try {
    return pack(text ?? '')
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const [, row, reason] = /^row (\d+): (.*)$/.exec(error.message) ?? []
    problems.push({ file, ...(row === undefined ? {} : { line: Number(row) }), reason: reason ?? error.message })
    return pack('')
  }
}
