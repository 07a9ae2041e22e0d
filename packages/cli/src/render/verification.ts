import type { Style } from './style.ts'
import { count, plain, wrap } from './text.ts'

export interface ShownVerification {
  readonly kind: string
  readonly path: string
  readonly verified: boolean
  readonly checks: readonly { readonly check: string; readonly ok: boolean; readonly detail: string }[]
}

/** Every check with its outcome, and the verdict last. */
export function renderVerification({ kind, path, verified, checks }: ShownVerification, style: Style): string {
  const failed = checks.filter(({ ok }) => !ok).length
  const verdict = verified
    ? style.good(`Verified: all ${count(checks.length, 'check')} of the ${kind} hold.`)
    : style.bad(`Not verified: ${failed} of ${count(checks.length, 'check')} failed. Do not rely on it.`)
  return [
    style.bold(plain(path)),
    ...checks.flatMap(({ check, ok, detail }) => {
      const lines = wrap(`${check}: ${detail}`, '            ', ok ? '  ok      ' : '  FAILED  ')
      return lines.map((line) => (ok ? line : line.replace('FAILED', style.bad('FAILED'))))
    }),
    verdict,
  ].join('\n')
}
