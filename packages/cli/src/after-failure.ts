import type { CommandContext } from './command.ts'
import type { ErrorDocument, NextCommand } from './errors.ts'
import { errorDocumentOf, ReportedError } from './failure.ts'
import { isUnfinished } from './journal/is-unfinished.ts'
import { type JournaledRun, progressOf } from './journal/journaled-run.ts'
import { keptArgv } from './journal/kept-argv.ts'

/**
 * The failure with what to do next. A run without an answer keeps its key and says how to finish it, which makes it happen
 * once; a run with one is taken from the journal. Errors during an interruption are told as the interruption.
 */
export async function afterFailure(error: unknown, context: CommandContext): Promise<ReportedError> {
  const { terminal } = context
  const found = errorDocumentOf(isUnreadable(error, context) ? unreadable(error, context) : error)
  const document =
    terminal.signal.aborted && found.exitCode !== 130 ? { ...found, ...errorDocumentOf(terminal.signal.reason) } : found
  const run = context.begun()
  if (run === undefined) return new ReportedError(document)
  if (!isUnfinished(document, run)) {
    await run.finish({ isRefused: true })
    return new ReportedError(document)
  }
  const next = [finish(context, { document, run }), ...inspections(document, run), ...(document.next ?? [])]
  // A request may have had a key made of it; the command line takes the one of the run.
  return new ReportedError({ ...document, idempotencyKey: run.key, next })
}

/** An answer of JSON that is not the one of the contract is found where it is used. */
function isUnreadable(error: unknown, context: CommandContext): error is TypeError {
  return error instanceof TypeError && context.isConnected()
}

function unreadable({ message }: TypeError, context: CommandContext): ReportedError {
  return new ReportedError({
    errorCode: 'UNREADABLE_RESPONSE',
    message:
      'What was answered is not what the contract says, or this command read it wrongly: is baseUrl an EntryGo server?',
    // A write that was accepted in words that cannot be read.
    exitCode: context.begun() === undefined ? 7 : 9,
    data: { message },
  })
}

interface Open {
  readonly document: ErrorDocument
  readonly run: JournaledRun
}

function finish({ terminal }: CommandContext, { document: { exitCode }, run }: Open): NextCommand {
  const reason = exitCode === 10 ? 'try again; the same write happens once' : 'finish it; the same write happens once'
  if (run.canResume === 'yes') return { argv: ['entrygo', 'resume', run.key], reason }
  // The same command line with the key in it, without what must not be shown.
  const { argv } = keptArgv(terminal.argv, '')
  return { argv: ['entrygo', ...argv, '--idempotency-key', run.key], reason }
}

function inspections({ next = [] }: ErrorDocument, { progress }: JournaledRun): readonly NextCommand[] {
  const { exportId } = progressOf(progress)
  return exportId === undefined || next.some(({ argv }) => argv.includes(exportId))
    ? []
    : [{ argv: ['entrygo', 'inspect', exportId], reason: 'see where it stands' }]
}
