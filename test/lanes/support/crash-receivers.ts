import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { verifyWebhook } from '../../../packages/sdk/src/webhooks/index.ts'
import {
  type BrokerFault,
  type BrokerStandIn,
  startBrokerStandIn,
} from '../../../packages/server/src/dev/broker-stand-in.ts'
import { listenOnLoopback } from '../../../packages/server/src/dev/listen-on-loopback.ts'
import { type Endpoints, gonePath } from './crash-endpoints.ts'
import type { Random } from './random.ts'

/** A message that somebody received. */
export interface Received {
  readonly id: string
  /** Of the bytes that came. */
  readonly sha256: string
}

/** Everybody the server sends to. They live in this process and survive its kills; they lose answers and refuse now and then. */
export interface Receivers {
  readonly smtpPort: number
  readonly borderBuddy: BrokerStandIn
  readonly webhookPort: number
  /** By Message-ID, in the order of arrival; also those whose 250 was lost. */
  readonly mails: Received[]
  /** By `webhook-id`; also those whose answer was lost. */
  readonly hooks: Received[]
  /** The same at the endpoint that moves. */
  readonly movedHooks: Received[]
  /** Signatures that did not verify, and what came to an address that is none any more. */
  readonly forgeries: string[]
  /** These secrets sign events for the endpoints. */
  trust(secrets: readonly string[]): void
  /** While true the broker with keys does what it is told, and every answer of it is lost. */
  loseBrokerReplies(lost: boolean): void
  /** From now on nothing goes wrong. */
  behave(): void
  close(): Promise<void>
}

export interface ReceiverSettings {
  readonly folder: string
  readonly random: Random
  readonly now: () => number
  readonly keyWindowMs: number
  readonly bearer: string
  readonly signingSecret: string
  readonly endpoints: Endpoints
}

/** Lost answers 20 %, errors 5 %, stalls 5 %. */
export async function startReceivers(settings: ReceiverSettings): Promise<Receivers> {
  const { folder, random, now, keyWindowMs, bearer, signingSecret, endpoints } = settings
  const mails: Received[] = []
  const hooks: Received[] = []
  const movedHooks: Received[] = []
  const forgeries: string[] = []
  const signingSecrets = [signingSecret]
  let behaves = false
  let losesBrokerReplies = false
  const luck = (): 'good' | 'lost' | 'error' | 'stall' => {
    const drawn = behaves ? 1 : random.fraction()
    return drawn < 0.2 ? 'lost' : drawn < 0.25 ? 'error' : drawn < 0.3 ? 'stall' : 'good'
  }
  const smtp = mailServer(mails, luck)
  const smtpPort = await listenOnLoopback(smtp.server, 0)
  const borderBuddy = await startBrokerStandIn({
    ...{ folder, port: 0, secret: bearer, keyWindowMs, now },
    strike: () => brokerFault(losesBrokerReplies ? 'lost' : luck()),
  })
  const web = createServer((request, response) => {
    receiveHook(request, { hooks, movedHooks, forgeries, now, signingSecrets, endpoints }).then(
      async () => {
        if (request.url === gonePath) return response.writeHead(410).end()
        const fate = luck()
        if (fate === 'lost') return request.socket.destroy()
        if (fate === 'stall') await pause(150)
        response.writeHead(fate === 'error' ? 500 : 204).end()
      },
      () => request.socket.destroy(),
    )
  })
  const webhookPort = await listenOnLoopback(web, 0)
  return {
    ...{ smtpPort, borderBuddy, webhookPort, mails, hooks, movedHooks, forgeries },
    trust(more) {
      signingSecrets.push(...more)
    },
    loseBrokerReplies(lost) {
      losesBrokerReplies = lost
    },
    behave() {
      behaves = true
    },
    async close() {
      web.closeAllConnections()
      web.close()
      await borderBuddy.close()
      await new Promise((resolve) => smtp.close(() => resolve(undefined)))
    },
  }
}

function mailServer(mails: Received[], luck: () => string): SMTPServer {
  const sockets = new Map<number, Socket>()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: ({ address }, _session, callback) =>
      callback(address.startsWith('refused') ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null),
    onData(stream, { remotePort }, callback) {
      buffer(stream).then(
        async (bytes) => {
          const fate = luck()
          if (fate === 'error') return callback(Object.assign(new Error('later'), { responseCode: 451 }))
          const [, id = ''] = /^message-id: *<([^@>]*)@/im.exec(bytes.toString('latin1')) ?? []
          mails.push(received(id, bytes))
          if (fate === 'stall') await pause(150)
          if (fate === 'lost') sockets.get(remotePort)?.destroy()
          else callback()
        },
        () => undefined,
      )
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

function received(id: string, bytes: Buffer): Received {
  return { id, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function brokerFault(fate: string): BrokerFault | null {
  if (fate === 'lost') return { fault: 'lost-reply' }
  if (fate === 'error') return { fault: 'status', status: 500 }
  return fate === 'stall' ? { fault: 'slow', ms: 150 } : null
}

/** The clock may jump while a message is on its way. */
const toleranceSeconds = 30 * 86_400

interface Mailbox extends Pick<Receivers, 'hooks' | 'movedHooks' | 'forgeries'> {
  readonly now: () => number
  readonly signingSecrets: string[]
  readonly endpoints: Endpoints
}

async function receiveHook(request: IncomingMessage, mailbox: Mailbox): Promise<void> {
  const { forgeries, now, signingSecrets: secrets, endpoints } = mailbox
  const bytes = await buffer(request)
  const { headers, url = '' } = request
  const id = String(headers['webhook-id'])
  try {
    await verifyWebhook({ payload: bytes.toString(), headers, secrets, now: now(), toleranceSeconds })
  } catch (error) {
    forgeries.push(`${id}: ${String(error)}`)
    return
  }
  if (!url.startsWith('/moved/')) {
    if (url !== gonePath) mailbox.hooks.push(received(id, bytes))
    return
  }
  if (!endpoints.mayReceive(url)) forgeries.push(`${id} came to ${url}, which was left before`)
  mailbox.movedHooks.push(received(id, bytes))
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
