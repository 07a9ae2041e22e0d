import { DatabaseSync } from 'node:sqlite'
import { StoreRefusal } from '../store-refusal.ts'
import { createPrivateFile } from './private-file.ts'
import { isBusy } from './sqlite-errors.ts'

export interface ServerLock {
  release(): void
}

/**
 * Holds `<file>.lock` for this process until it is released or the process dies, however it dies: the kernel drops the
 * lock of a dead process. Throws {@link StoreRefusal} STORE_IN_USE while another server holds it. Correctness does not
 * rest on it, the unique keys arbitrate; it keeps two dispatchers from sending the same mail.
 */
export function holdServerLock(file: string): ServerLock {
  const lockFile = `${file}.lock`
  createPrivateFile(lockFile)
  const connection = new DatabaseSync(lockFile, { timeout: 0 })
  try {
    connection.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    connection.close()
    if (!isBusy(error)) throw error
    throw new StoreRefusal(
      'STORE_IN_USE',
      `${file} is in use by another server process, which holds ${lockFile}. Stop that server first, or start this one ` +
        'with another database file.',
    )
  }
  return { release: () => connection.close() }
}
