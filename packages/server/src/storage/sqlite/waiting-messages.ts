import type { Change, Write } from '../../domain/changes.ts'
import { failpoint } from '../../testing/failpoints.ts'
import type { Database } from './database.ts'

/**
 * What waits for one endpoint, however much that is. A change marks the endpoint alone, and from its commit on a claim
 * goes by the mark; the rows behind are brought in line afterwards, a slice to a transaction, whenever it is done and by
 * whom.
 */
export interface WaitingMessages {
  /** Everything that waits goes to the address in the record, a message that is being sent with its next attempt. */
  readdress(change: Change, write: Extract<Write, { write: 'readdress' }>): void
  /** Nothing is sent any more but what is being sent at this moment. */
  end(change: Change, write: Extract<Write, { write: 'endWaiting' }>): void
  isTidy(): boolean
  /** Looks at `limit` rows at most, and answers whether there are more to look at now. */
  tidy(limit: number): boolean
}

export function waitingMessages(database: Database): WaitingMessages {
  const readdress = database.prepare('UPDATE webhooks SET tidy_after = 0 WHERE account_id = ? AND id = ?')
  const end = database.prepare('UPDATE webhooks SET era = era + 1, tidy_after = 0 WHERE account_id = ? AND id = ?')
  const untidy = database.prepare<UntidyEndpoint>(`SELECT account_id AS accountId, id, era, doc ->> '$.url' AS url,
    tidy_after AS after FROM webhooks INDEXED BY webhooks_untidy WHERE tidy_after IS NOT NULL`)
  const tidyOne = endpointTidier(database)
  return {
    readdress: ({ accountId }, { webhookId }) => void readdress.run(accountId, webhookId),
    end: ({ accountId }, { webhookId }) => void end.run(accountId, webhookId),
    isTidy: () => untidy.get() === undefined,
    tidy: (limit) => {
      let left = limit
      for (const endpoint of untidy.all()) {
        left -= tidyOne(endpoint, left)
        failpoint('tidy.applied')
        if (left === 0) return true
      }
      return false
    },
  }
}

interface UntidyEndpoint {
  readonly accountId: string
  readonly id: string
  readonly era: number
  readonly url: string
  readonly after: number
}

interface WaitingRow {
  readonly place: number
  readonly deliveryId: string
  readonly outboxId: string
  readonly era: number
  readonly destination: string
  readonly isBeingSent: number
}

/** Answers how many rows it looked at. */
function endpointTidier(database: Database): (endpoint: UntidyEndpoint, limit: number) => number {
  const waiting = database.prepare<WaitingRow>(`SELECT d.rowid AS place, d.id AS deliveryId, o.id AS outboxId, o.era,
    o.destination, o.lease_owner IS NOT NULL AS isBeingSent
    FROM deliveries d INDEXED BY events_waiting
    CROSS JOIN outbox o ON o.account_id = d.account_id AND o.delivery_id = d.id
    WHERE d.account_id = ? AND d.party_id = ? AND d.kind = 'event' AND d.state IN ('QUEUED', 'RETRY_WAIT', 'RECONCILE')
    AND d.rowid > ? ORDER BY d.rowid LIMIT ?`)
  const remove = database.prepare('DELETE FROM outbox WHERE id = ?')
  const reject = database.prepare(`UPDATE deliveries SET state = 'REJECTED' WHERE rowid = ?`)
  const move = database.prepare('UPDATE outbox SET destination = ? WHERE id = ?')
  const moveDelivery = database.prepare('UPDATE deliveries SET destination = ? WHERE rowid = ?')
  const goOn = database.prepare('UPDATE webhooks SET tidy_after = ? WHERE account_id = ? AND id = ?')
  return ({ accountId, id, era, url, after }, limit) => {
    const rows = waiting.all(accountId, id, after, limit)
    for (const row of rows) {
      if (row.era < era) {
        // When it comes back to wait, the tables mark its endpoint again.
        if (row.isBeingSent === 1) continue
        remove.run(row.outboxId)
        reject.run(row.place)
      } else if (row.destination !== url) {
        move.run(url, row.outboxId)
        moveDelivery.run(url, row.place)
      }
    }
    goOn.run(rows.length < limit ? null : (rows.at(-1)?.place ?? null), accountId, id)
    return rows.length
  }
}
