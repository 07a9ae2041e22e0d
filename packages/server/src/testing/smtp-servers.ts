import { createServer, type Server, type Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { OutgoingMail } from '../ports.ts'

/** A mail with everything that transport may spoil: dots, line ends, other scripts. */
export const aMail: OutgoingMail = {
  id: 'sub_4kq7z2m9x1v8c3n6b5a0s7d2f',
  recipient: 'entries@broker.example',
  subject: 'Customs package EG-20261121-7F3K9Q2M: 2 orders, 3 lines, 150.00 USD',
  text: 'To Example Customs Brokerage:\n\n.a line that starts with a dot\nÉlan – 12 €\n',
  date: Date.parse('2026-11-21T17:00:00.000Z'),
  attachments: [
    { filename: 'manifest.json', mediaType: 'application/json', bytes: new TextEncoder().encode('{\n  "a": 1\n}\n') },
    {
      filename: 'commercial_customs_invoice.csv',
      mediaType: 'text/csv; charset=utf-8',
      bytes: new TextEncoder().encode('a,b\r\n"1\r\n.2",é\r\n'),
    },
  ],
}

export interface Received {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: Buffer
}

export interface MailServer {
  readonly port: number
  readonly received: readonly Received[]
  readonly close: () => Promise<void>
}

export interface ScriptedServer {
  readonly port: number
  /** Lines in the order of their arrival; `greeting` and `dot` stand for the events without a command of their own. */
  readonly commands: readonly string[]
  /** Messages up to their final dot, as they were before the client doubled their dots. */
  readonly messages: readonly Buffer[]
  readonly connections: () => number
  readonly close: () => Promise<void>
}

/** Listens on a free port of the loopback interface. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** A real server that keeps what it receives. */
export async function mailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom === false ? '' : mailFrom.address
        received.push({ from, to: rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks) })
        callback()
      })
    },
    ...options,
  })
  const port = await listen(server.server)
  return { port, received, close: () => new Promise((resolve) => server.close(() => resolve())) }
}

/** A server that answers each command as told, and whatever it is told after the final dot. */
export async function scriptedServer(
  answer: (command: string, socket: Socket) => string | null,
): Promise<ScriptedServer> {
  const commands: string[] = []
  const messages: Buffer[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    sockets.add(socket)
    let isData = false
    let rest = ''
    const say = (command: string): void => {
      commands.push(command)
      const text = answer(command, socket)
      if (text === null) return
      socket.write(`${text}\r\n`)
      isData = text.startsWith('354')
    }
    socket.on('error', () => undefined)
    say('greeting')
    socket.on('data', (chunk) => {
      rest += chunk.toString('latin1')
      for (;;) {
        const end = isData ? rest.indexOf('\r\n.\r\n') : rest.indexOf('\r\n')
        if (end < 0) return
        const line = isData ? 'dot' : rest.slice(0, end)
        if (isData) messages.push(Buffer.from(`${rest.slice(0, end)}\r\n`.replaceAll(/^\.\./gm, '.'), 'latin1'))
        rest = rest.slice(end + (isData ? 5 : 2))
        isData = false
        say(line)
      }
    })
  })
  const port = await listen(server)
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
  return { port, commands, messages, connections: () => connections, close }
}

/** Everything goes well but for these commands, recognised by how they start. */
export function well(
  faults: Record<string, (socket: Socket) => string | null>,
): (line: string, socket: Socket) => string | null {
  return (line, socket) => {
    const fault = Object.entries(faults).find(([command]) => line.startsWith(command))
    if (fault !== undefined) return fault[1](socket)
    if (line === 'greeting') return '220 mail.example ESMTP'
    if (line.startsWith('DATA')) return '354 go on'
    return line.startsWith('QUIT') ? '221 bye' : '250 ok'
  }
}
