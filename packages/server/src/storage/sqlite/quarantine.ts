import type { Restoration } from '../../ports.ts'
import type { Database } from './database.ts'
import { parseStored } from './json.ts'
import { generationOf, metaValue, removeMeta, setMeta } from './meta.ts'

/** How this store was last restored; null for one that never was. */
export function readRestoration(database: Database): Restoration | null {
  const { lost, isQuarantined } = database.prepare<Row>(restorationRow).get() ?? { lost: null, isQuarantined: 0 }
  return lost === null ? null : { ...parseStored<Lost>(lost), isQuarantined: isQuarantined === 1 }
}

/** Asked with every claim; sees at once what another process commits. */
export function quarantineReader(database: Database): () => boolean {
  const select = database.prepare(`SELECT 1 FROM meta WHERE key = 'quarantine'`)
  return () => select.get() !== undefined
}

export interface Entry {
  /** Milliseconds UTC. */
  readonly at: number
  /** Since when the copy may lack what was done; null where nobody knows, as of a file that was copied by hand. */
  readonly lostFrom: number | null
}

/**
 * Raises the generation, and lets nothing be sent until {@link liftQuarantine}; then everything that waits here is decided
 * anew before it is sent. Events that follow stand behind all that a lost life may have had. Of attempts that were being made when the copy was, nobody will ever report. Call it inside a
 * transaction, on the newest schema.
 */
export function enterQuarantine(database: Database, { at, lostFrom }: Entry): void {
  // By no clock may a row that is here seem to be newer than the restore.
  const restoredAt = Math.max(at, newest(database, 'exports'), newest(database, 'deliveries'))
  const before = readRestoration(database)
  const begun = Math.min(lostFrom ?? lastEventAt(database), before?.lostFrom ?? restoredAt, restoredAt)
  setMeta(database, 'restoration', JSON.stringify({ lostFrom: begun, restoredAt } satisfies Lost))
  setMeta(database, 'quarantine', String(at))
  // Who follows all events asks for those after a position that may have been given in the lost time. A thousand a
  // millisecond leads no life past the time of the next restore, and stays below 2^53 until the year 2255.
  setMeta(database, 'position_from', String(restoredAt * 1000))
  setMeta(database, 'generation', String(generationOf(database) + 1))
  database
    .prepare(`UPDATE attempts SET finished_at = ?, outcome = 'unknown', evidence = 'lease_expired'
      WHERE finished_at IS NULL`)
    .run(restoredAt)
  database.prepare('UPDATE outbox SET lease_owner = NULL, lease_until = NULL WHERE lease_owner IS NOT NULL').run()
  // `decidedAnew` of the domain: no claim takes it.
  database.prepare('UPDATE outbox SET not_after = 0').run()
}

/** False where there is none. Call it inside a transaction. */
export function liftQuarantine(database: Database): boolean {
  if (metaValue(database, 'quarantine') === null) return false
  removeMeta(database, 'quarantine')
  return true
}

type Lost = Omit<Restoration, 'isQuarantined'>
type Row = { readonly lost: string | null; readonly isQuarantined: number }

const restorationRow = `SELECT (SELECT value FROM meta WHERE key = 'restoration') AS lost,
  EXISTS (SELECT 1 FROM meta WHERE key = 'quarantine') AS isQuarantined`

function newest(database: Database, table: 'exports' | 'deliveries'): number {
  return database.prepare<{ at: number | null }>(`SELECT max(created_at) AS at FROM ${table}`).get()?.at ?? 0
}

/** The copy holds all that was committed until then, and maybe more. */
function lastEventAt(database: Database): number {
  return database.prepare<{ at: number }>('SELECT at FROM events ORDER BY position DESC LIMIT 1').get()?.at ?? 0
}
