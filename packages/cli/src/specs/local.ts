import type { CommandSpec } from '../command.ts'
import { account, broker, policy, warehouse } from './options.ts'

/** What concerns this machine. */
export const localSpecs: readonly CommandSpec[] = [
  {
    name: 'init',
    about: 'Write entrygo.config.json after checking the key; the key gets a file of its own.',
    options: [account, warehouse, broker, { flag: '--force', about: 'replace the file' }],
    exitCodes: [0, 1, 2, 4, 7, 10, 130],
    examples: ['entrygo init --base-url http://127.0.0.1:4010 --api-key-file - < key.txt'],
    load: () => import('../commands/init.ts'),
  },
  {
    name: 'dev',
    about: 'Run a local server with example data and a mail catcher, until it is stopped.',
    options: [
      { flag: '--port <port>', about: 'port to listen on; 0 takes a free one (default 4010)' },
      { flag: '--data <dir>', about: 'folder for data and key (default .entrygo/dev)' },
      { flag: '--screening-lists <dir>', about: 'folder of lists of restricted parties (default none)' },
      { flag: '--faults <spec>', about: 'failures to rehearse, such as smtp:cut-after-dot*1, or a file of them' },
    ],
    exitCodes: [0, 1, 2, 130],
    examples: ['entrygo dev', 'entrygo dev --port 0 --data trial --json'],
    load: () => import('../commands/dev.ts'),
  },
  ...(['show', 'explain'] as const).map(
    (name): CommandSpec => ({
      name: `config ${name}`,
      about: name === 'show' ? 'Show the settings as commands see them.' : 'Show where each setting comes from.',
      options: [
        account,
        warehouse,
        broker,
        { flag: '--product-id <id>', about: 'prod_… (ENTRYGO_PRODUCT_ID)' },
        policy,
      ],
      exitCodes: [0, 1, 2],
      examples: [`entrygo config ${name} --json`],
      load: () =>
        import('../commands/config.ts').then(({ runShow, runExplain }) => ({
          run: name === 'show' ? runShow : runExplain,
        })),
    }),
  ),
  {
    name: 'config set',
    about: 'Write one setting into entrygo.config.json.',
    arguments: [
      { name: '<name>', about: 'baseUrl, accountId, warehouseId, brokerId, productId, policyFile or apiKeyFile' },
      { name: '<value>', about: 'the value' },
    ],
    options: [{ flag: '--user', about: "into the user's configuration instead" }],
    exitCodes: [0, 1, 2],
    examples: ['entrygo config set warehouseId wh_…'],
    load: () => import('../commands/config.ts').then(({ runSet }) => ({ run: runSet })),
  },
  {
    name: 'exit-codes',
    about: 'Show the exit codes and the error codes that lead to them.',
    options: [],
    exitCodes: [0, 1, 2],
    examples: ['entrygo exit-codes --json'],
    load: () => import('../commands/exit-codes.ts'),
  },
]
