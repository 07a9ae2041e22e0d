import { connect, createServer, type Server, Socket } from 'node:net'
import type { Dial } from '../../../packages/server/src/transports/checked-socket.ts'
import { isOnTheInternet } from './special-addresses.ts'

/** Sees every connection that is tried, and lets none leave this machine. */
export interface OutgoingWatch {
  readonly dial: Dial
  /** Addresses given to `dial` since the last call. */
  takeDialled(): string[]
  /** Connections to this machine, and sockets opened past `dial`, since the last call. */
  takeBreaches(): string[]
  /** `dial` leads to this port of a server of the lane, whatever it is asked for; null leads nowhere. */
  leadTo(port: number | null): void
  close(): Promise<void>
}

export async function watchOutgoing(): Promise<OutgoingWatch> {
  let dialled: string[] = []
  let breaches: string[] = []
  let lane: number | null = null
  const servers = await Promise.all(
    ['127.0.0.1', '::1'].flatMap((host) =>
      [80, 443, 8443].map((port) =>
        listening(host, port, () => breaches.push(`${host} port ${port} was connected to`)),
      ),
    ),
  )
  const restore = watchSockets((target) => {
    if (target !== String(lane)) breaches.push(`a socket to ${target} was opened past the guard`)
  })
  return {
    dial: ({ addresses }) => {
      dialled.push(...addresses)
      if (lane !== null) return connect({ host: '127.0.0.1', port: lane })
      const socket = new Socket()
      setImmediate(() => socket.destroy(new Error('the lane leads nowhere')))
      return socket
    },
    takeDialled: () => {
      const taken = dialled
      dialled = []
      return taken
    },
    takeBreaches: () => {
      const taken = breaches
      breaches = []
      return taken
    },
    leadTo: (port) => {
      lane = port
    },
    close: async () => {
      restore()
      await Promise.all(servers.map((server) => server && new Promise((resolve) => server.close(resolve))))
    },
  }
}

/** The addresses among those dialled that are not out on the internet. */
export function forbiddenAmong(addresses: readonly string[]): string[] {
  return addresses.filter((address) => !isOnTheInternet(address))
}

/** Null where the machine does not let us listen, as on ports below 1024 without rights. */
function listening(host: string, port: number, heard: () => void): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer((socket) => {
      heard()
      socket.destroy()
    })
    server.once('error', () => resolve(null))
    server.listen(port, host, () => resolve(server))
  })
}

/** Every TCP and Unix socket of Node begins here, whoever opens it. */
function watchSockets(opened: (target: string) => void): () => void {
  const original = Socket.prototype.connect
  const watched = function (this: Socket, ...given: readonly unknown[]): Socket {
    opened(targetOf(given))
    return Reflect.apply(original, this, given)
  }
  Reflect.set(Socket.prototype, 'connect', watched)
  return () => Reflect.set(Socket.prototype, 'connect', original)
}

function targetOf(given: readonly unknown[]): string {
  const first: unknown = Array.isArray(given[0]) ? given[0][0] : given[0]
  if (typeof first !== 'object' || first === null) return String(first)
  return String(Reflect.get(first, 'port') ?? Reflect.get(first, 'path'))
}
