/** RFC 3339 in UTC with milliseconds, as every time on the wire. */
export function timestamp(at: number): string {
  return new Date(at).toISOString()
}

export function timestampOrNull(at: number | null): string | null {
  return at === null ? null : timestamp(at)
}
