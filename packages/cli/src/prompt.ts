import { once } from 'node:events'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { CommandContext } from './command.ts'
import { CommandError } from './errors.ts'
import { Interruption } from './terminal.ts'

/** A person sits there and has not asked to be left alone. */
export function canAsk({ terminal, flags, output }: CommandContext): boolean {
  const { stdin, stderr } = terminal
  return output.format === 'table' && stdin.isTTY === true && stderr.isTTY === true && !flags.isSet('noInput')
}

interface Asking {
  /** It is not shown while it is typed. */
  readonly isSecret?: boolean
}

/**
 * One line from the person, trimmed, empty at the end of input; stdout stays free for the answer. Ctrl-C and the end of the
 * run throw.
 */
export async function ask(context: CommandContext, question: string, asking: Asking = {}): Promise<string> {
  return (await answerOf(context, question, asking)) ?? ''
}

/**
 * The same for a question where an empty line takes the default: the end of input (Ctrl-D) takes none, since what follows
 * may write. It throws `DECLINED`.
 */
export async function askWithDefault(context: CommandContext, question: string): Promise<string> {
  const answer = await answerOf(context, question, {})
  if (answer !== undefined) return answer
  throw new CommandError('DECLINED', 'The input ended before the question was answered.')
}

/** Undefined where the input ended. */
async function answerOf(
  { terminal: { stdin, stderr, signal } }: CommandContext,
  question: string,
  { isSecret = false }: Asking,
): Promise<string | undefined> {
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
  const closed = once(lines, 'close').then(() => undefined)
  const answered = lines.question(isSecret ? '' : question, { signal }).catch((error: unknown) => {
    if (signal.aborted) throw error
    return undefined
  })
  try {
    const answer = await Promise.race([answered, closed])
    if (isInterrupted) throw new Interruption('SIGINT')
    isAnswered = answer !== undefined
    return answer?.trim()
  } finally {
    lines.close()
    // What comes next does not stand behind the question.
    if (isSecret || !isAnswered) stderr.write('\n')
  }
}
