/** What execute writes, and the way to the broker. Nothing of it can stand without the row of its execution. */
export const executionTables: string = `
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
