import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { accountId } from '../conformance/fixtures.conformance.ts'
import { openSqliteStore } from './sqlite-store.ts'
import { temporaryFile } from './temporary-file.conformance.ts'

const script = fileURLToPath(new URL('io-error-writer.conformance.ts', import.meta.url))

it('after an I/O error nothing is written any more, the store says so, and no told write is lost', async () => {
  const file = await temporaryFile()
  const { told, end } = await writeUntilError(file)
  expect(end).toEqual({ refusal: 'StoreUnavailable', next: 'StoreUnavailable', check: false, readable: true })
  expect(told.length).toBeGreaterThan(0)
  const store = await openSqliteStore({ file })
  expect((await store.loadByExternalId(accountId, 'order', told)).size).toBe(told.length)
  expect(await store.check()).toBe(true)
  await store.close()
})

/** The shell bounds the size of any file to 512 KiB, so that a write into the log fails with EFBIG. */
async function writeUntilError(file: string): Promise<{ told: string[]; end: unknown }> {
  const command = 'ulimit -f 512 && exec "$0" "$@"'
  const args = ['-c', command, process.execPath, '--conditions=entrygo-src', script, file]
  const child = spawn('bash', args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (data) => {
    output += String(data)
  })
  await new Promise((resolve) => child.once('close', resolve))
  const lines = output.trim().split('\n')
  return { told: lines.slice(0, -1), end: JSON.parse(lines.at(-1) ?? 'null') }
}
