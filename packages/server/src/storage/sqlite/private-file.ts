import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { errorCode } from './durable-files.ts'

/**
 * Makes sure that the file exists and that only the owner of the process may read it (0600, a new folder 0700): tables
 * hold names, addresses and values of trade. SQLite gives its side files the mode of the database.
 */
export function createPrivateFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  if (!createNewPrivateFile(file)) chmodSync(file, 0o600)
}

/** Makes the file, empty, for the owner of the process alone; false when there is one. */
export function createNewPrivateFile(file: string): boolean {
  try {
    closeSync(openSync(file, 'ax', 0o600))
    return true
  } catch (error) {
    // An existing file must not be opened here: closing it would drop the locks that SQLite holds in this process.
    if (errorCode(error) !== 'EEXIST') throw error
    return false
  }
}
