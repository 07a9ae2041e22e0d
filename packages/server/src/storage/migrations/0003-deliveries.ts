/**
 * Submissions, notifications and events to endpoints become deliveries of one table, with one table of attempts and one
 * outbox. The keys go on saying what can never be doubled: one submission of a revision, one open submission of an
 * export, one pending effect of a delivery, one effect of a lane that may be claimed.
 */
const deliveryTable = `
CREATE TABLE deliveries (
  account_id TEXT NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('submission', 'notification', 'event')),
  export_id TEXT,
  party_id TEXT NOT NULL,
  revision INTEGER,
  transport TEXT NOT NULL,
  policy TEXT NOT NULL CHECK (policy IN ('at_least_once', 'at_most_once', 'idempotent')),
  key_window_ms INTEGER NOT NULL,
  is_queryable INTEGER NOT NULL CHECK (is_queryable IN (0, 1)),
  settle_ms INTEGER NOT NULL,
  concurrency INTEGER NOT NULL,
  destination TEXT NOT NULL,
  subject TEXT,
  state TEXT NOT NULL CHECK (state IN
    ('QUEUED', 'RETRY_WAIT', 'RECONCILE', 'ACCEPTED', 'REJECTED', 'FAILED', 'UNCONFIRMED', 'BOUNCED')),
  payload_sha TEXT REFERENCES blobs (sha256),
  broker_ref TEXT,
  round_from_n INTEGER NOT NULL,
  resend_risk INTEGER NOT NULL CHECK (resend_risk IN (0, 1)),
  doubt_resolved_n INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  -- What execute wrote cannot stand without the row of the execution; an event needs its export alone.
  execution_of TEXT GENERATED ALWAYS AS (CASE kind WHEN 'event' THEN NULL ELSE export_id END) VIRTUAL,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, export_id) REFERENCES exports (account_id, id),
  FOREIGN KEY (account_id, execution_of) REFERENCES executions (account_id, export_id),
  CHECK ((kind = 'submission') = (revision IS NOT NULL)),
  CHECK (kind = 'event' OR (export_id IS NOT NULL AND payload_sha IS NOT NULL)),
  CHECK (export_id IS NOT NULL OR payload_sha IS NOT NULL)
) STRICT;

INSERT INTO deliveries (account_id, id, kind, export_id, party_id, revision, transport, policy, key_window_ms,
  is_queryable, settle_ms, concurrency, destination, subject, state, payload_sha, broker_ref, round_from_n, resend_risk,
  doubt_resolved_n, created_at)
SELECT s.account_id, s.id, 'submission', s.export_id,
  json_extract(unpacked_text(p.documents), '$.request.brokerId'), s.revision, s.transport, s.policy, 0, 0, 0, 1,
  s.destination, s.subject, s.state, s.payload_sha, s.broker_ref, s.round_from_n, s.resend_risk, 0, s.created_at
FROM submissions s
JOIN executions x ON x.account_id = s.account_id AND x.export_id = s.export_id
JOIN plans p ON p.account_id = x.account_id AND p.export_id = x.export_id AND p.plan_no = x.plan_no
ORDER BY s.rowid;
`

const attemptTable = `
CREATE TABLE delivery_attempts (
  account_id TEXT NOT NULL,
  delivery_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('send', 'query')),
  started_at INTEGER NOT NULL,
  finished_at INTEGER,
  outcome TEXT,
  evidence TEXT,
  PRIMARY KEY (account_id, delivery_id, n),
  FOREIGN KEY (account_id, delivery_id) REFERENCES deliveries (account_id, id)
) STRICT;
INSERT INTO delivery_attempts
SELECT account_id, submission_id, n, epoch, kind, started_at, finished_at, outcome, evidence FROM attempts ORDER BY rowid;
DROP TABLE attempts;
ALTER TABLE delivery_attempts RENAME TO attempts;
`

/**
 * The first row of a lane is free and all others are blocked, unless one of the lane is leased: then that one is the
 * free one until its lease ends. So a claim finds in its index only what it may take, however long the lanes are.
 */
function freeTheFirst(lane: string): string {
  const first = `(SELECT id FROM outbox WHERE lane = ${lane} ORDER BY lane_seq, id LIMIT 1)`
  return `
  UPDATE outbox SET is_blocked = 1 WHERE lane = ${lane} AND is_blocked = 0 AND lease_owner IS NULL AND id <> ${first};
  UPDATE outbox SET is_blocked = 0 WHERE id = ${first} AND is_blocked = 1
    AND NOT EXISTS (SELECT 1 FROM outbox WHERE lane = ${lane} AND is_blocked = 0);`
}

