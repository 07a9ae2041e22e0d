import { type Answer, type Api, openApi } from './api.ts'
import { expectStatus } from './breach.ts'
import { CannotBegin } from './cannot-begin.ts'
import { failureOf } from './failure.ts'
import { members, textIn } from './reading.ts'
import { type ConformanceReport, type ConformanceResult, countsOf } from './report.ts'
import { groupOf, type Requirement } from './requirement.ts'
import { requirements } from './requirements.ts'
import { isGiven, tryAll, wanted } from './try-requirements.ts'
import { type OpenListener, openWebhookListener, type WebhookPlace } from './webhook-listener.ts'
import { dayOfLaw, setUp, type World } from './world.ts'

export interface ConformanceSettings {
  /** With or without `/api` at its end. */
  readonly baseUrl: string
  /** Key of an account that nobody else works with, with every scope. */
  readonly apiKey: string
  /** Key of another account with every scope, for what keeps accounts apart. */
  readonly otherApiKey?: string
  /** Key of the first account with the scope `read` alone. */
  readonly readApiKey?: string
  readonly webhook?: WebhookPlace
  /** Execute exports too: the broker of the suite is told, by e-mail to example.com. False when absent. */
  readonly allowsExecute?: boolean
  /** Ids of requirements or names of groups; all when absent. */
  readonly only?: readonly string[]
  /** How long one request may take; 30,000 when absent. */
  readonly requestTimeoutMs?: number
  readonly signal?: AbortSignal
  /** Called with each result, in order. */
  readonly onResult?: (result: ConformanceResult) => void
}

/**
 * Tries the requirements on an implementation, over HTTP alone, in a fixed order, each with records of its own. Puts a
 * profile for the time of the run and restores the one before. Throws a {@link CannotBegin} when the server is not
 * reached, refuses the key or refuses the records that everything stands on, or when nothing could be tried.
 */
export async function runConformance(settings: ConformanceSettings): Promise<ConformanceReport> {
  const started = performance.now()
  const startedAt = new Date().toISOString()
  const answers: Answer[] = []
  const signal = settings.signal ?? new AbortController().signal
  const asked = chosen(settings.only)
  requireSomething(asked, settings)
  const open = (key: string): Promise<Opened> => openAccount({ settings, signal, answers, key })
  const { api, health } = await open(settings.apiKey)
  const other = settings.otherApiKey === undefined ? null : (await open(settings.otherApiKey)).api
  const reader = settings.readApiKey === undefined ? null : (await open(settings.readApiKey)).api
  if (other?.accountId === api.accountId) throw new CannotBegin('other-key', 'The other key is of the same account.')
  const before = await profileOf(api, settings, signal)
  const webhook = settings.webhook === undefined ? null : await listening(settings.webhook)
  try {
    const prefix = `conf-${Date.now().toString(36)}-${Math.floor(Math.random() * 36 ** 4).toString(36)}`
    const world = await worldOf({ settings, api, other, reader, webhook, signal, prefix, answers })
    const { results, stopped } = await tryAll(asked, world, settings)
    const counts = countsOf(results)
    const { service, version, contractVersion } = members(health.value)
    return {
      ...{ baseUrl: settings.baseUrl, accountId: api.accountId, startedAt, prefix, asOf: world.asOf },
      implementation: { service: `${service}`, version: `${version}`, contractVersion: `${contractVersion}` },
      durationMs: Math.round(performance.now() - started),
      requests: answers.length,
      conforms: counts.failsMust === 0,
      ...(stopped !== null && { stopped }),
      ...{ counts, results },
    }
  } finally {
    await webhook?.close()
    if (before.status === 200) await restore(api, before)
  }
}

/** The requirements of these ids and groups, in the order of the list. Throws a {@link CannotBegin} for an unknown one. */
export function chosen(only: readonly string[] | undefined): readonly Requirement[] {
  if (only === undefined || only.length === 0) return requirements
  const unknown = only.filter((name) => !requirements.some(({ id }) => id === name || groupOf(id) === name))
  if (unknown.length > 0) throw new CannotBegin('only', `There is no requirement or group ${unknown.join(', ')}.`)
  return requirements.filter(({ id }) => only.includes(id) || only.includes(groupOf(id)))
}

