import { createServer, type IncomingMessage } from 'node:http'
import type { ReceivedMessage, WebhookListener } from './world.ts'

export interface WebhookPlace {
  /** The address that the server under test is told. */
  readonly url: string
  /** Where that address leads on this machine. */
  readonly port: number
  readonly host: string
}

export interface OpenListener extends WebhookListener {
  close(): Promise<void>
}

/** Takes every message with 204, and keeps it. */
export async function openWebhookListener({ url, port, host }: WebhookPlace): Promise<OpenListener> {
  const messages: ReceivedMessage[] = []
  const server = createServer((request, response) => {
    void received(request).then(
      (message) => {
        messages.push(message)
        response.writeHead(204).end()
      },
      () => response.destroy(),
    )
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  return {
    url,
    messages,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function received(request: IncomingMessage): Promise<ReceivedMessage> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)])
  return { headers: Object.fromEntries(headers), body }
}
