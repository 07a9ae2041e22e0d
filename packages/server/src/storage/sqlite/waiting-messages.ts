import type { Change, Write } from '../../domain/changes.ts'
import type { Database } from './database.ts'

/** Changes what waits for one endpoint, inside the transaction of the change. */
export interface WaitingMessages {
  /** Everything that waits goes to another address, a message that is being sent with its next attempt. */
  readdress(change: Change, write: Extract<Write, { write: 'readdress' }>): void
  /** Nothing is sent any more but what is being sent at this moment. */
  end(change: Change, write: Extract<Write, { write: 'endWaiting' }>): void
}

export function waitingMessages(database: Database): WaitingMessages {
  const outboxAddress = database.prepare(`UPDATE outbox SET destination = ?
    WHERE account_id = ? AND delivery_id IN (SELECT id FROM ${waiting})`)
  const address = database.prepare(`UPDATE deliveries SET destination = ? WHERE account_id = ?
    AND id IN (SELECT id FROM ${waiting})`)
  // What stands behind another one goes first: else each row that goes would free the next one of its lane.
  const free = (isBlocked: 0 | 1) =>
    database.prepare(`DELETE FROM outbox WHERE is_blocked = ${isBlocked} AND lease_owner IS NULL
      AND account_id = ? AND delivery_id IN (SELECT id FROM ${waiting})`)
  const [behind, first] = [free(1), free(0)]
  const ended = database.prepare(`UPDATE deliveries SET state = 'REJECTED' WHERE account_id = ?
    AND id IN (SELECT id FROM ${waiting}) AND NOT EXISTS (SELECT 1 FROM outbox o
      WHERE o.account_id = deliveries.account_id AND o.delivery_id = deliveries.id)`)
  return {
    readdress: ({ accountId }, { webhookId, destination }) => {
      outboxAddress.run(destination, accountId, accountId, webhookId)
      address.run(destination, accountId, accountId, webhookId)
    },
    end: ({ accountId }, { webhookId }) => {
      behind.run(accountId, accountId, webhookId)
      first.run(accountId, accountId, webhookId)
      ended.run(accountId, accountId, webhookId)
    },
  }
}

const waiting = `deliveries INDEXED BY events_waiting
  WHERE account_id = ? AND party_id = ? AND kind = 'event' AND state IN ('QUEUED', 'RETRY_WAIT', 'RECONCILE')`
