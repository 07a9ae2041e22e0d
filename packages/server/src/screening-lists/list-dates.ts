import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isDate } from '../domain/rules/record-reader.ts'
import type { LoadedList } from '../domain/screening/party-screening.ts'
import type { ListFile } from './csv-rows.ts'
import { ScreeningListError } from './screening-list-error.ts'

/** File in which an operator may say of which day the lists are: `{"sdn.csv": "2026-11-20"}`. */
export const datesFile = 'lists.json'

export type ListDates = Readonly<Record<string, string>>

/** The dates of `lists.json`, which may name files of the folder alone. */
export function readListDates(folder: string, files: readonly string[]): ListDates {
  if (!files.includes(datesFile)) return {}
  const dates: Record<string, string> = {}
  for (const [file, date] of Object.entries(readObject(folder))) {
    if (!files.includes(file)) throw new ScreeningListError({ file: datesFile }, `there is no file ${file}`)
    if (typeof date !== 'string' || !isDate(date))
      throw new ScreeningListError({ file: datesFile }, `the date of ${file} must be written YYYY-MM-DD`)
    dates[file] = date
  }
  return dates
}

/** None of the formats states its date, so it is that of `lists.json`, else the day (UTC) the file was last changed. */
export function dateOf({ folder, file }: ListFile, dates: ListDates): Pick<LoadedList, 'date' | 'datedBy'> {
  const stated = dates[file]
  if (stated !== undefined) return { date: stated, datedBy: 'lists.json' }
  return { date: statSync(join(folder, file)).mtime.toISOString().slice(0, 10), datedBy: 'the file' }
}

function readObject(folder: string): object {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(join(folder, datesFile), 'utf8'))
  } catch (error) {
    throw new ScreeningListError({ file: datesFile }, `is no JSON (${String(error)})`)
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new ScreeningListError({ file: datesFile }, 'must be an object of dates by file name')
}
