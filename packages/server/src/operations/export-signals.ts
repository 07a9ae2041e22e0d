import type { Timers } from './timers.ts'

const listenersByStore = new WeakMap<object, Map<string, Set<() => void>>>()

/** Wakes whoever waits for news of the export in this process. Called after a commit; losing it costs one wait. */
export function announceExport(store: object, exportId: string): void {
  for (const listener of listenersByStore.get(store)?.get(exportId) ?? []) listener()
}

/** Listens from now on, so that nothing is missed between a read and the wait for it. */
export function listenToExport(store: object, exportId: string): ExportListener {
  const listeners = listenersByStore.get(store) ?? new Map<string, Set<() => void>>()
  listenersByStore.set(store, listeners)
  const ofExport = listeners.get(exportId) ?? new Set<() => void>()
  listeners.set(exportId, ofExport)
  let isAnnounced = false
  let wake = (): void => {}
  const listener = (): void => {
    isAnnounced = true
    wake()
  }
  ofExport.add(listener)
  return {
    wait: (timers, limitMs, signal) =>
      new Promise((resolve) => {
        const done = (): void => {
          cancel()
          signal?.removeEventListener('abort', done)
          isAnnounced = false
          wake = () => {}
          resolve()
        }
        const cancel = timers.after(limitMs, done)
        wake = done
        signal?.addEventListener('abort', done)
        if (isAnnounced || signal?.aborted === true) done()
      }),
    stop: () => {
      ofExport.delete(listener)
      if (ofExport.size === 0) listeners.delete(exportId)
    },
  }
}

export interface ExportListener {
  /** Resolves at the next announcement (or at once, if there was one since the last wait), the limit or the abort. */
  wait(timers: Timers, limitMs: number, signal?: AbortSignal): Promise<void>
  stop(): void
}
