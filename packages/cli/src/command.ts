import type { EntryGo } from '@entrygo/sdk'
import type { Flags } from './command-line/flags.ts'
import type { ExitCode } from './exit-codes.ts'
import type { JournaledRun } from './journal/journaled-run.ts'
import type { Output } from './output.ts'
import type { Settings } from './settings/settings.ts'
import type { Terminal } from './terminal.ts'

/** One flag, as help shows it and as the parser reads it. */
export interface OptionSpec {
  /** `--order-id <id>`; without a value in angle brackets it is a switch. */
  readonly flag: string
  readonly about: string
  readonly isRepeated?: boolean
  readonly isRequired?: boolean
  readonly choices?: readonly string[]
}

export interface ArgumentSpec {
  /** `<file>` or, when it may be left out, `[file]`. */
  readonly name: string
  readonly about: string
  readonly choices?: readonly string[]
}

/** One command: what help, the parser and the tests know about it before its module is loaded. */
export interface CommandSpec {
  /** `exports list` is the command `list` in the group `exports`. */
  readonly name: string
  readonly about: string
  readonly arguments?: readonly ArgumentSpec[]
  readonly options: readonly OptionSpec[]
  readonly exitCodes: readonly ExitCode[]
  readonly examples: readonly string[]
  /** The schema of the answer's `data`, of the contract or of schema/local-outputs.ts; several where a flag decides. */
  readonly output?: string | readonly string[]
  /** It sends what changes records, though it takes no key itself. */
  readonly isWrite?: true
  /** It prints a line for each event: always, or with this flag. */
  readonly streams?: true | string
  readonly load: () => Promise<{ readonly run: RunCommand }>
}

export interface CommandContext {
  /** Every command there is; read when asked for, as most commands know of no other. */
  commands(): Promise<readonly CommandSpec[]>
  readonly terminal: Terminal
  readonly flags: Flags
  readonly output: Output
  /** Reads flags, environment and, if they leave something open, the configuration files; once. */
  settings(): Promise<Settings>
  /** A client for the configured server and key; throws without a key. */
  connect(): Promise<EntryGo>
  /**
   * The run of this command line in the journal, begun with the first call: before the first byte of a write is sent.
   * `more` is what the requests are made of beside flags, files and settings, such as what a person typed.
   */
  journal(more?: unknown): Promise<JournaledRun>
  /** The idempotency key of that run. */
  key(more?: unknown): Promise<string>
  /** A server was or is about to be asked. */
  isConnected(): boolean
  /** That run, if it was begun. */
  begun(): JournaledRun | undefined
  /** Runs another command line in this process, as `resume` does. */
  runLine(terminal: Terminal): Promise<ExitCode>
  /** The key of a request that leaves nothing behind, such as a dry run: no journal has it. */
  dryKey(): string
}

export type RunCommand = (context: CommandContext) => Promise<ExitCode>
