import type { ExportList } from '@entrygo/sdk/contract'
import { renderNext, type ShownCommand } from './command-line.ts'
import type { Style } from './style.ts'
import { table } from './text.ts'

/** One line an export, newest first as the server sends them. */
export function renderExports(
  { data }: ExportList,
  {
    style,
    next,
    isFiltered,
  }: { readonly style: Style; readonly next: readonly ShownCommand[]; readonly isFiltered: boolean },
): string {
  if (data.length === 0) return isFiltered ? 'No export is in that state.' : 'No exports yet: `entrygo plan` makes one.'
  const head = [
    { title: 'Export' },
    { title: 'Created' },
    { title: 'Orders', align: 'right' as const },
    { title: 'State' },
  ]
  const rows = data.map(({ exportId, created_at, order_count, state }) => [
    exportId,
    created_at.slice(0, 10),
    String(order_count),
    state,
  ])
  const [title = '', ...lines] = table(head, rows)
  return [style.bold(title), ...lines, ...renderNext(next, style)].join('\n')
}
