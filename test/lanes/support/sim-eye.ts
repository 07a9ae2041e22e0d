/** Looks into the file beside the processes. */
export interface SimEye {
  /** Outcome of an attempt: `absent`, `open`, `denied` by an operator, or what was committed. */
  outcomeOf(accountId: string, deliveryId: string, n: number): string
  openAttempts(accountId: string, deliveryId: string): number
  isLeasedTo(
    life: string,
    lease: { readonly deliveryId: string; readonly n: number | null; readonly wall: number },
  ): boolean
  /** The youngest row of the outbox. */
  lastOutboxRow(): number
  /** Effects of the lane before this one, of those that stood in the outbox up to the given row. */
  before(lane: string, laneSeq: number | null, lastRow: number): number
  /** When the first effect may be claimed, decided or taken from its holder, in milliseconds UTC; null when none waits. */
  dueAt(): number | null
  rows(table: 'executions' | 'packages', accountId: string, exportId: string): number
  outboxRows(): number
  eventDeliveries(accountId: string, exportId: string): string[]
  endLeases(): void
  /** From now on every world begins with the records as they are. */
  keepRecords(): void
  /** Nothing waits, and the endpoints are as they were kept. */
  beginAnew(): void
}

type Bindable = string | number | null

/** A statement of either kind of connection. */
interface Statement {
  run(...values: readonly Bindable[]): unknown
  get(...values: readonly Bindable[]): Record<string, unknown> | undefined
  all(...values: readonly Bindable[]): Record<string, unknown>[]
}

export function eyeOn(prepare: (sql: string) => Statement): SimEye {
  const outcome = prepare('SELECT outcome, evidence FROM attempts WHERE account_id = ? AND delivery_id = ? AND n = ?')
  const open = prepare(`SELECT count(*) AS found FROM attempts
    WHERE account_id = ? AND delivery_id = ? AND finished_at IS NULL`)
  const lease = prepare(`SELECT lease_owner AS owner, lease_until AS until, last_n AS n FROM outbox
    WHERE delivery_id = ?`)
  const lastRow = prepare('SELECT max(rowid) AS found FROM outbox')
  const before = prepare('SELECT count(*) AS found FROM outbox WHERE lane = ? AND lane_seq < ? AND rowid <= ?')
  const due = prepare(`SELECT min(CASE WHEN lease_owner IS NOT NULL THEN lease_until
    WHEN not_after IS NOT NULL AND not_after < available_at THEN not_after + 1 ELSE available_at END) AS found
    FROM outbox WHERE lease_owner IS NOT NULL OR is_blocked = 0`)
  const events = prepare(`SELECT d.id FROM events e JOIN deliveries d ON d.account_id = e.account_id
    AND d.id > e.id || '.' AND d.id < e.id || '/' WHERE e.account_id = ? AND e.export_id = ? ORDER BY d.rowid`)
  const rows = {
    executions: prepare('SELECT count(*) AS found FROM executions WHERE account_id = ? AND export_id = ?'),
    packages: prepare('SELECT count(*) AS found FROM packages WHERE account_id = ? AND export_id = ?'),
  }
  const end = prepare('UPDATE outbox SET lease_until = 0 WHERE lease_owner IS NOT NULL')
  const empty = prepare('DELETE FROM outbox')
  const keep = prepare('SELECT rev, secret, doc, id FROM webhooks')
  const restore = prepare('UPDATE webhooks SET rev = ?, secret = ?, doc = ?, tidy_after = NULL WHERE id = ?')
  let kept: Bindable[][] = []
  const all = prepare('SELECT count(*) AS found FROM outbox')
  return {
    outcomeOf(accountId, deliveryId, n) {
      const row = outcome.get(accountId, deliveryId, n)
      if (row === undefined) return 'absent'
      return row['evidence'] === 'denied_by_operator' ? 'denied' : String(row['outcome'] ?? 'open')
    },
    openAttempts: (accountId, deliveryId) => found(open.get(accountId, deliveryId)),
    isLeasedTo(life, { deliveryId, n, wall }) {
      const row = lease.get(deliveryId)
      return row?.['owner'] === life && row['n'] === n && Number(row['until']) > wall
    },
    lastOutboxRow: () => found(lastRow.get()),
    before: (lane, laneSeq, last) => found(before.get(lane, laneSeq, last)),
    dueAt() {
      const at = due.get()?.['found']
      return typeof at === 'number' ? at : null
    },
    rows: (table, accountId, exportId) => found(rows[table].get(accountId, exportId)),
    outboxRows: () => found(all.get()),
    eventDeliveries: (accountId, exportId) => events.all(accountId, exportId).map(({ id }) => String(id)),
    endLeases: () => void end.run(),
    keepRecords: () => {
      kept = keep.all().map((row) => [row['rev'], row['secret'], row['doc'], row['id']].map(bindable))
    },
    beginAnew: () => {
      empty.run()
      for (const values of kept) restore.run(...values)
    },
  }
}

function found(row: Record<string, unknown> | undefined): number {
  return Number(row?.['found'])
}

function bindable(value: unknown): Bindable {
  return typeof value === 'string' || typeof value === 'number' ? value : null
}
