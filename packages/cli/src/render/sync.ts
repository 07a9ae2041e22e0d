import type { Style } from './style.ts'
import { clip, count, table, usd } from './text.ts'

export interface ShownSync {
  readonly data: readonly {
    readonly id: string
    readonly externalId: string
    readonly created: boolean
    readonly totalValueUsd?: number
    readonly lineCount?: number
  }[]
  readonly created: number
  readonly updated: number
}

/** So many are listed: who wants all of them asks for JSON. */
const shownRecords = 20

/** How many were new and how many changed, and the ids that planning needs. */
export function renderSync(noun: string, { data, created, updated }: ShownSync, style: Style): string {
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
  const rows = data
    .slice(0, shownRecords)
    .map((record) => [
      clip(record.externalId, 20),
      record.id,
      record.created ? 'new' : 'updated',
      ...(hasValue ? [String(record.lineCount ?? ''), usd(record.totalValueUsd ?? 0)] : []),
    ])
  const more = data.length - shownRecords
  return [
    `${style.good('Synced')} ${count(data.length, noun)}: ${created} new, ${updated} updated`,
    ...table(head, rows).map((line) => `  ${line}`),
    ...(more > 0 ? [`  and ${more} more; --json has them all`] : []),
  ].join('\n')
}
