import { rm, writeFile } from 'node:fs/promises'
import { expect, it, onTestFinished } from 'vitest'
import { Database } from './database.ts'
import { temporaryFile } from './temporary-file.conformance.ts'

it.each([
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['trusted_schema', 0],
])('PRAGMA %s is in force on every connection', async (pragma, inForce) => {
  const { database, reader } = await opened()
  expect([database.pragma(pragma), reader.pragma(pragma)]).toEqual([inForce, inForce])
})

it('a database that cannot have a log of its own is refused', () => {
  // SQLite takes the name for memory; a file of that name is made before it is asked.
  onTestFinished(() => rm(':memory:', { force: true }))
  expect(() => new Database({ file: ':memory:', access: 'write', cacheBytes: 1024 })).toThrow(
    /PRAGMA journal_mode is memory and must be WAL/,
  )
})

it('a file that is no database is refused and left as it is', async () => {
  const file = await temporaryFile()
  await writeFile(file, 'a letter, not a database, and long enough to have a header of a hundred bytes'.repeat(3))
  expect(() => new Database({ file, access: 'write', cacheBytes: 1024 })).toThrow(/not a database/)
})

it.each([
  ['too few values', [1]],
  ['too many values', [1, 2, 3]],
  ['an object', [{}, 2]],
  ['a date', [new Date(0), 2]],
  ['undefined', [undefined, 2]],
  ['a truth value', [true, 2]],
  ['not a number', [Number.NaN, 2]],
  ['a fraction', [1.5, 2]],
  ['a number that a double cannot hold', [2 ** 53, 2]],
])('%s cannot be bound', async (_, values) => {
  const { database } = await opened()
  const insert: { run(...values: readonly unknown[]): number } = database.prepare('INSERT INTO pair VALUES (?, ?)')
  expect(() => insert.run(...values)).toThrow(TypeError)
  expect(database.prepare('SELECT * FROM pair').all()).toEqual([])
})

it('a statement is prepared once for its text', async () => {
  const { database } = await opened()
  expect(database.prepare('SELECT 1')).toBe(database.prepare('SELECT 1'))
})

it('a transaction that throws leaves nothing', async () => {
  const { database } = await opened()
  const failing = (): void => {
    database.prepare('INSERT INTO pair VALUES (?, ?)').run(1, 2)
    throw new Error('no')
  }
  expect(() => database.transaction(failing)).toThrow('no')
  expect([database.isTransaction, database.prepare('SELECT * FROM pair').all()]).toEqual([false, []])
})

it('an asynchronous transaction is refused and undone', async () => {
  const { database } = await opened()
  const asynchronous = (): Promise<number> =>
    Promise.resolve(database.prepare('INSERT INTO pair VALUES (?, ?)').run(1, 2))
  expect(() => database.transaction(asynchronous)).toThrow(/synchronous/)
  expect(database.prepare('SELECT * FROM pair').all()).toEqual([])
})

it('a snapshot sees one committed state, whatever is committed meanwhile', async () => {
  const { database, reader } = await opened()
  const count = reader.prepare<{ n: number }>('SELECT count(*) AS n FROM pair')
  const seen = reader.snapshot(() => {
    const before = count.get()?.n
    database.transaction(() => database.prepare('INSERT INTO pair VALUES (?, ?)').run(1, 2))
    return [before, count.get()?.n]
  })
  expect([seen, count.get()?.n]).toEqual([[0, 0], 1])
})

it('the reader cannot write', async () => {
  const { reader } = await opened()
  expect(() => reader.prepare('INSERT INTO pair VALUES (?, ?)').run(1, 2)).toThrow(/readonly/)
})

async function opened(): Promise<{ database: Database; reader: Database }> {
  const file = await temporaryFile()
  const database = new Database({ file, access: 'write', cacheBytes: 1024 * 1024 })
  database.exec('CREATE TABLE pair (a INTEGER, b INTEGER) STRICT')
  const reader = new Database({ file, access: 'read', cacheBytes: 1024 * 1024 })
  onTestFinished(() => {
    reader.close()
    database.close()
  })
  return { database, reader }
}
