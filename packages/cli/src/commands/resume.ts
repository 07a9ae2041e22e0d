import { Writable } from 'node:stream'
import type { CommandContext } from '../command.ts'
import { flagOf } from '../command-line/flags.ts'
import { CommandError, usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { journalOf } from '../journal/begin-run.ts'
import type { PendingRun } from '../journal/journaled-run.ts'
import { isRunning, nextOf, type ShownRun, shownRun } from '../journal/pending-runs.ts'
import type { OutputStream, Terminal } from '../terminal.ts'

/**
 * `entrygo resume`: runs an unfinished command line again, from its folder, with its settings and under its key. Its answer
 * and its exit code are those of that command; of several with `--all`, one document that holds them all.
 */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { flags, output } = context
  const journal = journalOf(context)
  const runs = journal.pending()
  journal.close()
  const named = flags.argument(0)
  if (flags.isSet('all')) {
    if (named !== undefined) throw usageError('--all means every run: leave the key out, or --all.', '--all')
    return resumeAll(context, runs)
  }
  if (named !== undefined) return resumeOne(context, byName(runs, named))
  const idle = runs.filter((run) => !isRunning(run))
  const [only] = idle
  if (only === undefined) {
    await output.show({ data: [] }, () =>
      runs.length === 0 ? 'Nothing is pending.' : 'Nothing is pending but what is running.',
    )
    return 0
  }
  if (idle.length === 1) return resumeOne(context, only)
  throw new CommandError('USAGE_ERROR', `${idle.length} runs are unfinished: name one by its id, or give --all.`, {
    field: 'key',
    data: { runs: idle.map(shownRun) },
    next: [{ argv: ['entrygo', 'pending'], reason: 'see them' }, ...idle.flatMap((run) => nextOf(shownRun(run)))],
  })
}

function byName(runs: readonly PendingRun[], name: string): PendingRun {
  const found = runs.find(({ id, key }) => key === name || String(id) === name)
  if (found !== undefined) return found
  const message = `No unfinished run has the id or key "${name}": it has its answer, or it was begun by another user or on another machine.`
  throw new CommandError('USAGE_ERROR', message, {
    field: 'key',
    next: [{ argv: ['entrygo', 'pending'], reason: 'see what is unfinished' }],
  })
}

async function resumeOne(context: CommandContext, pending: PendingRun): Promise<ExitCode> {
  requireWhole(context.terminal, pending)
  return context.runLine(terminalOf(context, pending))
}

/** What is not on disk has to come from whoever resumes. */
function requireWhole({ stdin }: Terminal, pending: PendingRun): void {
  const shown = shownRun(pending)
  if (pending.isOvertaken) {
    const message = `A later run has written records of the same kind, and finishing ${pending.id} could bring older data back: give its command again, which writes anew, or drop it.`
    throw new CommandError('USAGE_ERROR', message, { field: 'key', next: nextOf(shown) })
  }
  if (pending.canResume === 'secret') {
    const message = `The command line of ${pending.id} held a secret, which is not kept: type it again with the key of the run.`
    throw new CommandError('USAGE_ERROR', message, { field: 'key', next: nextOf(shown) })
  }
  if (pending.canResume !== 'stdin' || stdin.isTTY !== true) return
  const message = `The input of ${pending.id} came over stdin, which is not kept: pipe the same input in.`
  throw new CommandError('USAGE_ERROR', message, { field: 'key', next: nextOf(shown) })
}

interface ResumedRun {
  readonly run: ShownRun
  /** Null for a run that was left alone. */
  readonly exitCode: ExitCode | null
  readonly answer: unknown
}

async function resumeAll(context: CommandContext, runs: readonly PendingRun[]): Promise<ExitCode> {
  const resumed: ResumedRun[] = []
  for (const pending of runs) {
    context.terminal.signal.throwIfAborted()
    const run = shownRun(pending)
    const isLeft = run.state !== 'unfinished' || pending.canResume !== 'yes'
    resumed.push({ run, ...(isLeft ? { exitCode: null, answer: null } : await answerOf(context, pending)) })
  }
  const open = resumed.filter(({ exitCode, run }) => exitCode === null && run.state !== 'running')
  const next = open.flatMap(({ run }) => nextOf(run))
  await context.output.show({ data: resumed, next }, async (style) => {
    const { renderResumed } = await import('../render/pending.ts')
    return renderResumed(resumed, { style, next })
  })
  return resumed.map(({ exitCode }) => exitCode).find((exitCode) => exitCode !== null && exitCode !== 0) ?? 0
}

/** Runs it with its answer kept instead of printed. */
async function answerOf(
  context: CommandContext,
  pending: PendingRun,
): Promise<{ readonly exitCode: ExitCode; readonly answer: unknown }> {
  const printed: string[] = []
  const stdout = collector(printed)
  const terminal = { ...terminalOf(context, pending, ['--json']), stdout, stderr: collector([]) }
  const exitCode = await context.runLine(terminal)
  return { exitCode, answer: JSON.parse(printed.join('')) }
}

function collector(into: string[]): OutputStream {
  return new Writable({
    decodeStrings: false,
    write: (text, _encoding, done) => {
      into.push(String(text))
      done()
    },
  })
}

/** The folder, the settings and the command line of the run, with the key in it; how it is answered is asked here. */
function terminalOf(context: CommandContext, pending: PendingRun, format?: readonly string[]): Terminal {
  const { terminal } = context
  const { argv, cwd, settings, key } = pending
  const added = [...(format ?? formatFlags(context)), ...passedOn(context), '--idempotency-key', key]
  const kept = withoutFormat(argv)
  const end = kept.includes('--') ? kept.indexOf('--') : kept.length
  const env = Object.entries(settings).map(([name, value]) => [variableOf(name), value])
  return {
    ...terminal,
    argv: [...kept.slice(0, end), ...added, ...kept.slice(end)],
    cwd,
    isResumed: true,
    env: { ...terminal.env, ...Object.fromEntries(env) },
  }
}

/** `baseUrl` is read from `ENTRYGO_BASE_URL`. */
function variableOf(name: string): string {
  return `ENTRYGO_${flagOf(name).slice(2).replaceAll('-', '_').toUpperCase()}`
}

function withoutFormat(argv: readonly string[]): string[] {
  return argv.filter(
    (word, index) => word !== '--json' && !/^--format(?:=|$)/.test(word) && argv[index - 1] !== '--format',
  )
}

function formatFlags({ output: { format } }: CommandContext): readonly string[] {
  return ['--format', format]
}

/** How the server is reached may have changed since. */
function passedOn({ flags, terminal }: CommandContext): readonly string[] {
  const texts = ['apiKeyFile', 'apiKey', 'config', 'timeout'].flatMap((name) => {
    const value = flags.text(name)
    if (value === undefined) return []
    const isHere =
      name === 'apiKey' || name === 'timeout' || value === '-' || value.startsWith('/') || value.startsWith('~/')
    return [flagOf(name), isHere ? value : `${terminal.cwd}/${value}`]
  })
  const switches = ['insecureArgv', 'noRetry', 'noInput'].filter((name) => flags.isSet(name)).map(flagOf)
  return [...texts, ...switches]
}
