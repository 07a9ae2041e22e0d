import { join, resolve } from 'node:path'
import { everyScope, openDevAccount } from './dev/account.ts'
import { applySeed } from './dev/apply-seed.ts'
import { refusalOf } from './dev/dev-refusal.ts'
import { type ExampleFiles, writeExamples } from './dev/examples.ts'
import { startMailCatcher } from './dev/mail-catcher.ts'
import { makeDataFolder } from './edge/data-folder.ts'
import { type LogLevel, openLog } from './edge/log.ts'
import type { RateSettings } from './http/rate-limit.ts'
import { type RunningServer, startServer } from './main.ts'
import { readSettings, type Settings } from './settings.ts'

export { DevRefusal } from './dev/dev-refusal.ts'
export { type ExampleFiles, exampleAsOf } from './dev/examples.ts'

export interface DevSettings {
  /** 0 takes any free port. */
  readonly port: number
  /** Everything that is kept lies here; made when it is missing. */
  readonly dataDir: string
  /** Folder of lists that parties are screened against; none when absent. */
  readonly screeningLists?: string
  /** `warn` when absent. */
  readonly log?: LogLevel
  /** Far above what a developer sends when absent. */
  readonly rate?: RateSettings
}

export interface RunningDev {
  readonly url: string
  readonly apiKey: string
  readonly accountId: string
  readonly warehouseId: string
  readonly brokerId: string
  /** One `.eml` file for each mail that the broker got. */
  readonly mailDir: string
  readonly examples: ExampleFiles
  /** Resolves when the disk failed under a write: nothing more is stored, and the process should end. */
  readonly broken: Promise<void>
  stop(): Promise<void>
}

/**
 * The server on loopback with a seeded account and a mail server of its own, so that a submission really travels. Started
 * again on the same folder it offers the same account, key and data. Throws a {@link DevRefusal} for a folder, port or
 * screening list that cannot be used.
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
  const mailDir = join(dataDir, 'mail')
  const log = openLog({ level: settings.log ?? 'warn' })
  const mail = await startMailCatcher(mailDir)
  let server: RunningServer | null = null
  const stop = async (): Promise<void> => {
    await server?.stop()
    await mail.close()
  }
  try {
    server = await startServer(serverSettings({ ...settings, dataDir }, mail.port), { log })
    const { ports, keys, url, broken } = server
    const { accountId, apiKey, keyId } = await openDevAccount(dataDir, ports, keys)
    const ids = await applySeed({ accountId, keyId, scopes: everyScope }, ports)
    const examples = await writeExamples(dataDir, { accountId, store: ports.store })
    return { url, apiKey, accountId, ...ids, mailDir, examples, broken, stop }
  } catch (error) {
    await stop()
    throw error
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
    logsRequests: false,
  }
}
