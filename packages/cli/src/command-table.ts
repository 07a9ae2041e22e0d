import type { CommandSpec, OptionSpec } from './command.ts'

/** Flags that every command takes. */
export const globalOptions: readonly OptionSpec[] = [
  { flag: '--json', about: 'one JSON document on stdout, for success and for every failure' },
  { flag: '--format <format>', about: 'table (default) or json', choices: ['table', 'json'] },
]

export const commandTable: readonly CommandSpec[] = [
  {
    name: 'dev',
    about: 'Run a local server with example data and a mail catcher, until it is stopped.',
    options: [
      { flag: '--port <port>', about: 'port to listen on; 0 takes a free one (default 4010)' },
      { flag: '--data <dir>', about: 'folder that keeps the data and the key (default .entrygo/dev)' },
    ],
    exitCodes: [0, 1, 2, 130],
    examples: ['entrygo dev', 'entrygo dev --port 0 --data /tmp/trial --json'],
    load: () => import('./commands/dev.ts'),
  },
]
