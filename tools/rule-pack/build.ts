// Makes the tables of a rule pack from the raw customs data: node --conditions=entrygo-src tools/rule-pack/build.ts RAW_FOLDER
// rules.json, pack.json, ref/unit_sizes.csv and SOURCES.md are written by hand and left alone.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { shippedRulePackFolder } from '../../packages/server/src/rule-pack-files.ts'
import { activeCurrencies } from './currencies.ts'

interface RawFile {
  readonly path: string
  readonly sha256: string
}

/** The raw files that this pack was made from; another content is refused, so that SOURCES.md stays true. */
const rawFiles = {
  tariff: {
    path: 'hts/hts_2026_rev_10_lines.csv.gz',
    sha256: 'd78399e1f4fe1b0441b9fb75c86231693e734b31734e42004067906310a74f13',
  },
  countries: {
    path: 'ref/iso_countries.csv',
    sha256: 'b5cbc62b4a8af88d0a1b85cebbd61bd1fbd9cd8ca336f7af64088fc9b3eb08e5',
  },
  htsUnits: {
    path: 'ref/hts_unit_map.csv',
    sha256: 'b4a70bed8db633f719009d9748f20bf05fe4f9ffceb9aa6563651d76d9a49e33',
  },
  ports: {
    path: 'ref/us_port_codes_unverified.csv',
    sha256: '1af957cfdc4a4c4c9855bad3c46ab0c843957e94c82f01bd7a84581a6a3202ac',
  },
} satisfies Record<string, RawFile>

/** Ports of Canada that the raw list numbers like ports of entry; goods cannot enter the United States there. */
const foreignPorts: ReadonlySet<string> = new Set(['0000', '0001', '6001'])

buildRulePack(process.argv[2])

function buildRulePack(rawFolder: string | undefined): void {
  if (rawFolder === undefined) throw new Error('Name the folder of the raw customs data.')
  buildTariff(rawRows(rawFolder, rawFiles.tariff))
  const countries = rawRows(rawFolder, rawFiles.countries)
  writeTable('ref/iso_countries.csv', ['alpha2', 'name_en'], countries)
  writeTable('ref/currencies.csv', ['code', 'basis'], activeCurrencies(countries))
  writeTable('ref/hts_unit_map.csv', ['hts_unit', 'unece_rec20', 'meaning'], rawRows(rawFolder, rawFiles.htsUnits))
  const ports = rawRows(rawFolder, rawFiles.ports).filter((row) => !foreignPorts.has(row['schedule_d_code'] ?? ''))
  writeTable('ref/us_port_codes_unverified.csv', ['schedule_d_code', 'name'], ports)
}

type Row = Readonly<Record<string, string>>

/** Units apart from rates and descriptions: a plan reads the first, only a look-up reads the others. */
function buildTariff(rows: readonly Row[]): void {
  const lines = rows.toSorted((a, b) => Number(a['hts']?.padEnd(10, '0')) - Number(b['hts']?.padEnd(10, '0')))
  const units = lines.map((row) => `${row['hts']},${row['units']}`)
  writeCompressed('hts/lines.csv.gz', `${['hts,units', ...units].join('\n')}\n`)
  writeCompressed('hts/rates.csv.gz', csvText(['hts', 'general', 'special', 'other'], lines))
  writeCompressed('hts/descriptions.csv.gz', csvText(['hts', 'description_path'], lines))
}

function rawRows(folder: string, { path, sha256 }: RawFile): Row[] {
  const bytes = readFileSync(join(folder, path))
  const actual = createHash('sha256').update(bytes).digest('hex')
  if (actual !== sha256) throw new Error(`${path} has SHA-256 ${actual}, but the pack is made from ${sha256}.`)
  const rows: Row[] = parse(path.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true, bom: true })
  return rows
}

function writeTable(path: string, columns: readonly string[], rows: readonly Row[]): void {
  write(path, csvText(columns, rows))
}

function writeCompressed(path: string, text: string): void {
  write(path, gzipSync(text, { level: 9 }))
}

function write(path: string, content: string | Uint8Array): void {
  const file = join(shippedRulePackFolder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

/** RFC 4180 with LF. */
function csvText(columns: readonly string[], rows: readonly Row[]): string {
  const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const body = rows.map((row) => columns.map((column) => cell(row[column] ?? '')).join(','))
  return `${[columns.join(','), ...body].join('\n')}\n`
}
