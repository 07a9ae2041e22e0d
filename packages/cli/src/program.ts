import type { CommandContext, CommandSpec } from './command.ts'
import type { ExitCode } from './exit-codes.ts'
import { readFlags } from './flags.ts'
import { createOutput, type Format, formats } from './output.ts'
import { parse } from './parse.ts'
import type { Terminal } from './terminal.ts'

/** Runs one command line and answers its exit code. Never throws; only the module of the command that runs is loaded. */
export async function runProgram(terminal: Terminal): Promise<ExitCode> {
  const output = createOutput(terminal, formatOf(terminal.argv))
  try {
    const parsed = parse(terminal.argv)
    if ('text' in parsed) {
      await output.tell({ data: parsed.data }, parsed.text)
      return 0
    }
    const { spec, values, given } = parsed
    const context = contextOf(terminal, { flags: readFlags(values, given), output })
    return await runCommand(spec, context)
  } catch (error) {
    return await output.fail(error)
  }
}

/** The format is asked for by flag alone, and known before the flags are parsed: a usage error has to be in it as well. */
function formatOf(argv: readonly string[]): Format {
  const end = argv.indexOf('--')
  const flags = end < 0 ? argv : argv.slice(0, end)
  if (flags.includes('--json')) return 'json'
  const named = flags.map((flag, index) => (flag === '--format' ? flags[index + 1] : /^--format=(.*)$/.exec(flag)?.[1]))
  return formats.find((format) => named.includes(format)) ?? 'table'
}

async function runCommand(spec: CommandSpec, context: CommandContext): Promise<ExitCode> {
  try {
    const { run } = await spec.load()
    return await run(context)
  } catch (error) {
    const { afterFailure } = await import('./after-failure.ts')
    throw afterFailure(error, context)
  }
}

function contextOf(terminal: Terminal, { flags, output }: Pick<CommandContext, 'flags' | 'output'>): CommandContext {
  const settings = once(async () => {
    const { readSettings } = await import('./settings.ts')
    return readSettings(terminal, flags)
  })
  const connect = once(async () => {
    const { connectWith } = await import('./client.ts')
    return connectWith(await settings(), { terminal, flags })
  })
  let key = flags.text('idempotencyKey')
  const freshKey = (): string => {
    key ??= `cli_${crypto.randomUUID()}`
    return key
  }
  return { terminal, flags, output, settings, connect, key: freshKey }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
