import { createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { Envelope, OutgoingMail, Sighting, Transport } from '../ports.ts'
import { aMail, listen, mailServer, scriptedServer, well } from '../testing/smtp-servers.ts'
import { mailBytes } from './mail-bytes.ts'
import { type SmtpSettings, smtpTransport } from './smtp.ts'

const closing: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function started<Started extends { close: () => Promise<void> }>(starting: Promise<Started>): Promise<Started> {
  const server = await starting
  closing.push(server.close)
  return server
}

function transportTo(port: number, more: Partial<SmtpSettings> = {}): Transport {
  return smtpTransport({
    host: '127.0.0.1',
    port,
    secure: false,
    requireTls: false,
    from: 'Export Desk <exports@merchant.example>',
    commandTimeoutMs: 10_000,
    finalReplyTimeoutMs: 10_000,
    ...more,
  })
}

async function sendTo(port: number, more: Partial<SmtpSettings> = {}, text = aMail.text): Promise<Sighting> {
  return transportTo(port, more).send(await bytesOf({ ...aMail, text }), envelopeWith(new AbortController().signal))
}

function bytesOf(mail: OutgoingMail): Promise<Uint8Array> {
  return mailBytes(mail, { from: 'Export Desk <exports@merchant.example>', messageIdDomain: 'merchant.example' })
}

function envelopeWith(signal: AbortSignal): Envelope {
  const { id: messageId, recipient: destination } = aMail
  return { messageId, destination, secrets: [], payloadSha256: '0'.repeat(64), signal }
}

const drop = (socket: Socket): null => {
  socket.destroy()
  return null
}
const silence = (): null => null

describe('a send', () => {
  it('is accepted when the server takes the mail, byte for byte', async () => {
    const { port, received } = await started(mailServer())
    expect(await sendTo(port)).toEqual({ outcome: 'accepted', evidence: 'smtp_250' })
    const payload = await bytesOf(aMail)
    expect(received).toHaveLength(1)
    expect(received[0]).toMatchObject({ from: 'exports@merchant.example', to: ['entries@broker.example'] })
    expect(received[0]?.raw.equals(Buffer.from(payload))).toBe(true)
  })

  it('uses a fresh connection each time', async () => {
    let connections = 0
    const { port } = await started(
      mailServer({
        onConnect: (_session, callback) => {
          connections += 1
          callback()
        },
      }),
    )
    await sendTo(port)
    await sendTo(port)
    expect(connections).toBe(2)
  })

  it('logs in when a user is set', async () => {
    const { port, received } = await started(
      mailServer({
        authOptional: false,
        allowInsecureAuth: true,
        onAuth: ({ username, password }, _session, callback) =>
          password === 'right' ? callback(null, { user: username }) : callback(new Error('Invalid credentials')),
      }),
    )
    expect(await sendTo(port, { user: 'desk', pass: 'right' })).toMatchObject({ outcome: 'accepted' })
    expect(await sendTo(port, { user: 'desk', pass: 'wrong' })).toEqual({ outcome: 'not_sent', evidence: 'smtp_535' })
    expect(received).toHaveLength(1)
  })

  it('of a server that offers no TLS is not sent where TLS is required', async () => {
    const { port, received } = await started(mailServer())
    expect(await sendTo(port, { requireTls: true })).toEqual({ outcome: 'not_sent', evidence: 'tls_failed' })
    expect(received).toEqual([])
  })

  it('to a server with a certificate that nobody vouches for is not sent', async () => {
    const { port } = await started(mailServer({ disabledCommands: [] }))
    expect(await sendTo(port, { requireTls: true })).toEqual({ outcome: 'not_sent', evidence: 'tls_failed' })
  })

  it('to a port where nobody listens is not sent', async () => {
    const server = createServer()
    const port = await listen(server)
    await new Promise((resolve) => server.close(resolve))
    expect(await sendTo(port)).toEqual({ outcome: 'not_sent', evidence: 'connect_failed' })
  })

  it.each([
    ['RCPT', '550 no such user', { outcome: 'rejected', evidence: 'smtp_550' }],
    ['RCPT', '451 greylisted', { outcome: 'not_sent', evidence: 'smtp_451' }],
    ['MAIL', '552 too much', { outcome: 'rejected', evidence: 'smtp_552' }],
    ['DATA', '421 shutting down', { outcome: 'not_sent', evidence: 'smtp_421' }],
    ['greeting', '554 not here', { outcome: 'rejected', evidence: 'smtp_554' }],
    ['dot', '554 refused', { outcome: 'rejected', evidence: 'smtp_554' }],
    ['dot', '452 full', { outcome: 'not_sent', evidence: 'smtp_452' }],
  ])('to which %s is answered with %s is told apart', async (command, reply, sighting) => {
    const { port } = await started(scriptedServer(well({ [command]: () => reply })))
    expect(await sendTo(port)).toEqual(sighting)
  })

  it.each([
    ['greeting', { outcome: 'not_sent', evidence: 'connect_failed' }],
    ['MAIL', { outcome: 'not_sent', evidence: 'reset' }],
    ['DATA', { outcome: 'not_sent', evidence: 'reset' }],
    ['dot', { outcome: 'unknown', evidence: 'reset' }],
  ])('that loses its connection at %s is told apart', async (command, sighting) => {
    const { port } = await started(scriptedServer(well({ [command]: drop })))
    expect(await sendTo(port)).toEqual(sighting)
  })

  it.each([
    ['greeting', { outcome: 'not_sent', evidence: 'timeout' }],
    ['RCPT', { outcome: 'not_sent', evidence: 'timeout' }],
    ['dot', { outcome: 'unknown', evidence: 'timeout' }],
  ])('that waits in vain at %s is told apart', async (command, sighting) => {
    const { port } = await started(scriptedServer(well({ [command]: silence })))
    expect(await sendTo(port, { commandTimeoutMs: 500, finalReplyTimeoutMs: 500 })).toEqual(sighting)
  })

  it('of a long mail that breaks while the server does not read is not sent', async () => {
    const { port } = await started(
      scriptedServer(
        well({
          DATA: (socket) => {
            socket.pause()
            setTimeout(() => socket.destroy(), 200)
            return '354 go on'
          },
        }),
      ),
    )
    const long = 'x'.repeat(70).concat('\n').repeat(400_000)
    expect(await sendTo(port, {}, long)).toEqual({ outcome: 'not_sent', evidence: 'reset' })
  })

  it('waits longer for the answer to the final dot than for any other', async () => {
    const { port } = await started(
      scriptedServer(
        well({
          dot: (socket) => {
            setTimeout(() => socket.write('250 queued\r\n'), 900)
            return null
          },
        }),
      ),
    )
    const patient = { commandTimeoutMs: 600, finalReplyTimeoutMs: 10_000 }
    expect(await sendTo(port, patient)).toEqual({ outcome: 'accepted', evidence: 'smtp_250' })
  })

  it('that is aborted before the final dot is not sent, after it nobody knows', async () => {
    for (const [command, outcome] of [
      ['RCPT', 'not_sent'],
      ['dot', 'unknown'],
    ] as const) {
      const shutdown = new AbortController()
      const { port } = await started(
        scriptedServer(
          well({
            [command]: () => {
              shutdown.abort()
              return null
            },
          }),
        ),
      )
      const transport = transportTo(port)
      const envelope = envelopeWith(shutdown.signal)
      expect(await transport.send(await bytesOf(aMail), envelope)).toEqual({
        outcome,
        evidence: 'shutdown',
      })
      expect(await transport.send(await bytesOf(aMail), envelope)).toEqual({
        outcome: 'not_sent',
        evidence: 'shutdown',
      })
    }
  })

  it('never repeats what the server said', async () => {
    const { port } = await started(scriptedServer(well({ RCPT: () => '550 <script>alert(1)</script>' })))
    expect(JSON.stringify(await sendTo(port))).not.toContain('script')
  })
})
