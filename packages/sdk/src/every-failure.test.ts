import { expect, it } from 'vitest'
import { createEntryGo } from './client.ts'
import { EntryGoError } from './transport/errors.ts'
import {
  connectionError,
  createScriptedFetch,
  createVirtualClock,
  refusal,
  type Step,
} from './transport/virtual-clock.conformance.ts'

const planHash = `sha256:${'8f'.repeat(32)}`
const html = { 'content-type': 'text/html' }

const scenarios: readonly (readonly [name: string, step: Step, kinds: readonly string[]])[] = [
  ['no answer', 'hang', ['timeout', 'outcome_unknown']],
  ['a body that never ends', 'stall', ['timeout', 'outcome_unknown']],
  ['a refused connection', connectionError('ECONNREFUSED'), ['network']],
  ['a lost connection', connectionError('ECONNRESET'), ['network', 'outcome_unknown']],
  ['a failure without a cause', new Error('broken'), ['network', 'outcome_unknown']],
  ['a refused key', refusal(401, 'INVALID_API_KEY'), ['api']],
  ['a conflict', refusal(409, 'IDEMPOTENCY_CONFLICT'), ['api']],
  ['a code of a newer server', refusal(422, 'A_NEW_CODE'), ['api']],
  ['a server that is down', refusal(503, 'UNAVAILABLE'), ['api']],
  ['a refusal that is no envelope', { status: 400, body: { error: 'no' } }, ['api']],
  ['the page of a proxy', { status: 502, headers: html, body: '<html>' }, ['api', 'outcome_unknown']],
  ['a redirect', { status: 307, headers: { location: 'https://elsewhere.example' } }, ['api']],
  ['a page in place of JSON', { headers: html, body: '<html>' }, ['parse']],
  ['broken JSON', { body: '{"data":' }, ['parse']],
]

it.each(scenarios)('%s rejects every operation with an EntryGoError', async (_, step, kinds) => {
  const clock = createVirtualClock()
  const { fetch } = createScriptedFetch(clock, step)
  const retry = { budget: 1000 }
  const client = createEntryGo({
    baseUrl: 'https://api.example.com',
    apiKey: 'eg_test_1',
    accountId: 'acc_1',
    clock,
    fetch,
    retry,
  })
  const { plan: _plan, execute: _execute, inspect: _inspect, ...groups } = client
  for (const call of Object.values(groups).flatMap((group) => Object.values(group))) {
    // The bytes of an artifact may be anything.
    if (call.operation === 'downloadArtifact' && kinds.includes('parse')) continue
    const args = { id: 'batch_1', artifact_type: 'cci_csv', planHash, against: planHash, ruleId: 'INV-07' }
    const given: Promise<unknown> = Reflect.apply(call, undefined, [args])
    const error = await clock.settle(given.catch((thrown: unknown) => thrown))
    expect(error, call.operation).toBeInstanceOf(EntryGoError)
    expect(error).toMatchObject({ operation: call.operation, requestId: expect.stringMatching(/^req_/) })
    expect(kinds).toContain(Reflect.get(Object(error), 'kind'))
    expect(Reflect.get(Object(error), 'attempts').length).toBeGreaterThan(0)
  }
  expect(clock.pending()).toBe(0)
})

it('what is thrown by a fetch that throws no error is an EntryGoError too', async () => {
  const clock = createVirtualClock()
  const fetch = (): Promise<Response> => Promise.reject('no')
  const client = createEntryGo({ baseUrl: 'https://api.example.com', apiKey: 'eg_test_1', clock, fetch })
  expect(await clock.settle(client.system.health.safe())).toMatchObject({
    ok: false,
    error: { kind: 'network', cause: 'no' },
  })
})

it.each<[string, unknown]>([
  ['nothing', undefined],
  ['a text', 'batch_1'],
  ['a circle', circle()],
  ['a big integer', { items: [1n] }],
])('%s as arguments is refused before anything is sent', async (_, args) => {
  const clock = createVirtualClock()
  const { fetch, sent } = createScriptedFetch(clock, { body: {} })
  const client = createEntryGo({
    baseUrl: 'https://api.example.com',
    apiKey: 'eg_test_1',
    accountId: 'acc_1',
    clock,
    fetch,
  })
  for (const call of [client.exports.approve, client.customsPackages.artifact]) {
    const result = await Reflect.apply(call.safe, undefined, [args])
    expect(result).toMatchObject({ ok: false, error: { kind: 'config', code: 'INVALID_ARGUMENT' } })
  }
  expect(sent).toEqual([])
})

function circle(): object {
  const items: unknown[] = []
  items.push(items)
  return { id: 'batch_1', items }
}
