import { statfsSync } from 'node:fs'
import { resolve } from 'node:path'
import { everyScope, openDevAccount } from './dev/account.ts'
import { applySeed, type SeededIds } from './dev/apply-seed.ts'
import { refusalOf } from './dev/dev-refusal.ts'
import { type ExampleFiles, writeExamples } from './dev/examples.ts'
import { type ArmedFaults, armFaults } from './dev/faults/armed-faults.ts'
import { faultyFetch } from './dev/faults/faulty-fetch.ts'
import { type ReceivedFolders, receivedFolders, startReceivers } from './dev/receivers.ts'
import { readStandIns, writeStandIns } from './dev/stand-ins.ts'
import { systemClock } from './edge/clock.ts'
import { makeDataFolder } from './edge/data-folder.ts'
import { type LogLevel, openLog } from './edge/log.ts'
import type { RateSettings } from './http/rate-limit.ts'
import { type Given, type RunningServer, startServer } from './main.ts'
import { readSettings, type Settings } from './settings.ts'

export { DevRefusal } from './dev/dev-refusal.ts'
export { type ExampleFiles, exampleAsOf } from './dev/examples.ts'
export { isFaultFile } from './dev/faults/armed-faults.ts'
export { faultSwitches } from './dev/faults/parse-faults.ts'

export interface DevSettings {
  /** 0 takes any free port. */
  readonly port: number
  /** Everything that is kept lies here; made when it is missing. */
  readonly dataDir: string
  /** Folder of lists that parties are screened against; none when absent. */
  readonly screeningLists?: string
  /** What goes wrong, as {@link faultSwitches} lists it, or a file of that, which is read again when it changes. */
  readonly faults?: string
  /** `warn` when absent. */
  readonly log?: LogLevel
  /** Far above what a developer sends when absent. */
  readonly rate?: RateSettings
}

export interface RunningDev extends SeededIds {
  readonly url: string
  readonly apiKey: string
  readonly accountId: string
  /** The warehouse that is told by e-mail. */
  readonly warehouseId: string
  /** The broker who takes e-mail. */
  readonly brokerId: string
  /** One `.eml` file for each mail that a broker or a warehouse got. */
  readonly mailDir: string
  /** One file for each message that a receiver took. */
  readonly received: ReceivedFolders
  readonly examples: ExampleFiles
  /** Resolves when the disk failed under a write: nothing more is stored, and the process should end. */
  readonly broken: Promise<void>
  stop(): Promise<void>
}

/**
 * The server on loopback with a seeded account and receivers of its own (a mail server, a stand-in for BorderBuddy, a
 * webhook endpoint), so that every message really travels. Started again on the same folder it offers the same account,
 * key and data. Throws a {@link DevRefusal} for a folder, port, screening list or fault that cannot be used.
 */
export async function startDev(settings: DevSettings): Promise<RunningDev> {
  const dataDir = resolve(settings.dataDir)
  try {
    makeDataFolder(dataDir)
    return await startIn(dataDir, settings)
  } catch (error) {
    throw refusalOf(error, { dataDir, port: settings.port })
  }
}

async function startIn(dataDir: string, settings: DevSettings): Promise<RunningDev> {
  const received = receivedFolders(dataDir)
  const log = openLog({ level: settings.log ?? 'warn' })
  const faults = settings.faults === undefined ? null : armFaults(settings.faults, log)
  const before = readStandIns(dataDir)
  const receivers = await startReceivers(received, before, faults)
  const stopping = new AbortController()
  let server: RunningServer | null = null
  const stop = async (): Promise<void> => {
    stopping.abort()
    await server?.stop()
    await receivers.close()
  }
  try {
    const given = { log, ...(faults === null ? {} : failing(faults, dataDir, stopping.signal)) }
    server = await startServer(serverSettings({ ...settings, dataDir }, receivers.mailPort), given)
    // Only now is it certain that no other server has the folder.
    writeStandIns(dataDir, receivers.standIns)
    const { ports, keys, url, broken } = server
    const { accountId, apiKey, keyId } = await openDevAccount(dataDir, ports, keys)
    const caller = { accountId, keyId, scopes: everyScope }
    const { warehouses, brokers } = await applySeed(caller, ports, { now: receivers.standIns, before })
    const examples = await writeExamples(dataDir, { accountId, store: ports.store })
    faults?.begin()
    const ids = { accountId, warehouseId: warehouses.email, brokerId: brokers.email, warehouses, brokers }
    return { url, apiKey, ...ids, mailDir: received.mail, received, examples, broken, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function failing(faults: ArmedFaults, dataDir: string, stopping: AbortSignal): Omit<Given, 'log'> {
  return {
    wrapFetch: (fetch) => faultyFetch(fetch, faults, stopping),
    clock: { now: () => systemClock.now() + faults.clockOffsetMs() },
    freeBytes: () => {
      if (faults.isDiskFull()) return 0
      const { bavail, bsize } = statfsSync(dataDir)
      return bavail * bsize
    },
  }
}

const generousRate: RateSettings = { requests: 10_000_000, windowSeconds: 10 }

function serverSettings(settings: DevSettings, smtpPort: number): Settings {
  const { port, dataDir, rate = generousRate, screeningLists } = settings
  return {
    ...readSettings({}),
    ...(screeningLists === undefined ? {} : { screeningLists }),
    host: '127.0.0.1',
    port,
    dataDir,
    smtp: { host: '127.0.0.1', port: smtpPort, from: 'EntryGo <exports@entrygo.example>', security: 'none' },
    rate: { key: rate, address: rate },
    budget: { limit: 100_000, windowMs: 60_000 },
    allowsLoopbackHttp: true,
    logsRequests: false,
  }
}
