import type { OutboxRecord } from '../../domain/records.ts'
import type { ClaimedEffect, EffectClaim } from '../../ports.ts'
import { failpoint } from '../../testing/failpoints.ts'
import type { Database } from './database.ts'
import { outboxColumns, submissionReader } from './read-submissions.ts'

type OutboxRow = OutboxRecord & { readonly accountId: string }

/**
 * Takes the effect that is due for longest: raises its epoch and the version of its export, leases it and inserts the
 * open attempt, the committed intent of one send. Runs inside the transaction of the writer.
 */
export function claimer(database: Database): (claim: EffectClaim) => ClaimedEffect | null {
  const lease =
    database.prepare<OutboxRow>(`UPDATE outbox SET lease_owner = ?, lease_until = ?, lease_epoch = lease_epoch + 1,
    last_n = last_n + 1, sends = sends + 1
    WHERE id = (SELECT id FROM outbox WHERE lease_owner IS NULL AND available_at <= ?
      AND destination NOT IN (SELECT value FROM json_each(?)) ORDER BY available_at, id LIMIT 1)
    RETURNING account_id AS accountId, ${outboxColumns}`)
  const open = database.prepare(`INSERT INTO attempts (account_id, submission_id, n, epoch, kind, started_at)
    VALUES (?, ?, ?, ?, 'send', ?)`)
  const raiseVersion = database.prepare('UPDATE exports SET version = version + 1 WHERE account_id = ? AND id = ?')
  const effectOf = effectReader(database)
  return ({ worker, now, leaseUntil, avoidDestinations }) => {
    const row = lease.get(worker, leaseUntil, now, JSON.stringify(avoidDestinations))
    if (row === undefined) return null
    failpoint('claim.leased')
    open.run(row.accountId, row.submissionId, row.lastN, row.leaseEpoch, now)
    raiseVersion.run(row.accountId, row.exportId)
    failpoint('claim.intent')
    return effectOf(row)
  }
}

/** Effects whose lease is over, longest first. Call it inside a snapshot. */
export function expiredEffectReader(database: Database): (now: number, limit: number) => ClaimedEffect[] {
  const select = database.prepare<OutboxRow>(`SELECT account_id AS accountId, ${outboxColumns} FROM outbox
    WHERE lease_owner IS NOT NULL AND lease_until <= ? ORDER BY lease_until, id LIMIT ?`)
  const effectOf = effectReader(database)
  return (now, limit) => select.all(now, limit).map(effectOf)
}

function effectReader(database: Database): (row: OutboxRow) => ClaimedEffect {
  const submissions = submissionReader(database)
  const payloads = database.prepare<{ bytes: Uint8Array }>('SELECT bytes FROM blobs WHERE sha256 = ?')
  return ({ accountId, ...outbox }) => {
    const submission = submissions.ofExport(accountId, outbox.exportId).find(({ id }) => id === outbox.submissionId)
    const attempt = submission?.attempts.find(({ n }) => n === outbox.lastN)
    const payload = submission && payloads.get(submission.payloadSha)
    if (submission === undefined || attempt === undefined || payload === undefined)
      throw new Error(`Outbox row ${outbox.id} has no submission, attempt or payload.`)
    return { accountId, outbox, submission, attempt, payload: payload.bytes }
  }
}
