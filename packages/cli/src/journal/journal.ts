import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { DatabaseSync } from 'node:sqlite'
import { CommandError } from '../errors.ts'
import { isRecord } from '../input/record.ts'
import { guarded, prepareFolder } from './journal-file.ts'
import type { JournaledRun, PendingRun, RunFacts, RunIdentity } from './journaled-run.ts'
import { dropReplaced, isFoundByInput, isOvertakenRow, overtake, takeOver } from './overtaken.ts'

export interface Journal {
  /**
   * The unfinished run of this identity, else a new one with a fresh key; on disk before it is answered. With `givenKey`
   * that key is the run's, and it is refused when an unfinished run with another identity has it.
   */
  begin(identity: RunIdentity, facts: NewRunFacts): JournaledRun
  /** Unfinished runs, oldest first. */
  pending(): readonly PendingRun[]
  /** Whether there was such a run. */
  forget(id: number): boolean
  close(): void
}

interface NewRunFacts extends RunFacts {
  readonly givenKey?: string
  /** False for a run whose input is in no digest: it is found by its key alone. */
  readonly isKnownAgain?: boolean
}

export interface JournalSettings {
  readonly now?: () => number
  readonly freshKey?: () => string
  /** More unfinished runs than anybody finishes; of more, the oldest go. 1,000 when absent. */
  readonly mostRuns?: number
  /** How long another process may hold it; 10,000 when absent. */
  readonly waitMs?: number
}

/** The server knows a key for 30 days; what is older could not be finished under its key any more. */
export const keptDays = 30

/**
 * Opens the journal in `folder`, made when it is missing (0700, file 0600). Several processes may have it open: each
 * change is one transaction of SQLite, fsynced before it is answered, and its locks end with their process. Throws
 * `JOURNAL_ERROR` with the folder and the way out when nothing can be kept there.
 */
export function openJournal(folder: string, settings: JournalSettings = {}): Journal {
  const { now = Date.now, freshKey = () => `cli_${randomUUID()}`, mostRuns = 1000, waitMs = 10_000 } = settings
  const database = guarded(folder, () => openDatabase(prepareFolder(folder), waitMs))
  const begin = (identity: RunIdentity, facts: NewRunFacts): Begun =>
    guarded(folder, () =>
      inTransaction(database, () => {
        prune(database, { at: now(), mostRuns })
        const there = find(database, identity, facts)
        const begun =
          there === undefined
            ? insert(database, { identity, facts, key: facts.givenKey ?? freshKey(), at: now() })
            : resume(database, there)
        takeOver(database, { id: begun.id, identity })
        return begun
      }),
    )
  return {
    begin: (identity, facts) => journaledRun(begin(identity, facts), { database, folder, identity }),
    pending: () => guarded(folder, () => database.prepare('SELECT * FROM runs ORDER BY id').all().map(pendingRunOf)),
    forget: (id) => guarded(folder, () => database.prepare('DELETE FROM runs WHERE id = ?').run(id).changes > 0),
    close: () => database.close(),
  }
}

const schema = `
  CREATE TABLE IF NOT EXISTS runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL,
    only_by_key INTEGER NOT NULL,
    command TEXT NOT NULL,
    base_url TEXT NOT NULL,
    account_id TEXT NOT NULL,
    payload_sha256 TEXT NOT NULL,
    facts TEXT NOT NULL,
    pid INTEGER NOT NULL,
    host TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    progress TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS runs_by_payload ON runs (payload_sha256);
  PRAGMA user_version = 1;
`

function openDatabase(path: string, waitMs: number): DatabaseSync {
  const database = new DatabaseSync(path)
  // A rollback journal and not the write-ahead log, which shares memory and so fails on network file systems.
  database.exec(`PRAGMA busy_timeout = ${waitMs}; PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL;`)
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
  if (version === 0) inTransaction(database, () => database.exec(schema))
  else if (version !== 1) throw new CommandError('JOURNAL_ERROR', `${path} is of a newer entrygo: use that one.`)
  return database
}

