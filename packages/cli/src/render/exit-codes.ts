import type { Style } from './style.ts'
import { wrap } from './text.ts'

export interface ShownExitCode {
  readonly code: number
  readonly name: string
  readonly meaning: string
  readonly errorCodes: readonly string[]
}

/** The table of exit codes, each with the error codes that lead to it. */
export function renderExitCodes(rows: readonly ShownExitCode[], style: Style): string {
  return rows
    .flatMap(({ code, name, meaning, errorCodes }) => [
      ...wrap(`${name}: ${meaning}`, '     ', `${String(code).padStart(3)}  `).map((line, index) =>
        index === 0 ? `${style.bold(line.slice(0, 3))}${line.slice(3)}` : line,
      ),
      ...wrap(errorCodes.join(' '), '     ').map((line) => style.dim(line)),
    ])
    .join('\n')
}
