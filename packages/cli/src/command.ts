import type { EntryGo } from '@entrygo/sdk'
import type { ExitCode } from './exit-codes.ts'
import type { Flags } from './flags.ts'
import type { Output } from './output.ts'
import type { Settings } from './settings.ts'
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
  readonly load: () => Promise<{ readonly run: RunCommand }>
}

export interface CommandContext {
  readonly terminal: Terminal
  readonly flags: Flags
  readonly output: Output
  /** Reads flags, environment and, if they leave something open, the configuration files; once. */
  settings(): Promise<Settings>
  /** A client for the configured server and key; throws without a key. */
  connect(): Promise<EntryGo>
  /** The idempotency key of this run: the given one, or a fresh one that stays the same until the end. */
  key(): string
}

export type RunCommand = (context: CommandContext) => Promise<ExitCode>
