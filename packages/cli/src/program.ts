import type { CommandContext, CommandSpec } from './command.ts'
import { type Flags, readFlags } from './command-line/flags.ts'
import type { Invocation, Told } from './command-line/parse.ts'
import { quickParse } from './command-line/quick-parse.ts'
import type { ExitCode } from './exit-codes.ts'
import type { JournaledRun } from './journal/journaled-run.ts'
import { createOutput, type Format, formats, type Output } from './output.ts'
import type { Terminal } from './terminal.ts'

/** Runs one command line and answers its exit code. Never throws; only the module of the command that runs is loaded. */
export async function runProgram(terminal: Terminal): Promise<ExitCode> {
  const output = createOutput(terminal, formatOf(terminal.argv))
  try {
    const parsed = (await quickParse(terminal.argv)) ?? (await parseWithHelp(terminal.argv))
    if ('text' in parsed) {
      await output.tell({ data: parsed.data }, parsed.text)
      return 0
    }
    const { spec, values, given } = parsed
    const flags = readFlags(values, given)
    const run = (world: Terminal, told: Output): Promise<ExitCode> =>
      runCommand(spec, contextOf(world, { flags, output: told, line: parsed }))
    if (!isWatched(flags)) return await run(terminal, output)
    const { watchRun } = await import('./watch/watch-run.ts')
    return await watchRun(terminal, { spec, flags, output, run })
  } catch (error) {
    return await output.fail(error)
  }
}

/** Somebody wants to hear of it beside the answer; nothing of that is loaded for anybody else. */
function isWatched(flags: Flags): boolean {
  return flags.isSet('debug') || flags.isSet('github') || flags.text('har') !== undefined
}

/** The format is asked for by flag alone, and known before the flags are parsed: a usage error has to be in it as well. */
function formatOf(argv: readonly string[]): Format {
  const end = argv.indexOf('--')
  const flags = end < 0 ? argv : argv.slice(0, end)
  if (flags.includes('--json')) return 'json'
  const named = flags.map((flag, index) => (flag === '--format' ? flags[index + 1] : /^--format=(.*)$/.exec(flag)?.[1]))
  return formats.find((format) => named.includes(format)) ?? 'table'
}

async function parseWithHelp(argv: readonly string[]): Promise<Invocation | Told> {
  const { parse } = await import('./command-line/parse.ts')
  return parse(argv)
}

async function allCommands(): Promise<readonly CommandSpec[]> {
  const { commandTable } = await import('./command-line/command-table.ts')
  return commandTable
}

async function runCommand(spec: CommandSpec, context: CommandContext): Promise<ExitCode> {
  try {
    const { run } = await spec.load()
    const exitCode = await run(context)
    // Only now: whoever loses the answer to a crash gets it again by the same command.
    await context.begun()?.finish()
    return exitCode
  } catch (error) {
    const { afterFailure } = await import('./after-failure.ts')
    throw await afterFailure(error, context)
  }
}

interface Parts extends Pick<CommandContext, 'flags' | 'output'> {
  readonly line: Invocation
}

function contextOf(terminal: Terminal, { flags, output, line }: Parts): CommandContext {
  const settings = once(async () => {
    const { readSettings } = await import('./settings/settings.ts')
    return readSettings(terminal, flags)
  })
  let isConnected = false
  const connect = once(async () => {
    isConnected = true
    const { connectWith } = await import('./client.ts')
    return connectWith(await settings(), { terminal, flags })
  })
  let more: unknown
  let begun: JournaledRun | undefined
  const begin = once(async () => {
    const { beginRun } = await import('./journal/begin-run.ts')
    begun = await beginRun(line, { context: { terminal, flags, output, settings, connect }, more })
    return begun
  })
  const journal: CommandContext['journal'] = (added) => {
    more ??= added
    return begin()
  }
  let dry = flags.text('idempotencyKey')
  return {
    ...{ runLine: runProgram, commands: allCommands, terminal, flags, output, settings, connect, journal },
    key: async (added) => (await journal(added)).key,
    begun: () => begun,
    isConnected: () => isConnected,
    dryKey: () => {
      dry ??= `cli_${crypto.randomUUID()}`
      return dry
    },
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
