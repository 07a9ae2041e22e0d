import type { Socket } from 'node:net'
import { describe } from 'vitest'
import type { Transport } from '../ports.ts'
import { fixedClock } from '../testing/fakes.ts'
import { isWholeRequest, rawReceiver } from '../testing/http-servers.ts'
import { aMail, scriptedServer, well } from '../testing/smtp-servers.ts'
import { borderBuddyTransport } from './border-buddy.ts'
import { mailBytes } from './mail-bytes.ts'
import { type OutgoingHttp, outgoingHttp } from './outgoing-http.ts'
import { smtpTransport } from './smtp.ts'
import { type Behaviour, type Bench, type OpenBench, transportConformance } from './transport.conformance.ts'
import { webhookTransport } from './webhook.ts'

const clock = fixedClock()
const http = outgoingHttp({ allowLoopbackHttp: true, totalTimeoutMs: 400 })
const document = new TextEncoder().encode('{"type":"EXPORT_EXECUTED","note":"Élan – 12 €\\r\\n.\\r\\n"}')

function httpBench(
  transportOf: (settings: { http: OutgoingHttp; clock: typeof clock }) => Transport,
  secret: string,
): Bench {
  return {
    payload: async () => document,
    messageId: 'sub_4kq7z2m9x1v8c3n6b5a0s7d2f',
    secrets: [secret],
    open: (behaviour) => openHttp(behaviour, transportOf({ http, clock })),
  }
}

const smtpBench: Bench = {
  payload: () => mailBytes(aMail, { from: 'exports@merchant.example', messageIdDomain: 'merchant.example' }),
  messageId: aMail.id,
  secrets: ['relay-password'],
  open: openSmtp,
}

describe('conformance', () => {
  transportConformance('smtp', smtpBench)
  transportConformance('webhook', httpBench(webhookTransport, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'))
  transportConformance('border-buddy', httpBench(borderBuddyTransport, 'a-secret-of-the-broker'))
})

const bodies = {
  accepts: 'HTTP/1.1 201 Created\r\ncontent-length: 27\r\n\r\n{"reference":"BB-7F3K9Q2M"}',
  busy: 'HTTP/1.1 429 Too Many Requests\r\nretry-after: 7\r\ncontent-length: 0\r\n\r\n',
  refuses: 'HTTP/1.1 422 <script>\r\ncontent-length: 29\r\n\r\n{"code":"title","a":"script"}',
} as const

async function openHttp(behaviour: Behaviour, transport: Transport): Promise<OpenBench> {
  const received: Buffer[] = []
  const talk = (socket: Socket, text: string): void => {
    if (behaviour === 'drops') socket.destroy()
    if (behaviour === 'silent' || behaviour === 'drops' || !isWholeRequest(text)) return
    received.push(Buffer.from(text.slice(text.indexOf('\r\n\r\n') + 4), 'latin1'))
    if (behaviour === 'drops after all') socket.destroy()
    else if (typeof behaviour === 'object') socket.end(behaviour.says)
    else if (behaviour === 'accepts' || behaviour === 'busy' || behaviour === 'refuses') socket.end(bodies[behaviour])
  }
  const { url, close, connections } = await rawReceiver(talk)
  if (behaviour === 'absent') await close()
  const closeOnce = behaviour === 'absent' ? async (): Promise<void> => {} : close
  return { transport, destination: url, received: () => received, connections, close: closeOnce }
}

async function openSmtp(behaviour: Behaviour): Promise<OpenBench> {
  const atDot = (socket: Socket): string | null => {
    if (behaviour === 'drops after all') socket.destroy()
    if (typeof behaviour === 'object') socket.end(behaviour.says)
    return behaviour === 'accepts' ? '250 queued' : null
  }
  const faults: Record<string, (socket: Socket) => string | null> = { dot: atDot }
  if (behaviour === 'busy') faults['RCPT'] = () => '451 later'
  if (behaviour === 'refuses') faults['RCPT'] = () => '550 <script> title'
  const answer = well(faults)
  const server = await scriptedServer((command, socket) => {
    if (command === 'greeting' && behaviour === 'drops') socket.destroy()
    return behaviour === 'drops' || behaviour === 'silent' ? null : answer(command, socket)
  })
  if (behaviour === 'absent') await server.close()
  const transport = smtpTransport({
    ...{ host: '127.0.0.1', port: server.port, secure: false, requireTls: false, from: 'exports@merchant.example' },
    ...{ commandTimeoutMs: 300, finalReplyTimeoutMs: 300 },
  })
  const close = behaviour === 'absent' ? async (): Promise<void> => {} : server.close
  const { messages, connections } = server
  return { transport, destination: aMail.recipient, received: () => messages, connections, close }
}
