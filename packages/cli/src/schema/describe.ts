import type { ArgumentSpec, CommandSpec, OptionSpec } from '../command.ts'
import { type AnyErrorCode, type ExitCode, exitCodeByErrorCode, exitCodes } from '../exit-codes.ts'
import { type SettingName, settingNames } from '../settings/setting-names.ts'
import { flagFor, variables } from '../settings/settings.ts'
import { globalOptions } from '../specs/options.ts'

/** A flag as programs want it. */
export interface DescribedOption {
  readonly flag: string
  /** What its value is called; null for a switch. */
  readonly value: string | null
  readonly about: string
  readonly choices: readonly string[] | null
  readonly isRepeated: boolean
  readonly isRequired: boolean
  /** The value is the path of a file or a folder. */
  readonly isPath: boolean
  /** The variable that stands in for it. */
  readonly env: string | null
  /** The key of the configuration files that stands in for it. */
  readonly setting: SettingName | null
}

export interface DescribedArgument {
  readonly name: string
  readonly about: string
  readonly isRequired: boolean
  readonly isRepeated: boolean
  readonly isPath: boolean
  readonly choices: readonly string[] | null
}

export interface DescribedCommand {
  readonly name: string
  readonly about: string
  readonly usage: string
  readonly arguments: readonly DescribedArgument[]
  readonly options: readonly DescribedOption[]
  readonly exitCodes: readonly ExitCode[]
  readonly examples: readonly string[]
  /** Sends something that changes records; it takes an idempotency key. */
  readonly isWrite: boolean
  /** Names of schemas, one of which the answer's `data` satisfies. */
  readonly outputs: readonly string[]
  /** It prints a line for each event: always, with the flag that stands here, or never. */
  readonly streams: boolean | string
}

export interface DescribedExitCode {
  readonly code: ExitCode
  readonly name: string
  readonly meaning: string
  readonly errorCodes: readonly AnyErrorCode[]
}

export interface DescribedVariable {
  readonly name: string
  readonly about: string
  readonly setting: SettingName | null
}

/** All that the command line says about itself; help, completion, man page, reference and skill are made of the same. */
export interface CliDescription {
  readonly name: 'entrygo'
  readonly about: string
  readonly globalOptions: readonly DescribedOption[]
  readonly commands: readonly DescribedCommand[]
  readonly environment: readonly DescribedVariable[]
  readonly settings: readonly { readonly name: SettingName; readonly flag: string; readonly env: string | null }[]
  readonly exitCodes: readonly DescribedExitCode[]
}

export function describeCli(table: readonly CommandSpec[]): CliDescription {
  return {
    name: 'entrygo',
    about: 'Plan and run US-bound exports: sync orders, plan, approve, execute, inspect.',
    globalOptions: globalOptions.map(optionOf),
    commands: table.map(commandOf),
    environment: environment(),
    settings: settingNames.map((name) => ({ name, flag: flagFor(name), env: variables[name] ?? null })),
    exitCodes: exitCodes.map((row) => ({ ...row, errorCodes: errorCodesOf(row.code) })),
  }
}

function commandOf(spec: CommandSpec): DescribedCommand {
  const { name, about, exitCodes: codes, examples, options, output = [], streams = false, isWrite } = spec
  const given = spec.arguments ?? []
  const words = ['entrygo', name, ...given.map((argument) => argument.name)]
  return {
    name,
    about,
    usage: [...words, '[options]'].join(' '),
    arguments: given.map(argumentOf),
    options: options.map(optionOf),
    exitCodes: codes,
    examples,
    isWrite: isWrite ?? options.some(({ flag }) => flag.startsWith('--idempotency-key')),
    outputs: typeof output === 'string' ? [output] : output,
    streams,
  }
}

function optionOf({ flag: spelled, about, choices, isRepeated, isRequired }: OptionSpec): DescribedOption {
  const [flag = '', value] = spelled.split(/\s+/)
  const setting = settingNames.find((name) => flagFor(name) === flag) ?? null
  const env = setting === null ? null : (variables[setting] ?? null)
  return {
    flag,
    value: value?.replace(/[<>[\]]/g, '') ?? null,
    about,
    choices: choices ?? null,
    isRepeated: isRepeated === true,
    isRequired: isRequired === true,
    isPath: isPath(value ?? ''),
    env: flag === '--api-key-file' ? 'ENTRYGO_API_KEY' : env,
    setting,
  }
}

function argumentOf({ name, about, choices }: ArgumentSpec): DescribedArgument {
  return {
    name: name.replace(/[<>[\].]/g, ''),
    about,
    isRequired: name.startsWith('<'),
    isRepeated: name.includes('...'),
    isPath: isPath(name) || /\bfile\b/.test(about),
    choices: choices ?? null,
  }
}

function isPath(name: string): boolean {
  return /[<[](?:file|dir|path)\b/.test(name)
}

/** The variables that are followed, those of settings first. */
function environment(): DescribedVariable[] {
  const ofSettings = settingNames.flatMap((name): DescribedVariable[] => {
    const variable = variables[name]
    return variable === undefined ? [] : [{ name: variable, about: `stands in for ${flagFor(name)}`, setting: name }]
  })
  const others: readonly (readonly [string, string])[] = [
    ['ENTRYGO_API_KEY', 'the key itself, in place of --api-key-file'],
    ['XDG_CONFIG_HOME', "where the user's configuration lies (default ~/.config)"],
    ['XDG_STATE_HOME', 'where unfinished runs are kept (default ~/.local/state)'],
    ['HTTPS_PROXY', 'the proxy for servers that are not on this machine'],
    ['HTTP_PROXY', 'the same, for http'],
    ['NO_PROXY', 'hosts that are reached without it'],
    ['NO_COLOR', 'any text turns colours off'],
    ['FORCE_COLOR', 'turns colours on where there is no terminal; 0 and false turn them off'],
    ['TERM', 'dumb: neither colours nor a spinner'],
    ['CI', 'any text turns the spinner off, and nothing else'],
  ]
  return [...ofSettings, ...others.map(([name, about]) => ({ name, about, setting: null }))]
}

function errorCodesOf(code: ExitCode): AnyErrorCode[] {
  return errorCodes.filter((errorCode) => exitCodeByErrorCode[errorCode] === code)
}

const errorCodes = Object.keys(exitCodeByErrorCode).filter((code): code is AnyErrorCode => code in exitCodeByErrorCode)
