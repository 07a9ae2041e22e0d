/**
 * Makes a backlog of due submissions to ten destinations and drains it with a transport that answers at once, in this
 * process. Arguments: how many, and what the first destination does: `answers`, `refuses` every connection, or is
 * `silent` until the time-out of ten seconds. Prints one line of JSON.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { systemClock } from '../../packages/server/src/edge/clock.ts'
import { systemIds } from '../../packages/server/src/edge/ids.ts'
import { createDispatcher } from '../../packages/server/src/operations/dispatch-effects.ts'
import { systemTimers } from '../../packages/server/src/operations/timers.ts'
import type { Ports, Sighting, Transport } from '../../packages/server/src/ports.ts'
import { Database } from '../../packages/server/src/storage/sqlite/database.ts'
import { claimer } from '../../packages/server/src/storage/sqlite/outbox.ts'
import { openSqliteStore } from '../../packages/server/src/storage/sqlite/sqlite-store.ts'
import { openWorkbench } from '../../packages/server/src/testing/workbench.ts'
import { fillBacklog } from './backlog-file.ts'

/** What one drain took. */
export interface Drained {
  readonly sent: number
  readonly seconds: number
  /** Of the dispatching process, the store included. */
  readonly processorSeconds: number
  /** From due to sent, milliseconds, of the destinations that answer. */
  readonly p50Ms: number
  readonly p99Ms: number
  readonly deadTries: number
  readonly residentMiB: number
  /** Of the growth while it drained. */
  readonly grownMiB: number
  /** One claim without its sync of the disk, microseconds: at the start, and when almost nothing is left. */
  readonly claimUs: number
  readonly claimAtEndUs: number
}

type Mode = 'absent' | 'refuses' | 'silent'

const submissions = Number(process.argv[2] ?? 10_000)
const mode: Mode = modeOf(process.argv[3])
const timeoutMs = 10_000
const mebibyte = 1024 * 1024

const living = Array.from({ length: 9 }, (_, n) => `entries@broker-${n + 1}.example`)
const dead = 'entries@dead-broker.example'
const folder = mkdtempSync(join(tmpdir(), 'entrygo-backlog-'))
process.once('exit', () => rmSync(folder, { recursive: true }))
const wanted = Math.round((submissions * 9) / 10)
const backlog =
  mode === 'absent' ? { submissions: wanted, destinations: living } : { submissions, destinations: [dead, ...living] }
console.log(JSON.stringify(await drained(await fillBacklog(folder, backlog))))

async function drained(file: string): Promise<Drained> {
  const claimUs = claimCost(file)
  const store = await openSqliteStore({ file })
  const workbench = await openWorkbench()
  const all = Promise.withResolvers<void>()
  const sentAt: number[] = []
  let deadTries = 0
  const send = async (): Promise<Sighting> => ({ outcome: 'accepted', evidence: 'smtp_250' })
  const transport: Transport = {
    async send(_, envelope) {
      if (envelope.destination === dead) {
        deadTries += 1
        return unanswered(envelope.signal)
      }
      sentAt.push(performance.now())
      if (sentAt.length === wanted) all.resolve()
      return send()
    },
  }
  const ports: Ports = {
    ...{ ...workbench.ports, store, clock: systemClock, ids: systemIds(systemClock) },
    transports: new Map([['email', transport]]),
    wakeDispatcher: () => dispatcher.wake(),
  }
  const dispatcher = createDispatcher(ports, { worker: 'bench', timers: systemTimers })
  const before = process.memoryUsage().rss
  const processor = process.cpuUsage()
  const started = performance.now()
  dispatcher.start()
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 100)
  await all.promise
  clearInterval(watch)
  const seconds = (performance.now() - started) / 1_000
  const { user, system } = process.cpuUsage(processor)
  await dispatcher.drain(0)
  await store.close()
  await workbench.close()
  const latencies = sentAt.map((at) => at - started)
  return {
    ...{ sent: wanted, seconds, processorSeconds: (user + system) / 1e6, deadTries, claimUs },
    p50Ms: latencies[Math.floor(wanted * 0.5)] ?? Number.NaN,
    p99Ms: latencies[Math.floor(wanted * 0.99)] ?? Number.NaN,
    ...{ residentMiB: peak / mebibyte, grownMiB: (peak - before) / mebibyte, claimAtEndUs: claimCost(file) },
  }
}

async function unanswered(signal: AbortSignal): Promise<Sighting> {
  if (mode === 'refuses') return { outcome: 'not_sent', evidence: 'connect_failed' }
  await delay(timeoutMs, undefined, { signal }).catch(() => undefined)
  return { outcome: 'unknown', evidence: 'timeout' }
}

/** Claims and undoes it, again and again; the first ones warm the pages. */
function claimCost(file: string): number {
  const database = new Database({ file, access: 'write', cacheBytes: 16 * mebibyte })
  const claim = claimer(database)
  const now = Date.now()
  const one = (): void => {
    database.exec('BEGIN IMMEDIATE')
    claim({ worker: 'cost', now, leaseUntil: now + 45_000, avoidDestinations: [] })
    database.exec('ROLLBACK')
  }
  for (let n = 0; n < 500; n += 1) one()
  const started = performance.now()
  for (let n = 0; n < 2_000; n += 1) one()
  const took = performance.now() - started
  database.close()
  return (took / 2_000) * 1_000
}

function modeOf(text: string | undefined): Mode {
  if (text === 'absent' || text === 'refuses' || text === 'silent') return text
  throw new Error(`Say what the first destination does: absent, refuses or silent; not ${text}.`)
}
