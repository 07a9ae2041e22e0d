import type { Health } from '@entrygo/sdk/contract'
import { openClient } from '../client.ts'
import type { CommandContext } from '../command.ts'
import { errorDocumentOf } from '../failure.ts'
import { saidBy } from '../render/error.ts'
import { type Check, fail, ok, warn } from './check.ts'
import type { FoundSettings } from './check-settings.ts'

export interface FoundServer {
  readonly checks: readonly Check[]
  readonly health: Health | null
}

/** What the server says of itself and of the key, in one request. */
export async function checkServer(
  context: CommandContext,
  { baseUrl, apiKey, accountId, timeoutMs }: FoundSettings & { readonly timeoutMs: number },
): Promise<FoundServer> {
  if (apiKey === undefined)
    return { checks: [warn('server', 'not asked, as there is no key', 'see api-key')], health: null }
  const { terminal, flags } = context
  const heard: { skewMs: number | undefined } = { skewMs: undefined }
  const inner = terminal.fetch ?? ((address: string, init: RequestInit) => globalThis.fetch(address, init))
  const dated = async (address: string, init: RequestInit): Promise<Response> => {
    const start = Date.now()
    const response = await inner(address, init)
    heard.skewMs = skewOf(response.headers.get('date'), (start + Date.now()) / 2)
    return response
  }
  const start = performance.now()
  try {
    const client = await openClient({ baseUrl, apiKey }, { terminal: { ...terminal, fetch: dated }, flags })
    const health = await client.system.health({}, { signal: terminal.signal, timeoutMs, retry: false })
    const ms = Math.round(performance.now() - start)
    const said = ok('server', `${health.service} ${health.version} answers in ${ms} ms, HTTP and key included`)
    return { checks: [said, ...quarantine(health), checkAccount(health, accountId), ...clock(heard.skewMs)], health }
  } catch (error) {
    const document = errorDocumentOf(error)
    const { errorCode } = document
    const exitCode = ends.find((code) => code === document.exitCode) ?? 7
    const remedy = remedies[errorCode] ?? 'the checks above say why; entrygo exit-codes explains the code'
    const words = `${errorCode}: ${saidBy(document).message}`
    return { checks: [fail('server', words, { remedy, exitCode }), ...clock(heard.skewMs)], health: null }
  }
}

/** A refusal of this request with any other code is one of a server that does not keep to the contract. */
const ends = [2, 4, 7, 10] as const

const remedies: Readonly<Record<string, string>> = {
  INVALID_API_KEY: 'use a key of this server: it knows this one not, or no longer',
  INSUFFICIENT_SCOPE: 'use a key with the scope read',
  UNREADABLE_RESPONSE: 'correct baseUrl: what answers there is no EntryGo server, or something stands before it',
}

function quarantine(health: Health): Check[] {
  if (health.quarantine !== true) return []
  const detail = 'a backup was restored there: nothing is executed or sent'
  return [warn('quarantine', detail, 'its operator looks, then runs entrygo-server quarantine lift')]
}

function checkAccount({ accountId, scopes }: Health, wanted: string | undefined): Check {
  const detail = `the key is of ${accountId} and may ${scopes.join(', ')}`
  if (wanted === undefined || wanted === accountId) return ok('account', detail)
  const remedy = `entrygo config set accountId ${accountId}, or use a key of ${wanted}`
  return fail('account', `${detail}; accountId is ${wanted}`, { remedy, exitCode: 4 })
}

/** Off by more, times of day and expiries surprise; webhooks are refused from five minutes. */
const mostSkewMs = 30_000

function clock(skewMs: number | undefined): Check[] {
  if (skewMs === undefined) return []
  const seconds = Math.round(Math.abs(skewMs) / 1000)
  const words = seconds <= 1 ? 'within a second' : `${seconds} s ${skewMs > 0 ? 'behind' : 'ahead of'} it`
  const detail = `the clock of this machine and the server's: ${words}`
  return [Math.abs(skewMs) > mostSkewMs ? warn('clock', detail, 'set the clock by NTP') : ok('clock', detail)]
}

/** By how much the server is ahead; `Date` names whole seconds, so half of one is added. */
function skewOf(date: string | null, at: number): number | undefined {
  const time = Date.parse(date ?? '')
  return Number.isNaN(time) ? undefined : time + 500 - at
}
