import { hostname } from 'node:os'
import type { DatabaseSync } from 'node:sqlite'
import type { RunIdentity } from './journaled-run.ts'
import { isRunning } from './pending-runs.ts'

/** A run of the journal and what it writes. */
export interface Overtaking {
  readonly id: number
  readonly identity: RunIdentity
}

/** The column `only_by_key` of a run: by what it is found again. */
const found = {
  byInput: 0,
  /** Its key was given, or its input was not read. */
  byKey: 1,
  /** A later run may have written what its answer would hide. */
  byKeyOfOlder: 2,
  /** A later run has written the same kind of record. */
  overtaken: 3,
} as const

/** What a command writes so that the last one to write wins: asked for again under a new key, it is written again. */
const kinds: ReadonlyMap<string, string> = new Map([
  ['sync', 'orders'],
  ['run', 'orders'],
  ['products sync', 'products'],
  ['warehouses sync', 'warehouses'],
  ['brokers sync', 'brokers'],
  ['account set', 'profile'],
])

const sameAccount = 'id < ? AND base_url = ? AND account_id = ?'

// A run that knows its export may have executed it, which must not happen under another key.
const hasNoExport = "json_extract(progress, '$.exportId') IS NULL"

/**
 * A run begins to write: the same command line as one before it, that was cut off, is a new write from now on. Under its old
 * key the server would repeat the old answer, and what was written in between would stay, or hide behind an old plan. What
 * may still be running, here or on another machine, keeps its key: it must not happen twice.
 */
export function takeOver(database: DatabaseSync, { id, identity }: Overtaking): void {
  const sameKind = rivalsOf(identity.command)
  if (sameKind.length === 0) return
  const commands = [...new Set([...sameKind, 'run', 'plan'])]
  const older = database
    .prepare(
      `SELECT id, pid, host FROM runs WHERE ${sameAccount} AND only_by_key = ${found.byInput} AND ${hasNoExport} AND command IN (${marksFor(commands)})`,
    )
    .all(id, identity.baseUrl, identity.accountId, ...commands)
  const update = database.prepare(`UPDATE runs SET only_by_key = ${found.byKeyOfOlder} WHERE id = ?`)
  for (const row of older) if (row['host'] === hostname() && !isRunningRow(row)) update.run(Number(row['id']))
}

/** A run has written: finishing an older one of the same kind could bring older data back. */
export function overtake(database: DatabaseSync, { id, identity }: Overtaking): void {
  const commands = rivalsOf(identity.command)
  if (commands.length === 0) return
  database
    .prepare(
      `UPDATE runs SET only_by_key = ${found.overtaken} WHERE ${sameAccount} AND ${hasNoExport} AND command IN (${marksFor(commands)})`,
    )
    .run(id, identity.baseUrl, identity.accountId, ...commands)
}

/** The same write is asked for anew: nobody has to finish the older ones any more. */
export function dropReplaced(
  database: DatabaseSync,
  { command, baseUrl, accountId, payloadSha256 }: RunIdentity,
): void {
  database
    .prepare(
      `DELETE FROM runs WHERE only_by_key >= ${found.byKeyOfOlder} AND command = ? AND base_url = ? AND account_id = ? AND payload_sha256 = ?`,
    )
    .run(command, baseUrl, accountId, payloadSha256)
}

/** Whether the same command line goes on with this run of the same identity. */
export function isFoundByInput(row: Readonly<Record<string, unknown>>): boolean {
  return row['only_by_key'] === found.byInput || (row['only_by_key'] !== found.byKey && isRunningRow(row))
}

export function isOvertakenRow(row: Readonly<Record<string, unknown>>): boolean {
  return row['only_by_key'] === found.overtaken
}

function isRunningRow(row: Readonly<Record<string, unknown>>): boolean {
  return isRunning({ pid: Number(row['pid']), host: String(row['host']) })
}

function rivalsOf(command: string): string[] {
  const kind = kinds.get(command)
  return kind === undefined ? [] : [...kinds.keys()].filter((other) => kinds.get(other) === kind)
}

function marksFor(values: readonly string[]): string {
  return values.map(() => '?').join(', ')
}
