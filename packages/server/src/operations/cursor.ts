import type { SyncedKind } from '../domain/records.ts'

/** A position in a list that is sorted by time of creation, then id; newest first. */
export interface Position {
  readonly createdAt: number
  readonly id: string
}

export function cursorOf({ createdAt, id }: Position): string {
  return Buffer.from(`${createdAt}|${id}`, 'utf8').toString('base64url')
}

/** Null when this server did not make the cursor. */
export function positionOf(cursor: string): Position | null {
  const match = /^(\d{1,15})\|([\w-]{1,64})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))
  const [, createdAt, id] = match ?? []
  return createdAt === undefined || id === undefined ? null : { createdAt: Number(createdAt), id }
}

/** A position in the list of one kind of records, which is sorted by id; newest first. */
export function recordCursorOf(kind: SyncedKind, id: string): string {
  return Buffer.from(`${kind}|${id}`, 'utf8').toString('base64url')
}

/** The id; null when this server did not make the cursor, or made it for another list. */
export function recordPositionOf(kind: SyncedKind, cursor: string): string | null {
  const [, list, id] = /^([a-z]+)\|([\w-]{1,64})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? []
  return list === kind && id !== undefined ? id : null
}
