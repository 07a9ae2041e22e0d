import type { EventRecord } from '../../domain/records.ts'
import type { ClaimedEffect, EffectClaim, PendingEffect } from '../../ports.ts'
import { failpoint } from '../../testing/failpoints.ts'
import type { Database } from './database.ts'
import { parseStored } from './json.ts'
import { originalBytes } from './packed-text.ts'
import { partySecrets } from './party-secrets.ts'
import { deliveryReader, type OutboxRow, outboxColumns, outboxOf } from './read-deliveries.ts'

/**
 * Takes a due effect: raises its epoch, leases it and inserts the open attempt, the committed intent of one send or one
 * query. The version of the export rises too, except for an event, which its export does not show. Runs inside the
 * transaction of the writer.
 */
export function claimer(database: Database): (claim: EffectClaim) => ClaimedEffect | null {
  const nextDue = dueFinder(database)
  const lease = database.prepare<OutboxRow>(`UPDATE outbox SET lease_owner = ?, lease_until = ?, destination = ?,
    lease_epoch = lease_epoch + 1, last_n = last_n + 1, sends = sends + 1 WHERE id = ? RETURNING ${outboxColumns}`)
  const follow = database.prepare('UPDATE deliveries SET destination = ? WHERE account_id = ? AND id = ?')
  const open = database.prepare(`INSERT INTO attempts (account_id, delivery_id, n, epoch, kind, started_at)
    VALUES (?, ?, ?, ?, ?, ?)`)
  const raiseVersion = database.prepare('UPDATE exports SET version = version + 1 WHERE account_id = ? AND id = ?')
  const effectOf = claimedEffectReader(database)
  return (claim) => {
    const { worker, now, leaseUntil } = claim
    const due = nextDue(claim)
    const row = due === null ? undefined : lease.get(worker, leaseUntil, due.destination, due.id)
    if (due === null || row === undefined) return null
    if (due.isMoved) follow.run(row.destination, row.accountId, row.deliveryId)
    failpoint('claim.leased')
    open.run(row.accountId, row.deliveryId, row.lastN, row.leaseEpoch, row.kind, now)
    const effect = effectOf(row, now)
    if (effect.delivery.kind !== 'event' && row.exportId !== null) raiseVersion.run(row.accountId, row.exportId)
    failpoint('claim.intent')
    return effect
  }
}

/**
 * Finds the effect to claim, destination by destination: the next one in their order, after the destination that was
 * served last, that has something due and need not be avoided; of it what is due for longest. So every destination has
 * its turn whatever waits for the others, and a claim costs a look or two into the index for each destination that it
 * passes, however much waits there. An event goes where its endpoint is now, and nowhere if what waited for it was ended:
 * a destination whose first one cannot go is passed over, until what waits there is brought in line.
 */
function dueFinder(database: Database): (claim: EffectClaim) => Due | null {
  const anyDue = database.prepare(
    `SELECT 1 FROM outbox INDEXED BY outbox_next WHERE ${isFree} AND available_at <= ? LIMIT 1`,
  )
  const firstDue = database.prepare<{ destination: string; id: string }>(firstDueAfter)
  const endpoint = database.prepare<{ url: string; isWaiting: number }>(endpointOf)
  let served = ''
  return ({ now, avoidDestinations, taken, exceptKinds = [] }) => {
    if (anyDue.get(now) === undefined) return null
    const avoided = new Set([...avoidDestinations, ...(taken ?? [])])
    const excepted = exceptKinds.length === 0 ? null : JSON.stringify(exceptKinds)
    const from = (after: string): { destination: string; id: string } | undefined =>
      firstDue.get(after, now, now, JSON.stringify([...avoided]), excepted, excepted)
    for (;;) {
      const found = from(served) ?? (served === '' ? undefined : from(''))
      served = found?.destination ?? ''
      if (found === undefined) return null
      const { url: destination, isWaiting } = endpoint.get(found.id) ?? { url: found.destination, isWaiting: 1 }
      const isMoved = destination !== found.destination
      taken?.add(found.destination).add(destination)
      if (isWaiting === 1 && !(isMoved && avoided.has(destination))) return { id: found.id, destination, isMoved }
      avoided.add(found.destination)
    }
  }
}

interface Due {
  readonly id: string
  readonly destination: string
  /** Its endpoint has had another address since it was queued. */
  readonly isMoved: boolean
}

const endpointOf = `SELECT w.doc ->> '$.url' AS url, o.era = w.era AS isWaiting
  FROM outbox o CROSS JOIN deliveries d ON d.account_id = o.account_id AND d.id = o.delivery_id AND d.kind = 'event'
  CROSS JOIN webhooks w ON w.account_id = d.account_id AND w.id = d.party_id WHERE o.id = ?`

const isFree = 'lease_owner IS NULL AND is_blocked = 0'

