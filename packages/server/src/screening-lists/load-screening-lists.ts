import { readdirSync } from 'node:fs'
import type { PartyScreening } from '../domain/screening/party-screening.ts'
import { screenParties } from '../domain/screening/screen-parties.ts'
import type { ScreeningList } from '../domain/screening/screening-list.ts'
import type { ListFile } from './csv-rows.ts'
import { readConsolidated, readForcedLabor } from './header-files.ts'
import { dateOf, datesFile, readListDates } from './list-dates.ts'
import { ScreeningListError } from './screening-list-error.ts'
import { readSdn } from './sdn-files.ts'

/**
 * Reads and indexes the screening lists of a folder. Throws a {@link ScreeningListError} that names the file, the line
 * and what is wrong, so that a server never starts on half a list.
 */
export async function loadPartyScreening(folder: string): Promise<PartyScreening> {
  return screenParties(await readScreeningLists(folder))
}

export async function readScreeningLists(folder: string): Promise<ScreeningList[]> {
  const files = listFolder(folder)
  const dates = readListDates(folder, files)
  const at = (file: string): ListFile | null => (files.includes(file) ? { folder, file } : null)
  const lists: ScreeningList[] = []
  const add = async (
    from: ListFile | null,
    list: Pick<ScreeningList, 'title' | 'purpose'>,
    read: Read,
  ): Promise<void> => {
    if (from === null) return
    const entries = await read(from)
    if (entries.length === 0) throw new ScreeningListError({ file: from.file }, 'has no entries')
    lists.push({ ...list, file: from.file, ...dateOf(from, dates), entries })
  }
  const [alt, addresses] = [at('alt.csv'), at('add.csv')]
  const restricted = 'restricted parties'
  await add(at('sdn.csv'), { title: 'OFAC SDN list', purpose: restricted }, (sdn) =>
    readSdn({ sdn, alt, add: addresses }),
  )
  await add(at('consolidated.csv'), { title: 'Consolidated Screening List', purpose: restricted }, readConsolidated)
  await add(at('uflpa.csv'), { title: 'UFLPA Entity List', purpose: 'forced labor' }, readForcedLabor)
  return lists
}

type Read = (from: ListFile) => Promise<ScreeningList['entries']>

const known: readonly string[] = ['sdn.csv', 'alt.csv', 'add.csv', 'consolidated.csv', 'uflpa.csv', datesFile]

/** A name that is not known is refused: it may be a list that the operator believes to be loaded. */
function listFolder(folder: string): string[] {
  const files = namesIn(folder)
  const unknown = files.find((file) => /\.(?:csv|json)$/i.test(file) && !known.includes(file))
  if (unknown !== undefined)
    throw new ScreeningListError({ file: unknown }, `is not a name that is read; these are: ${known.join(', ')}`)
  const lists = files.filter((file) => known.includes(file) && file !== datesFile)
  if (lists.length === 0)
    throw new ScreeningListError(
      { file: folder },
      'the folder holds no list; put one of sdn.csv, consolidated.csv, uflpa.csv there',
    )
  const joined = lists.find((file) => file === 'alt.csv' || file === 'add.csv')
  if (joined !== undefined && !lists.includes('sdn.csv'))
    throw new ScreeningListError({ file: joined }, 'belongs to sdn.csv, which is not there')
  return files
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    throw new ScreeningListError({ file: folder }, `the folder cannot be read (${String(error)})`)
  }
}
