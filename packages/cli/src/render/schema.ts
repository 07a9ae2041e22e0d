import type { Style } from './style.ts'
import { wrap } from './text.ts'

export interface ShownCommandSchema {
  readonly name: string
  readonly about: string
  readonly outputs: readonly string[]
  readonly exitCodes: readonly number[]
}

/** Each command with what it prints and how it can end; the whole is for programs. */
export function renderSchema(commands: readonly ShownCommandSchema[], style: Style): string {
  return [
    ...commands.flatMap(({ name, about, outputs, exitCodes }) => [
      style.bold(name),
      ...wrap(about, '  '),
      ...wrap(outputs.join(', '), '            ', '  prints    '),
      ...wrap(exitCodes.join(' '), '            ', '  ends with '),
    ]),
    '',
    'Flags, variables and the JSON Schema of every answer: add --json.',
  ].join('\n')
}
