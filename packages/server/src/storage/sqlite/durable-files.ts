import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'

/** What SQLite keeps beside a database, by its ending. */
const sideFiles = ['-journal', '-wal', '-shm'] as const

/** The bytes of the file are on the disk when this returns. */
export function syncFile(file: string): void {
  sync(file)
}

/** Renames and new names in the folder of the file are on the disk when this returns. */
export function syncFolderOf(file: string): void {
  sync(dirname(file))
}

/** Gives a whole file its name, unless that name is taken: then it answers false and changes nothing. */
export function publishAs(partial: string, file: string): boolean {
  try {
    linkSync(partial, file)
    rmSync(partial)
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    // A file system without hard links leaves a moment in which another program may take the name.
    if (!linkless.has(errorCode(error))) throw error
    if (existsSync(file)) return false
    renameSync(partial, file)
  }
  syncFolderOf(file)
  return true
}

/** Removes a database and what stands beside it; what is missing is no error. */
export function removeDatabase(file: string): void {
  for (const ending of [...sideFiles, '']) rmSync(`${file}${ending}`, { force: true })
}

const linkless: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL'])

/** Of a failed call of the system, such as `EEXIST`; empty for what has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
