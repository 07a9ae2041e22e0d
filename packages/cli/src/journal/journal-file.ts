import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, statSync } from 'node:fs'
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
    if (!statSync(path).isFile()) throw new CommandError('JOURNAL_ERROR', `${path} is no file: move it away.`)
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
    const remedy = remedyOf(error)
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

function remedyOf(error: unknown): string {
  // The last eight bits are the code, those before it say more of it.
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) % 256 : undefined
  if (code === sqlite.busy || code === sqlite.locked) {
    return 'another process holds it, so wait until that ends and give the command again'
  }
  if (code === sqlite.corrupt || code === sqlite.notADatabase) {
    return 'move that file away (unfinished runs in it are then unknown)'
  }
  if (code === sqlite.full || codeOf(error) === 'ENOSPC') return 'make room on its disk'
  return 'make it writable, or set XDG_STATE_HOME to a folder that is'
}

const sqlite = { busy: 5, locked: 6, corrupt: 11, full: 13, notADatabase: 26 } as const
