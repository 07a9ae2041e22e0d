import { existsSync } from 'node:fs'
import { sqliteMigrations } from '../migrations/index.ts'
import { StoreRefusal } from '../store-refusal.ts'
import { refuseBackup } from './backup-stamp.ts'
import type { Database, DatabaseSettings } from './database.ts'
import { migrate } from './migrate.ts'
import type { Opened } from './opened.ts'
import { whileBusy } from './while-busy.ts'

/**
 * Opens a store for writing and brings it to the newest schema. Throws {@link StoreRefusal}: RESTORE_UNFINISHED,
 * STORE_IS_BACKUP or SCHEMA_TOO_NEW.
 */
export async function openCurrent(
  opened: Opened,
  { file, cacheBytes }: Omit<DatabaseSettings, 'access'>,
): Promise<{ readonly database: Database; readonly schemaVersion: number }> {
  refuseUnfinishedRestore(file)
  const database = await opened.open({ file, access: 'write', cacheBytes })
  await whileBusy(() => refuseBackup(database, file))
  return { database, schemaVersion: await migrate(database, sqliteMigrations) }
}

/** Where a restore waits for its last steps: while it is there, what stands beside it is not to be opened. */
export function unfinishedRestore(file: string): string {
  return `${file}.restoring`
}

/** Throws {@link StoreRefusal} RESTORE_UNFINISHED. Call it before anything makes the file. */
export function refuseUnfinishedRestore(file: string): void {
  const unfinished = unfinishedRestore(file)
  if (!existsSync(unfinished)) return
  throw new StoreRefusal(
    'RESTORE_UNFINISHED',
    `A restore of ${file} runs, or was cut off: ${unfinished} is there. Run the same "entrygo-server restore" again; it ` +
      'begins anew.',
  )
}
