import { failpoint } from '../../testing/failpoints.ts'
import type { Migration } from '../migrations/migration.ts'
import { StoreRefusal } from '../store-refusal.ts'
import type { Database } from './database.ts'
import { unpackedText } from './packed-text.ts'
import { whileBusy } from './while-busy.ts'

/**
 * Brings the file to the newest schema, one transaction a step with the version in it, and answers the version. Two
 * processes that start together apply each step once. Throws {@link StoreRefusal} SCHEMA_TOO_NEW, with nothing changed,
 * when a newer release has written the file.
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<number> {
  const newest = migrations.at(-1)?.version ?? 0
  refuseNewer(schemaVersion(database), newest)
  database.define('unpacked_text', unpackedText)
  for (const { version, sql } of migrations)
    await whileBusy(() =>
      database.transaction(() => {
        // Read again inside the transaction: another process may have been first.
        if (schemaVersion(database) >= version) return
        database.exec(sql)
        refuseDangling(database)
        failpoint('migration.applied')
        database
          .prepare(
            `INSERT INTO meta VALUES ('schema_version', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
          )
          .run(String(version))
        failpoint('migration.versioned')
      }),
    )
  refuseNewer(schemaVersion(database), newest)
  return newest
}

/** 0 for an empty file. */
export function schemaVersion(database: Database): number {
  const table = database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'meta'`).get()
  if (table === undefined) return 0
  return Number(database.prepare<{ value: string }>(`SELECT value FROM meta WHERE key = 'schema_version'`).get()?.value)
}

/** Rows that a rebuilt table refers to must still be there. */
function refuseDangling(database: Database): void {
  const dangling = database.prepare<{ table: string; parent: string }>('PRAGMA foreign_key_check').get()
  if (dangling !== undefined)
    throw new Error(`After the migration a row of ${dangling.table} refers to a missing row of ${dangling.parent}.`)
}

function refuseNewer(found: number, newest: number): void {
  if (found > newest)
    throw new StoreRefusal(
      'SCHEMA_TOO_NEW',
      `The file has schema ${found} and this release knows schemas up to ${newest}: start the newer release that wrote ` +
        'it, or restore a backup from before the upgrade.',
    )
}
