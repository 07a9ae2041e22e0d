import { Resolver } from 'node:dns/promises'

/** All addresses of a name, both versions. Rejects when there are none, or when the signal is aborted. */
export type ResolveHost = (name: string, signal: AbortSignal) => Promise<readonly string[]>

export interface DnsSettings {
  /** `address:port`; those of the operating system when absent. */
  readonly servers?: readonly string[]
}

/**
 * Asks the name servers themselves, about exactly this name: no hosts file, no search domains. Unlike the resolver of the
 * operating system it can be stopped and takes no thread from the pool, so a name server that never answers costs nothing
 * to the others.
 */
export function dnsResolver({ servers }: DnsSettings = {}): ResolveHost {
  return async (name, signal) => {
    signal.throwIfAborted()
    const resolver = new Resolver({ timeout: 2_000, tries: 2 })
    if (servers !== undefined) resolver.setServers(servers)
    const cancel = (): void => resolver.cancel()
    signal.addEventListener('abort', cancel, { once: true })
    try {
      const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)])
      const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
      if (addresses.length > 0) return addresses
      throw new Error('the name has no address')
    } finally {
      signal.removeEventListener('abort', cancel)
    }
  }
}
