import { backup, DatabaseSync, type StatementSync } from 'node:sqlite'
import { StoreRefusal } from '../store-refusal.ts'
import { createPrivateFile } from './private-file.ts'

export type Bindable = string | number | bigint | null | Uint8Array

/** A prepared statement. `Row` is what its columns are; the tables are STRICT, so a column has the type it was given. */
export interface Statement<Row> {
  /** Number of rows changed. */
  run(...values: readonly Bindable[]): number
  get(...values: readonly Bindable[]): Row | undefined
  all(...values: readonly Bindable[]): Row[]
}

export interface DatabaseSettings {
  readonly file: string
  /** `alone`: a file that no other process opens, without a log beside it; also where memory cannot be shared, as on NFS. */
  readonly access: 'write' | 'read' | 'alone'
  /** Upper bound of the page cache. */
  readonly cacheBytes: number
}

/** Oldest SQLite without the WAL-reset bug, https://www.sqlite.org/wal.html#walresetbug. */
const oldestSqlite = '3.51.3'
/** A busy wait blocks the event loop for its whole length. */
const busyTimeoutMs = 50
/** More than a file can have. */
const allPages = 2_147_483_647
/** The WAL file shrinks to this after a transaction that was larger. */
const walLimitBytes = 64 * 1024 * 1024

/**
 * One connection, on which commits are durable or the constructor refuses. Throws SQLITE_BUSY while another process
 * opens or recovers the file: call it inside `whileBusy`.
 */
export class Database {
  readonly #connection: DatabaseSync
  readonly #prepared = new Map<string, Statement<unknown>>()

  constructor(settings: DatabaseSettings) {
    if (settings.access !== 'read') createPrivateFile(settings.file)
    this.#connection = new DatabaseSync(settings.file, {
      readOnly: settings.access === 'read',
      timeout: busyTimeoutMs,
      enableForeignKeyConstraints: true,
    })
    try {
      this.#refuseOldSqlite()
      this.#setPragmas(settings)
    } catch (error) {
      this.#connection.close()
      throw error
    }
  }

  /** Prepared once for each text, so texts must be constants or few. */
  prepare<Row = Record<string, Bindable>>(sql: string): Statement<Row> {
    const known = this.#prepared.get(sql)
    // The row type is the caller's word on its own text: after the check of every value by the STRICT tables.
    if (known !== undefined) return known as Statement<Row>
    const statement = new CheckedStatement<Row>(this.#connection.prepare(compiledOnce(sql)), parameterCount(sql))
    this.#prepared.set(sql, statement)
    return statement
  }

  /** Runs several statements without parameters. */
  exec(sql: string): void {
    this.#connection.exec(sql)
  }

  /** Makes a function of bytes callable in statements of this connection, though not from the schema itself. */
  define(name: string, work: (bytes: Uint8Array) => string): void {
    const options = { deterministic: true, directOnly: true }
    this.#connection.function(name, options, (bytes) => (bytes instanceof Uint8Array ? work(bytes) : null))
  }

  /**
   * Runs `work` between BEGIN IMMEDIATE and COMMIT; when it throws, everything is rolled back. An asynchronous function
   * is refused: other requests would enter the transaction at its first `await`.
   */
  transaction<T>(work: () => T): T {
    return this.#between('BEGIN IMMEDIATE', work)
  }

  /** Runs `work` so that all its reads see one committed state. */
  snapshot<T>(work: () => T): T {
    return this.#between('BEGIN', work)
  }

  get isTransaction(): boolean {
    return this.#connection.isTransaction
  }

  pragma(name: string): Bindable {
    return Object.values(this.prepare(`PRAGMA ${name}`).get() ?? {})[0] ?? null
  }

  /**
   * Copies one committed state, page by page, over an existing empty file. In one step: a copy in several begins anew at
   * every commit of another process and may never end. Page by page, so that a row keeps its place, which VACUUM INTO does
   * not promise.
   */
  async copyTo(file: string): Promise<void> {
    await backup(this.#connection, file, { rate: allPages })
  }

  /** Pages in the write-ahead log. */
  walPages(): number {
    return this.#checkpoint('NOOP').log
  }

  /** Copies what it can of the log into the database, and syncs both. */
  copyLog(): void {
    this.#checkpoint('PASSIVE')
  }

  /** Copies all of the log, syncs both and empties the log; throws {@link LogInUse} while another process uses it. */
  emptyLog(): void {
    if (this.#checkpoint('TRUNCATE').busy !== 0) throw new LogInUse('another process uses the write-ahead log')
  }

  close(): void {
    if (this.#connection.isOpen) this.#connection.close()
  }

  #checkpoint(mode: string): { busy: number; log: number } {
    const row = this.prepare<{ busy: number; log: number }>(`PRAGMA wal_checkpoint(${mode})`).get()
    return row ?? { busy: 1, log: 0 }
  }

  #between<T>(begin: string, work: () => T): T {
    this.prepare(begin).run()
    try {
      const result = work()
      if (isThenable(result))
        throw new TypeError('A transaction is synchronous: its function must not return a promise.')
      this.prepare('COMMIT').run()
      return result
    } catch (error) {
      // SQLITE_FULL and some I/O errors have rolled back already; a second ROLLBACK would hide them.
      if (this.#connection.isTransaction) this.prepare('ROLLBACK').run()
      throw error
    }
  }

  #refuseOldSqlite(): void {
    const version = String(this.prepare('SELECT sqlite_version() AS version').get()?.['version'])
    if (compareVersions(version, oldestSqlite) < 0)
      throw new StoreRefusal(
        'STORE_UNSAFE',
        `SQLite ${version} can corrupt a write-ahead log: run on a Node with SQLite ${oldestSqlite} or newer.`,
      )
  }

  /** WAL and FULL are what durability rests on: a commit is in the log and synced before COMMIT returns. */
  #setPragmas({ file, access, cacheBytes }: DatabaseSettings): void {
    // Before the first look at the file, which else would share memory for a log.
    if (access === 'alone') this.#connection.exec('PRAGMA locking_mode = EXCLUSIVE')
    const expected: readonly (readonly [string, string, Bindable])[] = [
      access === 'alone' ? ['journal_mode', 'DELETE', 'delete'] : ['journal_mode', 'WAL', 'wal'],
      ['synchronous', 'FULL', 2],
      ['foreign_keys', 'ON', 1],
      ['trusted_schema', 'OFF', 0],
      ['temp_store', 'MEMORY', 2],
      ['cache_size', String(-Math.ceil(cacheBytes / 1024)), -Math.ceil(cacheBytes / 1024)],
      // SQLite ignores a failed sync of its own checkpoints; those of the writer are ours and are checked.
      ['wal_autocheckpoint', '0', 0],
      ['journal_size_limit', String(walLimitBytes), walLimitBytes],
    ]
    for (const [name, value, inForce] of expected) {
      const settable = access !== 'read' || name !== 'journal_mode'
      if (settable) this.#connection.prepare(`PRAGMA ${name} = ${value}`).all()
      const found = this.pragma(name)
      if (found !== inForce)
        throw new StoreRefusal(
          'STORE_UNSAFE',
          `${file}: PRAGMA ${name} is ${found} and must be ${value}. Keep the file on a local file system that this user may write.`,
        )
    }
  }
}

