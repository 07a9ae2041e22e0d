import MimeComposer from 'nodemailer/lib/mail-composer'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import type { OutgoingMail } from '../ports.ts'
import { aMail } from '../testing/smtp-servers.ts'
import { mailBytes, mailComposer } from './mail-bytes.ts'

const identity = { from: 'Export Desk <exports@merchant.example>', messageIdDomain: 'merchant.example' }

describe('the composed mail', () => {
  it('is the same bytes every time', async () => {
    const [first, second] = [await mailBytes(aMail, identity), await mailBytes(aMail, identity)]
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  })

  it('comes from the composer of its sender', async () => {
    const composed = await mailComposer(identity).compose(aMail)
    expect(Buffer.from(composed).equals(Buffer.from(await mailBytes(aMail, identity)))).toBe(true)
  })

  it('carries Message-ID, date, text and attachments as they are', async () => {
    const parsed = await PostalMime.parse(await mailBytes(aMail, identity))
    expect(parsed.messageId).toBe('<sub_4kq7z2m9x1v8c3n6b5a0s7d2f@merchant.example>')
    expect(parsed.date).toBe('2026-11-21T17:00:00.000Z')
    expect(parsed.subject).toBe(aMail.subject)
    expect(parsed.from).toMatchObject({ name: 'Export Desk', address: 'exports@merchant.example' })
    expect(parsed.to?.map(({ address }) => address)).toEqual(['entries@broker.example'])
    expect(parsed.text?.replaceAll('\r\n', '\n').trim()).toBe(aMail.text.trim())
    const attached = parsed.attachments.map(({ filename, content }) => {
      if (typeof content === 'string') throw new Error('content is text')
      return { filename, bytes: Buffer.from(new Uint8Array(content)) }
    })
    expect(attached).toEqual(aMail.attachments.map(({ filename, bytes }) => ({ filename, bytes: Buffer.from(bytes) })))
  })

  it.each([
    ['without files', 'See the files.\n', []],
    [
      'with files that end a line of base64, or one byte before or after',
      'See.\n',
      [0, 1, 56, 57, 58, 3_648, 3_649, 10_000],
    ],
    ['in words of any script and long lines', `${'Größe “M”, тетрадь, 深圳 = '.repeat(40)}\nПривет \t\n`, [3]],
    ['without text', '', [2]],
  ])('is the bytes that the library alone would send, %s', async (_, text, sizes) => {
    const attachments = sizes.map((size) => {
      const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 7919) % 251)
      return { filename: `Größe ${size}.bin`, mediaType: 'application/octet-stream', bytes }
    })
    const mail = { ...aMail, text, attachments }
    const composed = Buffer.from(await mailBytes(mail, identity)).toString('latin1')
    expect(composed).toBe((await libraryBytes(mail)).toString('latin1'))
  })

  it.each(['\r', '\n', '\0'])('refuses a header that holds %j', async (control) => {
    await expect(mailBytes({ ...aMail, subject: `a${control}Bcc: b@example.com` }, identity)).rejects.toThrow(
      'CR, LF or NUL',
    )
    await expect(mailBytes({ ...aMail, recipient: `a@example.com${control}` }, identity)).rejects.toThrow(
      'CR, LF or NUL',
    )
  })

  it('refuses a header that a reader would decode into another', async () => {
    const encoded = '=?utf-8?Q?=0D=0ABcc:_x@x.example?='
    await expect(mailBytes({ ...aMail, subject: encoded }, identity)).rejects.toThrow('encoded word')
    await expect(mailBytes({ ...aMail, recipient: encoded }, identity)).rejects.toThrow('encoded word')
  })

  it.each([
    'a@example.com, b@example.com',
    'desk',
    '',
    'team: a@example.com, b@example.com;',
    '"12.50\t@SUM(1;1)"',
    'desk@brök.example',
    '12.50&copy @HYPERLINK("https://broker.example/?")',
  ])('refuses %j, which is not one recipient', async (recipient) => {
    await expect(mailBytes({ ...aMail, recipient }, identity)).rejects.toThrow('Not the address of one mailbox')
  })
})

function libraryBytes(mail: OutgoingMail): Promise<Buffer> {
  const { id, recipient: to, subject, text, date, attachments } = mail
  const composer = new MimeComposer({
    ...{ from: identity.from, to, subject, messageId: `<${id}@merchant.example>`, date: new Date(date) },
    ...{ headers: { 'Auto-Submitted': 'auto-generated' }, text: text.replaceAll('\n', '\r\n'), baseBoundary: id },
    attachments: attachments.map(({ filename, mediaType: contentType, bytes }) => {
      return { filename, contentType, content: Buffer.from(bytes), contentTransferEncoding: 'base64' }
    }),
  })
  return composer.compile().build()
}
