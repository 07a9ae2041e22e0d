import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { timestamp } from '../domain/export/timestamp.ts'
import { systemClock } from '../edge/clock.ts'
import { databaseFile, makeDataFolder } from '../edge/data-folder.ts'
import { restoreSqliteStore } from '../storage/sqlite/restore.ts'
import { settingsOf } from './settings-of.ts'
import { UsageError } from './usage-error.ts'

/** `entrygo-server restore`: a backup takes the place of the store, in quarantine. */
export function addRestoreCommand(root: Command): void {
  root
    .command('restore')
    .description('put a backup in the place of the database; the server must be stopped')
    .argument('<file>', 'as "backup" made it; it stays as it is')
    .option('--replace', 'also where there is a database, which is kept under another name')
    .option('--data-dir <folder>', 'folder of the database')
    .option('--json', 'print JSON')
    .action(restore)
}

interface RestoreOptions {
  readonly replace?: boolean
  readonly dataDir?: string
  readonly json?: boolean
}

async function restore(backup: string, { replace = false, json, ...options }: RestoreOptions): Promise<void> {
  if (!existsSync(backup))
    throw new UsageError(`There is no file ${backup}. Name one that "entrygo-server backup" made.`)
  const { dataDir } = settingsOf(options, process.env)
  makeDataFolder(dataDir)
  const wish = { backup, file: join(dataDir, databaseFile), replaces: replace, at: systemClock.now() }
  const { file, backupAt, generation, keptAs } = await restoreSqliteStore(wish)
  const shown = { file, backupAt: timestamp(backupAt), generation, keptAs, quarantine: true }
  const lines = [
    `${file} is the backup of ${shown.backupAt}.`,
    ...(keptAs === null ? [] : [`The database that was there is ${keptAs}.`]),
    'It is in quarantine: a server that is started serves reads, sync and plan, and executes and sends nothing until',
    '"entrygo-server quarantine lift". "entrygo-server quarantine" says what is open.',
  ]
  process.stdout.write(json === true ? `${JSON.stringify(shown)}\n` : `${lines.join('\n')}\n`)
}
