import type { ExitCode } from '../exit-codes.ts'

/** One thing that was looked at. */
export interface Check {
  readonly check: string
  readonly status: 'ok' | 'warn' | 'fail'
  /** What was found; words of a server or a file may stand in it. */
  readonly detail: string
  /** What to do about it. */
  readonly remedy?: string
  /** With which a command that needs it would end; of a failure alone. */
  readonly exitCode?: ExitCode
}

export function ok(check: string, detail: string): Check {
  return { check, status: 'ok', detail }
}

export function warn(check: string, detail: string, remedy: string): Check {
  return { check, status: 'warn', detail, remedy }
}

export function fail(
  check: string,
  detail: string,
  { remedy, exitCode }: { readonly remedy: string; readonly exitCode: ExitCode },
): Check {
  return { check, status: 'fail', detail, remedy, exitCode }
}
