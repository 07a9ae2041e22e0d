import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createMcpHandler } from '@modelcontextprotocol/server'
import { endpoint, refusedByGuard } from './http/guard.ts'
import { requestOf, send } from './http/node-exchange.ts'
import { createMcp } from './server.ts'
import type { McpSettings } from './world.ts'

export interface HttpSettings extends McpSettings {
  /** 0 takes a free one. */
  readonly port: number
  /** What every request has to bring, at least 32 characters. */
  readonly token: string
}

export interface RunningMcp {
  readonly url: string
  stop(): Promise<void>
}

/**
 * Serves streamable HTTP on 127.0.0.1 alone. No session is kept: each request stands for itself, so what is held is bounded by
 * the connections, of which there are at most 64. Rejects when the port cannot be had.
 */
export async function serveOnHttp({ port, token, ...settings }: HttpSettings): Promise<RunningMcp> {
  if (token.length < 32) throw new RangeError('The token has to have at least 32 characters.')
  const { onError } = settings
  const handler = createMcpHandler(createMcp(settings), {
    maxRequestBodySize: maxBodyBytes,
    maxSubscriptions: 16,
    ...(onError !== undefined && { onerror: onError }),
  })
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 10_000, maxHeaderSize: 16_384 })
  server.maxConnections = 64
  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    void answer(incoming, outgoing)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  const boundPort = typeof bound === 'object' && bound !== null ? bound.port : port
  return {
    url: `http://127.0.0.1:${boundPort}${endpoint}`,
    stop: async () => {
      await handler.close()
      server.close()
      server.closeAllConnections()
    },
  }

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    try {
      const request = requestOf(incoming, outgoing)
      await send(refusedByGuard(request, { port: boundPort, token }) ?? (await handler.fetch(request)), outgoing)
    } catch (error) {
      if (error instanceof Error) onError?.(error)
      if (!outgoing.headersSent) outgoing.writeHead(400)
      outgoing.end()
    }
  }
}

/** A sync of 1,000 full orders is some 4 MB. */
const maxBodyBytes = 8_000_000
