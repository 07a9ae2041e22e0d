import { once } from 'node:events'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { CommandContext } from './command.ts'
import { Interruption } from './terminal.ts'

/** A person sits there and has not asked to be left alone. */
export function canAsk({ terminal, flags, output }: CommandContext): boolean {
  const { stdin, stderr } = terminal
  return output.format === 'table' && stdin.isTTY === true && stderr.isTTY === true && !flags.isSet('noInput')
}

/**
 * One line from the person, trimmed, empty at the end of input; stdout stays free for the answer. A secret is not shown
 * while it is typed. Ctrl-C and the end of the run throw.
 */
export async function ask(
  { terminal: { stdin, stderr, signal } }: CommandContext,
  question: string,
  { isSecret = false }: { readonly isSecret?: boolean } = {},
): Promise<string> {
  if (isSecret) stderr.write(question)
  const output = isSecret ? new Writable({ write: (_chunk, _encoding, done) => done() }) : stderr
  const lines = createInterface({ input: stdin, output, terminal: true })
  let isInterrupted = false
  let isAnswered = false
  // In raw mode Ctrl-C is a key and no signal.
  lines.once('SIGINT', () => {
    isInterrupted = true
    lines.close()
  })
  // The end of input (Ctrl-D) closes the interface, and the question then fails or stays open for ever.
  const closed = once(lines, 'close').then(() => '')
  const answered = lines.question(isSecret ? '' : question, { signal }).catch((error: unknown) => {
    if (signal.aborted) throw error
    return ''
  })
  try {
    const answer = await Promise.race([answered, closed])
    if (isInterrupted) throw new Interruption('SIGINT')
    isAnswered = true
    return answer.trim()
  } finally {
    lines.close()
    // What comes next does not stand behind the question.
    if (isSecret || !isAnswered) stderr.write('\n')
  }
}
