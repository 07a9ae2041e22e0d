import { commandLines, type ShownCommand } from '../command-line.ts'
import { mdBlock, prose } from './text.ts'

/** The commands that lead on, to copy. */
export function markdownNext(next: readonly ShownCommand[]): string[] {
  return next.flatMap(({ argv, reason }) => [
    `**Next**: ${prose(reason)}`,
    '',
    ...mdBlock(
      commandLines({ argv }).map((line) => line.replace(/^ {2}/, '')),
      'sh',
    ),
  ])
}
