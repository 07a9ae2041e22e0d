import addressParser from 'nodemailer/lib/addressparser'
import MimeComposer from 'nodemailer/lib/mail-composer'
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
  return composer.compile().build()
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
