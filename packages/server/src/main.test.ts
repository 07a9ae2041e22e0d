import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Scope } from '@entrygo/sdk/contract'
import { afterEach, expect, it } from 'vitest'
import { apiKeyPrefix, apiKeySha256, newApiKey } from './edge/api-key.ts'
import { type RunningServer, startServer } from './main.ts'
import { readSettings } from './settings.ts'

const folders: string[] = []
const servers: RunningServer[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'entrygo-main-'))
  folders.push(folder)
  return folder
}

async function start(dataDir = newFolder()): Promise<RunningServer> {
  const server = await startServer({ ...readSettings({ ENTRYGO_SERVER_LOG_LEVEL: 'silent' }), port: 0, dataDir })
  servers.push(server)
  return server
}

async function keyOf({ keys }: RunningServer, scopes: readonly Scope[] = ['sync']): Promise<string> {
  const key = newApiKey('test')
  const [sha256, prefix] = [apiKeySha256(key), apiKeyPrefix(key)]
  await keys.addApiKey({
    id: 'key_1',
    accountId: 'acc_1',
    prefix,
    sha256,
    scopes,
    createdAt: 0,
    revokedAt: null,
  })
  return key
}

it('a server listens where it says, alive and ready', async () => {
  const { url } = await start()
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect((await fetch(`${url}/livez`)).status).toBe(200)
  expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'ok' })
})

it('the prototype of all objects cannot be reached by name', async () => {
  await start()
  expect('__proto__' in {}).toBe(false)
})

it('a second server on the same folder is refused', async () => {
  const folder = newFolder()
  await start(folder)
  await expect(start(folder)).rejects.toMatchObject({ code: 'STORE_IN_USE' })
})

it('a port that is taken leaves nothing open', async () => {
  const first = await start()
  const dataDir = newFolder()
  const port = Number(new URL(first.url).port)
  const settings = readSettings({ ENTRYGO_SERVER_LOG_LEVEL: 'silent' })
  await expect(startServer({ ...settings, port, dataDir })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await start(dataDir)
})

it('stopping answers what is under way, takes nothing new, and keeps what was acknowledged', async () => {
  const folder = newFolder()
  const first = await start(folder)
  const apiKey = await keyOf(first)
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
  const send = ({ url }: RunningServer, externalId: string): Promise<Response> => {
    const body = JSON.stringify({ accountId: 'acc_1', items: [{ externalId }] })
    return fetch(`${url}/api/products/sync`, { method: 'POST', headers, body })
  }
  const underWay = Array.from({ length: 20 }, (_, index) => send(first, `P-${index}`))
  const statuses = (await Promise.all(underWay)).map(({ status }) => status)
  await Promise.all([first.stop(), first.stop()])
  expect(new Set(statuses)).toEqual(new Set([200]))
  await expect(send(first, 'P-late')).rejects.toThrow('fetch failed')
  const second = await start(folder)
  const again = Object(await (await send(second, 'P-7')).json())
  expect(again.data).toMatchObject([{ externalId: 'P-7', created: false }])
})

it('stopping answers who waits for news at once', async () => {
  const server = await start()
  const headers = { authorization: `Bearer ${await keyOf(server, ['read'])}` }
  const waiting = fetch(`${server.url}/api/events?wait=25`, { headers })
  await new Promise((resolve) => setTimeout(resolve, 100))
  await server.stop()
  expect(await (await waiting).json()).toEqual({ data: [], next_after: 0, has_more: false })
})

it('a server sends by every way, to itself by plain http only when it is told to', async () => {
  const { ports } = await start()
  expect([...ports.transports.keys()].sort()).toEqual(['borderbuddy', 'byob_email', 'byob_webhook', 'email', 'webhook'])
  expect(ports.destinations).toEqual({ allowLoopbackHttp: false })
  const settings = readSettings({ ENTRYGO_SERVER_LOG_LEVEL: 'silent' })
  const local = await startServer({ ...settings, allowsLoopbackHttp: true, port: 0, dataDir: newFolder() })
  servers.push(local)
  expect(local.ports.destinations).toEqual({ allowLoopbackHttp: true })
})

it('column maps of a folder stand beside the shipped ones, and one that cannot be used stops the start', async () => {
  const columnMaps = newFolder()
  const map = { schema: 'entrygo.column_map/1', name: 'house', columns: [{ header: 'Invoice', field: 'invoice_no' }] }
  writeFileSync(join(columnMaps, 'house.json'), JSON.stringify(map))
  const settings = { ...readSettings({ ENTRYGO_SERVER_LOG_LEVEL: 'silent' }), port: 0, columnMaps }
  const server = await startServer({ ...settings, dataDir: newFolder() })
  servers.push(server)
  expect([...server.ports.columnMaps.keys()].sort()).toEqual(['canonical', 'house', 'spreadsheet', 'x12-810-flat'])
  writeFileSync(join(columnMaps, 'house.json'), '{')
  const dataDir = newFolder()
  await expect(startServer({ ...settings, dataDir })).rejects.toMatchObject({
    name: 'SettingsError',
    message: expect.stringContaining('house.json: whole file: is no JSON'),
  })
  await start(dataDir)
})

it('metrics tell commits, their groups and what waits in the outbox', async () => {
  const server = await start()
  const apiKey = await keyOf(server)
  const body = JSON.stringify({ accountId: 'acc_1', items: [{ externalId: 'P' }] })
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
  await fetch(`${server.url}/api/products/sync`, { method: 'POST', headers, body })
  const text = await (await fetch(`${server.url}/metrics`)).text()
  expect(text).toContain('entrygo_commits_total 1\n')
  expect(text).toContain('entrygo_commit_group_size_bucket{le="1"} 1\n')
  expect(text).toContain('entrygo_outbox_overdue_seconds 0\n')
})
