import { randomInt } from 'node:crypto'
import type { Server } from 'node:net'

/**
 * A port for a receiver that is to be found there again: below those that systems give to outgoing connections, since one
 * of these could sit on it at the next start.
 */
export function lastingPort(): number {
  return randomInt(20_000, 32_000)
}

/** Listens on this port of the loopback interface, on another one when it is taken; answers the port. */
export async function listenOnLoopback(server: Server, port: number): Promise<number> {
  const candidates = port === 0 ? [] : [port, lastingPort(), lastingPort(), lastingPort()]
  for (const candidate of candidates) {
    try {
      return await listen(server, candidate)
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (!isTaken) throw error
    }
  }
  return listen(server, 0)
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      const address = server.address()
      if (typeof address === 'object' && address !== null) resolve(address.port)
      else reject(new Error('the server on loopback has no port'))
    })
  })
}
