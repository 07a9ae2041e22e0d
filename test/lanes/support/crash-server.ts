/**
 * The server as a child that can be killed: real engine, dispatcher and sockets, with receivers that live elsewhere. The
 * first line on standard input says what it is to serve. Its clock is the machine's plus an offset that the parent moves
 * by further lines.
 */
import { createInterface } from 'node:readline'
import { everyScope, openDevAccount } from '../../../packages/server/src/dev/account.ts'
import { startServer } from '../../../packages/server/src/main.ts'
import { readSettings } from '../../../packages/server/src/settings.ts'
import { crashAt, installFailpoints, killThisProcess } from '../../../packages/server/src/testing/failpoints.ts'

export interface CrashServerOrder {
  readonly dataDir: string
  readonly rulePack: string
  readonly smtpPort: number
  readonly offsetMs: number
  /** `name:hit`; null for a life without a planned end. */
  readonly failpoint: string | null
}

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const order = await lines.next()
if (order.done === true) process.exit(0)
const { dataDir, rulePack, smtpPort, offsetMs, failpoint }: CrashServerOrder = JSON.parse(order.value)
let offset = offsetMs
if (failpoint !== null) installFailpoints(crashAt(failpoint, killThisProcess))

const rate = { requests: 10_000_000, windowSeconds: 10 }
const server = await startServer(
  {
    ...readSettings({}),
    port: 0,
    dataDir,
    rulePack,
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

for (let line = await lines.next(); line.done !== true && line.value !== 'stop'; line = await lines.next())
  offset = Number(line.value)
await server.stop()
process.exit(0)