/** A run that tries nothing would find nothing wrong. */
function requireSomething(asked: readonly Requirement[], settings: ConformanceSettings): void {
  const lacking = asked.map(({ needs = [] }) => needs.filter((need) => !isGiven(need, settings)))
  if (lacking.some((needs) => needs.length === 0)) return
  const names = [...new Set(lacking.flat())].map((need) => wanted[need]).join(' and ')
  throw new CannotBegin('nothing', `Nothing of what was chosen can be tried without ${names}.`)
}

interface Opening {
  readonly settings: ConformanceSettings
  readonly signal: AbortSignal
  readonly answers: Answer[]
  readonly key: string
}

interface Opened {
  readonly api: Api
  readonly health: Answer
}

/** Asks health whose key it is. */
async function openAccount({ settings, signal, answers, key }: Opening): Promise<Opened> {
  const common = {
    root: rootOf(settings.baseUrl),
    apiKey: key,
    signal,
    timeoutMs: settings.requestTimeoutMs ?? 30_000,
    remember: (answer: Answer) => answers.push(answer),
  }
  let health: Answer
  try {
    health = await openApi({ ...common, accountId: '' }).call('getHealth')
  } catch (error) {
    signal.throwIfAborted()
    const { got } = failureOf(error, [key])
    throw new CannotBegin('unreachable', `${settings.baseUrl} does not answer: ${got}`)
  }
  if (health.status === 401) throw new CannotBegin('key', 'The server refuses the key.')
  try {
    return { api: openApi({ ...common, accountId: textIn(expectStatus(health, 200), 'accountId') }), health }
  } catch (error) {
    throw notBegun(error, [key])
  }
}

async function listening(place: WebhookPlace): Promise<OpenListener> {
  try {
    return await openWebhookListener(place)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new CannotBegin('webhook', `Port ${place.port} cannot be listened on (${reason}): give another one.`)
  }
}

function rootOf(baseUrl: string): string {
  return baseUrl.replace(/\/+$/, '').replace(/\/api$/, '')
}

/** The profile that is restored after the run. */
async function profileOf(api: Api, { apiKey }: ConformanceSettings, signal: AbortSignal): Promise<Answer> {
  try {
    return await api.call('getAccountProfile')
  } catch (error) {
    signal.throwIfAborted()
    throw notBegun(error, [apiKey])
  }
}

interface WorldParts extends Pick<World, 'api' | 'other' | 'reader' | 'signal' | 'prefix' | 'answers'> {
  readonly settings: ConformanceSettings
  readonly webhook: OpenListener | null
}

async function worldOf({ settings, ...parts }: WorldParts): Promise<World> {
  const { api, prefix } = parts
  try {
    const ids = await setUp(api, prefix)
    const stream: World['stream'] = async (path, isEnough, signal) => {
      const headers = { authorization: `Bearer ${settings.apiKey}`, accept: 'text/event-stream' }
      return await streamed(
        await fetch(rootOf(settings.baseUrl) + path, { headers, signal, redirect: 'manual' }),
        isEnough,
      )
    }
    return { ...parts, ids, asOf: await dayOfLaw(api, ids, prefix), stream }
  } catch (error) {
    parts.signal.throwIfAborted()
    throw notBegun(error, [settings.apiKey])
  }
}

function notBegun(error: unknown, secrets: readonly string[]): CannotBegin {
  const { sent, expected, got } = failureOf(error, secrets)
  const [request] = (sent ?? 'The set-up').split('\n')
  return new CannotBegin('set-up', `${request} is what everything stands on. Expected ${expected}; got ${got}`)
}

async function streamed(response: Response, isEnough: (text: string) => boolean): Promise<string> {
  let text = ''
  const decoder = new TextDecoder()
  try {
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      if (isEnough(text)) return text
    }
  } catch {
    // The time is over: what came is the answer.
  }
  return text
}

/** The profile that stood before the run; a server that refuses it was told so by no requirement. */
async function restore(api: Api, before: Answer): Promise<void> {
  const { accountId: _, ...profile } = members(before.value)
  await api.call('putAccountProfile', { body: profile }).catch(() => undefined)
}
