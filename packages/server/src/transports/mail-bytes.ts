import addressParser from 'nodemailer/lib/addressparser'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { OutgoingMessage } from '../ports.ts'

export interface MailIdentity {
  /** Address of the sender, with or without a name. */
  readonly from: string
  /** Right-hand side of the Message-ID. */
  readonly messageIdDomain: string
}

/**
 * The message in the format of RFC 5322, the same bytes for the same message: Message-ID, Date and MIME boundaries follow
 * from the submission. Throws for a header value with CR, LF or NUL and for anything but one recipient.
 */
export async function mailBytes(message: OutgoingMessage, identity: MailIdentity): Promise<Uint8Array> {
  const headers = [message.subject, message.recipient, message.submissionId, identity.from, identity.messageIdDomain]
  const names = message.attachments.map(({ filename }) => filename)
  for (const value of [...headers, ...names]) mustFitHeader(value)
  const composer = new MailComposer({
    from: identity.from,
    to: { name: '', address: oneAddress(message.recipient) },
    subject: message.subject,
    messageId: `<${message.submissionId}@${identity.messageIdDomain}>`,
    date: new Date(message.date),
    // RFC 3834: answering machines stay silent.
    headers: { 'Auto-Submitted': 'auto-generated' },
    text: message.text,
    attachments: message.attachments.map(({ filename, mediaType, bytes }) => ({
      filename,
      contentType: mediaType,
      content: Buffer.from(bytes),
      // Base64 keeps every byte of the file; text encodings may touch its line ends.
      contentTransferEncoding: 'base64',
    })),
    baseBoundary: message.submissionId,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

/** The address of a text that names exactly one mailbox; throws otherwise. */
export function oneAddress(text: string): string {
  mustFitHeader(text)
  const found = addressParser(text, { flatten: true })
  const [first] = found
  if (found.length !== 1 || first === undefined || !/^[^\s@<>,]+@[^\s@<>,]+$/.test(first.address))
    throw new RangeError(`Not the address of one mailbox: ${JSON.stringify(text)}.`)
  return first.address
}

function mustFitHeader(value: string): void {
  if (/[\r\n\0]/.test(value))
    throw new RangeError(`A mail header may not hold CR, LF or NUL: ${JSON.stringify(value.slice(0, 80))}.`)
}
