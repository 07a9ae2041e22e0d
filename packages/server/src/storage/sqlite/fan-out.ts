import type { Change, Write } from '../../domain/changes.ts'
import type { DeliveryRecord, EventRecord, OutboxRecord, WebhookDocument } from '../../domain/records.ts'
import type { WriteRefusal } from './apply-change.ts'
import { upsertDelivery, upsertOutbox } from './apply-delivery.ts'
import type { Database } from './database.ts'
import { parseStored } from './json.ts'
import type { WriteStatements } from './statements.ts'

/** Rows that carry the events of one change to the endpoints of its account, written inside its transaction. */
export interface FanOut {
  /** One delivery to each active endpoint that asked for the type of the event. */
  event(write: Extract<Write, { write: 'event' }>): void
  /** `stale` where the endpoint is not the account's. */
  replay(write: ReplayWrite): WriteRefusal
}

/**
 * Event deliveries are named by event and endpoint, so a second one of the same event is impossible. The endpoints are read
 * once for a change, at its first event.
 */
export function fanOutWriter(database: Database, statements: WriteStatements): (change: Change) => FanOut {
  const endpoints = database.prepare<{ doc: string }>('SELECT doc FROM webhooks WHERE account_id = ?')
  const endpointsOf = (accountId: string): readonly WebhookDocument[] =>
    endpoints.all(accountId).map(({ doc }) => parseStored<WebhookDocument>(doc))
  const replay = replayWriter(database, statements)
  return (change) => {
    const { accountId, at } = change
    let read: readonly WebhookDocument[] | null = null
    return {
      event: ({ exportId, event }) => {
        read ??= endpointsOf(accountId)
        for (const { id: partyId, url: destination, events, active } of read) {
          if (!active || !events.includes(event.type)) continue
          const queued = { exportId, event, partyId, destination, at }
          upsertDelivery(statements, accountId, deliveryOf(queued))
          upsertOutbox(statements, accountId, outboxOf(queued, { lastN: 0, lastEpoch: 0 }))
        }
      },
      replay: (write) => replay(change, write),
    }
  }
}

type ReplayWrite = Extract<Write, { write: 'replay' }>

function replayWriter(
  database: Database,
  statements: WriteStatements,
): (change: Change, write: ReplayWrite) => WriteRefusal {
  const endpoint = database.prepare<{ doc: string }>('SELECT doc FROM webhooks WHERE account_id = ? AND id = ?')
  const later = database.prepare<Pick<EventRecord, 'id' | 'seq' | 'type' | 'at'>>(`SELECT id, seq, type, at FROM events
    WHERE account_id = ? AND export_id = ? AND seq > ? ORDER BY seq`)
  const known = database.prepare<KnownDelivery>(`SELECT o.id AS outboxId, o.lease_owner IS NOT NULL AS isBeingSent,
    o.era = (SELECT era FROM webhooks w WHERE w.account_id = d.account_id AND w.id = d.party_id) AS isWaiting,
    (SELECT coalesce(max(n), 0) FROM attempts a WHERE a.account_id = d.account_id AND a.delivery_id = d.id) AS lastN,
    (SELECT coalesce(max(epoch), 0) FROM attempts a WHERE a.account_id = d.account_id AND a.delivery_id = d.id)
      AS lastEpoch
    FROM deliveries d LEFT JOIN outbox o ON o.account_id = d.account_id AND o.delivery_id = d.id
    WHERE d.account_id = ? AND d.id = ?`)
  const revive =
    database.prepare(`UPDATE outbox SET era = (SELECT era FROM webhooks w WHERE w.account_id = ? AND w.id = ?)
    WHERE id = ?`)
  const queueAgain = database.prepare(`UPDATE deliveries SET state = 'QUEUED', destination = ?, round_from_n = ?
    WHERE account_id = ? AND id = ?`)
  return ({ accountId, at }, { webhookId: partyId, exportId, afterSeq }) => {
    const found = endpoint.get(accountId, partyId)
    if (found === undefined) return 'stale'
    const { url: destination, events } = parseStored<WebhookDocument>(found.doc)
    for (const event of later.all(accountId, exportId, afterSeq)) {
      if (!events.includes(event.type)) continue
      const queued = { exportId, event, partyId, destination, at }
      const delivery = deliveryOf(queued)
      const before = known.get(accountId, delivery.id)
      if (before?.isWaiting === 1) continue
      if (before !== undefined && before.outboxId !== null) {
        // All that waited was ended, and this one has not been brought in line yet.
        if (before.isBeingSent === 0) statements.deleteOutbox.run(accountId, before.outboxId)
        else {
          revive.run(accountId, partyId, before.outboxId)
          continue
        }
      }
      if (before === undefined) upsertDelivery(statements, accountId, delivery)
      else queueAgain.run(destination, before.lastN + 1, accountId, delivery.id)
      upsertOutbox(statements, accountId, outboxOf(queued, before ?? { lastN: 0, lastEpoch: 0 }))
    }
    return null
  }
}

interface KnownDelivery {
  readonly outboxId: string | null
  readonly isBeingSent: number
  readonly isWaiting: number | null
  readonly lastN: number
  readonly lastEpoch: number
}

interface Queued {
  readonly exportId: string
  readonly event: Pick<EventRecord, 'id' | 'seq' | 'at'>
  readonly partyId: string
  readonly destination: string
  readonly at: number
}

function deliveryOf({ exportId, event, partyId, destination }: Queued): DeliveryRecord {
  return {
    id: `${event.id}.${partyId}`,
    kind: 'event',
    exportId,
    partyId,
    transport: 'webhook',
    policy: 'at_least_once',
    terms: { keyWindowMs: 0, isQueryable: false, settleMs: 0, concurrency: 1 },
    destination,
    subject: null,
    state: 'QUEUED',
    payloadSha: null,
    brokerRef: null,
    roundFromN: 1,
    resendRisk: false,
    doubtResolvedN: 0,
    createdAt: event.at,
    attempts: [],
    outbox: null,
  }
}

/** Epochs and attempt numbers go on where they were: none is used twice. */
function outboxOf(
  { exportId, event, partyId, destination, at }: Queued,
  { lastN, lastEpoch }: { readonly lastN: number; readonly lastEpoch: number },
): OutboxRecord {
  const deliveryId = `${event.id}.${partyId}`
  return {
    id: `out_${deliveryId}`,
    deliveryId,
    exportId,
    kind: 'send',
    destination,
    availableAt: at,
    notAfter: null,
    leaseOwner: null,
    leaseEpoch: lastEpoch,
    leaseUntil: null,
    sends: 0,
    lastN,
    lane: `${partyId}/${exportId}`,
    laneSeq: event.seq,
  }
}
