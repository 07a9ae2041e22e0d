import type { Server } from 'node:http'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { timestamp } from './domain/export/timestamp.ts'
import type { PartyScreening } from './domain/screening/party-screening.ts'
import { systemClock } from './edge/clock.ts'
import { databaseFile, makeDataFolder } from './edge/data-folder.ts'
import { systemIds } from './edge/ids.ts'
import { openLog, type ServerLog } from './edge/log.ts'
import { meteredStore } from './edge/metered-store.ts'
import { openMetrics } from './edge/metrics.ts'
import { type App, createApp } from './http/app.ts'
import { createHttpServer } from './http/http-server.ts'
import { createDispatcher, type Dispatcher, type DispatchSettings } from './operations/dispatch-effects.ts'
import { systemTimers } from './operations/timers.ts'
import type { Clock, KeyRing, Ports, Store } from './ports.ts'
import { loadRulePack } from './rule-pack-files.ts'
import type { Settings } from './settings.ts'
import { openSqliteStore, type SqliteStore } from './storage/sqlite/sqlite-store.ts'
import { wireDeliveries } from './wire-deliveries.ts'

export interface RunningServer {
  readonly url: string
  readonly ports: Ports
  readonly keys: KeyRing
  /** Resolves when the disk failed under a write: the process should end, and its next start checks what is there. */
  readonly broken: Promise<void>
  /** Drains within 10 s, brings the store to rest and gives everything back. Safe to call twice. */
  stop(): Promise<void>
}

/** What a server is given instead of its own; `dev` and tests do. */
export interface Given {
  readonly log?: ServerLog
  readonly clock?: Clock
  /** Free bytes on the disk of the database. */
  readonly freeBytes?: () => number
  /** Stands between the socket and the routes. */
  readonly wrapFetch?: (fetch: App['fetch']) => App['fetch']
  /** Milliseconds of leases and of the dispatcher's looks. */
  readonly dispatch?: Pick<DispatchSettings, 'pollMs' | 'leaseMs' | 'renewMs'>
}

/**
 * The composition root: engines from settings, then the dispatcher, then the socket. Resolves when the server listens;
 * rejects with what stood in the way, having given back what was opened.
 */
export async function startServer(settings: Settings, given: Given = {}): Promise<RunningServer> {
  // No request may reach the prototype of all objects, whatever name slips through.
  Reflect.deleteProperty(Object.prototype, '__proto__')
  const { log = openLog({ level: settings.logLevel }), clock = systemClock } = given
  // Before anything is opened or made: with a pack or a map that cannot be used nothing is served.
  const rulePack = loadRulePack(settings.rulePack)
  const deliveries = wireDeliveries(settings, clock)
  const screening = await screeningOf(settings, log)
  makeDataFolder(settings.dataDir)
  const damage = Promise.withResolvers<void>()
  const sqlite = await openSqliteStore({
    file: join(settings.dataDir, databaseFile),
    log,
    rowsInGroup: settings.rowsInGroup,
    onBroken: damage.resolve,
    quarantinedAt: settings.beginsInQuarantine === true ? clock.now() : undefined,
    ...(given.freeBytes === undefined ? {} : { freeBytes: given.freeBytes }),
  })
  const metrics = openMetrics(
    () => overdueSeconds(sqlite, clock),
    async () => (await sqlite.restoration())?.isQuarantined,
  )
  const store = meteredStore(sqlite, metrics)
  const ids = systemIds(clock)
  let dispatcher: Dispatcher | null = null
  const ports: Ports = {
    store,
    clock,
    ids,
    rulePack,
    screening,
    ...deliveries,
    log,
    budget: settings.budget,
    wakeDispatcher: () => dispatcher?.wake(),
  }
  dispatcher = createDispatcher(ports, {
    ...given.dispatch,
    worker: `${hostname()}-${ids.next('wrk')}`,
    timers: systemTimers,
  })
  const stopping = new AbortController()
  const app = createApp({
    ports,
    metrics,
    rate: settings.rate,
    accessLog: settings.logsRequests ? log.request : () => {},
    isReady: async () => !stopping.signal.aborted && (await store.check()),
    stopping: stopping.signal,
  })
  const server = createHttpServer({ fetch: given.wrapFetch?.(app.fetch) ?? app.fetch }, { ids, log })
  try {
    await listening(server, settings)
  } catch (error) {
    await sqlite.close()
    throw error
  }
  dispatcher.start()
  const sweeping = setInterval(() => void sweep(sqlite, ports), sweepEveryMs).unref()
  const url = urlOf(server, settings.host)
  log.info({ url, dataDir: settings.dataDir }, 'serving')
  await tellQuarantine(sqlite, log)
  let stopped: Promise<void> | null = null
  const running = { server, dispatcher, store, log, stopping, sweeping }
  return { url, ports, keys: sqlite, broken: damage.promise, stop: () => (stopped ??= stop(running)) }
}

async function tellQuarantine(store: Store, log: ServerLog): Promise<void> {
  const restoration = await store.restoration()
  if (restoration?.isQuarantined !== true) return
  const [lostFrom, restoredAt] = [restoration.lostFrom, restoration.restoredAt].map(timestamp)
  log.warn(
    { lostFrom, restoredAt },
    'in quarantine: nothing is executed or sent until "entrygo-server quarantine lift"',
  )
}

// Only a server with lists pays for the index of names.
async function screeningOf({ screeningLists }: Settings, log: ServerLog): Promise<PartyScreening | null> {
  if (screeningLists === undefined) return null
  const { loadPartyScreening } = await import('./screening-lists/load-screening-lists.ts')
  const screening = await loadPartyScreening(screeningLists)
  for (const list of screening.lists) log.info({ ...list }, 'screening list')
  return screening
}

async function overdueSeconds(store: Store, clock: Clock): Promise<number> {
  const dueAt = await store.nextEffectAt()
  return dueAt === null ? 0 : Math.max(0, clock.now() - dueAt) / 1000
}

const sweepEveryMs = 600_000
const rowsInSweep = 1_000
const drainMs = 10_000

interface Running {
  readonly server: Server
  readonly dispatcher: Dispatcher
  readonly store: Store
  readonly log: ServerLog
  readonly stopping: AbortController
  readonly sweeping: NodeJS.Timeout
}

async function stop({ server, dispatcher, store, log, stopping, sweeping }: Running): Promise<void> {
  log.info({}, 'stopping')
  clearInterval(sweeping)
  stopping.abort()
  await Promise.all([closeSockets(server), dispatcher.drain(drainMs)])
  await store.close()
  log.info({}, 'stopped')
  log.flush()
}

// Keep-alive connections fall idle one by one and are closed then; what still runs at the deadline is cut off.
async function closeSockets(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const deadline = setTimeout(() => server.closeAllConnections(), drainMs)
  const idle = setInterval(() => server.closeIdleConnections(), 20)
  await closed
  clearTimeout(deadline)
  clearInterval(idle)
}

function listening(server: Server, { host, port }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port, backlog: 1024 }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function urlOf(server: Server, host: string): string {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

async function sweep(store: SqliteStore, { clock, log }: Ports): Promise<void> {
  try {
    for (const pass of [store.sweepReplies, store.sweepDeliveries])
      while ((await pass(clock.now(), rowsInSweep)) === rowsInSweep) await delay(100)
  } catch (error) {
    log.warn({ cause: String(error) }, 'what has expired could not be removed')
  }
}
