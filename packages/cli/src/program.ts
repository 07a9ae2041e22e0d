import { Command, CommanderError, Option } from 'commander'
import type { CommandContext, CommandSpec, OptionSpec } from './command.ts'
import { commandTable, globalOptions } from './command-table.ts'
import { usageError } from './errors.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { readFlags } from './flags.ts'
import { createOutput, type Format } from './output.ts'
import type { Terminal } from './terminal.ts'
import { version } from './version.ts'

interface Invocation {
  readonly spec: CommandSpec
  readonly values: Readonly<Record<string, unknown>>
  readonly given: readonly string[]
}

/** Runs one command line and answers its exit code. Never throws; only the module of the command that runs is loaded. */
export async function runProgram(terminal: Terminal): Promise<ExitCode> {
  const output = createOutput(terminal, formatOf(terminal.argv))
  try {
    const parsed = parse(terminal.argv)
    if ('help' in parsed) {
      await output.show({ help: parsed.help }, () => parsed.help)
      return 0
    }
    const { spec, values, given } = parsed
    const flags = readFlags(values, given)
    const { run } = await spec.load()
    return await run(contextOf(terminal, { flags, output }))
  } catch (error) {
    return await output.fail(terminal.signal.aborted ? interruptionOf(terminal.signal, error) : error)
  }
}

/** JSON is asked for by flag alone, and known before the flags are parsed, since a usage error has to be JSON as well. */
function formatOf(argv: readonly string[]): Format {
  const end = argv.indexOf('--')
  const flags = end < 0 ? argv : argv.slice(0, end)
  const isJson = flags.some(
    (flag, index) =>
      flag === '--json' || flag === '--format=json' || (flag === '--format' && flags[index + 1] === 'json'),
  )
  return isJson ? 'json' : 'table'
}

/** An aborted call is told as the interruption that it was, with the key of the write if there was one. */
function interruptionOf(signal: AbortSignal, error: unknown): unknown {
  return error instanceof Error && 'mayHaveHappened' in error ? error : signal.reason
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
  return { terminal, flags, output, settings, connect }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

function parse(argv: readonly string[]): Invocation | { readonly help: string } {
  let invocation: Invocation | undefined
  let help = ''
  let complaint = ''
  const program = commandTree((found) => {
    invocation = found
  })
  const streams = {
    writeOut: (text: string): void => void (help += text),
    writeErr: (text: string): void => void (complaint += text),
    getOutHelpWidth: () => 80,
    getErrHelpWidth: () => 80,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  }
  for (const command of everyCommand(program)) command.exitOverride().configureOutput(streams)
  try {
    program.parse([...argv], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return { help }
    throw usageError(complaintOf(complaint, error))
  }
  if (invocation === undefined) throw usageError('No command was given. `entrygo --help` lists them.')
  return invocation
}

function complaintOf(complaint: string, { message, code }: CommanderError): string {
  if (code === 'commander.help') return 'A command is missing. `entrygo --help` lists them.'
  const [text = message] = complaint.trim().split(/\n\n/)
  return text.replace(/^error: /, '').replace(/\n/g, ' ')
}

function commandTree(onInvocation: (invocation: Invocation) => void): Command {
  const program = new Command('entrygo')
    .description('Plan and run US-bound exports: sync orders, plan, approve, execute, inspect.')
    .version(version)
    .configureHelp({ showGlobalOptions: true })
  for (const option of globalOptions) program.addOption(optionOf(option))
  const groups = new Map<string, Command>([['', program]])
  for (const spec of commandTable) {
    const words = spec.name.split(' ')
    const parent = groupOf(words.slice(0, -1).join(' '), groups, program)
    const command = parent.command(words.at(-1) ?? spec.name).description(spec.about)
    for (const { name, about } of spec.arguments ?? []) command.argument(name, about)
    for (const option of spec.options) command.addOption(optionOf(option))
    command.configureHelp({ showGlobalOptions: true }).addHelpText('after', () => helpEnd(spec))
    command.action(() => onInvocation({ spec, values: command.optsWithGlobals(), given: command.args }))
  }
  return program.addHelpText('after', '\nExit codes: `entrygo exit-codes`. JSON: add --json to any command.')
}

const groupsAbout: Readonly<Record<string, string>> = {
  products: 'the product catalogue',
  warehouses: 'the warehouses goods leave from',
  brokers: 'the customs brokers',
  account: 'the account profile',
  exports: 'the exports of the account',
  artifacts: 'the documents of a customs package',
  config: 'where each setting comes from',
}

function groupOf(name: string, groups: Map<string, Command>, program: Command): Command {
  const known = groups.get(name)
  if (known !== undefined) return known
  const group = program.command(name).description(groupsAbout[name] ?? name)
  groups.set(name, group)
  return group
}

function optionOf({ flag, about, isRepeated, isRequired, choices }: OptionSpec): Option {
  const option = new Option(flag, about)
  if (choices !== undefined) option.choices([...choices])
  if (isRequired === true) option.makeOptionMandatory()
  if (isRepeated === true) {
    option.argParser<string[]>((value, previous) => [...(Array.isArray(previous) ? previous : []), value])
  }
  return option
}

function helpEnd({ exitCodes: codes, examples }: CommandSpec): string {
  const shown = exitCodes.filter(({ code }) => codes.includes(code))
  return [
    '',
    ...(examples.length === 0 ? [] : ['Examples:', ...examples.map((example) => `  ${example}`), '']),
    'Exit codes:',
    ...shown.map(({ code, meaning }) => `  ${String(code).padEnd(4)} ${meaning}`),
  ].join('\n')
}

function* everyCommand(command: Command): Generator<Command> {
  yield command
  for (const child of command.commands) yield* everyCommand(child)
}
