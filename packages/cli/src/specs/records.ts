import type { CommandSpec } from '../command.ts'
import { reads } from './options.ts'

/** What was synced, read back: nobody needs a database to find an id again. */
export const recordSpecs: readonly CommandSpec[] = [
  ...specsOf({ noun: 'orders', one: 'order', schema: 'Order', id: 'ord_…', externalId: 'WEB-100234' }),
  ...specsOf({ noun: 'products', one: 'product', schema: 'Product', id: 'prod_…', externalId: 'BOOK-A5-10' }),
  ...specsOf({ noun: 'warehouses', one: 'warehouse', schema: 'Warehouse', id: 'wh_…', externalId: 'YYZ-1' }),
  ...specsOf({ noun: 'brokers', one: 'broker', schema: 'Broker', id: 'br_…', externalId: 'BROKER-1' }),
]

interface Kind {
  readonly noun: 'orders' | 'products' | 'warehouses' | 'brokers'
  readonly one: string
  readonly schema: string
  readonly id: string
  readonly externalId: string
}

function specsOf({ noun, one, schema, id, externalId }: Kind): CommandSpec[] {
  return [
    {
      name: `${noun} list`,
      about: `List ${noun}, newest first: one page, all of them, or those of your own ids.`,
      options: [
        { flag: '--external-id <id>', about: 'only these, repeated, up to 100', isRepeated: true },
        { flag: '--limit <count>', about: '1 to 100' },
        { flag: '--cursor <cursor>', about: 'next_cursor of the page before' },
        { flag: '--all', about: 'every page, as it comes (--json: NDJSON)' },
      ],
      exitCodes: reads,
      examples: [`entrygo ${noun} list --external-id ${externalId} --json`, `entrygo ${noun} list --all`],
      output: [`${schema}List`, 'RecordsListed'],
      streams: '--all',
      load: () => import('../commands/records.ts').then(({ runListOf }) => ({ run: runListOf(noun) })),
    },
    {
      name: `${noun} show`,
      about: `Show one ${one} as it is stored.`,
      arguments: [{ name: '[id]', about: id }],
      options: [{ flag: '--external-id <id>', about: 'your own id of it, instead' }],
      exitCodes: reads,
      examples: [`entrygo ${noun} show ${id}`, `entrygo ${noun} show --external-id ${externalId}`],
      output: `Stored${schema}`,
      load: () => import('../commands/records.ts').then(({ runShowOf }) => ({ run: runShowOf(noun) })),
    },
  ]
}
