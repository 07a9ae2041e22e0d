import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A request as the web has it. Its signal is aborted when the client goes away before it was answered. */
export function requestOf(incoming: IncomingMessage, outgoing: ServerResponse): Request {
  const { method = 'GET', headers: given, url = '/' } = incoming
  const gone = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort(new Error('The client went away.'))
  })
  const headers = new Headers()
  for (const [name, value] of Object.entries(given)) if (value !== undefined) headers.set(name, String(value))
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const body = hasBody ? { body: Readable.toWeb(incoming), duplex: 'half' as const } : {}
  return new Request(new URL(url.replace(/^\/+/, '/'), 'http://127.0.0.1'), {
    method,
    headers,
    signal: gone.signal,
    ...body,
  })
}

/** Sends the answer; a client that goes away cancels what is still being made for it. */
export async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  if (response.body === null) {
    outgoing.end()
    return
  }
  outgoing.flushHeaders()
  await pipeline(Readable.fromWeb(response.body), outgoing).catch(() => outgoing.destroy())
}
