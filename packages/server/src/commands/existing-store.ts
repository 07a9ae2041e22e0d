import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { databaseFile } from '../edge/data-folder.ts'
import { settingsOf } from './settings-of.ts'
import { UsageError } from './usage-error.ts'

/** The database of the data folder that options or environment name. Throws {@link UsageError} where there is none. */
export function existingStore({ dataDir }: { readonly dataDir?: string }): string {
  const settings = settingsOf(dataDir === undefined ? {} : { dataDir }, process.env)
  const file = join(settings.dataDir, databaseFile)
  if (existsSync(file)) return file
  throw new UsageError(
    `There is no database in ${settings.dataDir}. Name the folder of the server with --data-dir or ENTRYGO_SERVER_DATA_DIR.`,
  )
}