function inTransaction<T>(database: DatabaseSync, act: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const answer = act()
    database.exec('COMMIT')
    return answer
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

function prune(database: DatabaseSync, { at, mostRuns }: { readonly at: number; readonly mostRuns: number }): void {
  database.prepare('DELETE FROM runs WHERE started_at < ?').run(at - keptDays * 24 * 3_600_000)
  database.prepare('DELETE FROM runs WHERE id NOT IN (SELECT id FROM runs ORDER BY id DESC LIMIT ?)').run(mostRuns - 1)
}

const sameIdentity = 'command = ? AND base_url = ? AND account_id = ? AND payload_sha256 = ?'

function valuesOf({ command, baseUrl, accountId, payloadSha256 }: RunIdentity): [string, string, string, string] {
  return [command, baseUrl, accountId, payloadSha256]
}

function find(database: DatabaseSync, identity: RunIdentity, facts: NewRunFacts): PendingRun | undefined {
  if (facts.givenKey !== undefined) return findGiven(database, identity, facts.givenKey)
  if (facts.isKnownAgain === false) return undefined
  const select = `SELECT * FROM runs WHERE ${sameIdentity} ORDER BY id`
  const row = database
    .prepare(select)
    .all(...valuesOf(identity))
    .find(isFoundByInput)
  return row === undefined ? undefined : pendingRunOf(row)
}

function findGiven(database: DatabaseSync, identity: RunIdentity, givenKey: string): PendingRun | undefined {
  const rows = database.prepare('SELECT * FROM runs WHERE key = ? ORDER BY id').all(givenKey).map(pendingRunOf)
  const found = rows.find((run) => valuesOf(run).join('\n') === valuesOf(identity).join('\n'))
  const [other] = rows
  if (found !== undefined || other === undefined) return found
  const words = `entrygo ${other.argv.join(' ')}`
  const message = `The key ${givenKey} belongs to an unfinished run with other flags, input or server (${words}): bring those back, take another key, or drop that run with entrygo pending --forget ${other.id}.`
  throw new CommandError('IDEMPOTENCY_CONFLICT', message, { field: '--idempotency-key' })
}

function resume(database: DatabaseSync, run: PendingRun): Begun {
  database.prepare('UPDATE runs SET pid = ?, host = ? WHERE id = ?').run(process.pid, hostname(), run.id)
  return { id: run.id, key: run.key, progress: run.progress, resumed: true, canResume: run.canResume }
}

interface NewRun {
  readonly identity: RunIdentity
  readonly facts: NewRunFacts
  readonly key: string
  readonly at: number
}

function insert(database: DatabaseSync, { identity, facts, key, at }: NewRun): Begun {
  const { givenKey, isKnownAgain = true, argv, cwd, settings, canResume, policySha256 } = facts
  const isOnlyByKey = givenKey !== undefined || !isKnownAgain
  if (isKnownAgain) dropReplaced(database, identity)
  const kept = JSON.stringify({ argv, cwd, settings, canResume, policySha256 })
  const { lastInsertRowid } = database
    .prepare(
      'INSERT INTO runs (key, only_by_key, command, base_url, account_id, payload_sha256, facts, pid, host, started_at, progress) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(...[key, isOnlyByKey ? 1 : 0], ...valuesOf(identity), kept, process.pid, hostname(), at, 'null')
  return { id: Number(lastInsertRowid), key, progress: null, resumed: false, canResume }
}

interface Begun extends Pick<JournaledRun, 'key' | 'progress' | 'resumed' | 'canResume'> {
  readonly id: number
}

interface Kept {
  readonly database: DatabaseSync
  readonly folder: string
  readonly identity: RunIdentity
}

// By key and not by id: a process of the same run may have finished it already, and nothing of it must come back.
function journaledRun({ id, ...begun }: Begun, { database, folder, identity }: Kept): JournaledRun {
  const { key } = begun
  let { progress } = begun
  return {
    ...begun,
    get progress() {
      return progress
    },
    note: async (next) => {
      const text = JSON.stringify(next)
      guarded(folder, () =>
        inTransaction(database, () => {
          database.prepare('UPDATE runs SET progress = ? WHERE key = ?').run(text, key)
          if (progress === null) overtake(database, { id, identity })
        }),
      )
      progress = next
    },
    finish: async ({ isRefused = false } = {}) => {
      guarded(folder, () =>
        inTransaction(database, () => {
          database.prepare('DELETE FROM runs WHERE key = ?').run(key)
          if (!isRefused) overtake(database, { id, identity })
        }),
      )
    },
  }
}

function pendingRunOf(row: Readonly<Record<string, unknown>>): PendingRun {
  const facts: unknown = JSON.parse(String(row['facts']))
  const { argv, cwd, settings, canResume, policySha256 } = isRecord(facts) ? facts : {}
  return {
    id: Number(row['id']),
    key: String(row['key']),
    command: String(row['command']),
    baseUrl: String(row['base_url']),
    accountId: String(row['account_id']),
    payloadSha256: String(row['payload_sha256']),
    argv: Array.isArray(argv) ? argv.map(String) : [],
    cwd: String(cwd),
    settings: isRecord(settings)
      ? Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]))
      : {},
    ...(typeof policySha256 === 'string' && { policySha256 }),
    canResume: canResume === 'stdin' || canResume === 'secret' ? canResume : 'yes',
    startedAt: new Date(Number(row['started_at'])).toISOString(),
    progress: JSON.parse(String(row['progress'])),
    pid: Number(row['pid']),
    host: String(row['host']),
    isOvertaken: isOvertakenRow(row),
  }
}
