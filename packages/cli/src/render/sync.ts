import type { Style } from './style.ts'
import { clip, count, plain, table, usd, wrap } from './text.ts'

export interface ShownSync {
  /** The first records. */
  readonly data: readonly {
    readonly id: string
    readonly externalId: string
    readonly created: boolean
    readonly totalValueUsd?: number
    readonly lineCount?: number
  }[]
  readonly count: number
  readonly created: number
  readonly updated: number
  readonly alreadySynced: number
  readonly rejected: number
  /** Where rejected input is. */
  readonly file: string | undefined
  readonly skipped: readonly {
    readonly because: string
    readonly records: number
    readonly lines: number
    readonly externalIds: readonly string[]
  }[]
}

/** How many were new and how many changed, the ids that planning needs, and what was left out and why. */
export function renderSync(noun: string, shown: ShownSync, style: Style): string {
  const { count: all, created, updated, alreadySynced, data } = shown
  const before = alreadySynced > 0 ? ` (${alreadySynced} of them before the interruption)` : ''
  const more = all - alreadySynced - data.length
  return [
    `${style.good('Synced')} ${count(all, noun)}: ${created} new, ${updated} updated${before}`,
    ...recordRows(shown),
    ...(more > 0 ? [`  and ${more} more; --json has them all`] : []),
    ...shown.skipped.flatMap((one) => skippedLines(noun, one)),
    ...rejectedLines(noun, shown, style),
  ].join('\n')
}

function recordRows({ data }: ShownSync): string[] {
  if (data.length === 0) return []
  const hasValue = data.some(({ totalValueUsd }) => totalValueUsd !== undefined)
  const head = [
    { title: 'Your id' },
    { title: 'EntryGo id' },
    { title: '' },
    ...(hasValue
      ? [
          { title: 'Lines', align: 'right' as const },
          { title: 'Value', align: 'right' as const },
        ]
      : []),
  ]
  const rows = data.map((record) => [
    clip(record.externalId, 20),
    record.id,
    record.created ? 'new' : 'updated',
    ...(hasValue ? [String(record.lineCount ?? ''), usd(record.totalValueUsd ?? 0)] : []),
  ])
  return table(head, rows).map((line) => `  ${line}`)
}

function skippedLines(noun: string, { because, records, lines, externalIds }: ShownSync['skipped'][number]): string[] {
  const what = [...(records > 0 ? [count(records, noun)] : []), ...(lines > 0 ? [count(lines, 'line')] : [])].join(
    ' and ',
  )
  const ids =
    externalIds.length === 0
      ? ''
      : ` (${externalIds.map(plain).join(', ')}${records > externalIds.length ? ', …' : ''})`
  return wrap(`Skipped ${what}: ${because}${ids}`, '  ')
}

function rejectedLines(noun: string, { rejected, file }: ShownSync, style: Style): string[] {
  if (rejected === 0) return []
  return [`${style.bad('Rejected')} ${count(rejected, noun)}: see ${plain(file ?? '')}, whose first column says why`]
}
