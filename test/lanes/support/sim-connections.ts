import { DatabaseSync } from 'node:sqlite'
import type { Store } from '../../../packages/server/src/ports.ts'
import { sqliteMigrations } from '../../../packages/server/src/storage/migrations/index.ts'
import { Database } from '../../../packages/server/src/storage/sqlite/database.ts'
import { groupWriter } from '../../../packages/server/src/storage/sqlite/group-commit.ts'
import { openSqliteLedger, type SqliteLedger } from '../../../packages/server/src/storage/sqlite/ledger.ts'
import { migrate } from '../../../packages/server/src/storage/sqlite/migrate.ts'
import { deliveryReader } from '../../../packages/server/src/storage/sqlite/read-deliveries.ts'
import { openSqliteStore } from '../../../packages/server/src/storage/sqlite/sqlite-store.ts'
import { storeReads } from '../../../packages/server/src/storage/sqlite/store-reads.ts'
import { storeWrites } from '../../../packages/server/src/storage/sqlite/store-writes.ts'
import { eyeOn, type SimEye } from './sim-eye.ts'

/** What the processes of a world, its operators and the lane reach one file by. */
export interface SimConnections {
  /** For the processes of one world, each of which begins as after a start. */
  stores(): Promise<readonly Store[]>
  readonly ledger: SimLedger
  /** Sees what is committed and nothing else. */
  readonly eye: SimEye
  /** Copies what is committed into a new file. */
  copyTo(file: string): void
  close(): Promise<void>
}

export type SimLedger = Pick<SqliteLedger, 'findSubmission' | 'loadExport' | 'loadRecord' | 'commit' | 'restoration'>

/**
 * `shared`: all over one connection; `apart`: each process over its own, as it is outside of the simulation; `alone`: all
 * over one that others may stand beside.
 */
export type SimManner = 'shared' | 'apart' | 'alone'

/** As many as may live at a time. */
const processes = 3

export function connect(file: string, manner: SimManner): Promise<SimConnections> {
  return manner === 'apart' ? apart(file) : overOne(file, manner)
}

/**
 * Every commit empties the page caches of all other connections, which takes most of the time of a world. A transaction
 * of the store is synchronous, so that in one thread no process ever meets an open one: over one connection all see
 * what they would see over their own; a run tries some worlds both ways.
 */
async function overOne(file: string, manner: 'shared' | 'alone'): Promise<SimConnections> {
  const database = new SharedDatabase({ file, access: 'write', cacheBytes: 256 * 1024 * 1024 })
  await migrate(database, sqliteMigrations)
  // No disk is judged here.
  database.exec('PRAGMA synchronous = OFF')
  if (manner === 'shared') database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY')
  const reads = storeReads({ reader: database, writer: database })
  const storeOf = (): Store => {
    const writer = groupWriter(database, {})
    return { ...reads, ...storeWrites({ database, writer, hasRoom: () => true }), close: writer.drain }
  }
  return {
    stores: async () => Array.from({ length: processes }, storeOf),
    ledger: { ...storeOf(), findSubmission: submissionFinder(database) },
    eye: eyeOn((sql) => database.prepare(sql)),
    copyTo: (copy) => database.exec(`VACUUM INTO '${copy}'`),
    close: async () => database.close(),
  }
}

/** Spares what costs a world a tenth of its time and what nobody sees. */
class SharedDatabase extends Database {
  /** There is no log, or one of a single world. */
  override walPages(): number {
    return 0
  }
}

function submissionFinder(database: Database): SimLedger['findSubmission'] {
  const accountOf = database.prepare<{ accountId: string }>(
    `SELECT account_id AS accountId FROM deliveries WHERE kind = 'submission' AND id = ?`,
  )
  const deliveries = deliveryReader(database)
  return async (submissionId) => {
    const accountId = accountOf.get(submissionId)?.accountId
    if (accountId === undefined) return null
    const submission = deliveries.find(accountId, submissionId)
    return submission === null || !('revision' in submission) ? null : { accountId, submission }
  }
}

async function apart(file: string): Promise<SimConnections> {
  const open = (): ReturnType<typeof openSqliteStore> =>
    openSqliteStore({ file, serverLock: false, freeBytes: () => Number.MAX_SAFE_INTEGER })
  const stores: Store[] = []
  for (let n = 0; n < processes; n += 1) stores.push(await open())
  const side = new DatabaseSync(file)
  side.exec('PRAGMA synchronous = OFF')
  const ledger = await openSqliteLedger({ file })
  return {
    stores: async () => {
      await forgetTurns(stores, side)
      return stores
    },
    ledger,
    eye: eyeOn((sql) => side.prepare(sql)),
    copyTo: (copy) => side.exec(`VACUUM INTO '${copy}'`),
    close: async () => {
      side.close()
      await ledger.close()
      for (const store of stores) await store.close()
    },
  }
}

/** With something due and every destination avoided, the next claim starts from the first destination. */
async function forgetTurns(stores: readonly Store[], side: DatabaseSync): Promise<void> {
  side.exec(`INSERT INTO outbox (id, account_id, delivery_id, export_id, kind, destination, available_at, not_after,
    lease_owner, lease_epoch, lease_until, sends, last_n, lane, lane_seq, is_blocked)
    SELECT 'out_turns', account_id, id, export_id, 'send', 'nowhere', 0, NULL, NULL, 0, NULL, 0, 0, NULL, NULL, 0
    FROM deliveries WHERE kind = 'submission' LIMIT 1`)
  const claim = { worker: 'turns', now: 1, leaseUntil: 2, avoidDestinations: ['nowhere'] }
  for (const store of stores) await store.claimEffect(claim)
  side.exec(`DELETE FROM outbox WHERE id = 'out_turns'`)
}
