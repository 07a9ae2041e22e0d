import type { Command } from 'commander'
import { timestamp } from '../domain/export/timestamp.ts'
import { systemClock } from '../edge/clock.ts'
import { backUpSqliteStore } from '../storage/sqlite/backup.ts'
import { existingStore } from './existing-store.ts'

/** `entrygo-server backup`: a copy of the store, also while the server runs. */
export function addBackupCommand(root: Command): void {
  root
    .command('backup')
    .description('copy the database into a file, also while the server runs')
    .requiredOption('--to <file>', 'a name that is free')
    .option('--data-dir <folder>', 'folder of the database')
    .option('--json', 'print JSON')
    .action(backUp)
}

interface BackupOptions {
  readonly to: string
  readonly dataDir?: string
  readonly json?: boolean
}

async function backUp({ to, json, ...options }: BackupOptions): Promise<void> {
  const store = existingStore(options)
  // Before the copy begins: what is committed from now on may be missing in it.
  const at = systemClock.now()
  const { file, bytes, storeId } = await backUpSqliteStore({ file: store, to, at })
  const shown = { file, bytes, storeId, at: timestamp(at) }
  process.stdout.write(
    json === true
      ? `${JSON.stringify(shown)}\n`
      : `${file} holds all that was answered before ${shown.at}; ${bytes} bytes, checked. "entrygo-server restore" puts it back.\n`,
  )
}
