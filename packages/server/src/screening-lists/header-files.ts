import type { ListEntry } from '../domain/screening/screening-list.ts'
import { countryCode } from './country-codes.ts'
import { type ListFile, type NamedRow, namedRows } from './csv-rows.ts'
import { ScreeningListError } from './screening-list-error.ts'
import { identifiersInIds, identifiersInRemarks } from './stated-identifiers.ts'

/** Reads the Consolidated Screening List; several values in one cell are separated by semicolons. */
export async function readConsolidated(from: ListFile): Promise<ListEntry[]> {
  const entries: ListEntry[] = []
  for await (const row of namedRows(from, ['source', 'name'])) {
    const name = nameOf(row, from.file)
    if (/vessel|aircraft/i.test(row.cell('type'))) continue
    const addresses = listOf(row.cell('addresses')).map((text) => ({ text, country: lastCountry(text) }))
    entries.push({
      id: row.cell('entity_number') || null,
      source: row.cell('source') || null,
      name,
      aliases: listOf(row.cell('alt_names')),
      programs: listOf(row.cell('programs')),
      countries: [...new Set(addresses.flatMap(({ country }) => country ?? []))],
      identifiers: [...identifiersInIds(row.cell('ids')), ...identifiersInRemarks(row.cell('remarks'))],
      addresses,
    })
  }
  return entries
}

/** Reads a list of entities under the Uyghur Forced Labor Prevention Act: name, aliases, country. */
export async function readForcedLabor(from: ListFile): Promise<ListEntry[]> {
  const entries: ListEntry[] = []
  for await (const row of namedRows(from, ['name', 'aliases', 'country'])) {
    const name = nameOf(row, from.file)
    const stated = row.cell('country')
    const country = countryCode(stated)
    if (stated !== '' && country === null)
      throw new ScreeningListError({ file: from.file, line: row.line }, `"${stated}" is no country`)
    entries.push({
      ...{ id: null, source: null, name, aliases: listOf(row.cell('aliases')), programs: [] },
      ...{ countries: country === null ? [] : [country], identifiers: [], addresses: [] },
    })
  }
  return entries
}

function nameOf(row: NamedRow, file: string): string {
  const name = row.cell('name')
  if (name === '') throw new ScreeningListError({ file, line: row.line }, 'the name is empty')
  return name
}

function listOf(cell: string): string[] {
  return cell.split(';').flatMap((text) => text.trim() || [])
}

/** An address ends with the code of its country. */
function lastCountry(address: string): string | null {
  return countryCode(address.split(',').at(-1) ?? '')
}
