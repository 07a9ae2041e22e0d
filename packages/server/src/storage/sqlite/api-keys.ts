import type { ApiKeyRecord } from '../../ports.ts'
import type { Database } from './database.ts'
import { parseStored } from './json.ts'

/** The statements of the key table. */
export interface KeyTable {
  add(key: ApiKeyRecord): void
  list(accountId: string | null): ApiKeyRecord[]
  find(sha256: string): ApiKeyRecord | null
  /** False when there is no such key; the first revocation stands. */
  revoke(id: string, at: number): boolean
  /** Whether the account has a key, also a revoked one, or a profile. */
  knowsAccount(accountId: string): boolean
}

type KeyRow = Omit<ApiKeyRecord, 'scopes'> & { readonly scopes: string }

export function keyTable(database: Database): KeyTable {
  const columns = `id, account_id AS accountId, prefix, sha256, scopes, created_at AS createdAt, revoked_at AS revokedAt`
  const byHash = database.prepare<KeyRow>(`SELECT ${columns} FROM api_keys WHERE sha256 = ?`)
  const all = database.prepare<KeyRow>(`SELECT ${columns} FROM api_keys ORDER BY account_id, created_at, id`)
  const ofAccount = database.prepare<KeyRow>(
    `SELECT ${columns} FROM api_keys WHERE account_id = ? ORDER BY created_at, id`,
  )
  const insert = `INSERT INTO api_keys (id, account_id, prefix, sha256, scopes, created_at, revoked_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)`
  const known = `SELECT id FROM accounts WHERE id = ? UNION ALL SELECT id FROM api_keys WHERE account_id = ? LIMIT 1`
  const revoke = 'UPDATE api_keys SET revoked_at = coalesce(revoked_at, ?) WHERE id = ?'
  const keyOf = (row: KeyRow): ApiKeyRecord => ({ ...row, scopes: parseStored(row.scopes) })
  return {
    add: ({ id, accountId, prefix, sha256, scopes, createdAt, revokedAt }) => {
      database.prepare(insert).run(id, accountId, prefix, sha256, JSON.stringify(scopes), createdAt, revokedAt)
    },
    list: (accountId) => (accountId === null ? all.all() : ofAccount.all(accountId)).map(keyOf),
    find: (sha256) => {
      const row = byHash.get(sha256)
      return row === undefined ? null : keyOf(row)
    },
    revoke: (id, at) => database.prepare(revoke).run(at, id) === 1,
    knowsAccount: (accountId) => database.prepare(known).get(accountId, accountId) !== undefined,
  }
}
