import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Envelope, Sighting, Transport } from '../ports.ts'
import { oneAddress } from './mail-bytes.ts'
import { type SmtpError, sightingOfError } from './smtp-sighting.ts'

export interface SmtpSettings {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (port 465). */
  readonly secure: boolean
  /** Without TLS from the start, STARTTLS is used where offered; true refuses to go on without it. */
  readonly requireTls: boolean
  readonly user?: string
  readonly pass?: string
  /** Address of the sender, with or without a name. */
  readonly from: string
  /** PEM of an authority to trust besides the known ones. */
  readonly ca?: string
  /** Silence of the server that ends the attempt, before the final dot; 30 s when absent. */
  readonly commandTimeoutMs?: number
  /** The same after the final dot; 10 min when absent (RFC 5321 4.5.3.2.6). */
  readonly finalReplyTimeoutMs?: number
}

/**
 * Hands mail to a submission server: one recipient and one fresh connection per attempt, the given bytes as they stand.
 * `accepted` means that the server took responsibility, not that anybody read the mail. `send` reports and never rejects.
 */
export function smtpTransport(settings: SmtpSettings): Transport {
  const sender = oneAddress(settings.from)
  return {
    send: (payload, envelope) => attempt({ settings, sender, payload, envelope }),
  }
}

interface Attempt {
  readonly settings: SmtpSettings
  readonly sender: string
  readonly payload: Uint8Array
  readonly envelope: Envelope
}

async function attempt({ settings, sender, payload, envelope }: Attempt): Promise<Sighting> {
  if (envelope.signal.aborted) return { outcome: 'not_sent', evidence: 'shutdown' }
  const { commandTimeoutMs = 30_000, finalReplyTimeoutMs = 600_000 } = settings
  const connection = openConnection(settings, commandTimeoutMs)
  const progress = { isConnected: false, isDotGiven: false }
  const { promise, resolve } = Promise.withResolvers<Sighting>()
  const fail = (error: SmtpError | null | undefined): boolean => {
    if (error) resolve(sightingOfError(error, progress))
    return Boolean(error)
  }
  const abort = (): void => resolve({ outcome: progress.isDotGiven ? 'unknown' : 'not_sent', evidence: 'shutdown' })
  // The client's own limits are on silence; this one is on a server that answers a byte at a time.
  const limit = setTimeout(() => fail({ code: 'ETIMEDOUT' }), finalReplyTimeoutMs + maxCommands * commandTimeoutMs)
  const body = trackedBody(payload, () => {
    progress.isDotGiven = true
    if (connection._socket) connection._socket.setTimeout(finalReplyTimeoutMs)
  })
  connection.on('error', fail)
  connection.on('end', () => fail({ code: 'ECONNECTION' }))
  envelope.signal.addEventListener('abort', abort)
  const sendMessage = (): void =>
    connection.send({ from: sender, to: [envelope.destination] }, body, (error, info) => {
      if (fail(error) || info === undefined) return
      // The client takes anything that begins with 2 for a success.
      const [, status] = /^(2[0-5]\d)(?:[ -]|$)/.exec(info.response) ?? []
      resolve(
        status === undefined
          ? { outcome: 'unknown', evidence: 'bad_answer' }
          : { outcome: 'accepted', evidence: `smtp_${status}` },
      )
    })
  connection.connect((error) => {
    if (fail(error)) return
    progress.isConnected = true
    if (settings.user === undefined) return sendMessage()
    connection.login({ user: settings.user, pass: settings.pass ?? '' }, (refusal) => fail(refusal) || sendMessage())
  })
  const sighting = await promise
  clearTimeout(limit)
  envelope.signal.removeEventListener('abort', abort)
  body.destroy()
  // In the middle of a message, QUIT would be a line of its text.
  if (sighting.outcome === 'accepted') connection.quit()
  connection.close()
  return sighting
}

/** Connect, STARTTLS, EHLO twice, AUTH in three steps, MAIL, RCPT, DATA. */
const maxCommands = 10

function openConnection(settings: SmtpSettings, commandTimeoutMs: number): SMTPConnection {
  const { host, port, secure, requireTls, ca } = settings
  return new SMTPConnection({
    host,
    port,
    secure,
    requireTLS: requireTls && !secure,
    connectionTimeout: commandTimeoutMs,
    dnsTimeout: commandTimeoutMs,
    greetingTimeout: commandTimeoutMs,
    socketTimeout: commandTimeoutMs,
    socketCloseTimeout: 1_000,
    logger: false,
    tls: { minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
  })
}

const chunkBytes = 16_384

/**
 * The payload in pieces, so that a server that does not read holds the rest back. `onEnd` comes before the client can
 * write the final dot. Some of the last pieces may then still wait in its buffers, so a connection lost at that moment
 * counts as "after the dot": the safe side, since the client does not tell more.
 */
function trackedBody(payload: Uint8Array, onEnd: () => void): Readable {
  const body = Readable.from(chunksOf(payload), { objectMode: false, highWaterMark: chunkBytes })
  body.once('end', onEnd)
  return body
}

function* chunksOf(payload: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < payload.byteLength; from += chunkBytes) yield payload.subarray(from, from + chunkBytes)
}
