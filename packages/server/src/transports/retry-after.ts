/**
 * The wait that a `Retry-After` asks for (RFC 9110 §10.2.3): whole seconds, or a date, from which `now` is taken away.
 * Undefined for anything else. Milliseconds, never below 0 nor above a year: the schedule has its own bound.
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? ''
  if (/^\d{1,10}$/.test(text)) return Math.min(Number(text) * 1000, maxMs)
  if (!httpDates.some((form) => form.test(text))) return undefined
  const at = Date.parse(/\b(?:GMT)$/.test(text) ? text : `${text} GMT`)
  return Number.isNaN(at) ? undefined : Math.min(Math.max(0, at - now), maxMs)
}

const maxMs = 365 * 86_400_000

/** RFC 9110 §5.6.7: the form of today, and the two older ones that receivers must still read. */
const httpDates: readonly RegExp[] = [
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/,
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \d\d-[A-Z][a-z]{2}-\d\d \d\d:\d\d:\d\d GMT$/,
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}$/,
]
