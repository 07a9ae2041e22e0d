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
  request TEXT NOT NULL,
  body TEXT NOT NULL,
  decision TEXT NOT NULL,
  -- Last, because a row is read from its front and this is the longest part.
  snapshot BLOB NOT NULL,
  PRIMARY KEY (account_id, export_id, plan_no),
  FOREIGN KEY (account_id, export_id) REFERENCES exports (account_id, id)
) STRICT;

CREATE TABLE approvals (
  account_id TEXT NOT NULL,
  id TEXT NOT NULL,
  export_id TEXT NOT NULL,
  plan_hash TEXT NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT NOT NULL,
  approved_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, export_id) REFERENCES exports (account_id, id)
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

const execution = `
CREATE TABLE blobs (
  sha256 TEXT NOT NULL PRIMARY KEY,
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE packages (
  account_id TEXT NOT NULL,
  id TEXT NOT NULL,
  export_id TEXT NOT NULL,
  package_number TEXT NOT NULL,
  content_sha TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, export_id),
  FOREIGN KEY (account_id, export_id) REFERENCES executions (account_id, export_id)
) STRICT;

CREATE TABLE artifacts (
  account_id TEXT NOT NULL,
  export_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  filename TEXT NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES blobs (sha256),
  size INTEGER NOT NULL,
  generated_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, export_id, kind, ordinal),
  FOREIGN KEY (account_id, export_id) REFERENCES executions (account_id, export_id)
) STRICT;

CREATE TABLE notifications (
  account_id TEXT NOT NULL,
  id TEXT NOT NULL,
  export_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  channel TEXT NOT NULL,
  recipient TEXT,
  status TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, export_id) REFERENCES executions (account_id, export_id)
) STRICT;
CREATE UNIQUE INDEX notifications_once ON notifications (account_id, export_id, kind, coalesce(recipient, ''));

CREATE TABLE submissions (
  account_id TEXT NOT NULL,
  id TEXT NOT NULL,
  export_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  transport TEXT NOT NULL,
  policy TEXT NOT NULL,
  destination TEXT NOT NULL,
  subject TEXT,
  state TEXT NOT NULL,
  payload_sha TEXT NOT NULL REFERENCES blobs (sha256),
  broker_ref TEXT,
  round_from_n INTEGER NOT NULL,
  resend_risk INTEGER NOT NULL CHECK (resend_risk IN (0, 1)),
  created_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, export_id, revision),
  FOREIGN KEY (account_id, export_id) REFERENCES executions (account_id, export_id)
) STRICT;
CREATE UNIQUE INDEX submissions_one_open ON submissions (account_id, export_id)
  WHERE state IN ('QUEUED', 'RETRY_WAIT', 'RECONCILE');

CREATE TABLE attempts (
  account_id TEXT NOT NULL,
  submission_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('send', 'query')),
  started_at INTEGER NOT NULL,
  finished_at INTEGER,
  outcome TEXT,
  evidence TEXT,
  PRIMARY KEY (account_id, submission_id, n),
  FOREIGN KEY (account_id, submission_id) REFERENCES submissions (account_id, id)
) STRICT;

CREATE TABLE outbox (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL,
  export_id TEXT NOT NULL,
  submission_id TEXT NOT NULL,
  destination TEXT NOT NULL,
  available_at INTEGER NOT NULL,
  lease_owner TEXT,
  lease_epoch INTEGER NOT NULL,
  lease_until INTEGER,
  sends INTEGER NOT NULL,
  last_n INTEGER NOT NULL,
  UNIQUE (account_id, submission_id),
  FOREIGN KEY (account_id, submission_id) REFERENCES submissions (account_id, id),
  CHECK ((lease_owner IS NULL) = (lease_until IS NULL))
) STRICT;
CREATE INDEX outbox_due ON outbox (available_at, id) WHERE lease_owner IS NULL;
CREATE INDEX outbox_leased ON outbox (lease_until, id) WHERE lease_owner IS NOT NULL;
`

export const tables: string = control + records + exports + execution
