import { spawn } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { accountId, at, write } from '../conformance/fixtures.conformance.ts'
import { storeConformance } from '../store.conformance.ts'
import { Database } from './database.ts'
import { enterQuarantine, liftQuarantine } from './quarantine.ts'
import { openSqliteKeyRing, openSqliteStore } from './sqlite-store.ts'

const writerScript = fileURLToPath(new URL('crash-writer.conformance.ts', import.meta.url))

storeConformance('the SQLite engine', {
  newPlace: newFile,
  removePlace: (file) => rm(dirname(dirname(file)), { recursive: true, force: true }),
  open: (file, use) => openSqliteStore({ file, serverLock: use !== 'shared' }),
  quarantine: async (file, act, now) => {
    const database = new Database({ file, access: 'write', cacheBytes: 1024 * 1024 })
    database.transaction(() => {
      if (act === 'lift') liftQuarantine(database)
      else enterQuarantine(database, { at: now, lostFrom: null })
    })
    database.close()
  },
  startWriter: (file, prefix) =>
    spawn(process.execPath, ['--conditions=entrygo-src', writerScript, file, prefix], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
})

it('a second server on the same file is refused, and is told what to do', async () => {
  const file = await ownFile()
  const first = await openSqliteStore({ file })
  await expect(openSqliteStore({ file })).rejects.toMatchObject({
    code: 'STORE_IN_USE',
    message: expect.stringMatching(/in use by another server process.*Stop that server first/),
  })
  await first.close()
  await (await openSqliteStore({ file })).close()
})

it('a second server in another process is refused too', async () => {
  const file = await ownFile()
  const first = await openSqliteStore({ file })
  expect(await runScript(`await openSqliteStore({ file: ${JSON.stringify(file)} })`)).toMatch(/STORE_IN_USE/)
  await first.close()
})

it('an account is known by a key, also a revoked one, and by a profile', async () => {
  const file = await ownFile()
  const store = await openSqliteStore({ file })
  const keys = await openSqliteKeyRing({ file })
  const gate = { mode: 'server' as const, flags: [], approvalTtlHours: 168 }
  expect(await keys.knowsAccount(accountId)).toBe(false)
  await write(store, [{ write: 'profile', profile: { rev: 1, doc: { accountId, gate } } }])
  await keys.addApiKey({
    ...{ id: 'key_1', accountId: 'acc_key', prefix: 'eg_', sha256: 'a'.repeat(64), scopes: ['read'] },
    ...{ createdAt: at, revokedAt: at },
  })
  expect(await Promise.all([accountId, 'acc_key', 'acc_other'].map((id) => keys.knowsAccount(id)))).toEqual([
    true,
    true,
    false,
  ])
  keys.close()
  await store.close()
})

it('keys are added and revoked while a server runs, which sees them at once', async () => {
  const file = await ownFile()
  const store = await openSqliteStore({ file })
  const keys = await openSqliteKeyRing({ file })
  const key = {
    id: 'key_1',
    accountId: 'acc_one',
    prefix: 'eg_',
    sha256: 'a'.repeat(64),
    createdAt: at,
    revokedAt: null,
  }
  await keys.addApiKey({ ...key, scopes: ['read'] })
  expect(await store.findApiKey(key.sha256)).toEqual({ ...key, scopes: ['read'] })
  expect(await keys.revokeApiKey('key_1', at + 1)).toBe(true)
  expect((await store.findApiKey(key.sha256))?.revokedAt).toBe(at + 1)
  expect(await keys.listApiKeys('acc_one')).toHaveLength(1)
  keys.close()
  await store.close()
})

it('a file of a newer release is refused and left as it is', async () => {
  const file = await ownFile()
  await (await openSqliteStore({ file })).close()
  const database = new Database({ file, access: 'write', cacheBytes: 1024 })
  database.prepare(`UPDATE meta SET value = '999' WHERE key = 'schema_version'`).run()
  database.close()
  await expect(openSqliteStore({ file })).rejects.toMatchObject({
    code: 'SCHEMA_TOO_NEW',
    message: expect.stringMatching(/schema 999/),
  })
})

it('the file and its lock are readable by their owner alone, and so is a new folder', async () => {
  const file = await ownFile()
  const store = await openSqliteStore({ file })
  await store.addApiKey({
    id: 'k',
    accountId: 'a',
    prefix: 'p',
    sha256: 's',
    scopes: [],
    createdAt: 0,
    revokedAt: null,
  })
  const modes = [file, `${file}-wal`, `${file}.lock`, dirname(file)].map(
    async (path) => (await stat(path)).mode & 0o777,
  )
  expect(await Promise.all(modes)).toEqual([0o600, 0o600, 0o600, 0o700])
  await store.close()
})

it('closing leaves an empty log, and the store keeps its identity', async () => {
  const file = await ownFile()
  const store = await openSqliteStore({ file })
  await store.addApiKey({
    id: 'k',
    accountId: 'a',
    prefix: 'p',
    sha256: 's',
    scopes: [],
    createdAt: 0,
    revokedAt: null,
  })
  await store.close()
  await store.close()
  await expect(stat(`${file}-wal`)).rejects.toThrow(/ENOENT/)
  const again = await openSqliteStore({ file })
  expect([again.storeId, again.schemaVersion]).toEqual([store.storeId, 4])
  await again.close()
})

async function newFile(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'entrygo-store-')), 'data', 'entrygo.db')
}

async function ownFile(): Promise<string> {
  const file = await newFile()
  onTestFinished(() => rm(dirname(dirname(file)), { recursive: true, force: true }))
  return file
}

/** Everything that a module with this body prints, in a process of its own. */
async function runScript(body: string): Promise<string> {
  const module = JSON.stringify(new URL('sqlite-store.ts', import.meta.url).href)
  const script = `import { openSqliteStore } from ${module}\n${body}`
  const child = spawn(process.execPath, ['--conditions=entrygo-src', '--input-type=module', '-e', script])
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      output += String(data)
    })
  await new Promise((resolve) => child.once('close', resolve))
  return output
}
