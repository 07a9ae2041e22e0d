import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import { createEntryGo } from '../client.ts'
import type { CallOptions, EntryGoOptions } from '../config.ts'
import type { ExecutedExport, Export } from '../contract/index.ts'
import type { SafeResult } from '../safe-result.ts'
import { OutcomeUnknownError } from './errors.ts'
import {
  connectionError,
  createScriptedFetch,
  createVirtualClock,
  refusal,
  type Step,
} from './virtual-clock.conformance.ts'

const id = 'batch_01k9m4wk6f9g2a5d8s3j1p7y4r'

function scripted(steps: readonly Step[], options: Partial<EntryGoOptions> = {}) {
  const clock = createVirtualClock()
  const { fetch, sent } = createScriptedFetch(clock, ...steps)
  const client = createEntryGo({
    baseUrl: 'https://api.example.com',
    apiKey: 'eg_test_1',
    accountId: 'acc_1',
    clock,
    fetch,
    ...options,
  })
  const write = (call: CallOptions = {}): Promise<SafeResult<ExecutedExport, 'executeExport'>> =>
    clock.settle(client.execute.safe({ batchId: id }, call))
  const read = (call: CallOptions = {}): Promise<SafeResult<Export, 'inspectExport'>> =>
    clock.settle(client.inspect.safe({ id }, call))
  return { clock, sent, client, write, read }
}

async function errorOf(result: Promise<SafeResult<unknown>>) {
  const settled = await result
  if (settled.ok) throw new Error('the call did not fail')
  return settled.error
}

it('IDEMPOTENCY_CONFLICT is one attempt', async () => {
  const { write, sent, clock } = scripted([refusal(409, 'IDEMPOTENCY_CONFLICT')])
  expect(await errorOf(write())).toMatchObject({
    kind: 'api',
    code: 'IDEMPOTENCY_CONFLICT',
    status: 409,
    retryable: false,
  })
  expect(sent).toHaveLength(1)
  expect(clock.now()).toBe(0)
})

it('IDEMPOTENCY_IN_PROGRESS waits for Retry-After, more often than a failure is retried', async () => {
  const busy = refusal(409, 'IDEMPOTENCY_IN_PROGRESS', { 'retry-after': '1' })
  const { write, sent } = scripted([busy, busy, busy, busy, busy, busy, { body: { exportId: id } }])
  expect(await write()).toMatchObject({ ok: true, data: { exportId: id } })
  expect(sent).toHaveLength(7)
  const gaps = sent.slice(1).map(({ at }, index) => at - (sent[index]?.at ?? 0))
  for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(1000)
  for (const gap of gaps) expect(gap).toBeLessThanOrEqual(1200)
})

