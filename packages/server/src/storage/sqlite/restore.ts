import { copyFileSync, existsSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { failpoint } from '../../testing/failpoints.ts'
import { sqliteMigrations } from '../migrations/index.ts'
import { StoreRefusal } from '../store-refusal.ts'
import { damaged, refuseDamaged } from './backup.ts'
import { readBackupStamp, removeBackupStamp } from './backup-stamp.ts'
import { removeDatabase, syncFile, syncFolderOf } from './durable-files.ts'
import { holdServerLock } from './lock.ts'
import { generationOf } from './meta.ts'
import { migrate } from './migrate.ts'
import { unfinishedRestore } from './open-current.ts'
import { Opened } from './opened.ts'
import { createPrivateFile } from './private-file.ts'
import { enterQuarantine } from './quarantine.ts'
import { isCorrupt, isNoDatabase } from './sqlite-errors.ts'

export interface RestoreWish {
  /** What `backUpSqliteStore` made; it stays as it is. */
  readonly backup: string
  /** Where the store is to be. */
  readonly file: string
  /** A store that is there is kept under another name. */
  readonly replaces: boolean
  /** Milliseconds UTC. */
  readonly at: number
}

export interface FinishedRestore {
  readonly file: string
  /** When the backup was made. */
  readonly backupAt: number
  readonly generation: number
  /** Where the store that was there is now; null where there was none. */
  readonly keptAs: string | null
}

/**
 * Puts a backup in the place of the store, checked, on the newest schema and in quarantine. Cut off at any point, it leaves
 * the old store untouched, or a file beside it for which no server starts until the restore was run again. Throws
 * {@link StoreRefusal}: STORE_IN_USE, FILE_EXISTS, NOT_A_BACKUP, STORE_DAMAGED, SCHEMA_TOO_NEW.
 */
export async function restoreSqliteStore({ backup, replaces, at, ...wish }: RestoreWish): Promise<FinishedRestore> {
  const file = existsSync(wish.file) ? realpathSync(wish.file) : wish.file
  const lock = holdServerLock(file)
  const partial = `${unfinishedRestore(file)}.partial`
  try {
    if (!replaces && existsSync(file)) throw taken(file)
    removeDatabase(partial)
    const prepared = await prepare({ backup, partial, at })
    failpoint('restore.prepared')
    renameSync(partial, unfinishedRestore(file))
    syncFolderOf(file)
    failpoint('restore.announced')
    const keptAs = setAside(file)
    failpoint('restore.cleared')
    renameSync(unfinishedRestore(file), file)
    syncFolderOf(file)
    failpoint('restore.done')
    return { ...prepared, file, keptAs }
  } finally {
    removeDatabase(partial)
    lock.release()
  }
}

const cacheBytes = 16 * 1024 * 1024

interface Preparation {
  readonly backup: string
  readonly partial: string
  readonly at: number
}

type Prepared = Pick<FinishedRestore, 'backupAt' | 'generation'>

/** Makes of the backup a store that is whole, on the newest schema, and in quarantine. */
async function prepare({ backup, partial, at }: Preparation): Promise<Prepared> {
  createPrivateFile(partial)
  copyFileSync(backup, partial)
  const opened = new Opened(null)
  try {
    const copy = await opened.open({ file: partial, access: 'write', cacheBytes })
    const stamp = readBackupStamp(copy)
    if (stamp === null) throw notABackup(backup)
    refuseDamaged(copy, backup)
    await migrate(copy, sqliteMigrations)
    copy.transaction(() => {
      enterQuarantine(copy, { at, lostFrom: stamp.at })
      removeBackupStamp(copy)
    })
    copy.emptyLog()
    return { backupAt: stamp.at, generation: generationOf(copy) }
  } catch (error) {
    if (isNoDatabase(error)) throw notABackup(backup)
    throw isCorrupt(error) ? damaged(backup, 'its pages contradict each other') : error
  } finally {
    opened.close()
    syncFile(partial)
  }
}

/**
 * Gives the store that is there another name, with its log: that belongs to it alone, and beside another database it would
 * be taken for the log of that one. The log goes first: cut off in between, the next restore finds the same number free and
 * brings the two together again.
 */
function setAside(file: string): string | null {
  let number = 1
  while (existsSync(`${file}.replaced-${number}`)) number += 1
  const keptAs = `${file}.replaced-${number}`
  const found = ['-journal', '-wal', ''].filter((ending) => existsSync(`${file}${ending}`))
  for (const ending of found) {
    renameSync(`${file}${ending}`, `${keptAs}${ending}`)
    failpoint('restore.setAside')
  }
  rmSync(`${file}-shm`, { force: true })
  syncFolderOf(file)
  return found.length === 0 ? null : keptAs
}

function taken(file: string): StoreRefusal {
  return new StoreRefusal(
    'FILE_EXISTS',
    `${file} is a store. With --replace the backup takes its place, and it is kept under another name in the same folder.`,
  )
}

function notABackup(backup: string): StoreRefusal {
  return new StoreRefusal(
    'NOT_A_BACKUP',
    `${backup} was not made by "entrygo-server backup". A database that was copied by hand while no server ran is put into ` +
      'the data folder as entrygo.sqlite; then: entrygo-server start --quarantine.',
  )
}
