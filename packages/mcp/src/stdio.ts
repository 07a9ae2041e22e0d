import type { Readable, Writable } from 'node:stream'
import { createMcp } from './server.ts'
import type { McpSettings } from './world.ts'

export interface StdioStreams {
  readonly stdin: Readable
  readonly stdout: Writable
  /** Ends the service. */
  readonly signal: AbortSignal
}

/**
 * Serves one client over two streams until the client closes its end or the signal comes; older clients too. Writes nothing
 * but the protocol to `stdout`.
 */
export async function serveOnStdio(settings: McpSettings, { stdin, stdout, signal }: StdioStreams): Promise<void> {
  const { serveStdio, StdioServerTransport } = await import('@modelcontextprotocol/server/stdio')
  const { onError } = settings
  const handle = serveStdio(createMcp(settings), {
    transport: new StdioServerTransport(stdin, stdout, { maxBufferSize: maxMessageBytes }),
    maxSubscriptions: 16,
    ...(onError !== undefined && { onerror: onError }),
  })
  await new Promise<void>((resolve) => {
    const end = (): void => resolve()
    stdin.once('end', end).once('close', end)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
  await handle.close()
}

/** A sync of 1,000 full orders is some 4 MB. */
const maxMessageBytes = 10_000_000
