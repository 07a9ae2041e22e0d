/**
 * What an answer asks to wait, in milliseconds, or null. Reads `retry-after-ms`, then `Retry-After` as seconds or as one
 * of the three date formats of RFC 9110. A date counts from the answer's own `Date`, so that a wrong local clock is harmless.
 * Of several seconds, as a proxy adds its own, the longest counts.
 */
export function retryAfterOf(headers: Headers): number | null {
  const ms = numberOf(headers.get('retry-after-ms'))
  if (ms !== null) return ms
  const value = headers.get('retry-after')
  const seconds = numberOf(value)
  if (seconds !== null) return seconds * 1000
  const until = dateOf(value)
  if (until === null) return null
  return Math.max(0, until - (dateOf(headers.get('date')) ?? Date.now()))
}

function numberOf(value: string | null): number | null {
  const isNumbers = value !== null && /^\d+(\.\d+)?(, *\d+(\.\d+)?)*$/.test(value)
  return isNumbers ? Math.max(...value.split(',').map(Number)) : null
}

function dateOf(value: string | null): number | null {
  // `Date.parse` reads a year in nearly everything.
  if (value?.includes(':') !== true) return null
  // The asctime format names no zone and is UTC all the same.
  const parsed = Date.parse(/GMT|UTC|Z$/.test(value) ? value : `${value} GMT`)
  return Number.isNaN(parsed) ? null : parsed
}
