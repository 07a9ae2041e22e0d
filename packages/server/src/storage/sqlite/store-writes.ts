import type { KeyRing, Store } from '../../ports.ts'
import { failpoint } from '../../testing/failpoints.ts'
import { keyTable } from './api-keys.ts'
import { changeWriter } from './apply-change.ts'
import type { Database } from './database.ts'
import type { GroupWriter } from './group-commit.ts'
import { claimer } from './outbox.ts'

export type StoreWrites = Pick<Store, 'commit' | 'claimEffect' | 'renewLease' | 'sweepReplies' | 'check'> &
  Pick<KeyRing, 'addApiKey' | 'revokeApiKey'>

/** Every write of the port, each a piece of work for the group writer. */
export function storeWrites(database: Database, writer: GroupWriter): StoreWrites {
  const applyChange = changeWriter(database)
  const claimNext = claimer(database)
  const renew = database.prepare(
    'UPDATE outbox SET lease_until = ? WHERE id = ? AND lease_owner = ? AND lease_epoch = ?',
  )
  const sweep = database.prepare(`DELETE FROM idempotency WHERE rowid IN
    (SELECT rowid FROM idempotency WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)`)
  const keys = keyTable(database)
  const kept = <T>(work: () => T, rows = 1): Promise<T> => writer.submit(() => ({ keep: true, value: work() }), rows)
  return {
    commit: async (change) => {
      const outcome = await writer.submit(() => applyChange(change), change.writes.length + 1)
      if (change.writes.some(({ write }) => write === 'attempt')) failpoint('outcome.committed')
      return outcome
    },
    claimEffect: async (claim) => {
      const claimed = await kept(() => claimNext(claim), 2)
      if (claimed !== null) failpoint('claim.committed')
      return claimed
    },
    renewLease: ({ outboxId, worker, epoch, leaseUntil }) =>
      kept(() => renew.run(leaseUntil, outboxId, worker, epoch) === 1),
    sweepReplies: (now, limit) => kept(() => sweep.run(now, limit), limit),
    addApiKey: (key) => kept(() => keys.add(key)),
    revokeApiKey: (id, at) => kept(() => keys.revoke(id, at)),
    check: () => probe(database, writer),
  }
}

/** Takes the write lock, writes a row and undoes it, so that a probe costs no sync of the disk. */
async function probe(database: Database, writer: GroupWriter): Promise<boolean> {
  if (writer.isBroken()) return false
  const touch = database.prepare(`UPDATE meta SET value = value WHERE key = 'store_id'`)
  try {
    return await writer.submit(() => ({ keep: false, value: touch.run() === 1 }))
  } catch {
    return false
  }
}
