import type { CommandSpec } from '../command.ts'
import { account, bulk, file, input, key, productsFrom, shopExport, writes } from './options.ts'

/** Making demand visible. */
export const syncSpecs: readonly CommandSpec[] = [
  {
    name: 'sync',
    about: 'Send orders; sent again they are updated.',
    arguments: [file],
    options: [
      account,
      { flag: '--product-id <id>', about: 'prod_… for lines that name none (ENTRYGO_PRODUCT_ID)' },
      productsFrom,
      input,
      ...shopExport,
      ...bulk,
      key,
    ],
    exitCodes: writes,
    examples: [
      'entrygo sync orders.json --json > synced.json',
      'cat orders.csv | entrygo sync - --input-format csv',
      'entrygo sync orders_export.csv --map shopify-orders --rejected rejected.csv',
    ],
    output: 'OrdersSynced',
    load: () => import('../commands/sync.ts'),
  },
  {
    name: 'maps list',
    about: 'List the column maps that come with this command.',
    options: [],
    exitCodes: [0, 1, 2],
    examples: ['entrygo maps list'],
    output: 'ColumnMaps',
    load: () => import('../commands/maps.ts').then(({ runList }) => ({ run: runList })),
  },
  {
    name: 'maps show',
    about: 'Print a column map, to copy and to edit.',
    arguments: [{ name: '<map>', about: 'a name of maps list, or a file, which is checked' }],
    options: [],
    exitCodes: [0, 1, 2],
    examples: ['entrygo maps show shopify-orders > mine.yaml'],
    output: 'ColumnMap',
    load: () => import('../commands/maps.ts').then(({ runShow }) => ({ run: runShow })),
  },
]
