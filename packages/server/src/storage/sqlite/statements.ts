import type { RecordKind } from '../../domain/records.ts'
import type { Database, Statement } from './database.ts'
import { recordTables } from './record-tables.ts'

/** The statements that a change may run, each on the rows of one account. */
export type WriteStatements = Readonly<Record<TextName, Statement<unknown>> & Record<RecordTextName, ByKind>>

/** Prepares them all, once. */
export function writeStatements(database: Database): WriteStatements {
  const sql = (name: TextName): Statement<unknown> => database.prepare(texts[name])
  const byKind = (name: RecordTextName): ByKind => {
    const one = (kind: RecordKind): Statement<unknown> => database.prepare(recordTexts[name](recordTables[kind]))
    return {
      order: one('order'),
      product: one('product'),
      warehouse: one('warehouse'),
      broker: one('broker'),
      webhook: one('webhook'),
    }
  }
  return {
    insertReply: sql('insertReply'),
    insertRecord: byKind('insertRecord'),
    updateRecord: byKind('updateRecord'),
    insertProfile: sql('insertProfile'),
    updateProfile: sql('updateProfile'),
    insertExport: sql('insertExport'),
    updateExport: sql('updateExport'),
    insertPlan: sql('insertPlan'),
    listByPlan: sql('listByPlan'),
    insertApproval: sql('insertApproval'),
    insertExecution: sql('insertExecution'),
    insertEvent: sql('insertEvent'),
    insertBlob: sql('insertBlob'),
    insertPackage: sql('insertPackage'),
    insertArtifact: sql('insertArtifact'),
    insertNotification: sql('insertNotification'),
    upsertDelivery: sql('upsertDelivery'),
    closeAttempt: sql('closeAttempt'),
    insertAttempt: sql('insertAttempt'),
    upsertOutbox: sql('upsertOutbox'),
    deleteOutbox: sql('deleteOutbox'),
    forgetBudgets: sql('forgetBudgets'),
    raiseBudget: sql('raiseBudget'),
    recordIs: byKind('recordIs'),
    countIsBelow: byKind('countIsBelow'),
    profileIs: sql('profileIs'),
    exportIs: sql('exportIs'),
    leaseIs: sql('leaseIs'),
  }
}

type ByKind = Readonly<Record<RecordKind, Statement<unknown>>>
type TextName = keyof typeof texts
type RecordTextName = 'insertRecord' | 'updateRecord' | 'recordIs' | 'countIsBelow'

