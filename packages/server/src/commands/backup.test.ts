import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { backUpSqliteStore } from '../storage/sqlite/backup.ts'

const bin = fileURLToPath(new URL('../bin.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'entrygo-backup-'))
const dataDir = join(folder, 'data')
const file = join(dataDir, 'entrygo.sqlite')
const server = { url: '', accountId: '', apiKey: '', stop: async (): Promise<void> => {} }

/** A server in a process of its own. */
beforeAll(async () => {
  const key = await run('keys', 'create', '--new-account', '--scopes', 'sync', '--test', '--json')
  Object.assign(server, JSON.parse(key.stdout))
  const env = { ...process.env, ENTRYGO_SERVER_RATE: '100000', ENTRYGO_SERVER_LOG_LEVEL: 'silent' }
  const args = ['--conditions=entrygo-src', bin, 'start', '--port', '0', '--json', '--data-dir', dataDir]
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  server.url = JSON.parse(String(line)).url
  server.stop = async () => {
    child.kill()
    await ended
  }
})

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

it('each of 20 backups under writes is whole and holds a prefix of what was acknowledged', async () => {
  const writers = ['a', 'b', 'c'].map((name) => ({ name, begun: 0, acknowledged: 0 }))
  let isOver = false
  const writing = writers.map(async (writer) => {
    while (!isOver) {
      writer.begun += 1
      await syncProduct(`${writer.name}-${writer.begun}`)
      writer.acknowledged = writer.begun
    }
  })
  const backups: { file: string; least: number[]; most: number[] }[] = []
  for (let n = 0; n < 20; n += 1) {
    const least = writers.map(({ acknowledged }) => acknowledged)
    const to = join(folder, `backup-${n}.sqlite`)
    if (n === 10) expect((await run('backup', '--to', to)).status).toBe(0)
    else await backUpSqliteStore({ file, to, at: 1_790_000_000_000 + n })
    backups.push({ file: to, least, most: writers.map(({ begun }) => begun) })
  }
  isOver = true
  await Promise.all(writing)
  for (const backup of backups) {
    const held = writers.map(({ name }) => heldBy(backup.file, name))
    expect(held.every((count, index) => count >= (backup.least[index] ?? 0))).toBe(true)
    expect(held.every((count, index) => count <= (backup.most[index] ?? 0))).toBe(true)
  }
  expect(backups.at(-1)?.least.every((count) => count > 20)).toBe(true)
})

it('a backup is readable by its owner alone, and nothing else is left beside it', async () => {
  const to = join(folder, 'alone', 'store.sqlite')
  await expect(backUpSqliteStore({ file, to, at: 1 })).rejects.toThrow('ENOENT')
  const beside = join(folder, 'once.sqlite')
  await backUpSqliteStore({ file, to: beside, at: 1 })
  expect(statSync(beside).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder).filter((name) => name.startsWith('once'))).toEqual(['once.sqlite'])
})

it('a backup replaces no file, and takes none for its own that another backup left', async () => {
  const to = join(folder, 'taken.sqlite')
  writeFileSync(to, 'mine')
  expect(await run('backup', '--to', to)).toEqual({
    status: 7,
    stdout: '',
    stderr: `${to} exists, and a backup replaces nothing. Give a name that is free.\n`,
  })
  expect(statSync(to).size).toBe(4)
  writeFileSync(join(folder, 'other.sqlite.partial'), '')
  await expect(backUpSqliteStore({ file, to: join(folder, 'other.sqlite'), at: 1 })).rejects.toMatchObject({
    code: 'FILE_EXISTS',
  })
})

async function syncProduct(externalId: string): Promise<void> {
  const response = await fetch(`${server.url}/api/products/sync`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ accountId: server.accountId, items: [{ externalId, description: 'x'.repeat(200) }] }),
  })
  if (response.status !== 200) throw new Error(await response.text())
}

/** How many products of one writer the copy holds; fails where one is missing before the last. */
function heldBy(backup: string, writer: string): number {
  const copy = new DatabaseSync(backup, { readOnly: true })
  expect(copy.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
  const rows = copy.prepare("SELECT external_id AS id FROM products WHERE external_id LIKE ? || '-%'").all(writer)
  copy.close()
  const numbers = rows.map(({ id }) => Number(String(id).split('-')[1])).sort((left, right) => left - right)
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  return numbers.length
}

async function run(...args: readonly string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const env = { ...process.env, ENTRYGO_SERVER_DATA_DIR: dataDir }
  const child = spawn(process.execPath, ['--conditions=entrygo-src', bin, ...args], { env })
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (chunk: Buffer) => {
      output[name] += chunk.toString()
    })
  const [status] = await once(child, 'close')
  return { status, ...output }
}