const followingDestination = (before: string): string =>
  `(SELECT destination FROM outbox INDEXED BY outbox_due WHERE ${isFree} AND destination > ${before}
    ORDER BY destination LIMIT 1)`

/** Of the first one that is due alone: a look at all that waits there would cost more, the more waits. */
const kindOfDue = `(SELECT deliveries.kind FROM outbox CROSS JOIN deliveries
    ON deliveries.account_id = outbox.account_id AND deliveries.id = outbox.delivery_id WHERE outbox.id = due.id)`

const firstDueAfter = `WITH RECURSIVE waiting (destination) AS (
    SELECT ${followingDestination('?')}
    UNION ALL
    SELECT ${followingDestination('waiting.destination')} FROM waiting WHERE waiting.destination IS NOT NULL
  ), due (destination, id) AS (
    SELECT destination, (SELECT id FROM outbox INDEXED BY outbox_due
      WHERE ${isFree} AND outbox.destination = waiting.destination
      AND available_at <= ? AND (not_after IS NULL OR not_after >= ?) ORDER BY available_at, id LIMIT 1)
    FROM waiting WHERE destination IS NOT NULL AND destination NOT IN (SELECT value FROM json_each(?))
  )
  SELECT destination, id FROM due WHERE id IS NOT NULL AND (? IS NULL OR ${kindOfDue} NOT IN (SELECT value FROM json_each(?)))
    LIMIT 1`

/** Effects whose lease is over, longest first. Call it inside a snapshot. */
export function expiredEffectReader(database: Database): (now: number, limit: number) => ClaimedEffect[] {
  const select = database.prepare<OutboxRow>(`SELECT ${outboxColumns} FROM outbox
    WHERE lease_owner IS NOT NULL AND lease_until <= ? ORDER BY lease_until, id LIMIT ?`)
  const effectOf = claimedEffectReader(database)
  return (now, limit) => select.all(now, limit).map((row) => effectOf(row, now))
}

/** Effects that no claim takes any more, longest first. Call it inside a snapshot. */
export function lapsedEffectReader(database: Database): (now: number, limit: number) => PendingEffect[] {
  const select = database.prepare<OutboxRow>(`SELECT ${outboxColumns} FROM outbox
    WHERE lease_owner IS NULL AND not_after IS NOT NULL AND not_after < ? ORDER BY not_after, id LIMIT ?`)
  const effectOf = pendingEffectReader(database)
  return (now, limit) => select.all(now, limit).map(effectOf)
}

function pendingEffectReader(database: Database): (row: OutboxRow) => PendingEffect {
  const deliveries = deliveryReader(database)
  return (row) => {
    const { accountId } = row
    const delivery = deliveries.find(accountId, row.deliveryId)
    if (delivery === null) throw new Error(`Outbox row ${row.id} has no delivery.`)
    return { accountId, outbox: outboxOf(row), delivery }
  }
}

function claimedEffectReader(database: Database): (row: OutboxRow, now: number) => ClaimedEffect {
  const pendingOf = pendingEffectReader(database)
  const contentOf = contentReader(database)
  const secretsOf = partySecrets(database)
  return (row, now) => {
    const effect = pendingOf(row)
    const { accountId, delivery } = effect
    const attempt = delivery.attempts.find(({ n }) => n === row.lastN)
    if (attempt === undefined) throw new Error(`Outbox row ${row.id} is leased and has no attempt ${row.lastN}.`)
    return { ...effect, attempt, content: contentOf(effect), secrets: secretsOf(accountId, delivery, now) }
  }
}

type Content = ClaimedEffect['content']

interface StoredBlob {
  readonly size: number
  readonly bytes: Uint8Array
}

function contentReader(database: Database): (effect: PendingEffect) => Content {
  type EventRow = Omit<EventRecord, 'data'> & { readonly data: string; readonly exportId: string }
  const payload = database.prepare<StoredBlob>('SELECT size, bytes FROM blobs WHERE sha256 = ?')
  const event = database.prepare<EventRow>(`SELECT id, seq, type, at, data, export_id AS exportId
    FROM events WHERE id = ? AND account_id = ?`)
  return ({ accountId, delivery: { id, payloadSha } }) => {
    if (payloadSha !== null) {
      const row = payload.get(payloadSha)
      if (row === undefined) throw new Error(`Delivery ${id} has no payload.`)
      return { bytes: originalBytes(row.bytes, row.size) }
    }
    // The id of an event delivery is that of the event, a point, and that of the endpoint.
    const row = event.get(id.slice(0, id.indexOf('.')), accountId)
    if (row === undefined) throw new Error(`Delivery ${id} has no event.`)
    const { exportId, data, ...rest } = row
    return { exportId, event: { ...rest, data: parseStored(data) } }
  }
}
