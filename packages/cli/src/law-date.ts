import type { Flags } from './command-line/flags.ts'
import { usageError } from './errors.ts'

/** The day whose law is asked for: `--as-of`, else today as `today` gives it. Throws a usage error for no date. */
export function lawDateOf(flags: Flags, today: () => string): string {
  const given = flags.text('asOf')
  if (given === undefined) return today()
  if (isDate(given)) return given
  throw usageError(`--as-of is "${given}": give a date such as 2026-11-21.`, '--as-of')
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
