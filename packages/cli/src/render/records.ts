import type { StoredBroker, StoredOrder, StoredProduct, StoredWarehouse } from '@entrygo/sdk/contract'
import { renderNext, type ShownCommand } from './command-line.ts'
import type { Style } from './style.ts'
import { type Column, clip, table, usd } from './text.ts'

/** What is synced, by the plural that names its commands. */
export type RecordNoun = 'orders' | 'products' | 'warehouses' | 'brokers'

export type ShownRecord = StoredOrder | StoredProduct | StoredWarehouse | StoredBroker

/** One line a record, newest first as the server sends them. */
export function renderRecords(
  noun: RecordNoun,
  records: readonly ShownRecord[],
  {
    style,
    next,
    isFiltered,
  }: { readonly style: Style; readonly next: readonly ShownCommand[]; readonly isFiltered: boolean },
): string {
  if (records.length === 0) return isFiltered ? `None of these ${noun} is stored.` : `No ${noun} yet.`
  return [renderRecordLines(noun, records, { style, isFirst: true }), ...renderNext(next, style)].join('\n')
}

/** The lines of one page of many: columns are as wide on every page, and the first one alone has titles. */
export function renderRecordLines(
  noun: RecordNoun,
  records: readonly ShownRecord[],
  { style, isFirst }: { readonly style: Style; readonly isFirst: boolean },
): string {
  const [title = '', ...lines] = table(heads[noun], records.map(cellsOf))
  if (records.length === 0) return isFirst ? `No ${noun} are stored.` : ''
  return (isFirst ? [style.bold(title), ...lines] : lines).join('\n')
}

/** A title is as wide as its column may become. */
function column(title: string, width: number, align: 'left' | 'right' = 'left'): Column {
  return { title: align === 'left' ? title.padEnd(width) : title.padStart(width), align }
}

const widths = { id: 31, external: 22 } as const

const heads: Readonly<Record<RecordNoun, readonly Column[]>> = {
  orders: [
    column('Order', widths.id),
    column('External id', widths.external),
    column('Lines', 5, 'right'),
    column('Value', 14, 'right'),
  ],
  products: [
    column('Product', widths.id),
    column('External id', widths.external),
    column('HTSUS', 10),
    column('Origin', 6),
  ],
  warehouses: [
    column('Warehouse', widths.id),
    column('External id', widths.external),
    column('Country', 7),
    column('Port', 4),
    column('Told by', 7),
  ],
  brokers: [column('Broker', widths.id), column('External id', 16), column('Name', 14), column('Sent by', 12)],
}

function cellsOf(record: ShownRecord): string[] {
  const { id, externalId } = record
  const names = [id, clip(externalId, widths.external)]
  if ('items' in record) return [...names, String(record.lineCount), usd(record.totalValueUsd)]
  if ('sku' in record) return [...names, record.htsCode ?? '–', record.countryOfOrigin ?? '–']
  if ('submission' in record) return [id, clip(externalId, 16), clip(record.name, 14), record.submission.type]
  return [...names, record.address.country ?? '–', record.portOfEntry ?? '–', record.notification?.channel ?? 'none']
}
