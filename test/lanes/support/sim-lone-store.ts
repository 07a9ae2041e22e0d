import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { backUpSqliteStore } from '../../../packages/server/src/storage/sqlite/backup.ts'
import { openQuarantineDesk } from '../../../packages/server/src/storage/sqlite/quarantine-desk.ts'
import { restoreSqliteStore } from '../../../packages/server/src/storage/sqlite/restore.ts'
import { connect, type SimConnections } from './sim-connections.ts'
import type { SimStore } from './sim-store.ts'

/** The file of one world alone, which can be put back from a backup; every reader sees the connections of the moment. */
export interface LoneStore extends SimStore {
  backUp(at: number): Promise<void>
  /** What was open is closed before. */
  restore(at: number): Promise<void>
  liftQuarantine(): Promise<void>
}

/** On a copy of `template`, a file of no other world. */
export async function openLoneStore(template: string, shared: SimStore): Promise<LoneStore> {
  const folder = mkdtempSync(join(dirname(template), 'lone-'))
  const [file, backup] = [join(folder, 'entrygo.sqlite'), join(folder, 'backup.sqlite')]
  copyFileSync(template, file)
  let now: SimConnections = await connect(file, 'alone')
  return {
    ...shared,
    stores: () => now.stores(),
    get ledger() {
      return now.ledger
    },
    get eye() {
      return now.eye
    },
    async backUp(at) {
      rmSync(backup, { force: true })
      await backUpSqliteStore({ file, to: backup, at })
    },
    async restore(at) {
      await now.close()
      await restoreSqliteStore({ backup, file, replaces: true, at })
      now = await connect(file, 'alone')
    },
    async liftQuarantine() {
      const desk = await openQuarantineDesk({ file })
      await desk.lift()
      desk.close()
    },
    async close() {
      await now.close()
      rmSync(folder, { recursive: true })
    },
  }
}
