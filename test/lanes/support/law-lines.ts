import { commandTable } from '../../../packages/cli/src/command-line/command-table.ts'
import { remoteCommands } from '../../../packages/cli/src/testing/remote-commands.ts'

/** A command line that gets as far as its command does when everything is well. */
export interface LawLine {
  readonly argv: readonly string[]
  /** It asks a server: what that answers decides how the run ends. */
  readonly isRemote: boolean
  /** It serves until a signal ends it. */
  readonly isServing?: true
}

const offline: readonly (readonly string[])[] = [
  ['maps', 'list'],
  ['maps', 'show', 'shopify-orders'],
  ['plan', 'show', 'plan.json'],
  ['plan', 'diff', 'plan.json', 'plan.json'],
  ['plan', '--plan', 'plan.json', '--explain', '#1'],
  ['pending'],
  ['resume'],
  ['lint', 'orders.json'],
  ['verify', 'plan.json'],
  ['hts', 'search', 'hat'],
  ['hts', 'show', '6505'],
  ['config', 'show'],
  ['config', 'explain'],
  ['config', 'set', 'warehouseId', 'wh_1'],
  ['exit-codes'],
  ['doctor'],
  ['schema'],
  ['schema', 'plan', 'diff'],
  ['schema', '--man'],
  ['completion', 'bash'],
  ['doctor'],
  ['conformance', '--list', '--only', 'IDEM'],
  ['logout'],
  ['conformance', '--list'],
]

const serving: readonly (readonly string[])[] = [
  ['dev', '--port', '99999'],
  ['mcp', '--http', '0', '--token-file', 'token.txt'],
]

/** At least one line of every command of the table. */
export const lawLines: readonly LawLine[] = [
  ...remoteCommands.map((argv) => ({ argv, isRemote: true })),
  ...[['inspect', 'batch_1', '--watch'], ['login'], ['resume', '--all'], ['plan', 'diff', 'batch_1', 'batch_2']].map(
    (argv) => ({ argv, isRemote: argv[0] !== 'resume' }),
  ),
  ...offline.map((argv) => ({ argv, isRemote: false })),
  ...serving.map((argv) => ({ argv, isRemote: false, isServing: true as const })),
]

/** Commands of the table that no line stands for. */
export function commandsWithoutLine(): string[] {
  const lines = lawLines.map(({ argv }) => argv.join(' '))
  const isNamed = (name: string): boolean => lines.some((line) => line === name || line.startsWith(`${name} `))
  return commandTable.map(({ name }) => name).filter((name) => !isNamed(name))
}
