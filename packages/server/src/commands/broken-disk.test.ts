import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'

const bin = fileURLToPath(new URL('../bin.ts', import.meta.url))

it('a server whose disk fails under a write answers 503 and ends with exit code 1', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'entrygo-broken-disk-'))
  onTestFinished(() => rm(dataDir, { recursive: true }))
  const created = await output(['keys', 'create', '--new-account', '--scopes', 'sync', '--test', '--json'], dataDir)
  const { apiKey, accountId } = JSON.parse(created)
  // No file may grow beyond 512 KiB, so that a write into the log fails.
  const server = spawn(
    'bash',
    ['-c', 'ulimit -f 512 && exec "$0" "$@"', process.execPath, ...command(['start', '--port', '0', '--json'])],
    {
      env: { ...process.env, ENTRYGO_SERVER_DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  const ended = once(server, 'exit')
  const [line] = await once(createInterface({ input: server.stdout }), 'line')
  const { url } = JSON.parse(String(line))
  const statuses = new Set<number>()
  for (let n = 0; n < 500 && !statuses.has(503); n += 1) {
    const items = Array.from({ length: 20 }, (_, at) => ({ externalId: `P-${n}-${at}`, description: 'x'.repeat(250) }))
    const response = await fetch(`${url}/api/products/sync`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ accountId, items }),
    })
    statuses.add(response.status)
  }
  expect([...statuses]).toEqual([200, 503])
  const [code] = await ended
  expect(code).toBe(1)
})

function command(args: readonly string[]): string[] {
  return ['--conditions=entrygo-src', bin, ...args]
}

async function output(args: readonly string[], dataDir: string): Promise<string> {
  const env = { ...process.env, ENTRYGO_SERVER_DATA_DIR: dataDir }
  const child = spawn(process.execPath, command(args), { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  await once(child, 'close')
  return text
}
