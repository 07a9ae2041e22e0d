import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { ArgumentSpec, CommandSpec, OptionSpec } from '../command.ts'
import { usageError } from '../errors.ts'
import { exitCodes } from '../exit-codes.ts'
import { globalOptions } from '../specs/options.ts'
import { version } from '../version.ts'
import { commandTable } from './command-table.ts'

/** A command line that was understood. */
export interface Invocation {
  readonly spec: CommandSpec
  readonly values: Readonly<Record<string, unknown>>
  readonly given: readonly string[]
}

/** Help or the version, which end the run. */
export interface Told {
  readonly data: { readonly help: string } | { readonly version: string }
  readonly text: string
}

/** The invocation, or what was asked for instead of one. Throws a usage error for everything else. */
export function parse(argv: readonly string[]): Invocation | Told {
  let invocation: Invocation | undefined
  const help: string[] = []
  const complaint: string[] = []
  const program = commandTree((found) => {
    invocation = found
  })
  const streams = {
    writeOut: (text: string) => help.push(text),
    writeErr: (text: string) => complaint.push(text),
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
    const text = help.join('')
    if (error.code === 'commander.version') return { data: { version }, text }
    if (error.exitCode === 0) return { data: { help: text }, text }
    throw usageError(complaintOf(complaint.join(''), error))
  }
  if (invocation === undefined) throw usageError('No command was given. `entrygo --help` lists them.')
  return invocation
}

function complaintOf(complaint: string, { message, code }: CommanderError): string {
  if (code === 'commander.help') return 'A command is missing. `entrygo --help` lists them.'
  const [text = message] = complaint.trim().split(/\n\n/)
  const told = text.replace(/^error: /, '').replace(/\n/g, ' ')
  return code === 'commander.excessArguments' ? `${told}${commandsBelow(told)}` : told
}

/** A mistyped `plan dif` is an argument too many of `plan` to the parser. */
function commandsBelow(told: string): string {
  const [, name = ''] = /^too many arguments for '([^']+)'/.exec(told) ?? []
  const below = commandTable.map((spec) => spec.name).filter((known) => known.startsWith(`${name} `))
  return below.length === 0 ? '' : ` Did you mean ${below.join(' or ')}?`
}

/** Without this the longest command decides that nothing is wrapped, and `[options]` behind each one says nothing. */
const helpForm = {
  showGlobalOptions: true,
  minWidthToWrap: 20,
  subcommandTerm: (command: Command): string =>
    [command.name(), ...command.registeredArguments.map((one) => argumentTerm(one))].join(' '),
}

function argumentTerm(argument: Argument): string {
  return argument.required ? `<${argument.name()}>` : `[${argument.name()}]`
}

function commandTree(onInvocation: (invocation: Invocation) => void): Command {
  const program = new Command('entrygo')
    .description('Plan and run US-bound exports: sync orders, plan, approve, execute, inspect.')
    .version(version)
    .configureHelp(helpForm)
  for (const option of globalOptions) program.addOption(optionOf(option))
  const groups = new Map<string, Command>([['', program]])
  for (const spec of commandTable) {
    const words = spec.name.split(' ')
    const parent = groupOf(words.slice(0, -1).join(' '), groups, program)
    // A command may have commands below it (`plan`, `plan diff`): what stands after their name is theirs.
    const command = parent
      .command(words.at(-1) ?? spec.name)
      .description(spec.about)
      .enablePositionalOptions()
    groups.set(spec.name, command)
    for (const argument of spec.arguments ?? []) command.addArgument(argumentOf(argument))
    for (const option of spec.options) command.addOption(optionOf(option))
    command.configureHelp(helpForm).addHelpText('after', () => helpEnd(spec))
    command.action(() => onInvocation({ spec, values: command.optsWithGlobals(), given: command.args }))
  }
  return program.addHelpText('after', '\nExit codes: `entrygo exit-codes`. JSON: add --json to any command.')
}

const groupsAbout: Readonly<Record<string, string>> = {
  products: 'the product catalogue',
  warehouses: 'the warehouses goods leave from',
  brokers: 'the customs brokers',
  account: 'the account profile',
  orders: 'the orders of the account',
  exports: 'the exports of the account',
  artifacts: 'the documents of a customs package',
  maps: 'column maps for CSV files',
  config: 'where each setting comes from',
  webhooks: 'the endpoints that events are sent to',
  hts: 'the tariff schedule of the rule pack, offline',
}

function groupOf(name: string, groups: Map<string, Command>, program: Command): Command {
  const known = groups.get(name)
  if (known !== undefined) return known
  const group = program.command(name).description(groupsAbout[name] ?? name)
  groups.set(name, group)
  return group
}

function argumentOf({ name, about, choices }: ArgumentSpec): Argument {
  const argument = new Argument(name, about)
  return choices === undefined ? argument : argument.choices([...choices])
}

function optionOf({ flag, about, isRepeated, isRequired, choices }: OptionSpec): Option {
  const option = new Option(flag, about)
  if (choices !== undefined) option.choices([...choices])
  if (isRequired === true) option.makeOptionMandatory()
  if (isRepeated === true) {
    option.argParser<string[]>((value, previous) => {
      if (choices?.includes(value) === false)
        throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`)
      return [...(Array.isArray(previous) ? previous : []), value]
    })
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
