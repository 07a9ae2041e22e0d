/**
 * Keeps a process from hammering destinations that do not answer: after {@link failuresToOpen} failures in a row a
 * destination is left alone, but for one probe every {@link probeEveryMs}. It affects timing only and is forgotten at
 * restart.
 */
export interface CircuitBreaker {
  /** Destinations to leave alone now. */
  openAt(now: number): string[]
  /** A send starts; to an open destination it is the probe. */
  started(destination: string, now: number): void
  succeeded(destination: string): void
  failed(destination: string, now: number): void
}

export const failuresToOpen = 5
export const probeEveryMs = 60_000

export function createCircuitBreaker(): CircuitBreaker {
  const failing = new Map<string, { failures: number; lastTry: number }>()
  return {
    openAt: (now) =>
      [...failing]
        .filter(([, { failures, lastTry }]) => failures >= failuresToOpen && now - lastTry < probeEveryMs)
        .map(([destination]) => destination),
    started(destination, now) {
      const seen = failing.get(destination)
      if (seen !== undefined) failing.set(destination, { ...seen, lastTry: now })
    },
    succeeded(destination) {
      failing.delete(destination)
    },
    failed(destination, now) {
      const failures = (failing.get(destination)?.failures ?? 0) + 1
      failing.set(destination, { failures, lastTry: now })
    },
  }
}
