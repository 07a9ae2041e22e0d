import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CommandError } from '../errors.ts'

/** Makes the folder (0700) and the journal's file in it (0600), both fsynced, and answers the file. */
export function prepareFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const path = join(folder, 'journal.db')
  try {
    // SQLite would make it as open as the umask allows; its own files beside it take over the mode of this one.
    sync(path, 'wx')
    sync(folder, 'r')
    sync(dirname(folder), 'r')
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  return path
}

function sync(path: string, flags: 'wx' | 'r'): void {
  const file = openSync(path, flags, 0o600)
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Failures of the file system and of SQLite as one error that names the folder and the way out. */
export function guarded<T>(folder: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (error instanceof CommandError) throw error
    const reason = reasonOf(error)
    const remedy = isForeign(error)
      ? 'move that file away (unfinished runs in it are then unknown)'
      : 'make it writable, or set XDG_STATE_HOME to a folder that is'
    const message = `The journal in ${folder} cannot be used (${reason}). Without it a crash would leave a write in doubt: ${remedy}; --no-journal goes on without.`
    throw new CommandError('JOURNAL_ERROR', message, { field: 'XDG_STATE_HOME', cause: error })
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = codeOf(error)
  return code === undefined || code === 'ERR_SQLITE_ERROR' ? error.message : code
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
function isForeign(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (error.errcode === 11 || error.errcode === 26)
}
