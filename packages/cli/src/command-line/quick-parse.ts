import type { CommandSpec, OptionSpec } from '../command.ts'
import { globalOptions } from '../specs/options.ts'
import type { Invocation } from './parse.ts'
import { specGroups } from './spec-groups.ts'

/**
 * A plain command line without the library that parses every one: the command first, then flags it knows with values they
 * take, and as many arguments as it has. Undefined for anything else, help and mistakes included, which the library then
 * reads and puts in words. What both read, they read alike; a test compares them.
 */
export async function quickParse(argv: readonly string[]): Promise<Invocation | undefined> {
  const [first = '', second = ''] = argv
  const name = Object.hasOwn(specGroups, `${first} ${second}`) ? `${first} ${second}` : first
  const load = Object.hasOwn(specGroups, name) ? specGroups[name] : undefined
  if (load === undefined) return undefined
  const specs = await load()
  const spec = specs.find((one) => one.name === name)
  const hasCommandsBelow = specs.some((one) => one.name.startsWith(`${name} `))
  return spec === undefined ? undefined : read(spec, argv.slice(name.split(' ').length), hasCommandsBelow)
}

function read(spec: CommandSpec, words: readonly string[], hasCommandsBelow: boolean): Invocation | undefined {
  const options = new Map([...globalOptions, ...spec.options].map((option) => [longOf(option), option]))
  const values = defaultsOf(options.values())
  const given: string[] = []
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    if (word === '-' || !word.startsWith('-')) {
      given.push(word)
      continue
    }
    const [long = '', inline] = /^(--[^=]+)=([\s\S]*)$/.exec(word)?.slice(1) ?? [word]
    const option = options.get(long)
    if (option === undefined) return undefined
    const takesValue = option.flag.includes('<')
    if (!takesValue && inline !== undefined) return undefined
    if (takesValue && inline === undefined) index += 1
    // What looks like a flag is one to the library wherever it stands.
    if (takesValue && inline === undefined && /^-./.test(words[index] ?? '')) return undefined
    const value = takesValue ? (inline ?? words[index]) : !long.startsWith('--no-')
    if (value === undefined || value === '' || !isAllowed(option, value)) return undefined
    put(values, option, value)
  }
  const isWhole = spec.options.every((option) => option.isRequired !== true || values[nameOf(option)] !== undefined)
  const fits = hasCommandsBelow ? given.length === 0 : fitsArguments(spec, given)
  return isWhole && fits ? { spec, values, given } : undefined
}

function longOf({ flag }: OptionSpec): string {
  return flag.split(' ')[0] ?? flag
}

/** `--no-input` is kept as `input`. */
function nameOf(option: OptionSpec): string {
  return longOf(option)
    .replace(/^--(?:no-)?/, '')
    .replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function defaultsOf(options: Iterable<OptionSpec>): Record<string, unknown> {
  const negatable = [...options].filter((option) => longOf(option).startsWith('--no-'))
  return Object.fromEntries(negatable.map((option) => [nameOf(option), true]))
}

function isAllowed({ choices }: OptionSpec, value: string | boolean): boolean {
  return choices === undefined || choices.some((choice) => choice === value)
}

function put(values: Record<string, unknown>, option: OptionSpec, value: string | boolean): void {
  const name = nameOf(option)
  const before = values[name]
  values[name] = option.isRepeated === true ? [...(Array.isArray(before) ? before : []), value] : value
}

function fitsArguments({ arguments: known = [] }: CommandSpec, given: readonly string[]): boolean {
  const required = known.filter(({ name }) => name.startsWith('<')).length
  const isPlain = known.every(({ name, choices }) => !name.includes('...') && choices === undefined)
  return isPlain && given.length >= required && given.length <= known.length
}
