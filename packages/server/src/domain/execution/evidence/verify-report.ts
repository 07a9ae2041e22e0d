/** One thing that was looked at, whether it holds, and what was found. */
export interface Check {
  readonly check: string
  readonly ok: boolean
  readonly detail: string
}

export interface VerifyReport {
  /** What the files were taken for. */
  readonly kind: 'bundle' | 'package' | 'plan' | 'unknown'
  /** Every check holds. It says that nothing was changed or lost since; not that what was declared is right. */
  readonly ok: boolean
  readonly checks: readonly Check[]
}

export function verifyReport(kind: VerifyReport['kind'], checks: readonly Check[]): VerifyReport {
  return { kind, ok: checks.length > 0 && checks.every(({ ok }) => ok), checks }
}

/** Holds when there is no problem; the detail names the first ones and says how many there are. */
export function checkOf(check: string, problems: readonly string[], whenFine: string): Check {
  if (problems.length === 0) return { check, ok: true, detail: whenFine }
  const more = problems.length > mostShown ? ` And ${problems.length - mostShown} more.` : ''
  return { check, ok: false, detail: `${problems.slice(0, mostShown).join('; ')}.${more}` }
}

const mostShown = 5
