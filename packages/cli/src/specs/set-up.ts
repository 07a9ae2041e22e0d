import type { CommandSpec } from '../command.ts'
import { account, bulk, file, input, key, map, reads, writes } from './options.ts'

/** The records that planning looks at. */
export const setUpSpecs: readonly CommandSpec[] = [
  ...(['products', 'warehouses', 'brokers'] as const).map(
    (noun): CommandSpec => ({
      name: `${noun} sync`,
      about: `Send ${noun}; sent again they are updated.`,
      arguments: [file],
      options: [account, input, map, ...bulk, key],
      exitCodes: writes,
      examples: [`entrygo ${noun} sync ${noun}.yaml`],
      output: 'RecordsSynced',
      load: () => import('../commands/sync.ts').then((module) => ({ run: module[setUpRuns[noun]] })),
    }),
  ),
  {
    name: 'account show',
    about: 'Show the importer profile of the account.',
    options: [],
    exitCodes: reads,
    examples: ['entrygo account show --json'],
    output: 'AccountProfile',
    load: () => import('../commands/account.ts').then(({ runShow }) => ({ run: runShow })),
  },
  {
    name: 'account set',
    about: 'Replace the importer profile by the one in the file.',
    arguments: [{ name: '<file>', about: 'JSON or YAML; - for stdin' }],
    options: [account, input, key],
    exitCodes: writes,
    examples: ['entrygo account set profile.yaml'],
    output: 'AccountProfile',
    load: () => import('../commands/account.ts').then(({ runSet }) => ({ run: runSet })),
  },
]

const setUpRuns = { products: 'runProducts', warehouses: 'runWarehouses', brokers: 'runBrokers' } as const
