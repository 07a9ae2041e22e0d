import PostalMime from 'postal-mime'
import { mailBytes } from '../../../packages/server/src/transports/mail-bytes.ts'

const identity = { from: 'EntryGo <exports@entrygo.example>', messageIdDomain: 'entrygo.example' }
const recipient = 'entries@broker.example'
const headerNames = 'auto-submitted content-type date from message-id mime-version subject to'

/** Whether the mail has the headers it was given and no other, or was refused where a header cannot hold the text. */
export async function faultsOfMail(text: string): Promise<string[]> {
  const made = await composed({ subject: text, recipient })
  const mustRefuse = /[\r\n\0]/.test(text)
  // A text that looks like an encoded word may be refused or encoded once more, but not decoded by its reader.
  const mayRefuse = mustRefuse || text.includes('=?')
  if (made === null) return mayRefuse ? [] : [`a mail with the subject ${JSON.stringify(text)} was refused`]
  if (mustRefuse) return [`a mail with the subject ${JSON.stringify(text)} was made`]
  return await faultsOfHeaders(made, text)
}

/** A hostile address is refused, or it is one address and stays that. */
export async function faultsOfRecipient(text: string): Promise<string[]> {
  const made = await composed({ subject: 'Customs package', recipient: text })
  if (made === null) return []
  const { to = [] } = await PostalMime.parse(made)
  const [address = ''] = to.map((mailbox) => mailbox.address?.toLowerCase())
  const given = text.trim().toLowerCase()
  const isThatOne = to.length === 1 && address !== '' && (given === address || given.endsWith(`<${address}>`))
  const fault = `the recipient ${JSON.stringify(text)} became ${JSON.stringify(to)}`
  return [...(isThatOne ? [] : [fault]), ...rawFaults(made)]
}

/** The same by a program that writes header lines itself. */
export async function faultsOfNaiveMail(text: string): Promise<string[]> {
  const lines = [
    `Subject: ${text}`,
    `To: ${recipient}`,
    `From: ${identity.from}`,
    'MIME-Version: 1.0',
    '',
    'See the files.',
  ]
  return await faultsOfHeaders(Buffer.from(lines.join('\r\n')), text)
}

async function composed(more: { subject: string; recipient: string }): Promise<Uint8Array | null> {
  const mail = { id: 'sub_1', text: 'See the files.', date: Date.UTC(2026, 10, 21, 12), attachments: [] }
  try {
    return await mailBytes({ ...mail, ...more }, identity)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

async function faultsOfHeaders(made: Uint8Array, text: string): Promise<string[]> {
  const mail = await PostalMime.parse(made)
  const names = [...new Set(mail.headers.map(({ key }) => key))]
    .sort()
    .filter((key) => !key.startsWith('content-transfer'))
  const to = mail.to?.map(({ address }) => address).join() ?? ''
  // A header of blanks and tabs has nothing to say and is left out; blanks of other kinds stand there encoded.
  const wantedNames = /^[ \t]*$/.test(text) ? headerNames.replace('subject ', '') : headerNames
  return [
    ...(names.join(' ') === wantedNames
      ? []
      : [`the subject ${JSON.stringify(text)} made the headers ${names.join(' ')}`]),
    ...(sameText(mail.subject ?? '', text)
      ? []
      : [`the subject ${JSON.stringify(text)} reads ${JSON.stringify(mail.subject)}`]),
    ...(to === recipient ? [] : [`the subject ${JSON.stringify(text)} made the recipient ${to}`]),
    ...(mail.text?.trim() === 'See the files.'
      ? []
      : [`the subject ${JSON.stringify(text)} made the text ${mail.text}`]),
    ...rawFaults(made),
  ]
}

/**
 * Lines of a header are folded at blanks, and readers may take several blanks as one. A byte order mark is a blank to some
 * readers; where an encoded word begins with one, it is nothing to a decoder.
 */
function sameText(found: string, wanted: string): boolean {
  const escaped = (part: string): string => part.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
  const pattern = wanted
    .split(/([\s\u0085]+)/u)
    .map((part, index) => (index % 2 === 0 ? escaped(part) : /^\ufeff+$/u.test(part) ? ' ?' : ' '))
    .join('')
  const plain = (text: string): string => text.replace(/[\s\u0085]+/gu, ' ').trim()
  return new RegExp(`^${pattern.replace(/^ \??| \??$/g, '')}$`).test(plain(found))
}

/** No control character stands in a header but the line ends and tabs that fold it. */
function rawFaults(made: Uint8Array): string[] {
  const bytes = Buffer.from(made).toString('latin1')
  const head = bytes.slice(0, bytes.indexOf('\r\n\r\n')).replaceAll('\r\n', '')
  const raw = [...head].find((character) => character < ' ' && character !== '\t')
  return raw === undefined && !/[\x7f-\xff]/.test(head)
    ? []
    : [`a header holds raw bytes: ${JSON.stringify(head.slice(-200))}`]
}
