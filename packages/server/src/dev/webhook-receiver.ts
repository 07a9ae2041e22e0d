import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { verifyWebhook, type WebhookMessage, WebhookVerificationError } from '@entrygo/sdk/webhooks'
import { makeDataFolder } from '../edge/data-folder.ts'
import type { Receiver, ReceiverFault } from './faults/fault.ts'
import { keepFile, messageName } from './keep-file.ts'
import { listenOnLoopback } from './listen-on-loopback.ts'

export interface WebhookReceiver {
  readonly port: number
  close(): Promise<void>
}

export interface WebhookReceiverSettings {
  readonly folder: string
  /** Taken when it is free; 0 takes any. */
  readonly port: number
  /** What the messages are signed with, `whsec_…`. */
  readonly secret: string
  /** What goes wrong with the message that arrives; nothing when absent. */
  readonly strike?: (receiver: Receiver) => ReceiverFault | null
}

/** A message that was taken, as it is kept. */
export interface KeptWebhook {
  readonly receivedAt: string
  readonly path: string
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: WebhookMessage
}

/** Where a broker's messages go, and a warehouse's. */
export const webhookPaths = { broker: '/broker', warehouse: '/warehouse' } as const

/**
 * An endpoint on loopback as a merchant's broker or a warehouse runs one. It answers 400 to what is not signed with the
 * secret, and keeps everything else: one JSON file per message with its headers, on the disk before the 2xx. A message that
 * comes again is kept again: removing duplicates by `webhook-id` is what the endpoint's owner is to do.
 */
export async function startWebhookReceiver(settings: WebhookReceiverSettings): Promise<WebhookReceiver> {
  makeDataFolder(settings.folder)
  const stopping = new AbortController()
  const server = createServer((request, response) => {
    receive(request, settings, stopping.signal).then(
      (status) => (status === null ? request.socket.destroy() : answer(response, status)),
      () => answer(response, 500),
    )
  })
  const port = await listenOnLoopback(server, settings.port)
  const close = async (): Promise<void> => {
    stopping.abort()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { port, close }
}

/** The status of the answer; null where there is to be none. */
async function receive(
  request: IncomingMessage,
  { folder, secret, strike }: WebhookReceiverSettings,
  stopping: AbortSignal,
): Promise<number | null> {
  const { method, url: path = '', headers } = request
  const [name] = Object.entries(webhookPaths).find(([, known]) => known === path) ?? []
  if (name === undefined || method !== 'POST') return 404
  const payload = await text(request)
  let body: WebhookMessage
  try {
    body = await verifyWebhook({ payload, headers, secrets: secret })
  } catch (error) {
    if (error instanceof WebhookVerificationError) return 400
    throw error
  }
  const fault = strike?.(name === 'broker' ? 'webhook' : 'warehouse-webhook') ?? null
  if (fault?.fault === 'status') return fault.status
  const kept: KeptWebhook = { receivedAt: new Date().toISOString(), path, headers, body }
  await keepFile(folder, `${messageName(String(headers['webhook-id']))}.json`, `${JSON.stringify(kept, null, 2)}\n`)
  if (fault?.fault === 'lost-reply') return null
  if (fault?.fault === 'slow') await delay(fault.ms, undefined, { signal: stopping }).catch(() => undefined)
  return 204
}

function answer(response: ServerResponse, status: number): void {
  response.writeHead(status)
  response.end()
}
