import type { DeliveryKind } from '../domain/records.ts'

/** The sends that a process makes at a time, parted by kind, so that endpoints that hang hold up no broker. */
export interface Shares {
  /** What may be claimed at once now without a kind outgrowing its share. */
  free(): { readonly atOnce: number; readonly exceptKinds: readonly DeliveryKind[] }
  /** Takes one slot and answers the function that gives it back. */
  take(kind: DeliveryKind): () => void
}

/**
 * Of `concurrency` slots submissions may have all, notifications and events together all but a quarter, and events alone an
 * eighth less: of 16 slots 16, 12 and 10.
 */
export function createShares(concurrency: number): Shares {
  const forSubmissions = Math.floor(concurrency / 4)
  const forNotifications = Math.floor(concurrency / 8)
  const running = { submission: 0, notification: 0, event: 0 }
  const free = (): Readonly<Record<DeliveryKind, number>> => {
    const { submission, notification, event } = running
    const all = concurrency - submission - notification - event
    const told = Math.min(all, concurrency - forSubmissions - notification - event)
    return {
      submission: all,
      notification: told,
      event: Math.min(told, concurrency - forSubmissions - forNotifications - event),
    }
  }
  return {
    free() {
      const left = free()
      const exceptKinds = kinds.filter((kind) => left[kind] <= 0)
      return {
        atOnce: Math.min(...kinds.map((kind) => left[kind]).filter((count) => count > 0), concurrency),
        exceptKinds,
      }
    },
    take(kind) {
      running[kind] += 1
      return () => {
        running[kind] -= 1
      }
    },
  }
}

const kinds = ['submission', 'notification', 'event'] as const
