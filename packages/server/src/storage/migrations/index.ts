import { tables } from './0001-tables.ts'
import { plansByHash } from './0002-plans-by-hash.ts'
import type { Migration } from './migration.ts'

/** Every step for the embedded engine, in order. */
export const sqliteMigrations: readonly Migration[] = [
  { version: 1, sql: tables },
  { version: 2, sql: plansByHash },
]
