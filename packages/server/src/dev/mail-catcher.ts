import type { Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { makeDataFolder } from '../edge/data-folder.ts'
import type { Receiver, ReceiverFault } from './faults/fault.ts'
import { keepFile, messageName } from './keep-file.ts'
import { listenOnLoopback } from './listen-on-loopback.ts'

export interface MailCatcher {
  readonly port: number
  close(): Promise<void>
}

export interface MailCatcherSettings {
  readonly folder: string
  /** Mail to this address is the warehouse's; all other mail is a broker's. */
  readonly warehouseEmail?: string
  /** What goes wrong with the mail that arrives; nothing when absent. */
  readonly strike?: (receiver: Receiver) => ReceiverFault | null
}

/**
 * A mail server on loopback that keeps what it accepts: one `.eml` file per mail, on the disk before the 250. It accepts
 * every recipient and delivers to nobody.
 */
export async function startMailCatcher(settings: MailCatcherSettings): Promise<MailCatcher> {
  makeDataFolder(settings.folder)
  const sockets = new Map<number, Socket>()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: maxMailBytes,
    onData(stream, session, callback) {
      const cut = (): void => void sockets.get(session.remotePort)?.destroy()
      receive({ stream, session, cut }, settings).then(
        (isAnswered) => isAnswered && callback(),
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
      )
    },
  })
  server.server.on('connection', (socket: Socket) => {
    const { remotePort } = socket
    if (remotePort === undefined) return
    sockets.set(remotePort, socket)
    socket.once('close', () => sockets.delete(remotePort))
  })
  // A client that breaks the connection off is its own affair; without a listener it would end the process.
  server.on('error', () => {})
  const port = await listenOnLoopback(server.server, 0)
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) }
}

const maxMailBytes = 64 * 1024 * 1024

interface Arrival {
  readonly stream: SMTPServerDataStream
  readonly session: SMTPServerSession
  readonly cut: () => void
}

/** False when the connection was cut instead of answered. Rejects with the answer that refuses the mail. */
async function receive({ stream, session, cut }: Arrival, settings: MailCatcherSettings): Promise<boolean> {
  const { folder, warehouseEmail } = settings
  const isForWarehouse = session.envelope.rcptTo.some(({ address }) => address === warehouseEmail)
  const fault = settings.strike?.(isForWarehouse ? 'warehouse-smtp' : 'smtp') ?? null
  // Before the client is told to go on, so that no byte of the mail can have left it.
  if (fault?.fault === 'cut-before-dot') {
    cut()
    return false
  }
  const mail = await buffer(stream)
  if (fault?.fault === 'status') throw Object.assign(new Error('Rehearsed failure'), { responseCode: fault.status })
  const [, messageId = 'no-message-id'] = /^message-id:\s*<([^>\r\n]*)>/im.exec(mail.toString('latin1')) ?? []
  await keepFile(folder, `${messageName(messageId)}.eml`, mail)
  if (fault?.fault === 'cut-after-dot') cut()
  return fault?.fault !== 'cut-after-dot'
}
