import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { verifyWebhook } from '@entrygo/sdk/webhooks'
import PostalMime from 'postal-mime'

/** What a warehouse is told when an export is executed, by whichever way. */
export interface Notice {
  readonly exportId: string
  readonly packageNumber: string
  readonly instructions: string
}

export interface Door {
  readonly url: string
  /** The notice of an export, once it has come. */
  noticeOf(exportId: string): Promise<Notice>
  close(): void
}

/** The endpoint of the warehouse system: takes what is signed with the warehouse's secret, and each message once. */
export async function openDoor(secret: string): Promise<Door> {
  const notices = new Map<string, Notice>()
  const server = createServer(async (request, response) => {
    try {
      const payload = await buffer(request)
      const { type, data } = await verifyWebhook({ payload, headers: request.headers, secrets: secret })
      if (type === 'warehouse.notified') notices.set(String(request.headers['webhook-id']), noticeIn({ ...data }))
      response.writeHead(204).end()
    } catch {
      response.writeHead(400).end()
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${portOf(server)}/entrygo`,
    noticeOf: (exportId) => found(async () => [...notices.values()].find((notice) => notice.exportId === exportId)),
    close: () => server.close(),
  }
}

/** The same notice from a mailbox: here the folder of a mail catcher. */
export function mailedNotice(folder: string, exportId: string): Promise<Notice & { readonly packingList: Uint8Array }> {
  return found(async () => {
    for (const name of await readdir(folder)) {
      if (!name.endsWith('.eml')) continue
      const { text = '', attachments } = await PostalMime.parse(await readFile(join(folder, name)))
      const list = attachments.find(({ filename }) => filename === 'packing_list.json')
      if (list === undefined || attachments.length > 1 || typeof list.content === 'string') continue
      const packingList = new Uint8Array(list.content)
      const { exportId: listed, packageNumber } = JSON.parse(Buffer.from(packingList).toString('utf8'))
      if (listed === exportId) return { exportId, packageNumber, instructions: text, packingList }
    }
    return undefined
  })
}

function noticeIn(data: Readonly<Record<string, unknown>>): Notice {
  const { export_id, package_number, instructions } = data
  return { exportId: String(export_id), packageNumber: String(package_number), instructions: String(instructions) }
}

async function found<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let left = 300; left > 0; left -= 1) {
    const value = await look()
    if (value !== undefined) return value
    await delay(50)
  }
  throw new Error('The warehouse was not told within 15 s.')
}

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The endpoint does not listen.')
  return address.port
}