const texts = {
  insertReply: `INSERT INTO idempotency (account_id, key, fingerprint, operation, status, content_type, resource_id, created_at,
    expires_at, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, key) DO NOTHING`,
  insertProfile: 'INSERT INTO accounts (id, rev, profile) VALUES (?, 1, ?) ON CONFLICT (id) DO NOTHING',
  updateProfile: 'UPDATE accounts SET rev = ?, profile = ? WHERE id = ? AND rev = ?',
  insertExport: `INSERT INTO exports (account_id, id, status, plan_no, event_seq, version, created_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)`,
  updateExport: `UPDATE exports SET status = ?, plan_no = ?, event_seq = ?, version = ?
    WHERE account_id = ? AND id = ? AND version = ?`,
  insertPlan: `INSERT INTO plans (account_id, export_id, plan_no, plan_hash, readiness_state, planned_at, documents, snapshot)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  listByPlan: 'UPDATE exports SET readiness_state = ?, warehouse_id = ? WHERE account_id = ? AND id = ?',
  insertApproval: `INSERT INTO approvals (account_id, export_id, id, plan_no, plan_hash, actor, reason, approved_at,
    expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  insertExecution: `INSERT INTO executions (account_id, export_id, plan_no, plan_hash, executed_at)
    VALUES (?, ?, ?, ?, ?) ON CONFLICT (account_id, export_id) DO NOTHING`,
  // Without a position it follows the last one; the first after a restore leaves out those that were given in lost time.
  insertEvent: `INSERT INTO events (position, account_id, export_id, seq, id, type, at, data) VALUES (
    (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'position_from'
      AND CAST(value AS INTEGER) > (SELECT coalesce(max(position), 0) FROM events)), ?, ?, ?, ?, ?, ?, ?)`,
  insertBlob: 'INSERT INTO blobs (sha256, size, bytes) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
  insertPackage: `INSERT INTO packages (account_id, id, export_id, package_number, content_sha, created_at)
    VALUES (?, ?, ?, ?, ?, ?)`,
  insertArtifact: `INSERT INTO artifacts (account_id, export_id, kind, ordinal, filename, media_type, sha256, size, generated_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  insertNotification: `INSERT INTO notifications (account_id, export_id, id, kind, channel, recipient, at)
    VALUES (?, ?, ?, ?, ?, ?, ?)`,
  upsertDelivery: `INSERT INTO deliveries (account_id, id, kind, export_id, party_id, revision, transport, policy,
    key_window_ms, is_queryable, settle_ms, concurrency, destination, subject, state, payload_sha, broker_ref,
    round_from_n, resend_risk, doubt_resolved_n, created_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (account_id, id) DO UPDATE SET state = excluded.state, broker_ref = excluded.broker_ref,
    round_from_n = excluded.round_from_n, resend_risk = excluded.resend_risk,
    doubt_resolved_n = excluded.doubt_resolved_n`,
  closeAttempt: `UPDATE attempts SET finished_at = ?, outcome = ?, evidence = ?
    WHERE account_id = ? AND delivery_id = ? AND n = ?`,
  insertAttempt: `INSERT INTO attempts (account_id, delivery_id, n, epoch, kind, started_at, finished_at, outcome, evidence)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  upsertOutbox: `INSERT INTO outbox (account_id, id, export_id, delivery_id, kind, destination, available_at, not_after,
    lease_owner, lease_epoch, lease_until, sends, last_n, lane, lane_seq, is_blocked, era)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce((SELECT w.era
      FROM deliveries d JOIN webhooks w ON w.account_id = d.account_id AND w.id = d.party_id
      WHERE d.account_id = ? AND d.id = ? AND d.kind = 'event'), 0))
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind,
    available_at = excluded.available_at, not_after = excluded.not_after, lease_owner = excluded.lease_owner,
    lease_epoch = excluded.lease_epoch, lease_until = excluded.lease_until, sends = excluded.sends,
    last_n = excluded.last_n
    WHERE account_id = excluded.account_id AND delivery_id = excluded.delivery_id`,
  deleteOutbox: 'DELETE FROM outbox WHERE account_id = ? AND id = ?',
  forgetBudgets: 'DELETE FROM budgets WHERE account_id = ? AND broker_id = ? AND window_start < ?',
  raiseBudget: `INSERT INTO budgets (account_id, broker_id, window_start, used) VALUES (?, ?, ?, 1)
    ON CONFLICT (account_id, broker_id, window_start) DO UPDATE SET used = used + 1 WHERE used < ?`,
  profileIs: 'SELECT 1 WHERE coalesce((SELECT rev FROM accounts WHERE id = ?), 0) = ?',
  exportIs: 'SELECT 1 FROM exports WHERE account_id = ? AND id = ? AND version = ?',
  leaseIs: 'SELECT 1 FROM outbox WHERE account_id = ? AND id = ? AND lease_epoch = ?',
} as const

const recordTexts: Readonly<Record<RecordTextName, (table: string) => string>> = {
  insertRecord: (table) => `INSERT INTO ${table} (account_id, external_id, id, rev, executed_export, secret, doc)
    VALUES (?, ?, ?, 1, ?, ?, ?) ON CONFLICT (account_id, external_id) DO NOTHING`,
  updateRecord: (table) => `UPDATE ${table} SET rev = ?, executed_export = ?, secret = ?, doc = ?
    WHERE account_id = ? AND external_id = ? AND id = ? AND rev = ?`,
  recordIs: (table) => `SELECT 1 FROM ${table} WHERE account_id = ? AND id = ? AND rev = ?`,
  countIsBelow: (table) => `SELECT 1 WHERE (SELECT count(*) FROM ${table} WHERE account_id = ?) < ?`,
}
