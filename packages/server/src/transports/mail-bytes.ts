import addressParser from 'nodemailer/lib/addressparser'
import MimeComposer from 'nodemailer/lib/mail-composer'
import type MimeNode from 'nodemailer/lib/mime-node'
import { encode, wrap } from 'nodemailer/lib/qp'
import type { MailComposer, OutgoingMail } from '../ports.ts'

export interface MailIdentity {
  /** Address of the sender, with or without a name. */
  readonly from: string
  /** Right-hand side of the Message-ID. */
  readonly messageIdDomain: string
}

/** Composes mails of one sender. */
export function mailComposer(identity: MailIdentity): MailComposer {
  return { compose: (mail) => mailBytes(mail, identity) }
}

/**
 * The message in the format of RFC 5322, the same bytes for the same mail: Message-ID, Date and MIME boundaries follow
 * from the delivery. Throws for a header value with CR, LF or NUL and for anything but one recipient.
 */
export async function mailBytes(mail: OutgoingMail, identity: MailIdentity): Promise<Uint8Array> {
  const headers = [mail.subject, mail.recipient, mail.id, identity.from, identity.messageIdDomain]
  const names = mail.attachments.map(({ filename }) => filename)
  for (const value of [...headers, ...names]) mustFitHeader(value)
  const composer = new MimeComposer({
    from: identity.from,
    to: { name: '', address: oneAddress(mail.recipient) },
    subject: mail.subject,
    messageId: `<${mail.id}@${identity.messageIdDomain}>`,
    date: new Date(mail.date),
    // RFC 3834: answering machines stay silent.
    headers: { 'Auto-Submitted': 'auto-generated' },
    // The line ends of a mail. The library's own pass over them would also look at every byte of the files.
    text: mail.text.replaceAll(/(?<!\r)\n/g, '\r\n'),
    attachments: mail.attachments.map(({ filename, mediaType, bytes }) => ({
      filename,
      contentType: mediaType,
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      // Base64 keeps every byte of the file; text encodings may touch its line ends.
      contentTransferEncoding: 'base64',
    })),
    baseBoundary: mail.id,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return written(composer.compile())
}

/**
 * The address of a text that names exactly one mailbox, alone or as `Name <address>`; throws otherwise. The parser mends
 * what it can, so what it found must stand in the text as it is.
 */
export function oneAddress(text: string): string {
  mustFitHeader(text)
  const found = addressParser(text, { flatten: true })
  const [first] = found
  const isStated = first !== undefined && (text === first.address || text.endsWith(`<${first.address}>`))
  if (found.length !== 1 || !isStated || !/^[!-;=?A-~]+@[!-;=?A-~]+$/.test(first.address))
    throw new RangeError(`Not the address of one mailbox: ${JSON.stringify(text)}.`)
  return first.address
}

/** A reader takes `=?…?=` for text in disguise (RFC 2047), which may hold line breaks. */
function mustFitHeader(value: string): void {
  if (/[\r\n\0]|=\?/.test(value))
    throw new RangeError(
      `A mail header may not hold CR, LF or NUL, nor the sign of an encoded word: ${JSON.stringify(value.slice(0, 80))}.`,
    )
}

/**
 * The bytes that the library would send, put down at once: it passes each part through five streams, which took most of
 * the time of a small mail and a copy or two of every file.
 */
function written(root: MimeNode): Uint8Array {
  const pieces = piecesOf(root)
  const last = pieces.findLast(({ length }) => length > 0)
  if (typeof last !== 'string' || !last.endsWith('\n')) pieces.push('\r\n')
  const bytes = Buffer.allocUnsafeSlow(pieces.reduce((sum, piece) => sum + sizeOf(piece), 0))
  let at = 0
  for (const piece of pieces) at = typeof piece === 'string' ? at + bytes.write(piece, at) : writeFile(piece, bytes, at)
  return bytes
}

/** Texts as they stand in the mail, and files that go into it in base64. */
function piecesOf(node: MimeNode): (string | Buffer)[] {
  // Also settles the boundary.
  const head = `${node.buildHeaders()}\r\n\r\n`
  if (node.childNodes.length === 0) return [head, ...contentOf(node)]
  const parts = node.childNodes.flatMap((child, index) => [
    `${index === 0 ? '' : '\r\n'}--${node.boundary}\r\n`,
    ...piecesOf(child),
  ])
  return [head, ...parts, `\r\n--${node.boundary}--\r\n`]
}

function contentOf(node: MimeNode): (string | Buffer)[] {
  const { content = '' } = node
  const encoding = node.getTransferEncoding()
  if (encoding === 'base64' && Buffer.isBuffer(content)) return [content]
  if (typeof content !== 'string') throw new Error('A part of a mail is neither text nor a file.')
  if (encoding === 'base64') return [Buffer.from(content)]
  return [encoding === 'quoted-printable' ? wrap(encode(content)) : content]
}

/** Lines of base64 are of 76 characters (RFC 2045), parted by CRLF. */
const [lineBytes, lineLength] = [57, 76]

function sizeOf(piece: string | Buffer): number {
  if (typeof piece === 'string') return Buffer.byteLength(piece)
  return Math.ceil(piece.byteLength / 3) * 4 + Math.max(0, Math.ceil(piece.byteLength / lineBytes) - 1) * 2
}

/** Puts a file into the mail, some lines at a time: written where the last of them ends, and each moved to its place. */
function writeFile(file: Buffer, bytes: Buffer, at: number): number {
  let to = at
  for (let start = 0; start < file.byteLength; start += linesAtOnce * lineBytes) {
    if (start > 0) to = endLine(bytes, to)
    const text = file.toString('base64', start, start + linesAtOnce * lineBytes)
    const breaks = Math.ceil(text.length / lineLength) - 1
    let from = to + breaks * 2
    bytes.write(text, from, 'latin1')
    for (let line = 0; line < breaks; line += 1) {
      bytes.copyWithin(to, from, from + lineLength)
      from += lineLength
      to = endLine(bytes, to + lineLength)
    }
    to += text.length - breaks * lineLength
  }
  return to
}

/** Short enough for texts that do not outlive their turn. */
const linesAtOnce = 64

function endLine(bytes: Buffer, at: number): number {
  bytes[at] = 0x0d
  bytes[at + 1] = 0x0a
  return at + 2
}
