import { renderNext } from './command-line.ts'
import type { Style } from './style.ts'
import { plain, wrap } from './text.ts'

/** What is shown of a failure. */
export interface ShownError {
  readonly errorCode: string
  readonly message: string
  readonly field?: string
  readonly requestId?: string
  readonly idempotencyKey?: string
  readonly next?: readonly { readonly argv: readonly string[]; readonly reason: string }[]
  readonly exitCode: number
  readonly data?: object
}

/** What may stand under `data`: the server's own words, or what the gate found. */
interface Facts {
  readonly message?: unknown
  readonly details?: unknown
  readonly reasons?: unknown
  readonly synced?: unknown
}

/** The failure in words, those of the server where it has some: what, where, what next; every issue has its line. */
export function renderError(error: ShownError, style: Style): string {
  const { field, requestId, idempotencyKey, next = [] } = error
  const { message, done, lines } = saidBy(error)
  return [
    `${style.bad('error')} ${style.bold(plain(error.errorCode))} (exit ${error.exitCode})`,
    ...wrap(message, '  '),
    ...(done === null ? [] : [`  done         ${plain(done)}`]),
    ...(field === undefined ? [] : [`  field        ${plain(field)}`]),
    ...lines.flatMap((line) => wrap(line, '    ', '  - ')),
    ...(requestId === undefined ? [] : [style.dim(`  request id   ${plain(requestId)}`)]),
    ...(idempotencyKey === undefined
      ? []
      : wrap(`${idempotencyKey} (the same write happens once)`, '               ', '  key          ')),
    ...renderNext(next, style),
  ].join('\n')
}

/** What happened in words, what was done before it, and a line for every issue; the server's words where it has some. */
export function saidBy(error: ShownError): {
  readonly message: string
  readonly done: string | null
  readonly lines: readonly string[]
} {
  const { message = error.message, details, reasons, synced }: Facts = error.data ?? {}
  return {
    message: String(message),
    done: synced === undefined ? null : `${String(synced)} records before it`,
    lines: [...issuesOf(details), ...quotedIn(reasons)],
  }
}

function issuesOf(details: unknown): string[] {
  if (typeof details !== 'object' || details === null || !('issues' in details)) return []
  const { issues } = details
  if (!Array.isArray(issues)) return []
  return issues.slice(0, 20).map((issue: unknown) => {
    const { path = '', message = '', at } = isRecord(issue) ? issue : {}
    // Where the input is known, its place says more than the position in the request that was made of it.
    const place = at === undefined ? String(path) : `${String(at)} ${String(path).replace(/^items\.\d+\.?/, '')}`.trim()
    return `${place}: ${String(message)}`
  })
}

/** What the gate quotes of the plan: the findings behind its reasons. */
function quotedIn(reasons: unknown): string[] {
  if (!Array.isArray(reasons)) return []
  const quoted = reasons.flatMap((reason: unknown) => (isRecord(reason) ? reason['quoted'] : []))
  return [...new Set(quoted.filter((line) => typeof line === 'string'))].slice(0, 20)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
