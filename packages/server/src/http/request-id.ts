import type { Ids } from '../ports.ts'

/** The caller's `X-Request-Id` when it is 8-64 characters of `A-Z a-z 0-9 _ -`, else a new one. */
export function requestIdOf(header: string | null | undefined, ids: Ids): string {
  return header && accepted.test(header) ? header : ids.next('req')
}

const accepted = /^[A-Za-z0-9_-]{8,64}$/
