import { commandLines, renderNext, type ShownCommand } from './command-line.ts'
import type { Style } from './style.ts'
import { count, plain } from './text.ts'

interface Shown {
  readonly style: Style
  readonly next: readonly ShownCommand[]
}

/** An unfinished run, as far as people see it. */
export interface ShownPending {
  readonly id: number
  readonly argv: readonly string[]
  readonly idempotencyKey: string
  readonly startedAt: string
  readonly baseUrl: string
  readonly accountId: string
  readonly cwd: string
  readonly state: 'unfinished' | 'running' | 'overtaken'
  readonly done: string | null
  readonly exportId: string | null
  readonly canResume: 'yes' | 'stdin' | 'secret'
}

/** Every unfinished run with its command line, its key and what is known of it. */
export function renderPending(runs: readonly ShownPending[], { style, next }: Shown): string {
  if (runs.length === 0) return 'Nothing is pending.'
  return [
    style.warn(`${count(runs.length, 'run')} without an answer`),
    ...runs.flatMap((run) => linesOf(run, style)),
    ...renderNext(next, style),
  ].join('\n')
}

function linesOf(run: ShownPending, style: Style): string[] {
  const { id, argv, idempotencyKey, startedAt, baseUrl, accountId, cwd } = run
  return [
    '',
    `${style.bold(String(id))}  ${startedAt}  ${knownOf(run)}`,
    ...commandLines({ argv }),
    `  key     ${plain(idempotencyKey)}`,
    `  server  ${plain(baseUrl)}, ${plain(accountId)}`,
    `  folder  ${plain(cwd)}`,
  ]
}

function knownOf({ state, done, exportId, canResume }: ShownPending): string {
  const known = done === null ? 'whether anything was done is unknown' : `known: ${plain(done)}`
  const about = exportId === null ? '' : ` ${plain(exportId)}`
  const needs = { yes: '', stdin: '; its input came over stdin', secret: '; its command line held a secret' }[canResume]
  const now = { unfinished: '', running: 'running now; ', overtaken: 'overtaken by a later run; ' }[state]
  return `${now}${known}${about}${needs}`
}

export interface ShownResumed {
  readonly run: ShownPending
  /** Null for a run that was left alone. */
  readonly exitCode: number | null
}

/** How each of several runs ended. */
export function renderResumed(resumed: readonly ShownResumed[], { style, next }: Shown): string {
  if (resumed.length === 0) return 'Nothing is pending.'
  const lines = resumed.flatMap(({ run, exitCode }) => [
    '',
    `${style.bold(String(run.id))}  ${endOf(run, exitCode, style)}`,
    ...commandLines({ argv: run.argv }),
  ])
  return [`${count(resumed.length, 'run')} looked at`, ...lines, ...renderNext(next, style)].join('\n')
}

function endOf({ state }: ShownPending, exitCode: number | null, style: Style): string {
  const why = { unfinished: '', running: ': it is running', overtaken: ': a later run has overtaken it' }[state]
  if (exitCode === null) return style.warn(`left alone${why}`)
  return exitCode === 0 ? style.good('finished') : style.bad(`ended with ${exitCode}`)
}
