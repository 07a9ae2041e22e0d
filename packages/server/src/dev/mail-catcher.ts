import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { makeDataFolder } from '../edge/data-folder.ts'

export interface MailCatcher {
  readonly port: number
  close(): Promise<void>
}

/**
 * A mail server on loopback that keeps what it accepts: one `.eml` file per mail, on the disk before the 250. It accepts
 * every recipient and delivers to nobody.
 */
export async function startMailCatcher(mailDir: string): Promise<MailCatcher> {
  makeDataFolder(mailDir)
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: maxMailBytes,
    onData(stream, _session, callback) {
      text(stream)
        .then((mail) => keepMail(mailDir, mail))
        .then(
          () => callback(),
          (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
        )
    },
  })
  // A client that breaks the connection off is its own affair; without a listener it would end the process.
  server.on('error', () => {})
  const port = await new Promise<number>((resolve, reject) => {
    const listener = server.listen(0, '127.0.0.1', () => {
      const address = listener.address()
      if (typeof address === 'object' && address !== null) resolve(address.port)
      else reject(new Error('the mail catcher has no port'))
    })
    listener.once('error', reject)
  })
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) }
}

const maxMailBytes = 64 * 1024 * 1024

/** Writes `<time>-<message id>.eml` and syncs file and folder; a half-written mail never has that name. */
async function keepMail(mailDir: string, mail: string): Promise<void> {
  const [, messageId = 'no-message-id'] = /^message-id:\s*<([^>\r\n]*)>/im.exec(mail) ?? []
  const name = `${new Date().toISOString().replaceAll(':', '-')}-${messageId.replaceAll(/[^A-Za-z0-9@._-]/g, '_').slice(0, 120)}`
  const partial = join(mailDir, `.${name}.part`)
  const file = await open(partial, 'w', 0o600)
  try {
    await file.writeFile(mail)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(partial, join(mailDir, `${name}.eml`))
  const folder = await open(mailDir, 'r')
  await folder.sync()
  await folder.close()
}
