import { timingSafeEqual } from 'node:crypto'
import type { Scope } from '@entrygo/sdk/contract'
import { type Refusal, refuse } from '../domain/refusal.ts'
import { apiKeySha256, isWellFormedApiKey } from '../edge/api-key.ts'
import type { ApiKeyRecord, Caller, Clock, Store } from '../ports.ts'

export interface Authenticator {
  /** The caller that the `Authorization` header proves, or 401. */
  authenticate(authorization: string | null): Promise<Caller | Refusal>
}

// A revoked key works on for this long at the most.
const keptMs = 1_000
const maxKept = 10_000

/**
 * Bearer keys against their stored SHA-256. A key of the wrong shape or checksum never reaches the store, and a good one
 * is remembered for a second.
 */
export function openAuthenticator(store: Pick<Store, 'findApiKey'>, clock: Clock): Authenticator {
  const kept = new Map<string, { readonly caller: Caller; readonly at: number }>()
  return {
    async authenticate(authorization) {
      if (authorization === null || authorization === '') return refuseKey('Missing API key.')
      const token = bearer.exec(authorization)?.[1]
      if (token === undefined) return refuseKey('The header Authorization is malformed. Send "Bearer" and the API key.')
      if (!isWellFormedApiKey(token)) return refuseKey(badKey)
      const sha256 = apiKeySha256(token)
      const now = clock.now()
      const known = kept.get(sha256)
      if (known !== undefined && now - known.at < keptMs && now >= known.at) return known.caller
      kept.delete(sha256)
      const record = await store.findApiKey(sha256)
      if (record === null || record.revokedAt !== null || !isSameHash(record, sha256)) return refuseKey(badKey)
      const caller: Caller = { accountId: record.accountId, keyId: record.id, scopes: record.scopes }
      if (kept.size >= maxKept) kept.clear()
      kept.set(sha256, { caller, at: now })
      return caller
    },
  }
}

/** Null when the key has every scope; an operation that names none needs any key. */
export function refuseScope(caller: Caller, required: readonly string[]): Refusal | null {
  const missing = required.find((scope) => !caller.scopes.some((held) => held === scope))
  if (missing === undefined) return null
  return refuse('INSUFFICIENT_SCOPE', `This API key lacks the scope ${missing}. Use a key that has it.`, {
    details: { requiredScope: scopeOf(missing) },
  })
}

const bearer = /^Bearer +([\x21-\x7e]+)$/i
const badKey = 'The API key is not valid. Check that it is complete and not revoked.'

function refuseKey(message: string): Refusal {
  return refuse('INVALID_API_KEY', message)
}

function isSameHash(record: ApiKeyRecord, sha256: string): boolean {
  const [stored, given] = [Buffer.from(record.sha256, 'hex'), Buffer.from(sha256, 'hex')]
  return stored.length === given.length && timingSafeEqual(stored, given)
}

const scopeNames: Readonly<Record<string, Scope>> = {
  sync: 'sync',
  plan: 'plan',
  execute: 'execute',
  approve: 'approve',
  read: 'read',
  admin: 'admin',
}

function scopeOf(name: string): Scope {
  return scopeNames[name] ?? 'admin'
}
