import type { Store } from '../ports.ts'
import type { Timers } from './timers.ts'

/** Something that waits for events, and what it does when another process wrote some. */
export interface Waiter {
  /** Whether what it waits for is there. */
  readonly hasNews: () => Promise<boolean>
  readonly wake: () => void
}

/**
 * Looks every second, while somebody waits, whether the store has events that it did not have a second ago, and wakes whom
 * they concern: a process of its own, such as an operator's command, announces nothing here. Costs one look into an index a
 * second, and one read for each waiter when there are new events. Answers the function that ends the watch.
 */
export function watchOtherProcesses(store: EventStore, timers: Timers, waiter: Waiter): () => void {
  const watch = watches.get(store) ?? { waiters: new Set(), position: null, cancel: () => {} }
  watches.set(store, watch)
  watch.waiters.add(waiter)
  if (watch.waiters.size === 1) lookLater(watch, store, timers)
  return () => {
    watch.waiters.delete(waiter)
    if (watch.waiters.size > 0) return
    watch.cancel()
    watches.delete(store)
  }
}

type EventStore = Pick<Store, 'lastEventPosition'>

interface Watch {
  readonly waiters: Set<Waiter>
  /** Of the last event at the last look; null before the first one, at which everybody reads. */
  position: number | null
  cancel: () => void
}

const watches = new WeakMap<EventStore, Watch>()

const lookEveryMs = 1_000

function lookLater(watch: Watch, store: EventStore, timers: Timers): void {
  watch.cancel = timers.after(lookEveryMs, () => {
    void look(watch, store).finally(() => {
      if (watch.waiters.size > 0) lookLater(watch, store, timers)
    })
  })
}

/** A store that cannot be read now is asked again at the next look. */
async function look(watch: Watch, store: EventStore): Promise<void> {
  try {
    const position = await store.lastEventPosition()
    if (position === watch.position) return
    for (const { hasNews, wake } of [...watch.waiters]) if (await hasNews()) wake()
    watch.position = position
  } catch {
    watch.position = null
  }
}