/** Counts as busy: trying again later may work. */
export class LogInUse extends Error {
  override readonly name = 'LogInUse'
  readonly errcode = 5
}

class CheckedStatement<Row> implements Statement<Row> {
  readonly #statement: StatementSync
  readonly #parameters: number

  constructor(statement: StatementSync, parameters: number) {
    this.#statement = statement
    this.#parameters = parameters
  }

  run(...values: readonly Bindable[]): number {
    this.#check(values)
    return Number(this.#statement.run(...values).changes)
  }

  get(...values: readonly Bindable[]): Row | undefined {
    this.#check(values)
    // The columns have the declared types: after the check of every value by the STRICT tables.
    return this.#statement.get(...values) as Row | undefined
  }

  all(...values: readonly Bindable[]): Row[] {
    this.#check(values)
    // The columns have the declared types: after the check of every value by the STRICT tables.
    return this.#statement.all(...values) as Row[]
  }

  /** The driver binds NULL for a missing value and for NaN, and takes a first object as named parameters. */
  #check(values: readonly unknown[]): void {
    if (values.length !== this.#parameters)
      throw new TypeError(`${values.length} values for ${this.#parameters} parameters: ${this.#statement.sourceSQL}`)
    const wrong = values.findIndex((value) => !isBindable(value))
    if (wrong >= 0)
      throw new TypeError(
        `Parameter ${wrong + 1} is ${typeof values[wrong]}, not text, whole number, null or bytes: ${this.#statement.sourceSQL}`,
      )
  }
}

function isBindable(value: unknown): value is Bindable {
  if (typeof value === 'string' || typeof value === 'bigint' || value === null) return true
  return typeof value === 'number' ? Number.isSafeInteger(value) : value instanceof Uint8Array
}

/** SQLite compiles a statement anew for every value of a bare parameter in its LIMIT: 10 µs at each run instead of 0.5. */
function compiledOnce(sql: string): string {
  return sql.replaceAll('LIMIT ?', 'LIMIT ? + 0')
}

function parameterCount(sql: string): number {
  return sql.split('?').length - 1
}

function isThenable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}

function compareVersions(left: string, right: string): number {
  const parts = (version: string): number[] => version.split('.').map(Number)
  const [a, b] = [parts(left), parts(right)]
  return [0, 1, 2].map((index) => (a[index] ?? 0) - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0
}
