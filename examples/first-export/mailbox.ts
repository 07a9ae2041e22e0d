import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'

export interface Mail {
  readonly file: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly attachments: readonly { readonly filename: string | null; readonly sha256: string }[]
}

/** The mails of one submission that the catcher wrote, read by an ordinary MIME parser. */
export async function mailsTo(mailDir: string, submissionId: string): Promise<Mail[]> {
  const mails: Mail[] = []
  for (const name of (await readdir(mailDir)).sort()) {
    if (!name.endsWith('.eml')) continue
    const file = join(mailDir, name)
    const mail = await PostalMime.parse(await readFile(file))
    if (!(mail.messageId ?? '').includes(submissionId)) continue
    mails.push({
      file,
      to: (mail.to ?? []).map(({ address }) => address).join(', '),
      subject: mail.subject ?? '',
      text: (mail.text ?? '').trimEnd(),
      attachments: mail.attachments.map(({ filename, content }) => ({
        filename,
        sha256: createHash('sha256')
          .update(typeof content === 'string' ? content : new Uint8Array(content))
          .digest('hex'),
      })),
    })
  }
  return mails
}
