import type { Confidence } from '@entrygo/sdk/contract'
import { codeListColumns } from '../../packages/server/src/domain/lists/read-code-lists.ts'

/** One row of a list as the build makes it; a date that is not known is empty. */
export interface ListRow {
  readonly list: string
  readonly prefix: string
  readonly origins?: string
  readonly value?: string
  readonly from?: string
  readonly to?: string
  readonly confidence: Confidence
  readonly citation: string
}

/** The day on which this pack learned all of its lists. */
const recordedAt = '2026-11-21'

/** The text of a file in `lists/`: sorted by list, prefix and date, so that two builds differ only where the law does. */
export function codeListText(rows: readonly ListRow[]): string {
  const lines = rows.map((row) => {
    const { list, prefix, origins = '', value = '', from = '', to = '', confidence, citation } = row
    const cells = [list, prefix, origins, value, from, to, recordedAt, confidence, citation.replaceAll(',', ';')]
    return cells.join(',')
  })
  return `${[codeListColumns, ...lines.toSorted()].join('\n')}\n`
}
