import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

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
  await run('keys', 'create', '--new-account', '--scopes', 'read', '--test')
  const made = await run('backup', '--to', backup, '--json')
  expect(JSON.parse(made.stdout)).toMatchObject({ file: backup, storeId: expect.stringMatching(/^[0-9a-f]{32}$/) })
  const refused = await run('restore', backup)
  expect([refused.code, refused.stderr]).toEqual([
    7,
    `${join(dataDir, 'entrygo.sqlite')} is a store. With --replace the backup takes its place, and it is kept under another name in the same folder.\n`,
  ])
  const restored = await run('restore', backup, '--replace')
  expect(restored.code).toBe(0)
  expect(restored.stdout).toContain(`The database that was there is ${join(dataDir, 'entrygo.sqlite.replaced-1')}.`)
  expect(restored.stdout).toContain('"entrygo-server quarantine lift"')
  const state = await run('quarantine', '--json')
  expect(JSON.parse(state.stdout)).toMatchObject({ quarantine: true, generation: 2, open: [] })
  expect(await run('quarantine', 'lift')).toEqual({ code: 0, stdout: 'The quarantine is lifted.\n', stderr: '' })
})
