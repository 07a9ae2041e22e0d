import { createEntryGo, type EntryGo } from '@entrygo/sdk/client'
import { checkedClient } from './checked-client.ts'
import type { Flags } from './command-line/flags.ts'
import { CommandError } from './errors.ts'
import type { Settings } from './settings/settings.ts'
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
  return openClient({ baseUrl: await settings.need('baseUrl'), apiKey: apiKey.value }, { terminal, flags })
}

/** A client as the flags and the environment of the run want it. */
export async function openClient(
  { baseUrl, apiKey }: { readonly baseUrl: string; readonly apiKey: string },
  { terminal, flags }: { readonly terminal: Terminal; readonly flags: Flags },
): Promise<EntryGo> {
  const timeoutMs = flags.durationMs('timeout')
  const dispatcher = await proxyFor(baseUrl, terminal)
  const client = createEntryGo({
    baseUrl,
    apiKey,
    userAgentSuffix: `entrygo-cli/${version}`,
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(flags.isSet('noRetry') && { retry: false }),
    ...(dispatcher !== undefined && { dispatcher }),
    ...(terminal.fetch !== undefined && { fetch: terminal.fetch }),
  })
  return checkedClient(client, apiKey)
}

/** The proxy of the environment, for servers that are not on this machine. */
async function proxyFor(baseUrl: string, { env }: Terminal): Promise<object | undefined> {
  const httpProxy = env['http_proxy'] || env['HTTP_PROXY'] || undefined
  const httpsProxy = env['https_proxy'] || env['HTTPS_PROXY'] || undefined
  if (isLocal(baseUrl) || (baseUrl.startsWith('https:') ? (httpsProxy ?? httpProxy) : httpProxy) === undefined)
    return undefined
  for (const proxy of [httpProxy, httpsProxy]) if (proxy !== undefined) requireUrl(proxy)
  const noProxy = env['no_proxy'] ?? env['NO_PROXY'] ?? ''
  const { Dispatcher1Wrapper, EnvHttpProxyAgent } = await import('undici')
  // Node 24 has undici 7 inside its fetch, and that calls the dispatchers of undici 8 by the old names.
  return new Dispatcher1Wrapper(
    new EnvHttpProxyAgent({ noProxy, ...(httpProxy && { httpProxy }), ...(httpsProxy && { httpsProxy }) }),
  )
}

function requireUrl(proxy: string): void {
  const { protocol = '' } = URL.parse(proxy) ?? {}
  if (protocol === 'http:' || protocol === 'https:') return
  // The value may hold a password.
  const message =
    'The proxy of HTTPS_PROXY or HTTP_PROXY is no http or https address: give one such as http://proxy:3128.'
  throw new CommandError('CONFIG_ERROR', message, { field: 'HTTPS_PROXY' })
}

/** Whether the address is one of this machine. */
export function isLocal(baseUrl: string): boolean {
  const { hostname = '' } = URL.parse(baseUrl) ?? {}
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
}
