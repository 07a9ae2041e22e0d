import { startServer } from '../main.ts'
import { type StartOptions, settingsOf } from './settings-of.ts'

/**
 * Serves until the first SIGTERM or SIGINT, then stops cleanly; a second one ends the process at once. A disk that failed
 * ends it too, with exit code 1: after a failed sync nobody knows what is on disk, and only a new start finds out.
 */
export async function serve(options: StartOptions): Promise<void> {
  const server = await startServer(settingsOf(options, process.env))
  if (options.json === true) process.stdout.write(`${JSON.stringify({ url: server.url })}\n`)
  else process.stdout.write(`EntryGo serves at ${server.url}\n`)
  const isBroken = await Promise.race([stopSignal().then(() => false), server.broken.then(() => true)])
  const exitAtOnce = (): never => process.exit(1)
  process.once('SIGTERM', exitAtOnce).once('SIGINT', exitAtOnce)
  await server.stop()
  if (isBroken) throw new Error('The disk failed under a write. See the log, mend the disk and start again.')
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
