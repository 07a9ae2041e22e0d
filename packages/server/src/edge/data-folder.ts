import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** File of the database inside the data folder. */
export const databaseFile = 'entrygo.sqlite'

/**
 * Makes the folder and its parents, readable by the owner of the process alone. Throws an Error that names the folder
 * and what stands in the way. Not `mkdirSync` with `recursive`: where a file system refuses new folders with ENOENT
 * (`/proc` does), Node 24 never returns from it.
 */
export function makeDataFolder(folder: string): void {
  const path = resolve(folder)
  const existing = kindOf(path)
  if (existing === 'folder') return
  if (existing === 'other') throw new Error(`The data folder ${path} is not a folder. Give another path.`)
  makeDataFolder(dirname(path))
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    if (kindOf(path) === 'folder') return
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`The data folder ${path} cannot be made: ${reason}. Give another path.`)
  }
}

function kindOf(path: string): 'folder' | 'other' | 'nothing' {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return 'nothing'
  return found.isDirectory() ? 'folder' : 'other'
}
