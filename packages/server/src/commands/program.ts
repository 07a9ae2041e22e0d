import { Command, CommanderError } from 'commander'
import { RulePackError } from '../domain/rules/rule-pack-error.ts'
import { ScreeningListError } from '../screening-lists/screening-list-error.ts'
import { SettingsError, settingNames } from '../settings.ts'
import { StoreRefusal, type StoreRefusalCode } from '../storage/store-refusal.ts'
import { addBackupCommand } from './backup.ts'
import { createKey, listKeys, revokeKey } from './keys.ts'
import { addQuarantineCommands } from './quarantine.ts'
import { addRestoreCommand } from './restore.ts'
import type { StartOptions } from './settings-of.ts'
import { addSubmissionCommands } from './submissions.ts'
import { UsageError } from './usage-error.ts'

/**
 * Runs `entrygo-server …` and answers its exit code: 0 ok, 1 failed, 2 usage, settings or rule pack, 7 the store refuses. With
 * `--json` standard output holds one JSON document, also for a failure.
 */
export async function runServerCommand(args: readonly string[]): Promise<number> {
  const isJson = args.includes('--json')
  try {
    await program().parseAsync([...args], { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    const { exitCode, ...failure } = failureOf(error)
    if (isJson) process.stdout.write(`${JSON.stringify({ error: { ...failure, exitCode } })}\n`)
    else if (!(error instanceof CommanderError)) process.stderr.write(`${failure.message}\n`)
    return exitCode
  }
}

function program(): Command {
  const root = new Command('entrygo-server')
    .description('The EntryGo server. Settings are read from the environment:')
    .addHelpText('after', `\nEnvironment:\n${environmentHelp()}`)
    .exitOverride()
  root
    .command('start')
    .description('serve until SIGTERM or SIGINT')
    .option('--host <address>', 'address to listen on')
    .option('--port <number>', 'port, 0 for any')
    .option('--data-dir <folder>', 'folder of the database')
    .option('--rule-pack <folder>', 'folder of a rule pack (the shipped one)')
    .option('--screening-lists <folder>', 'folder of lists of restricted parties')
    .option('--allow-loopback-http', 'send also to this machine itself, by plain http: for development alone')
    .option('--quarantine', 'send and execute nothing until "quarantine lift": for a database that was copied by hand')
    .option('--json', 'print one JSON line when the server listens')
    .action(start)
  const keys = root.command('keys').description('API keys of the accounts')
  keys
    .command('create')
    .description('make a key and show it this once')
    .option('--account <id>', 'account of the key')
    .option('--new-account', 'make an account for the key')
    .requiredOption('--scopes <list>', 'scopes, separated by commas: sync, plan, execute, approve, read, admin')
    .option('--live', 'a key for real work (eg_live_)')
    .option('--test', 'a key for tests (eg_test_)')
    .option('--data-dir <folder>', 'folder of the database')
    .option('--json', 'print JSON')
    .action(createKey)
  keys
    .command('list')
    .description('list keys; none is shown in full')
    .option('--account <id>', 'only keys of this account')
    .option('--data-dir <folder>', 'folder of the database')
    .option('--json', 'print JSON')
    .action(listKeys)
  keys
    .command('revoke')
    .description('end a key; a running server notices within a second')
    .argument('<key-id>', 'key_… as shown by list')
    .option('--data-dir <folder>', 'folder of the database')
    .option('--json', 'print JSON')
    .action(revokeKey)
  addSubmissionCommands(root)
  addBackupCommand(root)
  addRestoreCommand(root)
  addQuarantineCommands(root)
  return root
}

/** Of the commands this one alone needs a whole server. */
async function start(options: StartOptions): Promise<void> {
  const { serve } = await import('./start.ts')
  await serve(options)
}

function environmentHelp(): string {
  return settingNames.map(([name, meaning]) => `  ENTRYGO_SERVER_${name.padEnd(36)} ${meaning}`).join('\n')
}

/** What the caller can mend: the command line, the environment, the rule pack, the screening lists. */
const usageErrors = [CommanderError, UsageError, SettingsError, RulePackError, ScreeningListError]

function failureOf(error: unknown): { code?: StoreRefusalCode; message: string; exitCode: number } {
  const message = error instanceof Error ? error.message : String(error)
  if (usageErrors.some((kind) => error instanceof kind)) return { exitCode: 2, message }
  return error instanceof StoreRefusal ? { code: error.code, message, exitCode: 7 } : { message, exitCode: 1 }
}
