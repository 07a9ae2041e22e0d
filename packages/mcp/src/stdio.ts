import { pipeline, type Readable, type Writable } from 'node:stream'
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
 * but the protocol to `stdout`. A line that is no message, or too long a one, is answered with an error.
 */
export async function serveOnStdio(settings: McpSettings, { stdin, stdout, signal }: StdioStreams): Promise<void> {
  const { serveStdio, StdioServerTransport } = await import('@modelcontextprotocol/server/stdio')
  const { messageFrames } = await import('./stdio/frames.ts')
  const { onError } = settings
  const frames = messageFrames(maxMessageBytes, ({ id, code, message }) => {
    onError?.(new Error(`a line was refused: ${message}`))
    stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, error: { code, message } })}\n`)
  })
  const handle = serveStdio(createMcp(settings), {
    transport: new StdioServerTransport(frames, stdout, { maxBufferSize: maxMessageBytes + 1 }),
    maxSubscriptions: 16,
    ...(onError !== undefined && { onerror: onError }),
  })
  // The callback has nothing to do: whatever ends the streams ends the service below.
  pipeline(stdin, frames, () => {})
  await new Promise<void>((resolve) => {
    const end = (): void => resolve()
    frames.once('end', end).once('close', end)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
  await handle.close()
  frames.destroy()
}

/** A sync of 1,000 full orders is some 4 MB. */
const maxMessageBytes = 10_000_000
