import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { backUpSqliteStore } from '../storage/sqlite/backup.ts'
import { openSqliteStore } from '../storage/sqlite/sqlite-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'entrygo-restore-'))
const dataDir = join(folder, 'data')
const backup = join(folder, 'backup.sqlite')
afterAll(() => rmSync(folder, { recursive: true }))

function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const bin = join(import.meta.dirname, '../bin.ts')
  const env = { ...process.env, ENTRYGO_SERVER_DATA_DIR: dataDir }
  return new Promise((resolve) => {
    execFile(process.execPath, ['--conditions=entrygo-src', bin, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
    })
  })
}

it('a backup is restored by one command, which says what is next, and another one lifts the quarantine', async () => {
  const file = join(dataDir, 'entrygo.sqlite')
  await (await openSqliteStore({ file })).close()
  await backUpSqliteStore({ file, to: backup, at: 1_790_000_000_000 })
  const refused = await run('restore', backup, '--json')
  expect(refused.code).toBe(7)
  expect(JSON.parse(refused.stdout).error).toEqual({
    code: 'FILE_EXISTS',
    message: `${file} is a store. With --replace the backup takes its place, and it is kept under another name in the same folder.`,
    exitCode: 7,
  })
  const restored = await run('restore', backup, '--replace')
  expect(restored.code).toBe(0)
  expect(restored.stdout).toContain(`The database that was there is ${file}.replaced-1.`)
  expect(restored.stdout).toContain('"entrygo-server quarantine lift"')
  const state = await run('quarantine', '--json')
  expect(JSON.parse(state.stdout)).toMatchObject({ quarantine: true, generation: 2, open: [] })
  expect((await run('quarantine')).stdout).toContain('Nothing waits here to be sent.')
  expect(await run('quarantine', 'lift')).toEqual({ code: 0, stdout: 'The quarantine is lifted.\n', stderr: '' })
})
