import type { ListRow } from './code-list-text.ts'
import type { Row } from './raw-files.ts'

/**
 * US note 16(c)(i) to (xi): the text of Rev 6 was compared row by row; the moves of Proc 11032 come second-hand. Rows that
 * the raw table ends with the lower totals, on 2027-12-31, go on: the goods stay under the duty, at other rates.
 */
export function metalsRows(rows: readonly Row[]): ListRow[] {
  return rows.flatMap((row): ListRow[] => {
    const isNoteText = row['source']?.startsWith('HTSUS ch.99 subch.III US note 16(c)') ?? false
    const ofTable: ListRow = {
      ...listed(row),
      value: row['metal'] ?? '',
      confidence: isNoteText ? 'H' : 'M',
      citation: isNoteText
        ? `U.S. note ${row['list']}; 2026 Rev 6; Proc 11021`
        : `Proc 11032; U.S. note ${row['list']}, by the Budget Lab's table`,
    }
    if (ofTable.to !== endOfTotals) return [ofTable]
    const after = { from: endOfTotals, to: '', citation: 'Proc 11021 cl. 7; Proc 11032 cl. 3(a)' }
    return [ofTable, { ...ofTable, ...after }]
  })
}

const endOfTotals = '2028-01-01'

/** The lists of `other_trade_action_lists.csv` under sections 232 and 201. */
export function otherActionRows(rows: readonly Row[]): ListRow[] {
  return rows.map((row): ListRow => {
    const list = row['list'] ?? ''
    const isNoteText = /^3[3789]\(/.test(list)
    return {
      ...listed(row),
      confidence: isNoteText ? 'H' : 'M',
      citation: `${noteOf(list)}${isNoteText ? '; 2026 Rev 6' : `; ${proclamationOf(list)}, by one third-party table`}`,
    }
  })
}

/** Section 338: duty rows name their heading, ban rows have none. One third-party source for all of them. */
export function canadaRows(rows: readonly Row[]): ListRow[] {
  return rows.map(
    (row): ListRow => ({
      ...listed(row),
      origins: 'CA',
      value: row['ch99_heading'] ?? '',
      confidence: 'M',
      citation: `${row['citation']}; list from one third-party source`,
    }),
  )
}

/** Numbers that 9903.05.01 leaves out; the raw table has no dates, so the rows begin with the action. */
export function brazilRows(rows: readonly Row[]): ListRow[] {
  return rows.map(
    (row): ListRow => ({
      list: '301-brazil:exempt',
      prefix: row['hts8'] ?? '',
      origins: 'BR',
      from: '2026-07-22',
      confidence: 'M',
      citation: 'U.S. note 50; list from one third-party table',
    }),
  )
}

/** Only the unconditional rows of chapters 84 to 97 are known: a number that is missing here may be exempt too. */
export function forcedLaborRows(rows: readonly Row[]): ListRow[] {
  return rows.map(
    (row): ListRow => ({
      list: '301-fl:exempt',
      prefix: row['hts_prefix'] ?? '',
      value: row['heading'] ?? '',
      from: '2026-07-24',
      confidence: 'M',
      citation: 'U.S. note 52; unconditional rows of chapters 84 to 97 of the annex; by one third-party table',
    }),
  )
}

/** The annex of the proclamation was not obtained; these numbers are what the words of its text suggest. */
export function polysiliconRows(): ListRow[] {
  return ['280461', '3818', '854142', '854143'].map(
    (prefix): ListRow => ({
      list: 'polysilicon',
      prefix,
      from: '2026-12-04',
      confidence: 'L',
      citation: 'Proc of 2026-08-06; its annex was not obtained and the codes are general knowledge',
    }),
  )
}

/** No table of orders is shipped. The one known pair: softwood lumber of Canada, by the prefixes of note 37(b). */
export function dutyOrderRows(rows: readonly Row[]): ListRow[] {
  return rows
    .filter((row) => row['list'] === '37(b)' && row['hts_prefix']?.startsWith('4407'))
    .map(
      (row): ListRow => ({
        list: 'ad-cvd',
        prefix: row['hts_prefix'] ?? '',
        origins: 'CA',
        value: 'A-122-857 C-122-858',
        confidence: 'M',
        citation: '19 USC 1671 and 1673; softwood lumber of Canada; the scope text controls',
      }),
    )
}

function listed(row: Row): Pick<ListRow, 'list' | 'prefix' | 'from' | 'to'> {
  return {
    list: row['list'] ?? '',
    prefix: row['hts_prefix'] ?? '',
    from: row['effective_from'] ?? '',
    to: row['effective_to'] ?? '',
  }
}

function noteOf(list: string): string {
  return `U.S. note ${list.replace(/-(aircraft|docking)$/, '')}`
}

function proclamationOf(list: string): string {
  if (list.startsWith('40')) return 'Proc 11020'
  if (list.startsWith('43')) return 'Proc of 2026-08-13'
  return 'Proc 11051'
}
