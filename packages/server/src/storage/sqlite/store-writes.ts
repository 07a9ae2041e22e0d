import type { Change } from '../../domain/changes.ts'
import { type KeyRing, type Store, StoreUnavailable } from '../../ports.ts'
import { failpoint } from '../../testing/failpoints.ts'
import { keyTable } from './api-keys.ts'
import { changeWriter } from './apply-change.ts'
import type { Database } from './database.ts'
import type { GroupWriter } from './group-commit.ts'
import { claimer } from './outbox.ts'
import { quarantineReader } from './quarantine.ts'
import { deliverySweeper } from './sweep-deliveries.ts'
import { waitingMessages } from './waiting-messages.ts'

export type StoreWrites = Pick<
  Store,
  'commit' | 'claimEffect' | 'renewLease' | 'tidyEndpoints' | 'sweepReplies' | 'check'
> &
  Pick<KeyRing, 'addApiKey' | 'revokeApiKey'> & {
    sweepDeliveries(now: number, limit: number): Promise<number>
  }

interface WritePath {
  readonly database: Database
  readonly writer: GroupWriter
  /** False while the disk is nearly full: then only outcomes of running sends are written. */
  readonly hasRoom: () => boolean
}

/** Every write of the port, each a piece of work for the group writer. */
export function storeWrites({ database, writer, hasRoom }: WritePath): StoreWrites {
  const waiting = waitingMessages(database)
  const applyChange = changeWriter(database, waiting)
  const claimNext = claimer(database)
  const isQuarantined = quarantineReader(database)
  const renew = database.prepare(
    'UPDATE outbox SET lease_until = ? WHERE id = ? AND lease_owner = ? AND lease_epoch = ?',
  )
  const sweep = database.prepare(`DELETE FROM idempotency WHERE rowid IN
    (SELECT rowid FROM idempotency WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)`)
  const sweepDeliveries = deliverySweeper(database)
  const keys = keyTable(database)
  const kept = <T>(work: () => T, rows = 1): Promise<T> => writer.submit(() => ({ keep: true, value: work() }), rows)
  return {
    commit: async (change) => {
      if (!isOutcome(change) && !hasRoom())
        throw new StoreUnavailable('The disk is nearly full: free some room, then try again.')
      const outcome = await writer.submit(() => applyChange(change), change.writes.length + 1)
      if (isOutcome(change)) failpoint('outcome.committed')
      return outcome
    },
    claimEffect: async (claim) => {
      if (!hasRoom()) return null
      const claimed = await kept(() => (isQuarantined() ? null : claimNext(claim)), 2)
      if (claimed !== null) failpoint('claim.committed')
      return claimed
    },
    renewLease: ({ outboxId, worker, epoch, leaseUntil }) =>
      kept(() => renew.run(leaseUntil, outboxId, worker, epoch) === 1),
    tidyEndpoints: async (limit) => {
      if (!hasRoom() || waiting.isTidy()) return false
      const isMore = await kept(() => waiting.tidy(limit), limit)
      failpoint('tidy.committed')
      return isMore
    },
    sweepReplies: (now, limit) => kept(() => sweep.run(now, limit), limit),
    sweepDeliveries: (now, limit) => kept(() => sweepDeliveries(now, limit), limit),
    addApiKey: (key) => kept(() => keys.add(key)),
    revokeApiKey: (id, at) => kept(() => keys.revoke(id, at)),
    check: async () => hasRoom() && (await probe(database, writer)),
  }
}

function isOutcome(change: Change): boolean {
  return change.writes.some(({ write }) => write === 'attempt')
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
