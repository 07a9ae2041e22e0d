/**
 * The server as it is run, on a fresh store, with one account that has a catalogue and one planned export. Prints one
 * line of JSON. With the argument `alone` each request is committed by itself, without a group; with a number so many
 * exports are planned besides, each of one new order with one to three lines.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { scopes } from '@entrygo/sdk/contract'
import { apiKeyPrefix, apiKeySha256, newApiKey } from '../../packages/server/src/edge/api-key.ts'
import { startServer } from '../../packages/server/src/main.ts'
import { operations } from '../../packages/server/src/operations/operations.ts'
import { testAccountId } from '../../packages/server/src/testing/builders.ts'
import { aCaller } from '../../packages/server/src/testing/fakes.ts'
import { aWrite, bodyOf, execute, plan, setUpAccount } from '../../packages/server/src/testing/workbench.ts'

import { newOrder } from '../exports-to-execute.ts'

/** What the server prints when it serves. */
export interface BenchServer {
  readonly url: string
  readonly apiKey: string
  readonly accountId: string
  readonly productId: string
  readonly exportId: string
  /** Planned, and ready to be executed. */
  readonly readyIds: readonly string[]
}

const dataDir = mkdtempSync(join(tmpdir(), 'entrygo-bench-'))
const unlimited = { requests: 1_000_000_000, windowSeconds: 10 }
const server = await startServer({
  host: '127.0.0.1',
  port: 0,
  dataDir,
  smtp: { host: '127.0.0.1', port: 9, from: 'exports@entrygo.example', security: 'none' },
  rate: { key: unlimited, address: unlimited },
  budget: { limit: 100_000, windowMs: 60_000 },
  logLevel: 'warn',
  logsRequests: true,
  ...(process.argv.includes('alone') ? { rowsInGroup: 1 } : {}),
})
const apiKey = newApiKey('test')
await server.keys.addApiKey({
  id: 'key_bench',
  accountId: testAccountId,
  prefix: apiKeyPrefix(apiKey),
  sha256: apiKeySha256(apiKey),
  scopes: [...scopes],
  createdAt: Date.now(),
  revokedAt: null,
})
const setUp = await setUpAccount(server.ports)
const planned = await plan(server.ports, setUp)
await execute(server.ports, planned.exportId)
const count = Number(process.argv.slice(2).find((argument) => /^\d+$/.test(argument)) ?? 0)
const readyIds: string[] = []
while (readyIds.length < count)
  readyIds.push((await plan(server.ports, setUp, { orderIds: await syncOrder() })).exportId)
const line: BenchServer = {
  url: server.url,
  apiKey,
  accountId: testAccountId,
  productId: setUp.productId,
  exportId: planned.exportId,
  readyIds,
}
console.log(JSON.stringify(line))

process.once('SIGTERM', () => {
  void server.stop().then(() => {
    rmSync(dataDir, { recursive: true })
    process.exit(0)
  })
})

async function syncOrder(): Promise<string[]> {
  const items = [newOrder(1 + (readyIds.length % 3), [setUp.productId])]
  const body = { accountId: testAccountId, items }
  const synced = await operations.syncOrders(aWrite(body), aCaller(), server.ports)
  return bodyOf(synced).data.map(({ id }: { id: string }) => id)
}
