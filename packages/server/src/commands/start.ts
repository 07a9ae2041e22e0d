import { startServer } from '../main.ts'
import { readSettings, type Settings } from '../settings.ts'

export interface StartOptions {
  readonly host?: string
  readonly port?: string
  readonly dataDir?: string
  readonly rulePack?: string
  readonly screeningLists?: string
  readonly allowLoopbackHttp?: boolean
  readonly json?: boolean
}

/**
 * Serves until the first SIGTERM or SIGINT, then stops cleanly; a second one ends the process at once. A disk that failed
 * ends it too, with exit code 1: after a failed sync nobody knows what is on disk, and only a new start finds out.
 */
export async function start(options: StartOptions): Promise<void> {
  const server = await startServer(settingsOf(options, process.env))
  if (options.json === true) process.stdout.write(`${JSON.stringify({ url: server.url })}\n`)
  else process.stdout.write(`EntryGo serves at ${server.url}\n`)
  const isBroken = await Promise.race([stopSignal().then(() => false), server.broken.then(() => true)])
  const exitAtOnce = (): never => process.exit(1)
  process.once('SIGTERM', exitAtOnce).once('SIGINT', exitAtOnce)
  await server.stop()
  if (isBroken) throw new Error('The disk failed under a write. See the log, mend the disk and start again.')
}

/** Flags win over the environment. Plain http to loopback is set by its flag alone, so that nobody inherits it. */
export function settingsOf(
  { host, port, dataDir, rulePack, screeningLists, allowLoopbackHttp = false }: Omit<StartOptions, 'json'>,
  env: Readonly<Record<string, string | undefined>>,
): Settings {
  const settings = readSettings({
    ...env,
    ...(host === undefined ? {} : { ENTRYGO_SERVER_HOST: host }),
    ...(port === undefined ? {} : { ENTRYGO_SERVER_PORT: port }),
    ...(dataDir === undefined ? {} : { ENTRYGO_SERVER_DATA_DIR: dataDir }),
    ...(rulePack === undefined ? {} : { ENTRYGO_SERVER_RULE_PACK: rulePack }),
    ...(screeningLists === undefined ? {} : { ENTRYGO_SERVER_SCREENING_LISTS: screeningLists }),
  })
  return { ...settings, allowsLoopbackHttp: allowLoopbackHttp }
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      process.off('SIGTERM', stop).off('SIGINT', stop)
      resolve()
    }
    process.on('SIGTERM', stop).on('SIGINT', stop)
  })
}
