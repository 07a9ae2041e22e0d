export type PortConfirmation = 'confirmed' | 'not_confirmed' | 'malformed'

/**
 * What the shipped list says about a four-digit Schedule D port code. The list is not complete (no port of Maine), so a
 * code that is absent is not confirmed, never wrong.
 */
export function confirmPort(ports: ReadonlyMap<string, string>, code: string): PortConfirmation {
  if (!/^\d{4}$/.test(code)) return 'malformed'
  return ports.has(code) ? 'confirmed' : 'not_confirmed'
}
