import { createEntryGo, type EntryGo } from '@entrygo/sdk'
import { CommandError } from './errors.ts'
import type { Flags } from './flags.ts'
import type { Settings } from './settings.ts'
import type { Terminal } from './terminal.ts'
import { version } from './version.ts'

/** A client for the configured server. Throws without a key, before anything is sent. */
export async function connectWith(
  settings: Settings,
  { terminal, flags }: { readonly terminal: Terminal; readonly flags: Flags },
): Promise<EntryGo> {
  const apiKey = await settings.apiKey()
  if (apiKey === undefined) {
    const message = 'No API key: give --api-key-file, ENTRYGO_API_KEY or "apiKeyFile" in entrygo.config.json.'
    throw new CommandError('MISSING_API_KEY', message, { field: 'apiKeyFile' })
  }
  const baseUrl = await settings.need('baseUrl')
  const timeoutMs = flags.durationMs('timeout')
  const dispatcher = await proxyFor(baseUrl, terminal)
  return createEntryGo({
    baseUrl,
    apiKey: apiKey.value,
    userAgentSuffix: `entrygo-cli/${version}`,
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(flags.isSet('noRetry') && { retry: false }),
    ...(dispatcher !== undefined && { dispatcher }),
  })
}

/** The proxy of the environment, for servers that are not on this machine. */
async function proxyFor(baseUrl: string, { env }: Terminal): Promise<object | undefined> {
  const proxies = [env['https_proxy'], env['HTTPS_PROXY'], env['http_proxy'], env['HTTP_PROXY']]
  if (!proxies.some(Boolean) || isLocal(baseUrl)) return undefined
  const { Dispatcher1Wrapper, EnvHttpProxyAgent } = await import('undici')
  // Node 24 has undici 7 inside its fetch, and that calls the dispatchers of undici 8 by the old names.
  return new Dispatcher1Wrapper(new EnvHttpProxyAgent())
}

function isLocal(baseUrl: string): boolean {
  const { hostname = '' } = URL.parse(baseUrl) ?? {}
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
}
