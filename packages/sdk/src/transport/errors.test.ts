import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import { createEntryGo } from '../client.ts'
import { createScriptedFetch, createVirtualClock, refusal, type Step } from './virtual-clock.conformance.ts'

const canary = 'eg_test_canary5f1d'

const leakyFailure = Object.assign(new Error('socket hang up'), {
  config: { headers: { authorization: `Bearer ${canary}` } },
})

it.each<[string, Step]>([
  [
    'a refusal that repeats the key',
    {
      status: 403,
      body: { errorCode: 'INSUFFICIENT_SCOPE', message: `no: ${canary}`, requestId: 'req_00000001', retryable: false },
    },
  ],
  ['a page that repeats the key', { status: 502, body: `<html>${canary}` }],
  ['broken JSON that repeats the key', { status: 200, body: `{"x":"${canary}"` }],
  ['a failure that carries the request', leakyFailure],
  ['a refusal', refusal(401, 'INVALID_API_KEY')],
])('no form of the error of %s shows a secret', async (_, step) => {
  const clock = createVirtualClock()
  const { fetch, sent } = createScriptedFetch(clock, step)
  const client = createEntryGo({ baseUrl: 'https://api.example.com', apiKey: canary, accountId: 'acc_1', clock, fetch })
  const broker = { externalId: 'b', name: 'Broker', submission: { type: 'byob_webhook', secret: canary } } as const
  const result = await clock.settle(client.brokers.sync.safe({ items: [broker] }))
  expect(sent[0]?.headers.get('authorization')).toBe(`Bearer ${canary}`)
  if (result.ok) throw new Error('the call did not fail')
  const { error } = result
  const shown = [
    String(error),
    error.message,
    error.stack,
    JSON.stringify(error),
    inspect(error, { depth: 10 }),
    inspect({ error }, { depth: 10 }),
    inspect(client, { depth: 10 }),
  ]
  for (const text of shown) expect(text).not.toContain(canary)
})

it('a secret of the request that a refusal repeats is blanked out', async () => {
  const secret = `whsec_"${canary}`
  const clock = createVirtualClock()
  const step = {
    status: 400,
    body: { errorCode: 'VALIDATION_ERROR', message: `secret ${secret} is short`, retryable: false },
  }
  const { fetch } = createScriptedFetch(clock, step)
  const client = createEntryGo({
    baseUrl: 'https://api.example.com',
    apiKey: 'eg_test_1',
    accountId: 'acc_1',
    clock,
    fetch,
  })
  const broker = { externalId: 'b', name: 'Broker', submission: { type: 'byob_webhook', secret } } as const
  const result = await clock.settle(client.brokers.sync.safe({ items: [broker] }))
  expect(result).toMatchObject({ ok: false, error: { message: 'secret [redacted] is short' } })
})

it('a key that cannot be a header is refused without being shown', () => {
  const options = { baseUrl: 'https://api.example.com', apiKey: `${canary}\n` }
  expect(() => createEntryGo(options)).toThrow(expect.objectContaining({ kind: 'config', field: 'apiKey' }))
  expect(() => createEntryGo(options)).not.toThrow(canary)
})
