import { realpathSync } from 'node:fs'
import type { KeyRing, Log, Store } from '../../ports.ts'
import { StoreRefusal } from '../store-refusal.ts'
import { keyTable } from './api-keys.ts'
import type { Database } from './database.ts'
import { diskRoom, freeBytesAt } from './disk-room.ts'
import { groupWriter } from './group-commit.ts'
import { holdServerLock, type ServerLock } from './lock.ts'
import { metaValue } from './meta.ts'
import { openCurrent, refuseUnfinishedRestore } from './open-current.ts'
import { Opened } from './opened.ts'
import { createPrivateFile } from './private-file.ts'
import { enterQuarantine, readRestoration } from './quarantine.ts'
import { isBusy } from './sqlite-errors.ts'
import { storeReads } from './store-reads.ts'
import { storeWrites } from './store-writes.ts'
import { whileBusy } from './while-busy.ts'

export interface SqliteSettings {
  readonly file: string
  readonly log?: Log
  /** Page cache of the writer; the reader has half of it. 16 MiB when absent. */
  readonly cacheBytes?: number
  /** False: several processes share the file. A server holds the lock; tests of races do not. */
  readonly serverLock?: boolean
  /** Rows after which a group of changes is committed; 1 commits each change by itself. 2,000 when absent. */
  readonly rowsInGroup?: number | undefined
  /** The disk failed under a write: nothing is written any more, and only a restart can tell what is there. */
  readonly onBroken?: () => void
  /** Milliseconds UTC: the file was put there by hand and begins in quarantine. It stays in one that it is in. */
  readonly quarantinedAt?: number | undefined
  /** Free bytes on the disk of the file; asked of the file system when absent. */
  readonly freeBytes?: () => number
}

export interface SqliteStore extends Store, KeyRing {
  /** Made once with the file; the same after every restart and in every copy. */
  readonly storeId: string
  readonly schemaVersion: number
  /** Removes deliveries of events that ended 30 days ago or earlier, at most `limit`; answers how many. */
  sweepDeliveries(now: number, limit: number): Promise<number>
}

export interface SqliteKeyRing extends KeyRing {
  /** Whether the account has a key, also a revoked one, or a profile. */
  knowsAccount(accountId: string): Promise<boolean>
  close(): void
}

const defaultCacheBytes = 16 * 1024 * 1024

/**
 * Opens the embedded engine, creating file and tables where they are missing. It serves only when the settings that
 * durability rests on are in force and all that an earlier process left in the log is synced.
 * Throws {@link StoreRefusal}: STORE_IN_USE, SCHEMA_TOO_NEW, STORE_UNSAFE, STORE_IS_BACKUP or RESTORE_UNFINISHED.
 */
export async function openSqliteStore(settings: SqliteSettings): Promise<SqliteStore> {
  const { log, cacheBytes = defaultCacheBytes } = settings
  refuseUnfinishedRestore(settings.file)
  createPrivateFile(settings.file)
  // One database reached by two names must still be one lock.
  const file = realpathSync(settings.file)
  const lock = settings.serverLock === false ? null : holdServerLock(file)
  const opened = new Opened(lock)
  try {
    const { database, schemaVersion } = await openCurrent(opened, { file, cacheBytes })
    await startClean(database, lock)
    await quarantineOnce(database, settings.quarantinedAt)
    const writer = groupWriter(database, { log, rowsInGroup: settings.rowsInGroup, onBroken: settings.onBroken })
    const reader = await opened.open({ file, access: 'read', cacheBytes: cacheBytes / 2 })
    return {
      storeId: storeIdOf(database),
      schemaVersion,
      ...storeReads({ reader, writer: database }),
      ...storeWrites({ database, writer, hasRoom: diskRoom(settings.freeBytes ?? freeBytesAt(file)) }),
      close: async () => {
        await writer.drain()
        if (opened.isOpen && !writer.isBroken()) emptyLogUnlessUsed(database)
        opened.close(writer.isBroken() ? 'keepLog' : 'removeLog')
      },
    }
  } catch (error) {
    opened.close()
    throw isBusy(error) ? inUse(file) : error
  }
}

/**
 * The keys alone, on one connection that is not the server's: works while a server runs, which sees a new key and a
 * revocation with its next read.
 */
export async function openSqliteKeyRing(settings: { readonly file: string }): Promise<SqliteKeyRing> {
  const opened = new Opened(null)
  try {
    const { database } = await openCurrent(opened, { file: settings.file, cacheBytes: 1024 * 1024 })
    const keys = keyTable(database)
    const write = <T>(work: () => T): Promise<T> => whileBusy(() => database.transaction(work))
    return {
      addApiKey: (key) => write(() => keys.add(key)),
      listApiKeys: (accountId) => whileBusy(() => keys.list(accountId)),
      revokeApiKey: (id, at) => write(() => keys.revoke(id, at)),
      knowsAccount: (accountId) => whileBusy(() => keys.knowsAccount(accountId)),
      close: () => opened.close(),
    }
  } catch (error) {
    opened.close()
    throw error
  }
}

/**
 * A process killed between writing the log and syncing it leaves a commit that is visible but not on the disk; emptying
 * the log syncs it before anybody is told of it. Where other processes write now, they have synced already. Leases of a
 * server that died end now, since its lock was free.
 */
async function startClean(database: Database, lock: ServerLock | null): Promise<void> {
  if (lock === null) return emptyLogUnlessUsed(database)
  await whileBusy(() => database.emptyLog())
  const expire = database.prepare('UPDATE outbox SET lease_until = 0 WHERE lease_owner IS NOT NULL')
  await whileBusy(() => database.transaction(() => expire.run()))
}

async function quarantineOnce(database: Database, at: number | undefined): Promise<void> {
  if (at === undefined) return
  await whileBusy(() =>
    database.transaction(() => {
      if (readRestoration(database)?.isQuarantined !== true) enterQuarantine(database, { at, lostFrom: null })
    }),
  )
}

function emptyLogUnlessUsed(database: Database): void {
  try {
    database.emptyLog()
  } catch (error) {
    if (!isBusy(error)) throw error
  }
}

function inUse(file: string): StoreRefusal {
  return new StoreRefusal(
    'STORE_IN_USE',
    `Another process holds a lock on ${file} and did not give it back within 5 s: stop that process, then start again.`,
  )
}

function storeIdOf(database: Database): string {
  const storeId = metaValue(database, 'store_id')
  if (storeId === null) throw new Error('The store has no store_id: its file was changed by hand.')
  return storeId
}
