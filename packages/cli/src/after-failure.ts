import type { CommandContext } from './command.ts'
import type { ErrorDocument, NextCommand } from './errors.ts'
import { errorDocumentOf, ReportedError } from './failure.ts'

/**
 * The failure with what to do next: a write that may have happened is run again with the same key, which makes it happen
 * once. Errors during an interruption are told as the interruption.
 */
export function afterFailure(error: unknown, context: CommandContext): ReportedError {
  const { terminal } = context
  const found = errorDocumentOf(error)
  const document =
    terminal.signal.aborted && found.exitCode !== 130 ? { ...found, ...errorDocumentOf(terminal.signal.reason) } : found
  // A request may have had a key made of it; the command line takes the one of the run.
  const keyed = document.idempotencyKey === undefined ? document : { ...document, idempotencyKey: context.key() }
  const isOpen = document.idempotencyKey !== undefined && [8, 9, 10, 130].includes(document.exitCode)
  const next = [...(isOpen ? [rerun(context, document)] : []), ...(document.next ?? [])]
  return new ReportedError(next.length === 0 ? keyed : { ...keyed, next })
}

/** The same command line with the key in it, without what must not be shown. */
function rerun({ terminal: { argv }, key }: CommandContext, { exitCode }: ErrorDocument): NextCommand {
  const kept = argv.filter(
    (word, index) => !isKeyFlag(word) && !(isKeyFlag(argv[index - 1] ?? '') && !argv[index - 1]?.includes('=')),
  )
  const reason = exitCode === 10 ? 'try again; the same write happens once' : 'finish it; the same write happens once'
  return { argv: ['entrygo', ...kept, '--idempotency-key', key()], reason }
}

function isKeyFlag(word: string): boolean {
  return /^--(?:idempotency-key|api-key)(?:=|$)/.test(word)
}
