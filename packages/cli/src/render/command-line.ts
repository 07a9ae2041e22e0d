import type { Style } from './style.ts'
import { columns, plain, wrap } from './text.ts'

export interface ShownCommand {
  readonly argv: readonly string[]
  readonly reason: string
}

const heading = 'Next:'

/** Commands to copy, under `Next`; long ones go over several lines that a shell takes as one. */
export function renderNext(commands: readonly ShownCommand[], style: Style): string[] {
  return commands.flatMap(({ argv, reason }) => [
    '',
    ...wrap(reason, '  ', `${heading} `).map((line) => line.replace(heading, style.bold(heading))),
    ...commandLines(argv).map((line) => style.link(line)),
  ])
}

function commandLines(argv: readonly string[]): string[] {
  const lines: string[] = []
  let line = ' '
  for (const word of argv.map(quoted)) {
    // Room for the space and the backslash that take the line on.
    if (line.trim() !== '' && line.length + 1 + word.length > columns - 2) {
      lines.push(`${line} \\`)
      line = '   '
    }
    line += ` ${word}`
  }
  return [...lines, line]
}

/** A word as a POSIX shell reads it back. */
function quoted(word: string): string {
  const clean = plain(word)
  return /^[\w@%+=:,./-]+$/.test(clean) ? clean : `'${clean.replaceAll("'", `'\\''`)}'`
}
