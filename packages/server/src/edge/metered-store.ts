import type { Store } from '../ports.ts'
import type { Metrics } from './metrics.ts'

/**
 * The store, with its commits counted. Changes that are acknowledged in one turn of the event loop were one durable
 * transaction, since the writer settles a whole group at once and waits a turn before the next.
 */
export function meteredStore<S extends Store>(store: S, metrics: Pick<Metrics, 'countCommit'>): S {
  let acknowledged = 0
  const count = (): void => {
    metrics.countCommit(acknowledged)
    acknowledged = 0
  }
  return {
    ...store,
    commit: async (change) => {
      const outcome = await store.commit(change)
      if (outcome.outcome === 'committed') {
        if (acknowledged === 0) setImmediate(count)
        acknowledged += 1
      }
      return outcome
    },
  }
}
