import type { CliDescription, DescribedOption } from '../schema/describe.ts'

/** What can be a value: a path, one of a few words, or anything. */
export type ValueKind = 'path' | 'any' | readonly string[]

export interface CompletedFlag {
  readonly flag: string
  readonly about: string
  /** Null for a switch. */
  readonly value: ValueKind | null
}

/** What can stand behind the words of a command: `plan` has commands below it, flags and no argument. */
export interface CompletedPath {
  /** `''` is the command line itself, `exports` a group, `exports list` a command. */
  readonly path: string
  readonly words: readonly { readonly word: string; readonly about: string }[]
  /** Of its own, beside those that all have. */
  readonly flags: readonly CompletedFlag[]
  /** Of its arguments; null when it takes none. */
  readonly argument: ValueKind | null
}

/** What a script is made of. */
export interface CompletionWords {
  /** Every group and command, the command line itself first. */
  readonly paths: readonly CompletedPath[]
  /** Flags that stand behind all of them. */
  readonly shared: readonly CompletedFlag[]
}

export function completionWords({ commands, globalOptions }: CliDescription): CompletionWords {
  const paths = new Set(commands.flatMap(({ name }) => prefixesOf(name)))
  const completed = ['', ...paths].map((path): CompletedPath => {
    const command = commands.find(({ name }) => name === path)
    const [argument = null] = command?.arguments ?? []
    return {
      path,
      words: [...paths]
        .filter((name) => parentOf(name) === path)
        .map((name) => ({ word: lastOf(name), about: about(name) })),
      flags: (command?.options ?? []).map(flagOf),
      argument: argument === null ? null : (argument.choices ?? (argument.isPath ? 'path' : 'any')),
    }
  })

  return { paths: completed, shared: [...globalOptions.map(flagOf), helpFlag] }

  function about(name: string): string {
    return commands.find((command) => command.name === name)?.about ?? `commands: entrygo ${name} --help`
  }
}

const helpFlag: CompletedFlag = { flag: '--help', about: 'display help', value: null }

function flagOf({ flag, about, value, choices, isPath }: DescribedOption): CompletedFlag {
  return { flag, about, value: value === null ? null : (choices ?? (isPath ? 'path' : 'any')) }
}

function prefixesOf(name: string): string[] {
  const words = name.split(' ')
  return words.map((_, index) => words.slice(0, index + 1).join(' '))
}

function parentOf(name: string): string {
  return name.split(' ').slice(0, -1).join(' ')
}

function lastOf(name: string): string {
  return name.split(' ').at(-1) ?? name
}

/** As a word in single quotes that a POSIX shell or fish reads back. */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** `path`, `any` or the words, as the scripts keep it. */
export function kindText(kind: ValueKind): string {
  return typeof kind === 'string' ? `@${kind}` : kind.join(' ')
}

/**
 * A pattern of bash and zsh for each flag that takes a value, such as `plan:--out`. The flags that all have stand last, so
 * that a command's own flag of that name wins.
 */
export function valuePatterns({
  paths,
  shared,
}: CompletionWords): { readonly pattern: string; readonly kind: string }[] {
  const patternOf = (path: string | null, flag: string): string =>
    path === null ? `*:${flag}` : singleQuoted(`${path}:${flag}`)
  return [...paths, { path: null, flags: shared }].flatMap(({ path, flags }) =>
    flags.flatMap(({ flag, value }) =>
      value === null ? [] : [{ pattern: patternOf(path, flag), kind: kindText(value) }],
    ),
  )
}
