import type { Dial } from '../../../packages/server/src/transports/checked-socket.ts'
import type { ResolveHost } from '../../../packages/server/src/transports/resolve-host.ts'

/** What many programs do: compare the text of the host with a few beginnings, then connect to whatever the name says. */
export function naiveHttp(
  dial: Dial,
): (attempt: { readonly url: string; readonly resolve: ResolveHost }) => Promise<string> {
  return async ({ url, resolve }) => {
    const { signal } = new AbortController()
    const parsed = URL.parse(url)
    if (parsed?.protocol !== 'https:') return 'refused_address'
    const host = parsed.hostname
    const isBlocked = (text: string): boolean =>
      /^(?:127\.|10\.|192\.168\.|172\.16\.|169\.254\.|localhost$|\[::1\]$)/.test(text)
    if (isBlocked(host)) return 'refused_address'
    const isLiteral = /^[\d.]+$|^\[/.test(host)
    const [first = ''] = isLiteral ? [host] : await resolve(host, signal)
    if (isBlocked(first)) return 'refused_address'
    const addresses = isLiteral ? [host.replace(/[[\]]/g, '')] : await resolve(host, signal)
    dial({ host, port: Number(parsed.port || 443), addresses }).on('error', () => {})
    return 'connect_failed'
  }
}
