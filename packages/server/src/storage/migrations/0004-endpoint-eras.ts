/**
 * What waits for an endpoint is bound to it by its era and not by a copy of its address: ending all that waits raises the
 * era of the endpoint, one row, and no claim takes what was queued in an earlier one. `tidy_after` says how far the rows
 * behind have been brought in line, a number of deliveries.rowid; null when there is nothing to do. From here on a blob may be
 * packed: fewer bytes than its size are zstd.
 */
export const endpointEras = `
ALTER TABLE webhooks ADD COLUMN era INTEGER NOT NULL DEFAULT 0;
ALTER TABLE webhooks ADD COLUMN tidy_after INTEGER;
ALTER TABLE outbox ADD COLUMN era INTEGER NOT NULL DEFAULT 0;
CREATE INDEX webhooks_untidy ON webhooks (account_id, id) WHERE tidy_after IS NOT NULL;
-- What was being sent when the rest was ended comes back to wait: it is looked at again.
CREATE TRIGGER outbox_returns_from_ended_era AFTER UPDATE OF lease_owner ON outbox
WHEN OLD.lease_owner IS NOT NULL AND NEW.lease_owner IS NULL
BEGIN
  UPDATE webhooks SET tidy_after = 0 WHERE account_id = NEW.account_id AND era > NEW.era
    AND id = (SELECT party_id FROM deliveries
      WHERE account_id = NEW.account_id AND id = NEW.delivery_id AND kind = 'event');
END;
`