it('every attempt has the same key, request id and body', async () => {
  const { write, sent } = scripted([
    connectionError('ECONNRESET'),
    refusal(503, 'UNAVAILABLE'),
    { body: { exportId: id } },
  ])
  const result = await write()
  expect(result).toMatchObject({ ok: true, meta: { attempts: [{ status: null }, { status: 503 }, { status: 200 }] } })
  expect(new Set(sent.map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1)
  expect(new Set(sent.map(({ headers }) => headers.get('x-request-id'))).size).toBe(1)
  expect(new Set(sent.map(({ body }) => body))).toEqual(new Set([`{"batchId":"${id}","accountId":"acc_1"}`]))
  expect(result.ok && result.meta.idempotencyKey).toBe(sent[0]?.headers.get('idempotency-key'))
})

it.each(['hang', 'stall'] as const)('a %s of a read ends when the deadline says so', async (step) => {
  const { read, clock, sent } = scripted([step])
  expect(await errorOf(read({ timeoutMs: 700 }))).toMatchObject({
    kind: 'timeout',
    code: 'TIMEOUT',
    operation: 'inspectExport',
  })
  expect(clock.now()).toBe(700)
  expect(sent).toHaveLength(1)
  expect(clock.pending()).toBe(0)
})

it('an attempt may end before the call, and the next one succeeds', async () => {
  const { read, sent } = scripted(['stall', { body: { exportId: id } }])
  expect(await read({ attemptTimeoutMs: 200 })).toMatchObject({
    ok: true,
    meta: { attempts: [{ status: 200, ms: 200 }, { status: 200 }] },
  })
  expect(sent).toHaveLength(2)
})

it('attempts, bodies and waits share one deadline', async () => {
  const { read, clock } = scripted(['hang'], { retry: { maxAttempts: 100, baseDelayMs: 100, budget: 100 } })
  await errorOf(read({ timeoutMs: 2000, attemptTimeoutMs: 300 }))
  expect(clock.now()).toBeLessThanOrEqual(2000)
})

it('a Retry-After that does not fit is not slept out', async () => {
  const { write, clock, sent } = scripted([refusal(429, 'RATE_LIMITED', { 'retry-after': '3600' })])
  expect(await errorOf(write())).toMatchObject({ code: 'RATE_LIMITED', retryable: true, retryAfterMs: 3_600_000 })
  expect(clock.now()).toBe(0)
  expect(sent).toHaveLength(1)
})

it.each([
  ['a lost connection', connectionError('ECONNRESET'), null],
  ['no answer', 'hang', null],
  ['a body that never ends', 'stall', 200],
  ['a page of a proxy', { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>' }, 502],
] as const)('a write that ends with %s may have happened', async (_, step, status) => {
  const { write } = scripted([step])
  const error = await errorOf(write({ timeoutMs: 5000, attemptTimeoutMs: 1000 }))
  expect(error).toBeInstanceOf(OutcomeUnknownError)
  expect(error).toMatchObject({
    kind: 'outcome_unknown',
    code: 'OUTCOME_UNKNOWN',
    operation: 'executeExport',
    status,
    mayHaveHappened: true,
    inspectHint: { exportId: id },
    idempotencyKey: expect.stringMatching(/^sdk_[0-9a-f-]{36}$/),
  })
})

it.each(['ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'CERT_HAS_EXPIRED'])(
  'a write that could not connect (%s) has not happened',
  async (code) => {
    const { write } = scripted([connectionError(code)])
    expect(await errorOf(write())).toMatchObject({ kind: 'network', code: 'NETWORK_ERROR', mayHaveHappened: false })
  },
)

it('an unclear attempt makes a later temporary refusal unclear, and a final one settles it', async () => {
  const lost = connectionError('ECONNRESET')
  const down = scripted([lost, refusal(503, 'UNAVAILABLE')])
  expect(await errorOf(down.write())).toMatchObject({ kind: 'outcome_unknown', status: 503 })
  const refused = scripted([lost, refusal(409, 'PLAN_STALE')])
  expect(await errorOf(refused.write())).toMatchObject({ kind: 'api', code: 'PLAN_STALE', mayHaveHappened: false })
})

it('a read that gets the page of a proxy keeps its status', async () => {
  const { read, sent } = scripted([{ status: 502, headers: { 'content-type': 'text/html' }, body: '<html>' }])
  expect(await errorOf(read())).toMatchObject({
    kind: 'api',
    code: 'UNEXPECTED_RESPONSE',
    status: 502,
    retryable: true,
  })
  expect(sent).toHaveLength(4)
})

it.each([
  ['broken JSON', '{"data":'],
  ['no body', ''],
  ['a list of nothing', 'null'],
  ['a list', '[]'],
  ['a refusal', '{"errorCode":"INVALID_API_KEY","message":"No."}'],
  ['a page', '<html>'],
])('%s in a good answer is an error of kind parse', async (_, body) => {
  const { write, sent } = scripted([{ body, headers: { 'content-type': 'text/plain' } }])
  expect(await errorOf(write())).toMatchObject({
    kind: 'parse',
    code: 'INVALID_RESPONSE',
    status: 200,
    mayHaveHappened: true,
  })
  expect(sent).toHaveLength(1)
})

it.each([
  [503, 'UNAVAILABLE'],
  [409, 'IDEMPOTENCY_IN_PROGRESS'],
])('retry: false is one attempt for %i %s', async (status, code) => {
  const { read, sent } = scripted([refusal(status, code)])
  await errorOf(read({ retry: false }))
  expect(sent).toHaveLength(1)
})

it('with the server down, a thousand calls send ten requests more', async () => {
  const { client, clock, sent } = scripted([refusal(503, 'UNAVAILABLE')])
  for (let call = 0; call < 1000; call += 1) await clock.settle(client.inspect.safe({ id }))
  expect(sent).toHaveLength(1010)
}, 60_000)

it('an abort while waiting ends the call at once, with the reason as cause, and nothing is sent after it', async () => {
  const { client, clock, sent } = scripted([refusal(503, 'UNAVAILABLE', { 'retry-after': '30' })])
  const controller = new AbortController()
  const call = client.execute.safe({ batchId: id }, { signal: controller.signal })
  await clock.advance(1000)
  controller.abort(new Error('changed my mind'))
  const error = await errorOf(call)
  expect(error).toMatchObject({
    kind: 'aborted',
    code: 'ABORTED',
    mayHaveHappened: false,
    cause: { message: 'changed my mind' },
  })
  expect(sent).toHaveLength(1)
  expect(clock.pending()).toBe(0)
})

const key = 'eg_test_canary0123456789'
const escaped = Array.from(key, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')

it.each<[string, Step]>([
  ['its request id', refusal(404, 'NOT_FOUND', { 'x-request-id': key })],
  ['its content type', { status: 418, headers: { 'content-type': key }, body: 'teapot' }],
  ['the content type of a good answer', { headers: { 'content-type': `text/${key}` }, body: '<html>' }],
  ['escapes of JSON', { status: 404, body: `{"errorCode":"NOT_FOUND","message":"${escaped}"}` }],
])('a server that repeats the key in %s is not quoted with it', async (_, step) => {
  const clock = createVirtualClock()
  const { fetch } = createScriptedFetch(clock, step)
  const client = createEntryGo({ baseUrl: 'https://api.example.com', apiKey: key, clock, fetch })
  const error = await errorOf(clock.settle(client.inspect.safe({ id })))
  expect([JSON.stringify(error), String(error.stack), inspect(error)].join()).not.toContain('canary')
})

it('a fetch whose answer has no headers is no raw error', async () => {
  const odd = new Response('{}')
  Object.defineProperty(odd, 'headers', { value: undefined })
  const fetch = (): Promise<Response> => Promise.resolve(odd)
  const client = createEntryGo({ baseUrl: 'https://api.example.com', apiKey: key, fetch, retry: false })
  expect(await errorOf(client.inspect.safe({ id }))).toMatchObject({ kind: 'network' })
})
