import { StoreRefusal } from '../store-refusal.ts'
import type { Database } from './database.ts'
import { parseStored } from './json.ts'
import { metaValue, removeMeta, setMeta } from './meta.ts'

/** What tells a backup from a store: a server that started on a copy would send again what was sent since. */
export interface BackupStamp {
  /** Of the store that was copied. */
  readonly storeId: string
  /** Milliseconds UTC, before the copy began: whatever was committed later may be missing in it. */
  readonly at: number
}

/** Null for a store that is no backup, and for a file without tables. */
export function readBackupStamp(database: Database): BackupStamp | null {
  const text = metaValue(database, stampKey)
  return text === null ? null : parseStored<BackupStamp>(text)
}

export function writeBackupStamp(database: Database, stamp: BackupStamp): void {
  setMeta(database, stampKey, JSON.stringify(stamp))
}

export function removeBackupStamp(database: Database): void {
  removeMeta(database, stampKey)
}

/** Throws {@link StoreRefusal} STORE_IS_BACKUP on a stamped file. */
export function refuseBackup(database: Database, file: string): void {
  const stamp = readBackupStamp(database)
  if (stamp === null) return
  throw new StoreRefusal(
    'STORE_IS_BACKUP',
    `${file} is a backup of ${new Date(stamp.at).toISOString()} and is not served: what was sent since then would be sent ` +
      'again. Move it out of the data folder, then restore it: entrygo-server restore <file> --data-dir <folder>.',
  )
}

const stampKey = 'backup_of'
