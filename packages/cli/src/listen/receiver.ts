import type { webcrypto } from 'node:crypto'
import { canonicalJson } from '@entrygo/sdk/canonical-json'
import type { PlacedEvent } from '@entrygo/sdk/contract'
import { usageError } from '../errors.ts'

/** How the receiver took an event: its HTTP status, or why there is none. */
export interface Forwarded {
  readonly isTaken: boolean
  readonly status: number | null
  readonly problem: string | null
  readonly ms: number
}

/** A receiver on this machine that is sent what a registered endpoint is sent. */
export interface Receiver {
  readonly url: string
  readonly forward: (placed: PlacedEvent, signal: AbortSignal) => Promise<Forwarded>
}

/** Throws a usage error for an address that is not on this machine, and for a secret that cannot sign. */
export async function openReceiver(url: string, secret: string): Promise<Receiver> {
  requireLocal(url)
  const key = await signingKey(secret)
  const forward = async (placed: PlacedEvent, signal: AbortSignal): Promise<Forwarded> => {
    const start = performance.now()
    const since = (): number => Math.round(performance.now() - start)
    try {
      const response = await fetch(url, {
        method: 'POST',
        ...(await signedMessage(placed, key, Math.floor(Date.now() / 1000))),
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      })
      await response.body?.cancel()
      return { isTaken: response.ok, status: response.status, problem: null, ms: since() }
    } catch (error) {
      if (signal.aborted) throw error
      return { isTaken: false, status: null, problem: problemOf(error), ms: since() }
    }
  }
  return { url, forward }
}

const timeoutMs = 10_000

/** After Standard Webhooks, with the bytes that a registered endpoint gets; `seconds` since 1970. */
export async function signedMessage(
  { export_id, event }: PlacedEvent,
  key: webcrypto.CryptoKey,
  seconds: number,
): Promise<{ readonly headers: Readonly<Record<string, string>>; readonly body: string }> {
  const body = canonicalJson({ type: event.type, timestamp: event.at, data: { export_id, event } })
  const signed = new TextEncoder().encode(`${event.id}.${seconds}.${body}`)
  const signature = Buffer.from(await crypto.subtle.sign('HMAC', key, signed)).toString('base64')
  const headers = {
    'content-type': 'application/json',
    'webhook-id': event.id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  }
  return { headers, body }
}

/** The key of a secret, which is `whsec_` and base64 of 24 to 64 bytes. */
export async function signingKey(secret: string): Promise<webcrypto.CryptoKey> {
  const [, base64 = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret) ?? []
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length < 24 || bytes.length > 64) {
    throw usageError('The secret is not whsec_ and base64 of 24 to 64 bytes: give the one of the receiver.', '--secret')
  }
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
}

/** A fresh secret, for a receiver that takes whatever it is told. */
export function freshSecret(): string {
  return `whsec_${Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64')}`
}

function requireLocal(given: string): void {
  const { protocol = '', hostname = '' } = URL.parse(given) ?? {}
  const isLocal = hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
  if (isLocal && (protocol === 'http:' || protocol === 'https:')) return
  const message = `--forward-to is "${given}": give an address on this machine such as http://127.0.0.1:8080/hooks; others take entrygo webhooks register.`
  throw usageError(message, '--forward-to')
}

function problemOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `no answer within ${timeoutMs / 1000} s`
  for (let found = error, depth = 0; found instanceof Error && depth < 5; found = found.cause, depth += 1) {
    if ('code' in found && typeof found.code === 'string') return found.code
  }
  return error instanceof Error ? error.message : String(error)
}
