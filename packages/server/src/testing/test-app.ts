import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OperationId, operations, type Scope, scopes, submissionTypes } from '@entrygo/sdk/contract'
import { publicDestinations } from '../domain/delivery/destination-url.ts'
import type { DeliveryTransport } from '../domain/records.ts'
import type { PartyScreening } from '../domain/screening/party-screening.ts'
import { apiKeyPrefix, apiKeySha256, newApiKey } from '../edge/api-key.ts'
import { loadColumnMaps } from '../edge/column-maps.ts'
import { documentFonts } from '../edge/document-fonts.ts'
import { systemIds } from '../edge/ids.ts'
import { openMetrics } from '../edge/metrics.ts'
import { type AccessLine, type App, createApp } from '../http/app.ts'
import type { RateSettings } from '../http/rate-limit.ts'
import type { Clock, Ports, Transport } from '../ports.ts'
import { loadRulePack } from '../rule-pack-files.ts'
import { openSqliteStore, type SqliteStore } from '../storage/sqlite/sqlite-store.ts'
import { assertValidResponse } from './contract-check.ts'
import { plainMail } from './fakes.ts'

/** The whole app on a real store in a folder of its own, without a socket. */
export interface TestApp {
  readonly app: App
  readonly ports: Ports
  readonly store: SqliteStore
  readonly accountId: string
  /** Key with every scope. */
  readonly apiKey: string
  readonly accessLines: AccessLine[]
  readonly logged: Logged[]
  addKey(accountId: string, held?: readonly Scope[]): Promise<string>
  /** Calls an operation and checks its answer against the contract. Throws on a 500, with the exception as its cause. */
  call(operation: OperationId, given?: GivenCall): Promise<Answer>
  close(): Promise<void>
}

export interface GivenCall {
  /** Sent as JSON; a string is sent as it stands. */
  readonly body?: unknown
  readonly path?: Readonly<Record<string, string>>
  /** With its question mark. */
  readonly query?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly method?: string
  /** Null sends no key. */
  readonly apiKey?: string | null
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly bytes: Uint8Array
  /** The body as JSON, or an empty object. */
  readonly json: Record<string, unknown>
}

export interface Logged {
  readonly level: 'info' | 'warn' | 'error'
  readonly facts: Readonly<Record<string, unknown>>
  readonly message: string
}

export interface TestAppSettings {
  readonly rate?: RateSettings
  readonly now?: () => number
  readonly transport?: Transport
  readonly screening?: PartyScreening
}

const generous: RateSettings = { requests: 1_000_000, windowSeconds: 10 }
const rulePack = loadRulePack()

export async function openTestApp(settings: TestAppSettings = {}): Promise<TestApp> {
  const { rate = generous, now, transport, screening = null } = settings
  const folder = mkdtempSync(join(tmpdir(), 'entrygo-app-'))
  const store = await openSqliteStore({ file: join(folder, 'entrygo.sqlite') })
  const clock: Clock = { now: now ?? (() => Date.now()) }
  const ids = systemIds(clock)
  const logged: Logged[] = []
  const accessLines: AccessLine[] = []
  const ports: Ports = {
    ...{ store, clock, ids, rulePack, screening },
    transports: new Map(everyWay.map((way) => [way, transport ?? acceptingTransport])),
    mail: plainMail,
    destinations: publicDestinations,
    fonts: documentFonts,
    columnMaps: loadColumnMaps(),
    log: {
      info: (facts, message) => logged.push({ level: 'info', facts, message }),
      warn: (facts, message) => logged.push({ level: 'warn', facts, message }),
      error: (facts, message) => logged.push({ level: 'error', facts, message }),
    },
    budget: { limit: 60, windowMs: 60_000 },
    wakeDispatcher: () => {},
  }
  const stopping = new AbortController()
  const app = createApp({
    ...{
      ports,
      metrics: openMetrics(
        async () => 0,
        async () => false,
      ),
      rate: { key: rate, address: rate },
    },
    accessLog: (line) => accessLines.push(line),
    isReady: async () => true,
    stopping: stopping.signal,
  })
  const addKey = async (accountId: string, held: readonly Scope[] = scopes): Promise<string> => {
    const key = newApiKey('test')
    const [id, sha256, prefix] = [ids.next('key'), apiKeySha256(key), apiKeyPrefix(key)]
    await store.addApiKey({ id, accountId, prefix, sha256, scopes: held, createdAt: clock.now(), revokedAt: null })
    return key
  }
  const accountId = ids.next('acc')
  const apiKey = await addKey(accountId)
  return {
    ...{ app, ports, store, accountId, apiKey, accessLines, logged, addKey },
    call: async (operation, given = {}) => {
      const answer = await call(app, operation, { apiKey, ...given })
      if (answer.status === 500) throw new Error(`${operation} failed`, { cause: logged.at(-1)?.facts['error'] })
      return answer
    },
    close: async () => {
      stopping.abort()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const everyWay: readonly DeliveryTransport[] = [...submissionTypes, 'webhook']

/** Takes every message and reports it accepted. */
const acceptingTransport: Transport = { send: async () => ({ outcome: 'accepted', evidence: 'test_accepted' }) }

async function call(app: App, operation: OperationId, given: GivenCall): Promise<Answer> {
  const { method, path } = operations[operation]
  const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(given.path?.[name] ?? ''))
  const headers = new Headers({ ...given.headers })
  if (given.apiKey !== null && !headers.has('authorization')) headers.set('authorization', `Bearer ${given.apiKey}`)
  if (given.body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json')
  const body = typeof given.body === 'string' ? given.body : JSON.stringify(given.body)
  const init = { method: given.method ?? method, headers, ...(given.body === undefined ? {} : { body }) }
  const response = await app.request(url + (given.query ?? ''), init)
  const bytes = await response.bytes()
  const text = new TextDecoder().decode(bytes)
  if (given.method === undefined) {
    assertValidResponse({ operation, status: response.status, headers: response.headers, body: text })
  }
  return { status: response.status, headers: response.headers, text, bytes, json: jsonOf(text) }
}

function jsonOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
  } catch {
    return {}
  }
}
