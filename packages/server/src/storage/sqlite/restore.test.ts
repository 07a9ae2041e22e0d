import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, it } from 'vitest'
import { installFailpoints, restoreFailpointNames } from '../../testing/failpoints.ts'
import { accountId, at, executed, exportId, exportRecord, planned, write } from '../conformance/fixtures.conformance.ts'
import { backUpSqliteStore } from './backup.ts'
import { openSqliteLedger } from './ledger.ts'
import { restoreSqliteStore } from './restore.ts'
import { fillSchemaTwo } from './schema-two.conformance.ts'
import { openSqliteKeyRing, openSqliteStore } from './sqlite-store.ts'
import { temporaryFile } from './temporary-file.conformance.ts'

afterEach(() => installFailpoints(null))

const later = 'batch_later'
const claim = { worker: 'w', now: at + 1_000, leaseUntil: at + 2_000, avoidDestinations: [] }

interface Place {
  readonly file: string
  /** Holds the executed export; the store has one more. */
  readonly backup: string
}

/** A store of which a backup was made before its second export. */
async function aPlace(): Promise<Place> {
  const file = await temporaryFile()
  const backup = join(dirname(file), 'backup.db')
  const store = await openSqliteStore({ file })
  await write(store, planned())
  await write(store, executed())
  await backUpSqliteStore({ file, to: backup, at: at + 10 })
  await write(store, planned(exportRecord({ id: later })))
  await store.close()
  return { file, backup }
}

/** What a server finds there: the exports it holds, and whether it would send. */
async function found(file: string): Promise<{ exports: string[]; sends: boolean }> {
  const store = await openSqliteStore({ file })
  const exports = (await store.listExports(accountId, { limit: 9 })).map(({ export: { id } }) => id)
  const sends = (await store.claimEffect(claim)) !== null
  await store.close()
  return { exports: exports.sort(), sends }
}

function meta(file: string): Record<string, unknown> {
  const database = new DatabaseSync(file)
  const rows = database.prepare("SELECT key, value FROM meta WHERE key <> 'store_id'").all()
  database.close()
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
}

describe('a file that is stamped as a backup', () => {
  it('is opened by no server and no command, which name the remedy', async () => {
    const { backup } = await aPlace()
    for (const open of [openSqliteStore, openSqliteKeyRing, openSqliteLedger])
      await expect(open({ file: backup })).rejects.toMatchObject({
        code: 'STORE_IS_BACKUP',
        message: expect.stringContaining('entrygo-server restore <file>'),
      })
    await expect(backUpSqliteStore({ file: backup, to: `${backup}.2`, at })).rejects.toMatchObject({
      code: 'STORE_IS_BACKUP',
    })
  })
})

describe('a restore', () => {
  it('puts the backup, a file without a log, into an empty place, in quarantine, and leaves it as it is', async () => {
    const { backup } = await aPlace()
    const before = readFileSync(backup)
    expect(readFileSync(backup).subarray(18, 20)).toEqual(Buffer.from([1, 1]))
    const file = await temporaryFile()
    const restored = await restoreSqliteStore({ backup, file, replaces: false, at: at + 500 })
    expect(restored).toEqual({ file, backupAt: at + 10, generation: 2, keptAs: null })
    expect(meta(file)).toEqual({
      ...{ schema_version: meta(backup)['schema_version'], generation: '2', quarantine: String(at + 500) },
      restoration: JSON.stringify({ lostFrom: at + 10, restoredAt: at + 500 }),
      position_from: String((at + 500) * 1000),
    })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(backup).equals(before)).toBe(true)
    expect(await found(file)).toEqual({ exports: [exportId], sends: false })
  })

  it('replaces a store only when told to, and keeps it with its log under a name of its own', async () => {
    const { file, backup } = await aPlace()
    const wish = { backup, file, at: at + 500 }
    await expect(restoreSqliteStore({ ...wish, replaces: false })).rejects.toMatchObject({ code: 'FILE_EXISTS' })
    expect((await found(file)).exports).toEqual([exportId, later])
    writeFileSync(`${file}-wal`, 'the log of the old store')
    const { keptAs } = await restoreSqliteStore({ ...wish, replaces: true })
    expect(keptAs).toBe(`${file}.replaced-1`)
    expect(readFileSync(`${file}.replaced-1-wal`, 'utf8')).toBe('the log of the old store')
    expect((await found(file)).exports).toEqual([exportId])
    expect((await restoreSqliteStore({ ...wish, replaces: true })).keptAs).toBe(`${file}.replaced-2`)
  })

  it('is refused while a server holds the store, and for what is no backup, damaged or newer', async () => {
    const { file, backup } = await aPlace()
    const wish = { backup, file, replaces: true, at }
    const server = await openSqliteStore({ file })
    await expect(restoreSqliteStore(wish)).rejects.toMatchObject({ code: 'STORE_IN_USE' })
    await server.close()
    const other = await temporaryFile()
    writeFileSync(other, 'a letter to the broker, which is no database at all')
    for (const no of [file, other])
      await expect(restoreSqliteStore({ ...wish, backup: no })).rejects.toMatchObject({ code: 'NOT_A_BACKUP' })
    const bytes = readFileSync(backup)
    writeFileSync(backup, bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 4096))
    await expect(restoreSqliteStore(wish)).rejects.toMatchObject({ code: 'STORE_DAMAGED' })
    expect((await found(file)).exports).toEqual([exportId, later])
    expect(readdirSync(dirname(file)).filter((name) => name.includes('restoring'))).toEqual([])
  })

  it('is not needed for a file that was copied by hand: a server begins in quarantine when told to, once', async () => {
    const { file } = await aPlace()
    for (const quarantinedAt of [at + 500, at + 900]) {
      const store = await openSqliteStore({ file, quarantinedAt })
      expect(await store.restoration()).toEqual({ lostFrom: at, restoredAt: at + 500, isQuarantined: true })
      await store.close()
    }
    expect(meta(file)['generation']).toBe('2')
    expect((await found(file)).sends).toBe(false)
  })

  it('brings a backup of an older release to the newest schema', async () => {
    const file = await temporaryFile()
    await fillSchemaTwo(file)
    const backup = `${file}.backup`
    await backUpSqliteStore({ file, to: backup, at: at + 10 })
    await restoreSqliteStore({ backup, file, replaces: true, at: at + 500 })
    expect(await found(file)).toMatchObject({ sends: false })
  })

  it.each(restoreFailpointNames)('cut off at %s leaves the old store, or one that does not send', async (name) => {
    const { file, backup } = await aPlace()
    const wish = { backup, file, replaces: true, at: at + 500 }
    let isCut = false
    installFailpoints((reached) => {
      if (reached !== name || isCut) return
      isCut = true
      throw new Error('cut off')
    })
    writeFileSync(`${file}-wal`, '')
    await expect(restoreSqliteStore(wish)).rejects.toThrow('cut off')
    const opened = await found(file).catch((error: unknown) => error)
    if (name === 'restore.prepared') expect(opened).toEqual({ exports: [exportId, later], sends: true })
    else if (name === 'restore.done') expect(opened).toEqual({ exports: [exportId], sends: false })
    else expect(opened).toMatchObject({ code: 'RESTORE_UNFINISHED' })
    const isOldThere = existsSync(file)
    await restoreSqliteStore({ ...wish, replaces: isOldThere })
    expect(await found(file)).toEqual({ exports: [exportId], sends: false })
    expect((await found(`${file}.replaced-1`)).exports).toEqual([exportId, later])
  })
})
