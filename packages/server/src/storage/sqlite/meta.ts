import type { Database } from './database.ts'

/** A value that the store keeps about itself; null where it has none, also in a file without tables. */
export function metaValue(database: Database, key: string): string | null {
  const table = database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'meta'`).get()
  if (table === undefined) return null
  return database.prepare<{ value: string }>('SELECT value FROM meta WHERE key = ?').get(key)?.value ?? null
}

/** Which life of the store this is: a restore begins the next one. */
export function generationOf(database: Database): number {
  return Number(metaValue(database, 'generation'))
}

export function setMeta(database: Database, key: string, value: string): void {
  database
    .prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
    .run(key, value)
}

export function removeMeta(database: Database, key: string): void {
  database.prepare('DELETE FROM meta WHERE key = ?').run(key)
}
