import type { Database } from './database.ts'

const keptMs = 30 * 24 * 3_600_000

/**
 * Removes deliveries of events, with their attempts, that ended and were neither made nor tried in the last 30 days: at
 * most `limit`, oldest first. Events, submissions and notifications stay for ever, so a replay can still carry an event.
 */
export function deliverySweeper(database: Database): (now: number, limit: number) => number {
  const old = database.prepare<{ accountId: string; id: string }>(`SELECT account_id AS accountId, id
    FROM deliveries AS d INDEXED BY events_ended
    WHERE kind = 'event' AND state NOT IN ('QUEUED', 'RETRY_WAIT', 'RECONCILE') AND created_at <= ?
    AND NOT EXISTS (SELECT 1 FROM attempts a
      WHERE a.account_id = d.account_id AND a.delivery_id = d.id AND a.started_at > ?)
    ORDER BY created_at LIMIT ?`)
  const removeAttempts = database.prepare('DELETE FROM attempts WHERE account_id = ? AND delivery_id = ?')
  const remove = database.prepare('DELETE FROM deliveries WHERE account_id = ? AND id = ?')
  return (now, limit) => {
    const found = old.all(now - keptMs, now - keptMs, limit)
    for (const { accountId, id } of found) {
      removeAttempts.run(accountId, id)
      remove.run(accountId, id)
    }
    return found.length
  }
}
