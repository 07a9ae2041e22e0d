import type { Server } from 'node:net'

/** Listens on this port of the loopback interface, on any free one when it is taken; answers the port. */
export async function listenOnLoopback(server: Server, port: number): Promise<number> {
  try {
    return await listen(server, port)
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    if (!isTaken || port === 0) throw error
    return await listen(server, 0)
  }
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
