import type { StoredReply } from '../../ports.ts'
import type { Database } from './database.ts'

/** Finds the stored answer of a key. */
export function replyReader(database: Database): (accountId: string, key: string) => StoredReply | null {
  const find =
    database.prepare<StoredReply>(`SELECT key, fingerprint, operation, status, content_type AS contentType, body,
    resource_id AS resourceId, created_at AS createdAt, expires_at AS expiresAt
    FROM idempotency WHERE account_id = ? AND key = ?`)
  return (accountId, key) => {
    const row = find.get(accountId, key)
    return row === undefined ? null : { ...row }
  }
}
