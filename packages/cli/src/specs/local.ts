import type { CommandSpec } from '../command.ts'
import { account, broker, policy, warehouse } from './options.ts'

/** What concerns this machine. */
export const localSpecs: readonly CommandSpec[] = [
  {
    name: 'init',
    about: 'Set up from nothing to a first plan of a sample order; executes nothing.',
    options: [
      account,
      warehouse,
      broker,
      { flag: '--product-id <id>', about: 'prod_… of the sample order (ENTRYGO_PRODUCT_ID)' },
      { flag: '--sample', about: 'take what there is, and make sample records for the rest' },
      { flag: '--no-plan', about: 'write the configuration alone' },
      { flag: '--force', about: 'replace files that are there' },
    ],
    exitCodes: [0, 1, 2, 3, 4, 7, 9, 10, 130],
    examples: [
      'entrygo init',
      'entrygo init --sample --no-input',
      'entrygo init --base-url http://127.0.0.1:4010 --api-key-file - --no-plan < key.txt',
    ],
    output: 'SetUp',
    load: () => import('../commands/init.ts'),
  },
  {
    name: 'login',
    about: 'Keep a key for all projects of this user (0600), once the server has accepted it.',
    options: [],
    exitCodes: [0, 1, 2, 4, 7, 10, 130],
    examples: ['entrygo login --base-url https://api.entrygo.example --api-key-file - < key.txt'],
    output: 'LoggedIn',
    load: () => import('../commands/login.ts').then(({ runLogin }) => ({ run: runLogin })),
  },
  {
    name: 'logout',
    about: 'Remove the key that login has kept.',
    options: [],
    exitCodes: [0, 1, 2],
    examples: ['entrygo logout'],
    output: 'LoggedOut',
    load: () => import('../commands/login.ts').then(({ runLogout }) => ({ run: runLogout })),
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
    output: 'DevServer',
    load: () => import('../commands/dev.ts'),
  },
  {
    name: 'mcp',
    about: 'Serve the protocol to an agent as tools, over stdio or on loopback; the gate stays yours.',
    options: [
      account,
      warehouse,
      broker,
      policy,
      {
        flag: '--http [port]',
        about: 'streamable HTTP on 127.0.0.1 instead of stdio (default port 4020; 0 a free one)',
      },
      { flag: '--token-file <file>', about: 'token that HTTP clients send (default: a new one, told on stderr)' },
      { flag: '--local', about: 'work with `entrygo dev`, by the key in its folder' },
      { flag: '--data <dir>', about: 'folder of `entrygo dev`, with --local (default .entrygo/dev)' },
      {
        flag: '--offer <what>',
        about: 'offer more to the agent: set-up (warehouses, brokers), duplicate-risk',
        isRepeated: true,
        choices: ['set-up', 'duplicate-risk'],
      },
    ],
    exitCodes: [0, 1, 2, 4, 130],
    examples: ['entrygo mcp --local', 'entrygo mcp --policy entrygo.policy.yaml', 'entrygo mcp --http 4020'],
    output: 'McpServer',
    load: () => import('../commands/mcp.ts'),
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
      output: name === 'show' ? 'SettingValues' : 'SettingOrigins',
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
    output: 'SettingWritten',
    load: () => import('../commands/config.ts').then(({ runSet }) => ({ run: runSet })),
  },
  {
    name: 'exit-codes',
    about: 'Show the exit codes and the error codes that lead to them.',
    options: [],
    exitCodes: [0, 1, 2],
    examples: ['entrygo exit-codes --json'],
    output: 'ExitCodeTable',
    load: () => import('../commands/exit-codes.ts'),
  },
]