const outboxTable = `
CREATE TABLE delivery_outbox (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL,
  delivery_id TEXT NOT NULL,
  export_id TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('send', 'query')),
  destination TEXT NOT NULL,
  available_at INTEGER NOT NULL,
  not_after INTEGER,
  lease_owner TEXT,
  lease_epoch INTEGER NOT NULL,
  lease_until INTEGER,
  sends INTEGER NOT NULL,
  last_n INTEGER NOT NULL,
  lane TEXT,
  lane_seq INTEGER,
  -- Behind another one of its lane; kept by the triggers below.
  is_blocked INTEGER NOT NULL CHECK (is_blocked IN (0, 1)),
  UNIQUE (account_id, delivery_id),
  FOREIGN KEY (account_id, delivery_id) REFERENCES deliveries (account_id, id),
  CHECK ((lease_owner IS NULL) = (lease_until IS NULL)),
  CHECK ((lane IS NULL) = (lane_seq IS NULL)),
  CHECK (lane IS NOT NULL OR is_blocked = 0)
) STRICT;
INSERT INTO delivery_outbox
SELECT id, account_id, submission_id, export_id, 'send', destination, available_at, NULL, lease_owner, lease_epoch,
  lease_until, sends, last_n, NULL, NULL, 0 FROM outbox ORDER BY rowid;
DROP TABLE outbox;
ALTER TABLE delivery_outbox RENAME TO outbox;
CREATE INDEX outbox_due ON outbox (destination, available_at, id, not_after)
  WHERE lease_owner IS NULL AND is_blocked = 0;
CREATE INDEX outbox_next ON outbox (available_at) WHERE lease_owner IS NULL AND is_blocked = 0;
CREATE INDEX outbox_lapsing ON outbox (not_after, id) WHERE lease_owner IS NULL AND not_after IS NOT NULL;
CREATE INDEX outbox_leased ON outbox (lease_until, id) WHERE lease_owner IS NOT NULL;
CREATE INDEX outbox_lanes ON outbox (lane, lane_seq, id) WHERE lane IS NOT NULL;
CREATE UNIQUE INDEX outbox_one_free ON outbox (lane) WHERE lane IS NOT NULL AND is_blocked = 0;
CREATE TRIGGER outbox_joins_lane AFTER INSERT ON outbox WHEN NEW.lane IS NOT NULL
BEGIN${freeTheFirst('NEW.lane')}
END;
CREATE TRIGGER outbox_leaves_lane AFTER DELETE ON outbox WHEN OLD.lane IS NOT NULL AND OLD.is_blocked = 0
BEGIN${freeTheFirst('OLD.lane')}
END;
CREATE TRIGGER outbox_returns_to_lane AFTER UPDATE OF lease_owner ON outbox
WHEN NEW.lane IS NOT NULL AND OLD.lease_owner IS NOT NULL AND NEW.lease_owner IS NULL
BEGIN${freeTheFirst('NEW.lane')}
END;
`

/** The table that they replace gives their names free. */
const deliveryIndexes = `
DROP TABLE submissions;
CREATE UNIQUE INDEX submissions_of_export ON deliveries (account_id, export_id, revision) WHERE kind = 'submission';
CREATE UNIQUE INDEX submissions_one_open ON deliveries (account_id, export_id)
  WHERE kind = 'submission' AND state IN ('QUEUED', 'RETRY_WAIT', 'RECONCILE');
CREATE INDEX submissions_by_age ON deliveries (created_at, id) WHERE kind = 'submission';
CREATE INDEX events_of_endpoint ON deliveries (account_id, party_id, created_at, id) WHERE kind = 'event';
CREATE INDEX events_waiting ON deliveries (account_id, party_id)
  WHERE kind = 'event' AND state IN ('QUEUED', 'RETRY_WAIT', 'RECONCILE');
CREATE INDEX events_ended ON deliveries (created_at)
  WHERE kind = 'event' AND state NOT IN ('QUEUED', 'RETRY_WAIT', 'RECONCILE');
`

const others = `
ALTER TABLE notifications DROP COLUMN status;

CREATE TABLE webhooks (
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

CREATE TABLE placed_events (
  -- Order of commits. No row is ever removed, so the greatest never falls and none is given twice.
  position INTEGER NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL,
  export_id TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  at INTEGER NOT NULL,
  data TEXT NOT NULL,
  UNIQUE (account_id, export_id, seq),
  FOREIGN KEY (account_id, export_id) REFERENCES exports (account_id, id)
) STRICT;
INSERT INTO placed_events
SELECT rowid, account_id, export_id, seq, id, type, at, data FROM events ORDER BY rowid;
DROP TABLE events;
ALTER TABLE placed_events RENAME TO events;
CREATE INDEX events_of_account ON events (account_id, position);
CREATE TRIGGER events_have_no_gap BEFORE INSERT ON events
WHEN NEW.seq > 1 AND NOT EXISTS (
  SELECT 1 FROM events WHERE account_id = NEW.account_id AND export_id = NEW.export_id AND seq = NEW.seq - 1
) BEGIN SELECT raise(ABORT, 'an event would leave a gap in seq'); END;
CREATE TRIGGER events_are_not_rewritten BEFORE UPDATE ON events
BEGIN SELECT raise(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_are_not_removed BEFORE DELETE ON events
BEGIN SELECT raise(ABORT, 'events are append-only'); END;
`

export const deliveries: string = deliveryTable + attemptTable + outboxTable + deliveryIndexes + others
