import type { Reply, Store } from '../ports.ts'

/** A rendered answer and what it was rendered from. */
export interface CachedView {
  readonly version: number
  readonly profileRev: number
  /** Milliseconds UTC; at this time the same record reads differently, since an approval ends. Null: never. */
  readonly validUntil: number | null
  readonly reply: Reply
}

/** Rendered answers, least recently used first out, bounded by their number and their bytes. */
export interface ViewCache {
  get(key: string): CachedView | undefined
  set(key: string, view: CachedView): void
}

export function createViewCache(maxEntries: number, maxBytes: number): ViewCache {
  const views = new Map<string, CachedView>()
  let bytes = 0
  const forget = (key: string): void => {
    bytes -= views.get(key)?.reply.body.length ?? 0
    views.delete(key)
  }
  return {
    get(key) {
      const view = views.get(key)
      if (view === undefined) return undefined
      views.delete(key)
      views.set(key, view)
      return view
    },
    set(key, view) {
      forget(key)
      views.set(key, view)
      bytes += view.reply.body.length
      for (const oldest of views.keys()) {
        if (views.size <= maxEntries && bytes <= maxBytes) return
        forget(oldest)
      }
    },
  }
}

const cachesByStore = new WeakMap<Store, ViewCache>()

export function viewCacheOf(store: Store): ViewCache {
  const cache = cachesByStore.get(store) ?? createViewCache(1_000, 32 * 1_024 * 1_024)
  cachesByStore.set(store, cache)
  return cache
}
