import * as nodeModule from 'node:module'
import { resolve } from 'node:path'
import type { CommandContext } from '../command.ts'
import { usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { Interruption } from '../terminal.ts'

/** Runs the local server until a signal ends it. In JSON its one line is printed when the server answers. */
export async function run({ terminal, flags, output }: CommandContext): Promise<ExitCode> {
  const port = flags.count('port', { min: 0, max: 65_535 }) ?? 4010
  const dataDir = resolve(terminal.cwd, flags.text('data') ?? '.entrygo/dev')
  const { startDev } = await import('@entrygo/server/dev')
  const server = await startDev({ port, dataDir }).catch((error: unknown) => {
    throw startFailure(error, { port, dataDir })
  })
  const { url, apiKey, accountId, warehouseId, brokerId, mailDir } = server
  const shown = { url, apiKey, accountId, warehouseId, brokerId, mailDir }
  if (output.format === 'json') output.showLine(shown)
  else {
    await output.show(shown, async (style) => {
      const { renderDev } = await import('../render/dev.ts')
      return renderDev({ ...shown, dataDir }, style)
    })
  }
  // A server that is killed writes no cache at its end, and the next start would compile everything again.
  nodeModule.flushCompileCache()
  const reason = await aborted(terminal.signal)
  await server.stop()
  return reason instanceof Interruption && reason.signalName === 'SIGINT' ? 130 : 0
}

/** What the user can mend is told as such; all else is a fault of the program. */
function startFailure(error: unknown, { port, dataDir }: { readonly port: number; readonly dataDir: string }): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EADDRINUSE') return usageError(`Port ${port} is taken: give another one, or --port 0.`, '--port')
  if (['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'EEXIST', 'EROFS', 'ENOSPC'].includes(code)) {
    return usageError(`${dataDir} cannot be used (${code}): give a folder that you can write to.`, '--data')
  }
  const message = error instanceof Error ? error.message : ''
  return message.includes('is in use by another server') ? usageError(message, '--data') : error
}

function aborted(signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(signal.reason)
    else signal.addEventListener('abort', () => resolve(signal.reason), { once: true })
  })
}
