import { tables } from './0001-tables.ts'
import { plansByHash } from './0002-plans-by-hash.ts'
import { deliveries } from './0003-deliveries.ts'
import { endpointEras } from './0004-endpoint-eras.ts'
import type { Migration } from './migration.ts'

/** Every step for the embedded engine, in order. */
export const sqliteMigrations: readonly Migration[] = [
  { version: 1, sql: tables },
  { version: 2, sql: plansByHash },
  { version: 3, sql: deliveries },
  { version: 4, sql: endpointEras },
]
