import type { ListEntry } from '../domain/screening/screening-list.ts'
import { countryCode } from './country-codes.ts'
import { type ListFile, plainRows } from './csv-rows.ts'
import { ScreeningListError } from './screening-list-error.ts'
import { identifiersInRemarks } from './stated-identifiers.ts'

/** The files of the OFAC list of specially designated nationals; names and addresses are joined by the first column. */
export interface SdnFiles {
  readonly sdn: ListFile
  readonly alt: ListFile | null
  readonly add: ListFile | null
}

export async function readSdn({ sdn, alt, add }: SdnFiles): Promise<ListEntry[]> {
  const entries = await readEntries(sdn)
  if (alt !== null) {
    for await (const { line, cells } of plainRows(alt, 5)) {
      const [id = '', , , name = ''] = cells
      const entry = entryOf(entries, { file: alt.file, line, id })
      if (name === '') throw new ScreeningListError({ file: alt.file, line }, 'the alternate name (cell 4) is empty')
      entry?.aliases.push(name)
    }
  }
  if (add !== null) {
    for await (const { line, cells } of plainRows(add, 6)) {
      const [id = '', , street = '', city = '', countryName = ''] = cells
      const entry = entryOf(entries, { file: add.file, line, id })
      const country = countryCode(countryName)
      if (entry === null) continue
      if (street !== '' && city !== '') entry.addresses.push({ text: `${street}, ${city}`, country })
      if (country !== null && !entry.countries.includes(country)) entry.countries.push(country)
    }
  }
  return [...entries.values()].flatMap((entry) => entry ?? [])
}

/** An entry to which the other files add. */
interface OpenEntry extends ListEntry {
  readonly aliases: string[]
  readonly countries: string[]
  readonly addresses: { readonly text: string; readonly country: string | null }[]
}

/** By number; null for a vessel or an aircraft, to which the other files have rows too. */
type Entries = Map<string, OpenEntry | null>

async function readEntries({ folder, file }: ListFile): Promise<Entries> {
  const entries: Entries = new Map()
  for await (const { line, cells } of plainRows({ folder, file }, 12)) {
    const [id = '', name = '', type = '', programs = ''] = cells
    if (!/^\d+$/.test(id)) throw new ScreeningListError({ file, line }, `the number (cell 1) is "${id}"`)
    if (name === '') throw new ScreeningListError({ file, line }, 'the name (cell 2) is empty')
    if (entries.has(id)) throw new ScreeningListError({ file, line }, `the number ${id} stands there twice`)
    const isParty = !/vessel|aircraft/i.test(type)
    entries.set(id, isParty ? openEntry({ id, name, programs, remarks: cells[11] ?? '' }) : null)
  }
  return entries
}

interface SdnRow {
  readonly id: string
  readonly name: string
  readonly programs: string
  readonly remarks: string
}

function openEntry({ id, name, programs, remarks }: SdnRow): OpenEntry {
  return {
    id,
    source: null,
    name,
    aliases: [],
    // Several programmes are written as `PROG1] [PROG2`.
    programs: programs.split(/[\][]/).flatMap((program) => program.trim() || []),
    countries: [],
    identifiers: identifiersInRemarks(remarks),
    addresses: [],
  }
}

function entryOf(entries: Entries, { file, line, id }: { file: string; line: number; id: string }): OpenEntry | null {
  const entry = entries.get(id)
  if (entry === undefined)
    throw new ScreeningListError({ file, line }, `the number "${id}" is not in sdn.csv: take all files from one day`)
  return entry
}
