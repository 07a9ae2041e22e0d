import type { Store } from '../ports.ts'
import { watchOtherProcesses } from './other-processes.ts'
import type { Timers } from './timers.ts'

const listenersByStore = new WeakMap<object, Map<string, Set<() => void>>>()

/** Wakes whoever waits for news of the export in this process. Called after a commit; losing it costs one wait. */
export function announceExport(store: object, exportId: string): void {
  announce(store, `export ${exportId}`)
}

/** The same for those who follow all exports of the account. */
export function announceAccount(store: object, accountId: string): void {
  announce(store, `account ${accountId}`)
}

/** Listens from now on, so that nothing is missed between a read and the wait for it. */
export function listenToExport(store: ListenedStore, exportId: string): NewsListener {
  return listen(store, `export ${exportId}`)
}

export function listenToAccount(store: ListenedStore, accountId: string): NewsListener {
  return listen(store, `account ${accountId}`)
}

function announce(store: object, topic: string): void {
  for (const listener of listenersByStore.get(store)?.get(topic) ?? []) listener()
}

type ListenedStore = Pick<Store, 'lastEventPosition'>

function listen(store: ListenedStore, topic: string): NewsListener {
  const listeners = listenersByStore.get(store) ?? new Map<string, Set<() => void>>()
  listenersByStore.set(store, listeners)
  const ofTopic = listeners.get(topic) ?? new Set<() => void>()
  listeners.set(topic, ofTopic)
  let isAnnounced = false
  let wake = (): void => {}
  const listener = (): void => {
    isAnnounced = true
    wake()
  }
  ofTopic.add(listener)
  return {
    wait: ({ timers, limitMs, hasNews, signal }) =>
      new Promise((resolve) => {
        const done = (): void => {
          cancel()
          endWatch()
          signal?.removeEventListener('abort', done)
          isAnnounced = false
          wake = () => {}
          resolve()
        }
        const cancel = timers.after(limitMs, done)
        const endWatch = watchOtherProcesses(store, timers, { hasNews, wake: done })
        wake = done
        signal?.addEventListener('abort', done)
        if (isAnnounced || signal?.aborted === true) done()
      }),
    stop: () => {
      ofTopic.delete(listener)
      if (ofTopic.size === 0) listeners.delete(topic)
    },
  }
}

export interface NewsListener {
  /**
   * Resolves at the next announcement (or at once, if there was one since the last wait), the limit or the abort, and within
   * about a second where another process brought the news.
   */
  wait(wait: NewsWait): Promise<void>
  stop(): void
}

export interface NewsWait {
  readonly timers: Timers
  readonly limitMs: number
  /** Looks whether what is waited for is there. */
  readonly hasNews: () => Promise<boolean>
  readonly signal?: AbortSignal | undefined
}
