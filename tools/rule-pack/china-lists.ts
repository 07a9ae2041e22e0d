import type { Confidence } from '@entrygo/sdk/contract'
import type { ListRow } from './code-list-text.ts'
import type { Row } from './raw-files.ts'

interface ChinaList {
  readonly from?: string
  readonly confidence: Confidence
  readonly citation: string
}

/**
 * What is known of each list, beyond its rows. The raw table has no dates: those here are printed in the heading texts
 * of the HTS 2026 Rev 10 (9903.91.01 to .14, 9903.92.10). Where none is printed, none is claimed. A list is H where all
 * its rows agree with the footnotes of that revision.
 */
const chinaLists: Readonly<Record<string, ChinaList>> = {
  '1': footnoted('U.S. note 20(b)'),
  '2': footnoted('U.S. note 20(d)'),
  '3': partlyFootnoted('U.S. note 20(f)'),
  '3_addl': footnoted('U.S. note 20(g)'),
  '4A': partlyFootnoted('U.S. note 20(s)'),
  '4B': { confidence: 'M', citation: 'U.S. note 20(u); rows from one third-party table' },
  biden_25: { ...footnoted('U.S. note 31(b)'), from: '2024-09-27' },
  biden_50: { ...footnoted('U.S. note 31(c)'), from: '2024-09-27' },
  biden_100: { ...footnoted('U.S. note 31(d)'), from: '2024-09-27' },
  biden_50_jan25: { ...footnoted('U.S. note 31(f)'), from: '2025-01-01' },
  biden_25_jan25: { ...footnoted('U.S. note 31(j)'), from: '2025-01-01' },
  biden_jan26: { ...footnoted('U.S. note 31(g) to (i)'), from: '2026-01-01' },
  cranes_301: { ...partlyFootnoted('9903.92.10'), from: '2024-09-27' },
  note31_chassis: { ...partlyFootnoted('U.S. note 31(k)'), from: '2026-11-10' },
  note31_cranes: { ...partlyFootnoted('9903.91.14'), from: '2026-11-10' },
}

function footnoted(where: string): ChinaList {
  return { confidence: 'H', citation: `${where}; rows agree with the footnotes of HTS 2026 Rev 10` }
}

function partlyFootnoted(where: string): ChinaList {
  return { confidence: 'M', citation: `${where}; rows from one third-party table` }
}

/** The one row of 9903.91.xx that the footnotes of HTS 2026 Rev 10 do not confirm. */
const unconfirmedPrefix = '63079098'

export function chinaRows(rows: readonly Row[]): ListRow[] {
  return rows.map((row): ListRow => {
    const list = row['list'] ?? ''
    const prefix = row['hts8'] ?? ''
    const known = chinaLists[list]
    if (known === undefined) throw new Error(`There is no citation for the China list ${list}.`)
    const isUnconfirmed = prefix === unconfirmedPrefix && list.startsWith('biden')
    return {
      list: `301:${list}`,
      prefix,
      origins: 'CN',
      value: row['ch99_code'] ?? '',
      ...known,
      ...(isUnconfirmed ? { ...partlyFootnoted('U.S. note 31'), confidence: 'M' } : {}),
    }
  })
}

/** Exclusions whose window the HTS 2026 Rev 10 prints and that ran in 2026; both through 2026-11-09. */
const exclusionWindows: Readonly<Record<string, { readonly from: string; readonly citation: string }>> = {
  '9903.88.69': { from: '2024-06-15', citation: 'U.S. note 20(vvv); 9903.88.69 through 2026-11-09' },
  '9903.88.70': { from: '2024-01-01', citation: 'U.S. note 20(www); 9903.88.70 through 2026-11-09' },
}

/** Exclusions are of articles, not of numbers: a row says that a number has one, not that the goods are it. */
export function chinaExclusionRows(rows: readonly Row[]): ListRow[] {
  return rows.flatMap((row): ListRow[] => {
    const heading = row['ch99_code'] ?? ''
    const window = exclusionWindows[heading]
    if (window === undefined) return []
    return [
      {
        list: '301:excluded',
        prefix: row['hts10'] ?? '',
        origins: 'CN',
        value: heading,
        to: '2026-11-10',
        confidence: 'M',
        ...window,
      },
    ]
  })
}
