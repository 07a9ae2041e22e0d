import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { type BrokerStandIn, startBrokerStandIn } from '../../../packages/server/src/dev/broker-stand-in.ts'
import { listenOnLoopback } from '../../../packages/server/src/dev/listen-on-loopback.ts'
import type { Random } from './random.ts'

/** Everybody the servers send to; they live through all of them. A tenth of the answers is lost. */
export interface Receivers {
  readonly smtpPort: number
  readonly broker: BrokerStandIn
  readonly webhookPort: number
  /** How often each message came, by the id that its receiver knows it by. */
  readonly counts: ReadonlyMap<string, number>
  /** Messages and submissions that came, all in all. */
  total(): number
  close(): Promise<void>
}

export interface ReceiverSettings {
  readonly folder: string
  readonly random: Random
  readonly bearer: string
  readonly now: () => number
}

export async function startReceivers({ folder, random, bearer, now }: ReceiverSettings): Promise<Receivers> {
  const counts = new Map<string, number>()
  let came = 0
  const isLost = (): boolean => random.chance(0.1)
  const count = (id: string): void => {
    came += 1
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const smtp = mailServer(count, isLost)
  const smtpPort = await listenOnLoopback(smtp.server, 0)
  const broker = await startBrokerStandIn({
    ...{ folder, port: 0, secret: bearer, keyWindowMs: 3_600_000, now },
    strike: () => (isLost() ? { fault: 'lost-reply' } : null),
  })
  const web = createServer(async (request, response) => {
    await buffer(request)
    count(String(request.headers['webhook-id']))
    if (isLost()) request.socket.destroy()
    else response.writeHead(204).end()
  })
  const webhookPort = await listenOnLoopback(web, 0)
  return {
    ...{ smtpPort, broker, webhookPort, counts },
    total: () => came + broker.effects().length,
    async close() {
      web.closeAllConnections()
      web.close()
      await broker.close()
      await new Promise((resolve) => smtp.close(() => resolve(undefined)))
    },
  }
}

function mailServer(count: (id: string) => void, isLost: () => boolean): SMTPServer {
  const sockets = new Map<number, Socket>()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, { remotePort }, callback) {
      void buffer(stream).then((bytes) => {
        const [, id = ''] = /^message-id: *<([^@>]*)@/im.exec(bytes.toString('latin1')) ?? []
        count(id)
        if (isLost()) sockets.get(remotePort)?.destroy()
        else callback()
      })
    },
  })
  server.server.on('connection', (socket: Socket) => {
    const { remotePort } = socket
    if (remotePort === undefined) return
    sockets.set(remotePort, socket)
    socket.once('close', () => sockets.delete(remotePort))
  })
  server.on('error', () => {})
  return server
}
