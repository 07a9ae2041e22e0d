import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { userConfigDir } from '../paths.ts'
import type { Terminal } from '../terminal.ts'

/** Names in the order in which they win inside one folder. */
export const projectFileNames = ['entrygo.config.json', 'entrygo.config.yaml', '.entrygorc'] as const

export const userFileNames = ['config.json', 'config.yaml'] as const

/** Whether there can be a configuration: a file of that name here, in a folder above, or among the user's own. */
export function hasConfigFile(terminal: Terminal): boolean {
  const inUserFolder = userFileNames.map((name) => join(userConfigDir(terminal), name))
  const inProject = [...foldersUp(terminal.cwd)].flatMap((folder) => projectFileNames.map((name) => join(folder, name)))
  return [...inUserFolder, ...inProject].some((path) => existsSync(path))
}

function* foldersUp(folder: string): Generator<string> {
  yield folder
  const above = dirname(folder)
  if (above !== folder) yield* foldersUp(above)
}
