import { executionTables } from './0001-execution-tables.ts'

/**
 * The first schema. Every row of a tenant carries `account_id`. Times are integer milliseconds UTC; documents are JSON
 * text as the domain wrote it; whatever is hashed or replayed is BLOB. The keys say what can never be doubled: one
 * execution and one package of an export, one submission of a revision, one open submission of an export, one answer of a
 * key. Whatever execute writes hangs on the row of the execution.
 */
const control = `
CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES ('store_id', lower(hex(randomblob(16)))), ('generation', '1');

CREATE TABLE api_keys (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL,
  prefix TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  scopes TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;
CREATE INDEX api_keys_of_account ON api_keys (account_id, created_at, id);

CREATE TABLE idempotency (
  account_id TEXT NOT NULL,
  key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  operation TEXT NOT NULL,
  status INTEGER NOT NULL,
  content_type TEXT NOT NULL,
  resource_id TEXT,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (account_id, key)
) STRICT;
CREATE INDEX idempotency_by_expiry ON idempotency (expires_at);

CREATE TABLE accounts (
  id TEXT NOT NULL PRIMARY KEY,
  rev INTEGER NOT NULL,
  profile TEXT NOT NULL
) STRICT;

CREATE TABLE budgets (
  account_id TEXT NOT NULL,
  broker_id TEXT NOT NULL,
  window_start INTEGER NOT NULL,
  used INTEGER NOT NULL,
  PRIMARY KEY (account_id, broker_id, window_start)
) STRICT, WITHOUT ROWID;
`

const records = ['orders', 'products', 'warehouses', 'brokers']
  .map(
    (table) => `
CREATE TABLE ${table} (
  account_id TEXT NOT NULL,
  external_id TEXT NOT NULL,
  id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  executed_export TEXT,
  secret TEXT,
  doc TEXT NOT NULL,
  PRIMARY KEY (account_id, external_id),
  UNIQUE (account_id, id)
) STRICT;
`,
  )
  .join('')

const exports = `
CREATE TABLE exports (
  account_id TEXT NOT NULL,
  id TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('planned', 'executed')),
  plan_no INTEGER NOT NULL,
  event_seq INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  -- Copies from the current plan, so that lists are read from an index.
  readiness_state TEXT,
  warehouse_id TEXT,
  PRIMARY KEY (account_id, id)
) STRICT;
CREATE INDEX exports_by_age ON exports (account_id, created_at, id);
CREATE INDEX exports_by_readiness ON exports (account_id, readiness_state, created_at, id);
CREATE INDEX exports_by_warehouse ON exports (account_id, warehouse_id, created_at, id);

CREATE TABLE plans (
  account_id TEXT NOT NULL,
  export_id TEXT NOT NULL,
  plan_no INTEGER NOT NULL,
  plan_hash TEXT NOT NULL,
  readiness_state TEXT NOT NULL,
  planned_at INTEGER NOT NULL,
  -- Both as zstd: request, body and decision as one JSON document, and the hashed value. The longest stands last,
  -- because a row is read from its front.
  documents BLOB NOT NULL,
  snapshot BLOB NOT NULL,
  PRIMARY KEY (account_id, export_id, plan_no),
  FOREIGN KEY (account_id, export_id) REFERENCES exports (account_id, id)
) STRICT;

CREATE TABLE approvals (
  account_id TEXT NOT NULL,
  id TEXT NOT NULL,
  export_id TEXT NOT NULL,
  plan_no INTEGER NOT NULL,
  plan_hash TEXT NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT NOT NULL,
  approved_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, export_id, plan_no) REFERENCES plans (account_id, export_id, plan_no)
) STRICT;
CREATE INDEX approvals_of_export ON approvals (account_id, export_id, approved_at, id);

CREATE TABLE executions (
  account_id TEXT NOT NULL,
  export_id TEXT NOT NULL,
  plan_no INTEGER NOT NULL,
  plan_hash TEXT NOT NULL,
  executed_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, export_id),
  FOREIGN KEY (account_id, export_id, plan_no) REFERENCES plans (account_id, export_id, plan_no)
) STRICT;

CREATE TABLE events (
  account_id TEXT NOT NULL,
  export_id TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  at INTEGER NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (account_id, export_id, seq),
  FOREIGN KEY (account_id, export_id) REFERENCES exports (account_id, id)
) STRICT;
CREATE TRIGGER events_have_no_gap BEFORE INSERT ON events
WHEN NEW.seq > 1 AND NOT EXISTS (
  SELECT 1 FROM events WHERE account_id = NEW.account_id AND export_id = NEW.export_id AND seq = NEW.seq - 1
) BEGIN SELECT raise(ABORT, 'an event would leave a gap in seq'); END;
CREATE TRIGGER events_are_not_rewritten BEFORE UPDATE ON events
BEGIN SELECT raise(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_are_not_removed BEFORE DELETE ON events
BEGIN SELECT raise(ABORT, 'events are append-only'); END;
`

export const tables: string = control + records + exports + executionTables
