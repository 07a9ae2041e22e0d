/**
 * The server as a child that can be killed: real engine, dispatcher and sockets, with receivers that live elsewhere. Its
 * clock is the machine's plus an offset that the parent moves by a line on standard input.
 */
import { createInterface } from 'node:readline'
import { everyScope, openDevAccount } from '../../../packages/server/src/dev/account.ts'
import { startServer } from '../../../packages/server/src/main.ts'
import { readSettings } from '../../../packages/server/src/settings.ts'
import { crashAt, installFailpoints, killThisProcess } from '../../../packages/server/src/testing/failpoints.ts'

export interface CrashServerOrder {
  readonly dataDir: string
  readonly smtpPort: number
  readonly offsetMs: number
  /** `name:hit`; null for a life without a planned end. */
  readonly failpoint: string | null
}

const { dataDir, smtpPort, offsetMs, failpoint }: CrashServerOrder = JSON.parse(process.argv[2] ?? '{}')
let offset = offsetMs
if (failpoint !== null) installFailpoints(crashAt(failpoint, killThisProcess))

const rate = { requests: 10_000_000, windowSeconds: 10 }
const server = await startServer(
  {
    ...readSettings({}),
    port: 0,
    dataDir,
    smtp: { host: '127.0.0.1', port: smtpPort, from: 'Export Desk <exports@merchant.example>', security: 'none' },
    allowsLoopbackHttp: true,
    rate: { key: rate, address: rate },
    budget: { limit: 1_000_000, windowMs: 60_000 },
    logLevel: 'silent',
    logsRequests: false,
  },
  { clock: { now: () => Date.now() + offset }, dispatch: { pollMs: 50, leaseMs: 45_000, renewMs: 40 } },
)
const { accountId, apiKey } = await openDevAccount(dataDir, server.ports, server.keys)
console.log(JSON.stringify({ url: server.url, accountId, apiKey, scopes: everyScope }))

for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'stop') break
  offset = Number(line)
}
await server.stop()
process.exit(0)
