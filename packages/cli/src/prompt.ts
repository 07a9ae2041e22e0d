import { once } from 'node:events'
import { createInterface } from 'node:readline/promises'
import type { CommandContext } from './command.ts'

/** A person sits there and has not asked to be left alone. */
export function canAsk({ terminal, flags, output }: CommandContext): boolean {
  const { stdin, stderr } = terminal
  return output.format === 'table' && stdin.isTTY === true && stderr.isTTY === true && !flags.isSet('noInput')
}

/** One line from the person, trimmed; stdout stays free for the answer. Ends with the run. */
export async function ask({ terminal }: CommandContext, question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  const closed = once(lines, 'close').then(() => '')
  try {
    // The end of input (Ctrl-D) closes the interface and leaves the question open for ever.
    return (await Promise.race([lines.question(question, { signal: terminal.signal }), closed])).trim()
  } finally {
    lines.close()
  }
}
