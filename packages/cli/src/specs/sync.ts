import type { CommandSpec } from '../command.ts'
import { account, file, input, key, writes } from './options.ts'

/** Making demand visible. */
export const syncSpecs: readonly CommandSpec[] = [
  {
    name: 'sync',
    about: 'Send orders; sent again they are updated.',
    arguments: [file],
    options: [
      account,
      { flag: '--product-id <id>', about: 'prod_… for lines that name none (ENTRYGO_PRODUCT_ID)' },
      input,
      key,
    ],
    exitCodes: writes,
    examples: ['entrygo sync orders.json --json > synced.json', 'cat orders.csv | entrygo sync - --input-format csv'],
    load: () => import('../commands/sync.ts'),
  },
]
