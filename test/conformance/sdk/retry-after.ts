import { createEntryGo } from '@entrygo/sdk'
import {
  json,
  type Play,
  startScriptedServer,
} from '../../../packages/sdk/src/transport/scripted-server.conformance.ts'

/** One wait that a server asked for, and how long it was. */
export interface AskedWait {
  readonly form: string
  readonly askedMs: number
  /** Between the two requests, as the server saw them. */
  readonly gapMs: number
  /** What the client meant to wait. */
  readonly delayMs: number
}

const day = 'Sun, 22 Nov 2026 08:00:00 GMT'
const forms: readonly (readonly [form: string, askedMs: number, headers: Readonly<Record<string, string>>])[] = [
  ['seconds', 1000, { 'retry-after': '1' }],
  ['retry-after-ms', 300, { 'retry-after-ms': '300' }],
  ['IMF-fixdate', 1000, { 'retry-after': 'Sun, 22 Nov 2026 08:00:01 GMT', date: day }],
  ['RFC 850 date', 1000, { 'retry-after': 'Sunday, 22-Nov-26 08:00:01 GMT', date: day }],
  ['asctime date', 1000, { 'retry-after': 'Sun Nov 22 08:00:01 2026', date: day }],
]

/** Every form of `Retry-After`, side by side. */
export async function runWaits(): Promise<AskedWait[]> {
  return Promise.all(
    forms.map(async ([form, askedMs, headers]) => {
      const server = await startScriptedServer(busy(headers), json({ exportId: 'batch_1' }))
      const client = createEntryGo({ baseUrl: server.url, apiKey: 'eg_test_1' })
      const { meta } = await client.inspect.withMeta({ id: 'batch_1' })
      await server[Symbol.asyncDispose]()
      const [first, second] = server.requests
      return { form, askedMs, gapMs: (second?.at ?? 0) - (first?.at ?? 0), delayMs: meta.attempts[1]?.delayMs ?? 0 }
    }),
  )
}

/** How long a call takes to say that a wait of an hour does not fit. */
export async function refusedWait(): Promise<{ readonly ms: number; readonly retryAfterMs: number | null }> {
  const server = await startScriptedServer(busy({ 'retry-after': '3600' }))
  const client = createEntryGo({ baseUrl: server.url, apiKey: 'eg_test_1' })
  await client.inspect.safe({ id: 'batch_1' }, { retry: false })
  const began = performance.now()
  const result = await client.inspect.safe({ id: 'batch_1' })
  const ms = performance.now() - began
  await server[Symbol.asyncDispose]()
  return { ms, retryAfterMs: result.ok ? null : result.error.retryAfterMs }
}

function busy(headers: Readonly<Record<string, string>>): Play {
  return json(
    { errorCode: 'RATE_LIMITED', message: 'Slower.', requestId: 'req_00000001', retryable: true },
    429,
    headers,
  )
}
