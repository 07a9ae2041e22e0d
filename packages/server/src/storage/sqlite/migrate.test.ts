import { expect, it, onTestFinished } from 'vitest'
import { sqliteMigrations } from '../migrations/index.ts'
import { Database } from './database.ts'
import { migrate, schemaVersion } from './migrate.ts'
import { temporaryFile } from './temporary-file.conformance.ts'

const first = {
  version: 1,
  sql: 'CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) STRICT; CREATE TABLE a (x TEXT) STRICT',
}
const second = { version: 2, sql: `ALTER TABLE a ADD COLUMN y TEXT` }

it('an empty file is brought to the newest schema, step by step', async () => {
  const database = await emptyDatabase()
  expect([schemaVersion(database), await migrate(database, [first, second]), schemaVersion(database)]).toEqual([
    0, 2, 2,
  ])
})

it('a file of an older release gets the missing steps alone', async () => {
  const database = await emptyDatabase()
  await migrate(database, [first])
  expect(await migrate(database, [first, second])).toBe(2)
})

it('a step that fails leaves the file at the step before it', async () => {
  const database = await emptyDatabase()
  const broken = { version: 2, sql: 'CREATE TABLE b (x TEXT) STRICT; INSERT INTO nowhere VALUES (1)' }
  await expect(migrate(database, [first, broken])).rejects.toThrow(/nowhere/)
  expect(schemaVersion(database)).toBe(1)
  expect(database.prepare(`SELECT name FROM sqlite_schema WHERE name = 'b'`).get()).toBeUndefined()
})

it('two processes that start together apply each step once', async () => {
  const file = await temporaryFile()
  const databases = [1, 2].map(() => new Database({ file, access: 'write', cacheBytes: 1024 }))
  onTestFinished(() => {
    for (const database of databases) database.close()
  })
  expect(await Promise.all(databases.map((database) => migrate(database, sqliteMigrations)))).toEqual([4, 4])
})

it('a newer schema is refused', async () => {
  const database = await emptyDatabase()
  await migrate(database, [first, second])
  await expect(migrate(database, [first])).rejects.toMatchObject({ code: 'SCHEMA_TOO_NEW' })
})

it('the steps are numbered from 1 without gaps', () => {
  expect(sqliteMigrations.map(({ version }) => version)).toEqual(sqliteMigrations.map((_, index) => index + 1))
})

it('every table of the schema is strict, and every table of tenants has the account', async () => {
  const database = await emptyDatabase()
  await migrate(database, sqliteMigrations)
  const tables = database
    .prepare<{ name: string; strict: number }>(`SELECT name, strict FROM pragma_table_list WHERE schema = 'main'`)
    .all()
    .filter(({ name }) => !name.startsWith('sqlite_'))
  expect(tables.filter(({ strict }) => strict !== 1)).toEqual([])
  const columns = (table: string): string[] =>
    database
      .prepare<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`)
      .all()
      .map(({ name }) => name)
  const without = tables.map(({ name }) => name).filter((name) => !columns(name).includes('account_id'))
  // An account is its own id; blobs are shared by their content and reached through rows that name the account.
  expect(without.sort()).toEqual(['accounts', 'blobs', 'meta'])
})

async function emptyDatabase(): Promise<Database> {
  const database = new Database({ file: await temporaryFile(), access: 'write', cacheBytes: 1024 * 1024 })
  onTestFinished(() => database.close())
  return database
}
