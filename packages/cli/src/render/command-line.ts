import type { Style } from './style.ts'
import { columns, plain, wrap } from './text.ts'

export interface ShownCommand {
  readonly argv: readonly string[]
  readonly reason: string
}

/** A command whose answer goes into a file. */
export interface TypedCommand {
  readonly argv: readonly string[]
  readonly into?: string
}

const heading = 'Next:'

/** Commands to copy, under `Next`; long ones go over several lines that a shell takes as one. */
export function renderNext(commands: readonly ShownCommand[], style: Style): string[] {
  return commands.flatMap(({ argv, reason }) => [
    '',
    ...wrap(reason, '  ', `${heading} `).map((line) => line.replace(heading, style.bold(heading))),
    ...commandLines({ argv }).map((line) => style.link(line)),
  ])
}

/** The command as it is typed, over several lines if it is long. */
export function commandLines({ argv, into }: TypedCommand): string[] {
  const lines: string[] = []
  let line = ' '
  for (const word of [...unitsOf(argv), ...(into === undefined ? [] : [`> ${quoted(into)}`])]) {
    // Room for the space and the backslash that take the line on.
    if (line.trim() !== '' && line.length + 1 + word.length > columns - 2) {
      lines.push(`${line} \\`)
      line = '   '
    }
    line += ` ${word}`
  }
  return [...lines, line]
}

/** A flag stays with its value, unless the two are longer than a line. */
function unitsOf(argv: readonly string[]): string[] {
  const units: string[] = []
  for (const word of argv.map(quoted)) {
    const last = units.at(-1) ?? ''
    const isValue = /^--[a-z-]+$/.test(last) && !word.startsWith('--')
    if (isValue && last.length + 1 + word.length <= columns - 6) units.splice(-1, 1, `${last} ${word}`)
    else units.push(word)
  }
  return units
}

/** A word as a POSIX shell reads it back. */
function quoted(word: string): string {
  const clean = plain(word)
  return /^[\w@%+=:,./-]+$/.test(clean) ? clean : `'${clean.replaceAll("'", `'\\''`)}'`
}
