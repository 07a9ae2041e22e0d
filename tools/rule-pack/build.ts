// Makes the tables of a rule pack from the raw customs data: node --conditions=entrygo-src tools/rule-pack/build.ts RAW_FOLDER
// What is written by hand is left alone: pack.json, rules, trade, agencies.json, ref/unit_sizes.csv and SOURCES.md.
import { chinaExclusionRows, chinaRows } from './china-lists.ts'
import { codeListText, type ListRow } from './code-list-text.ts'
import { columnOneRows } from './column-one.ts'
import { activeCurrencies } from './currencies.ts'
import { writeHtsIndexFile } from './hts-index.ts'
import { csvText, writeTable, writeText } from './pack-writer.ts'
import { type Row, rawFiles, rawRows } from './raw-files.ts'
import {
  brazilRows,
  canadaRows,
  dutyOrderRows,
  forcedLaborRows,
  metalsRows,
  otherActionRows,
  polysiliconRows,
} from './trade-lists.ts'

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
  buildLists(rawFolder)
}

function buildLists(rawFolder: string): void {
  const isListed = prefixTest(rawRows(rawFolder, rawFiles.tariff))
  const write = (path: string, rows: readonly ListRow[]): void => {
    const unknown = rows.find((row) => !isListed(row.prefix))
    if (unknown !== undefined) throw new Error(`${path}: no tariff line starts with ${unknown.prefix}.`)
    writeText(path, codeListText(rows))
  }
  const otherActions = rawRows(rawFolder, rawFiles.otherActions)
  const others = otherActionRows(otherActions)
  const china = chinaRows(rawRows(rawFolder, rawFiles.china))
  write('lists/section-232-metals.csv', metalsRows(rawRows(rawFolder, rawFiles.metals)))
  write(
    'lists/section-232-other.csv',
    others.filter(({ list }) => list !== '41'),
  )
  write(
    'lists/section-201.csv',
    others.filter(({ list }) => list === '41'),
  )
  write('lists/section-338.csv', canadaRows(rawRows(rawFolder, rawFiles.canada)))
  write(
    'lists/section-301-china.csv.gz',
    china.filter(({ prefix }) => isListed(prefix)),
  )
  // Numbers that died before this revision cannot be on a line; they are kept beside the lists to show what was left out.
  writeText('ref/section-301-china-not-in-hts.csv', codeListText(china.filter(({ prefix }) => !isListed(prefix))))
  write('lists/section-301-china-exclusions.csv', chinaExclusionRows(rawRows(rawFolder, rawFiles.chinaExclusions)))
  write('lists/section-301-brazil.csv', brazilRows(rawRows(rawFolder, rawFiles.brazil)))
  write('lists/section-301-forced-labor.csv', forcedLaborRows(rawRows(rawFolder, rawFiles.forcedLabor)))
  write('lists/polysilicon.csv', polysiliconRows())
  write('lists/ad-cvd.csv', dutyOrderRows(otherActions))
}

/** Whether a tariff line starts with these digits. */
function prefixTest(tariff: readonly Row[]): (prefix: string) => boolean {
  const prefixes = new Set(
    tariff.flatMap(({ hts = '' }) => Array.from({ length: hts.length - 1 }, (_, index) => hts.slice(0, index + 2))),
  )
  return (prefix) => prefixes.has(prefix)
}

/** Units apart from rates and descriptions: a plan reads the first, only a look-up reads the others. */
function buildTariff(rows: readonly Row[]): void {
  const lines = rows.toSorted((a, b) => Number(a['hts']?.padEnd(10, '0')) - Number(b['hts']?.padEnd(10, '0')))
  const units = lines.map((row) => `${row['hts']},${row['units']}`)
  writeText('hts/lines.csv.gz', `${['hts,units', ...units].join('\n')}\n`)
  writeText('hts/rates.csv.gz', csvText(['hts', 'general', 'special', 'other'], lines))
  writeText('hts/descriptions.csv.gz', csvText(['hts', 'description_path'], lines))
  writeText('hts/column_one.csv.gz', `${['hts,general,usmca', ...columnOneRows(lines)].join('\n')}\n`)
  writeHtsIndexFile()
}
