import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { StoreRefusal } from '../store-refusal.ts'
import { type BackupStamp, refuseBackup, writeBackupStamp } from './backup-stamp.ts'
import type { Database } from './database.ts'
import { publishAs, removeDatabase, syncFile } from './durable-files.ts'
import { metaValue } from './meta.ts'
import { Opened } from './opened.ts'
import { createNewPrivateFile } from './private-file.ts'
import { whileBusy } from './while-busy.ts'

export interface BackupWish {
  /** Of the store, which a server may be writing. */
  readonly file: string
  /** A name that is free. */
  readonly to: string
  /** Milliseconds UTC, read before this is called. */
  readonly at: number
}

export interface FinishedBackup extends BackupStamp {
  /** Whole path. */
  readonly file: string
  readonly bytes: number
}

/**
 * Copies one committed state of the store on connections that are not the server's, checks the copy, stamps it as a backup
 * and gives it its name once all of it is on the disk: readable by its owner alone, whole or not there. Throws
 * {@link StoreRefusal}: FILE_EXISTS, STORE_IS_BACKUP, STORE_DAMAGED.
 */
export async function backUpSqliteStore({ file, to, at }: BackupWish): Promise<FinishedBackup> {
  const target = resolve(to)
  if (statSync(target, { throwIfNoEntry: false }) !== undefined) throw taken(target)
  const partial = `${target}.partial`
  if (!createNewPrivateFile(partial)) throw leftOver(partial)
  try {
    const storeId = await copyStore(file, partial)
    await stampCopy(partial, { storeId, at })
    syncFile(partial)
    if (!publishAs(partial, target)) throw taken(target)
    return { file: target, bytes: statSync(target).size, storeId, at }
  } finally {
    removeDatabase(partial)
  }
}

/** Throws {@link StoreRefusal} STORE_DAMAGED with what SQLite found first. */
export function refuseDamaged(database: Database, file: string): void {
  const found = database.prepare<{ integrity_check: string }>('PRAGMA integrity_check(1)').get()?.integrity_check
  if (found === 'ok') return
  throw damaged(file, found ?? 'nothing was read')
}

export function damaged(file: string, what: string): StoreRefusal {
  return new StoreRefusal('STORE_DAMAGED', `${file} is damaged (${what}). Nothing was changed; use an older backup.`)
}

const cacheBytes = 16 * 1024 * 1024

/** Answers the id of the store. */
async function copyStore(file: string, partial: string): Promise<string> {
  const opened = new Opened(null)
  try {
    const source = await opened.open({ file, access: 'read', cacheBytes })
    await whileBusy(() => refuseBackup(source, file))
    const storeId = metaValue(source, 'store_id')
    if (storeId === null)
      throw new StoreRefusal('STORE_DAMAGED', `${file} holds no store: there is nothing to back up.`)
    await source.copyTo(partial)
    return storeId
  } finally {
    opened.close()
  }
}

async function stampCopy(partial: string, stamp: BackupStamp): Promise<void> {
  const opened = new Opened(null)
  try {
    const copy = await opened.open({ file: partial, access: 'alone', cacheBytes })
    refuseDamaged(copy, 'The copy')
    copy.transaction(() => writeBackupStamp(copy, stamp))
  } finally {
    opened.close()
  }
}

function taken(file: string): StoreRefusal {
  return new StoreRefusal('FILE_EXISTS', `${file} exists, and a backup replaces nothing. Give a name that is free.`)
}

function leftOver(partial: string): StoreRefusal {
  return new StoreRefusal(
    'FILE_EXISTS',
    `${partial} exists: a backup to this name is being made, or one was cut off. Remove it if none runs, or give another name.`,
  )
}
