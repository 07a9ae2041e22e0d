import type { EventRecord, PlacedEvent } from '../../domain/records.ts'
import type { Database } from './database.ts'
import { parseStored } from './json.ts'

export interface EventReader {
  /** The newest 1,000, in the order of `seq`. */
  newest(accountId: string, exportId: string): EventRecord[]
  after(accountId: string, exportId: string, page: EventPage): EventRecord[]
  all(accountId: string, exportId: string): EventRecord[]
  ofAccount(accountId: string, page: EventPage): PlacedEvent[]
  lastPosition(): number
}

export interface EventPage {
  /** A `seq`, or for the account a position. */
  readonly after: number
  readonly limit: number
}

const eventsOfHistory = 1000

type EventRow = Omit<EventRecord, 'data'> & { readonly data: string }
type PlacedRow = EventRow & Omit<PlacedEvent, 'event'>

export function eventReader(database: Database): EventReader {
  const columns = 'id, seq, type, at, data'
  const ofExport = `SELECT ${columns} FROM events WHERE account_id = ? AND export_id = ?`
  const newest = database.prepare<EventRow>(
    `SELECT ${columns} FROM (${ofExport} ORDER BY seq DESC LIMIT ${eventsOfHistory}) ORDER BY seq`,
  )
  const after = database.prepare<EventRow>(`${ofExport} AND seq > ? ORDER BY seq LIMIT ?`)
  const all = database.prepare<EventRow>(`${ofExport} ORDER BY seq`)
  const ofAccount = database.prepare<PlacedRow>(`SELECT position, export_id AS exportId, ${columns} FROM events
    WHERE account_id = ? AND position > ? ORDER BY position LIMIT ?`)
  const last = database.prepare<{ position: number }>('SELECT position FROM events ORDER BY position DESC LIMIT 1')
  return {
    newest: (accountId, exportId) => newest.all(accountId, exportId).map(eventOf),
    after: (accountId, exportId, page) => after.all(accountId, exportId, page.after, page.limit).map(eventOf),
    all: (accountId, exportId) => all.all(accountId, exportId).map(eventOf),
    ofAccount: (accountId, page) =>
      ofAccount
        .all(accountId, page.after, page.limit)
        .map(({ position, exportId, ...event }) => ({ position, exportId, event: eventOf(event) })),
    lastPosition: () => last.get()?.position ?? 0,
  }
}

function eventOf(row: EventRow): EventRecord {
  return { ...row, data: parseStored(row.data) }
}
