import { expect, it } from 'vitest'
import { createEntryGo, type EntryGo } from './client.ts'
import {
  drop,
  hang,
  json,
  type Play,
  raw,
  type ScriptedServer,
  stall,
  startScriptedServer,
} from './transport/scripted-server.conformance.ts'

const id = 'batch_01k9m4wk6f9g2a5d8s3j1p7y4r'

function clientOf({ url }: ScriptedServer): EntryGo {
  return createEntryGo({
    baseUrl: url,
    apiKey: 'eg_test_1',
    accountId: 'acc_1',
    retry: { baseDelayMs: 1, maxDelayMs: 2 },
  })
}

it('a redirect is an error, and is not followed', async () => {
  await using server = await startScriptedServer(raw('', 302, { location: 'http://127.0.0.1:9/' }))
  await expect(clientOf(server).inspect({ id })).rejects.toMatchObject({
    kind: 'api',
    code: 'UNEXPECTED_RESPONSE',
    status: 302,
  })
  expect(server.requests).toHaveLength(1)
})

it.each<[string, Play, object]>([
  ['hang', hang, { kind: 'outcome_unknown', status: null }],
  ['stalled body', stall, { kind: 'outcome_unknown', status: 200 }],
])('a %s of a real server ends a write at the deadline', async (_, play, error) => {
  await using server = await startScriptedServer(play)
  const result = await clientOf(server).execute.safe({ batchId: id }, { timeoutMs: 200 })
  expect(result).toMatchObject({ ok: false, error })
})

it('a dropped connection is repeated with the same key and body', async () => {
  await using server = await startScriptedServer(drop, drop, json({ exportId: id }))
  await clientOf(server).execute({ batchId: id })
  expect(server.requests).toHaveLength(3)
  expect(new Set(server.requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  expect(new Set(server.requests.map(({ body }) => body)).size).toBe(1)
})

it('a server that is not there is a network error that names the cause', async () => {
  const server = await startScriptedServer(hang)
  await server[Symbol.asyncDispose]()
  const result = await clientOf(server).execute.safe({ batchId: id })
  expect(result).toMatchObject({ ok: false, error: { kind: 'network', code: 'NETWORK_ERROR', mayHaveHappened: false } })
  expect(result.ok ? '' : result.error.message).toContain('ECONNREFUSED')
})

it.each<[string, Play]>([
  ['while waiting for headers', hang],
  ['in the middle of a body', stall],
])('an abort %s ends the call with the reason as cause', async (_, play) => {
  await using server = await startScriptedServer(play)
  const controller = new AbortController()
  const call = clientOf(server).execute.safe({ batchId: id }, { signal: controller.signal })
  await server.arrived(1)
  controller.abort('enough')
  expect(await call).toMatchObject({ ok: false, error: { kind: 'aborted', cause: 'enough', mayHaveHappened: true } })
  expect(server.requests).toHaveLength(1)
})

it('a signal that is aborted before the call sends nothing', async () => {
  await using server = await startScriptedServer(json({}))
  const result = await clientOf(server).execute.safe({ batchId: id }, { signal: AbortSignal.abort('no') })
  expect(result).toMatchObject({
    ok: false,
    error: { kind: 'aborted', cause: 'no', attempts: [], mayHaveHappened: false },
  })
  expect(server.requests).toEqual([])
})

it('ten thousand calls leave no listener on a signal', async () => {
  const counted = countingSignal()
  const fetch = (): Promise<Response> => Promise.resolve(new Response('{}'))
  const client = createEntryGo({ baseUrl: 'https://api.example.com', apiKey: 'eg_test_1', fetch })
  for (let call = 0; call < 10_000; call += 1) await client.inspect({ id }, { signal: counted.signal })
  expect(counted.listeners()).toBe(0)
})

function countingSignal(): { signal: AbortSignal; listeners: () => number } {
  let listeners = 0
  const { signal } = new AbortController()
  const { addEventListener, removeEventListener } = signal
  signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
    listeners += 1
    addEventListener.apply(signal, args)
  }
  signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
    listeners -= 1
    removeEventListener.apply(signal, args)
  }
  return { signal, listeners: () => listeners }
}
