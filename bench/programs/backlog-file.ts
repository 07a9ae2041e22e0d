import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { SubmissionRecord } from '../../packages/server/src/domain/records.ts'
import type { Store } from '../../packages/server/src/ports.ts'
import { Database } from '../../packages/server/src/storage/sqlite/database.ts'
import { openSqliteStore } from '../../packages/server/src/storage/sqlite/sqlite-store.ts'
import { testAccountId } from '../../packages/server/src/testing/builders.ts'
import { execute, openWorkbench, plan, setUpAccount, statusOf } from '../../packages/server/src/testing/workbench.ts'

export interface Backlog {
  readonly submissions: number
  /** They take turns. */
  readonly destinations: readonly string[]
}

/**
 * Fills a new database in this folder with executed exports of one order, each with one submission of two kilobytes that
 * is due at once. The rows are copies of those of one real export, without its artifacts and with one event alone.
 */
export async function fillBacklog(folder: string, { submissions, destinations }: Backlog): Promise<string> {
  const file = join(folder, 'entrygo.sqlite')
  const submission = await onePattern(file)
  const database = new Database({ file, access: 'write', cacheBytes: 64 * 1024 * 1024 })
  const copy = copier(database, submission)
  for (let from = 0; from < submissions; from += rowsAtOnce) {
    database.transaction(() => {
      const end = Math.min(submissions, from + rowsAtOnce)
      for (let n = from; n < end; n += 1) copy(n, destinations[n % destinations.length] ?? '')
    })
    database.copyLog()
  }
  database.emptyLog()
  database.close()
  return file
}

const rowsAtOnce = 5_000

/** An export that was really planned and executed, and whose submission waits no longer. */
async function onePattern(file: string): Promise<SubmissionRecord> {
  const workbench = await openWorkbench()
  const store: Store = await openSqliteStore({ file })
  const ports = { ...workbench.ports, store }
  const { exportId } = await plan(ports, await setUpAccount(ports))
  if (statusOf(await execute(ports, exportId)) !== 201) throw new Error('The pattern was not executed.')
  const submission = (await store.loadExport(testAccountId, exportId))?.submissions[0]
  const outbox = submission?.outbox ?? null
  if (submission === undefined || outbox === null) throw new Error('The pattern has no submission that waits.')
  await store.commit({
    ...{ accountId: testAccountId, at: 0, reply: null, expect: [] },
    writes: [
      { write: 'delivery', delivery: { ...submission, state: 'ACCEPTED' } },
      { write: 'noOutbox', outboxId: outbox.id },
    ],
  })
  await store.close()
  await workbench.close()
  return submission
}

/** Writes the rows of the n-th export after the pattern's. */
function copier(database: Database, submission: SubmissionRecord): (n: number, destination: string) => void {
  const from = `WHERE account_id = '${testAccountId}' AND`
  const exports = database.prepare(`INSERT INTO exports SELECT account_id, ?, status, plan_no, 1, version, created_at,
    readiness_state, warehouse_id FROM exports ${from} id = ?`)
  const plans =
    database.prepare(`INSERT INTO plans SELECT account_id, ?, plan_no, plan_hash, readiness_state, planned_at,
    documents, snapshot FROM plans ${from} export_id = ?`)
  const executions = database.prepare(`INSERT INTO executions SELECT account_id, ?, plan_no, plan_hash, executed_at
    FROM executions ${from} export_id = ?`)
  const events = database.prepare(`INSERT INTO events (account_id, export_id, seq, id, type, at, data)
    SELECT account_id, ?, seq, ?, type, at, data FROM events ${from} export_id = ? AND seq = 1`)
  const blobs = database.prepare('INSERT INTO blobs VALUES (?, ?, ?)')
  const deliveries = database.prepare(`INSERT INTO deliveries (account_id, id, kind, export_id, party_id, revision,
    transport, policy, key_window_ms, is_queryable, settle_ms, concurrency, destination, subject, state, payload_sha,
    round_from_n, resend_risk, doubt_resolved_n, created_at)
    SELECT account_id, ?, kind, ?, party_id, revision, transport, policy, key_window_ms, is_queryable, settle_ms,
    concurrency, ?, subject, 'QUEUED', ?, round_from_n, resend_risk, doubt_resolved_n, created_at
    FROM deliveries ${from} id = ?`)
  const effects = database.prepare(`INSERT INTO outbox (account_id, id, export_id, delivery_id, kind, destination,
    available_at, lease_epoch, sends, last_n, is_blocked) VALUES (?, ?, ?, ?, 'send', ?, ?, 0, 0, 0, 0)`)
  const dueAt = Date.now()
  return (n, destination) => {
    const id = (prefix: string): string => `${prefix}_01k9m4x${String(n).padStart(19, '0')}`
    const bytes = payload(id('sub'))
    const sha = createHash('sha256').update(bytes).digest('hex')
    exports.run(id('batch'), submission.exportId)
    plans.run(id('batch'), submission.exportId)
    executions.run(id('batch'), submission.exportId)
    events.run(id('batch'), id('evt'), submission.exportId)
    blobs.run(sha, bytes.byteLength, bytes)
    deliveries.run(id('sub'), id('batch'), destination, sha, submission.id)
    effects.run(testAccountId, id('out'), id('batch'), id('sub'), destination, dueAt)
  }
}

function payload(id: string): Uint8Array {
  return Buffer.from(`Message of ${id}\r\n`.padEnd(2_000, 'The goods of this message are described by its lines.\r\n'))
}
