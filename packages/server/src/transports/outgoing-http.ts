import type { Socket } from 'node:net'
import { checkDestinationUrl, type Destination, type DestinationRules } from '../domain/delivery/destination-url.ts'
import { isPublicAddress } from '../domain/delivery/public-address.ts'
import { arrival, type Dial, dialAddresses, startTls } from './checked-socket.ts'
import { type Conversation, converse, type OutgoingRequest } from './http-conversation.ts'
import { dnsResolver, type ResolveHost } from './resolve-host.ts'

export interface OutgoingHttpSettings extends DestinationRules {
  /** The name servers when absent. */
  readonly resolve?: ResolveHost
  readonly dial?: Dial
  /** PEM of an authority to trust besides the known ones. */
  readonly ca?: string
  /** 5 s when absent. */
  readonly resolveTimeoutMs?: number
  /** TCP and TLS together; 10 s when absent. */
  readonly connectTimeoutMs?: number
  /** Everything together; 30 s when absent. */
  readonly totalTimeoutMs?: number
}

/** How far an exchange came. What follows from it is for the transport to say. */
export type Exchange =
  /** No byte of the request was given to a socket. */
  { readonly reached: 'nothing'; readonly cause: NothingSentCause } | Conversation

export type NothingSentCause =
  | 'refused_address'
  | 'dns_failed'
  | 'connect_failed'
  | 'tls_failed'
  | 'timeout'
  | 'shutdown'
  | 'bad_request'

/** Carries one request to a URL that somebody else chose. Never rejects. */
export type OutgoingHttp = (request: OutgoingRequest) => Promise<Exchange>

/** Answers beyond this are not read. */
export const maxAnswerBytes = 65_536

/**
 * The one way out by HTTP. The URL must pass {@link checkDestinationUrl}; its name is resolved once, every address must be
 * public, and the connection goes to those addresses with the original name for TLS and `Host`, so that a name cannot
 * stand for something else a moment later. One fresh connection each time; redirects are answers like any other; proxy
 * settings of the environment have no effect.
 */
export function outgoingHttp(settings: OutgoingHttpSettings): OutgoingHttp {
  return async (request) => {
    const limit = startLimit(request.signal, settings.totalTimeoutMs ?? 30_000)
    let socket: Socket | null = null
    try {
      const destination = checkDestinationUrl(request.url, settings)
      if (destination.isRefused) throw new NothingSent('refused_address')
      const addresses = await addressesOf(destination, settings, limit.signal)
      socket = await openSocket({ destination, addresses, settings, signal: limit.signal })
      return await converse(socket, request, { signal: limit.signal, maxAnswerBytes })
    } catch (error) {
      return { reached: 'nothing', cause: error instanceof NothingSent ? error.reason : 'bad_request' }
    } finally {
      limit.end()
      socket?.destroy()
    }
  }
}

class NothingSent extends Error {
  readonly reason: NothingSentCause

  constructor(reason: NothingSentCause) {
    super(reason)
    this.reason = reason
  }
}

interface Limit {
  /** Aborted with the reason `timeout` or `shutdown`. */
  readonly signal: AbortSignal
  end(): void
}

function startLimit(parent: AbortSignal, ms: number): Limit {
  const controller = new AbortController()
  const stop = (): void => controller.abort(parent.reason === 'timeout' ? 'timeout' : 'shutdown')
  const timer = setTimeout(() => controller.abort('timeout'), ms)
  if (parent.aborted) stop()
  parent.addEventListener('abort', stop, { once: true })
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer)
      parent.removeEventListener('abort', stop)
    },
  }
}

async function addressesOf(
  destination: Destination,
  settings: OutgoingHttpSettings,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { host, isAddress, isLoopback } = destination
  if (isAddress) return [host]
  // RFC 6761: the name of this machine is no business of a name server.
  if (isLoopback) return ['127.0.0.1', '::1']
  const { resolve = dnsResolver(), resolveTimeoutMs = 5_000 } = settings
  const limit = startLimit(signal, resolveTimeoutMs)
  const addresses = await Promise.race([resolve(host, limit.signal), rejection(limit.signal)])
    .catch(() => {
      throw new NothingSent(stopReason(limit.signal) ?? 'dns_failed')
    })
    .finally(() => limit.end())
  if (addresses.length === 0) throw new NothingSent('dns_failed')
  if (!addresses.every(isPublicAddress)) throw new NothingSent('refused_address')
  return addresses
}

interface Opening {
  readonly destination: Destination
  readonly addresses: readonly string[]
  readonly settings: OutgoingHttpSettings
  readonly signal: AbortSignal
}

async function openSocket({ destination, addresses, settings, signal }: Opening): Promise<Socket> {
  const { host, port, isTls, isAddress } = destination
  const limit = startLimit(signal, settings.connectTimeoutMs ?? 10_000)
  const tcp = quiet((settings.dial ?? dialAddresses)({ host, port, addresses }))
  let failed: NothingSentCause = 'connect_failed'
  try {
    await arrival(tcp, 'connect', limit.signal)
    if (!isTls) return tcp
    failed = 'tls_failed'
    const tls = quiet(startTls(tcp, { host, isAddress, ca: settings.ca }))
    await arrival(tls, 'secureConnect', limit.signal)
    return tls
  } catch {
    tcp.destroy()
    throw new NothingSent(stopReason(limit.signal) ?? failed)
  } finally {
    limit.end()
  }
}

/** An error that comes when nobody waits for it any more must not end the process. */
function quiet<Connection extends Socket>(socket: Connection): Connection {
  return socket.on('error', () => {})
}

function rejection(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>()
  const stop = (): void => reject(new Error('aborted'))
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  return promise
}

function stopReason(signal: AbortSignal): 'timeout' | 'shutdown' | null {
  if (!signal.aborted) return null
  return signal.reason === 'shutdown' ? 'shutdown' : 'timeout'
}
