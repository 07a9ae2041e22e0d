import { readFileSync } from 'node:fs'
import { Agent, Dispatcher1Wrapper } from 'undici'
import { expect, it } from 'vitest'
import type { Call, OptionalCall } from './call.ts'
import { createEntryGo, type EntryGo } from './client.ts'
import { baseUrlOf } from './config.ts'
import { operations } from './contract/operations.ts'
import { EntryGoError } from './transport/errors.ts'
import { json, raw, type ScriptedServer, startScriptedServer } from './transport/scripted-server.conformance.ts'
import { sdkVersion } from './version.ts'

const id = 'batch_01k9m4wk6f9g2a5d8s3j1p7y4r'
const planHash = `sha256:${'8f'.repeat(32)}`
const against = `sha256:${'1b'.repeat(32)}`
const quick = { baseDelayMs: 1, maxDelayMs: 2 }

function clientOf(server: ScriptedServer): EntryGo {
  return createEntryGo({ baseUrl: server.url, apiKey: 'eg_test_1', accountId: 'acc_1', retry: quick })
}

/** Every method of the client, by the operation that it says it is. */
function callsOf(client: EntryGo): (Call<never, unknown> | OptionalCall<never, unknown>)[] {
  const { plan: _plan, execute: _execute, inspect: _inspect, ...groups } = client
  return Object.values(groups).flatMap((group) => Object.values(group))
}

it('every operation below /api has exactly one method in the groups', () => {
  const client = createEntryGo({ baseUrl: 'https://api.example.com', apiKey: 'eg_test_1' })
  const wanted = Object.entries(operations).filter(([, { path }]) => path.startsWith('/api/'))
  expect(
    callsOf(client)
      .map(({ operation }) => operation)
      .sort(),
  ).toEqual(wanted.map(([name]) => name).sort())
})

it('plan, execute and inspect stand on the client too', () => {
  const client = createEntryGo({ baseUrl: 'https://api.example.com', apiKey: 'eg_test_1' })
  expect([client.plan, client.execute, client.inspect]).toEqual([
    client.exports.plan,
    client.exports.execute,
    client.exports.inspect,
  ])
})

it('every method sends the method and path of its operation, and a key when it writes', async () => {
  // The digest is that of `{}`, for the downloads.
  const digest = { 'content-digest': 'sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:' }
  await using server = await startScriptedServer(json({}, 200, digest))
  const client = clientOf(server)
  const args: Record<string, Readonly<Record<string, unknown>>> = {
    approveExport: { id, planHash: 'sha256:0', reason: 'looked at', actor: { type: 'person', name: 'Export Desk' } },
    diffPlans: { id, planHash, against },
    downloadArtifact: { id: 'cp_1', artifact_type: 'cci_csv' },
    downloadEvidence: { id },
    getCustomsPackage: { id: 'cp_1' },
    getPlan: { id, planHash },
    getRule: { ruleId: 'PGA-EPA-ODS/HFC', asOf: '2026-11-24' },
    getBroker: { id },
    getOrder: { id },
    getProduct: { id },
    getWarehouse: { id },
    inspectExport: { id },
    listProducts: { externalId: ['HAT/1', 'CUP+2'], limit: 2 },
    listExportEvents: { id, after: 3 },
    listExports: { state: 'blocked', limit: 5 },
    replayWebhook: { id: 'whk_1', exportId: id },
    rotateWebhookSecret: { id: 'whk_1' },
    testWebhook: { id: 'whk_1' },
  }
  for (const call of callsOf(client)) {
    const { method, path, isWrite } = operations[call.operation]
    const given = args[call.operation] ?? (path.includes('{id}') ? { id } : {})
    const result = await Reflect.apply(call.safe, undefined, [given])
    expect([call.operation, result.ok]).toEqual([call.operation, true])
    const sent = server.requests.at(-1)
    const address = path
      .replace('{artifact_type}', 'cci_csv')
      .replace('{id}', String(given['id']))
      .replace('{planHash}', encodeURIComponent(planHash))
      .replace('{ruleId}', 'PGA-EPA-ODS%2FHFC')
    expect([sent?.method, sent?.url?.split('?')[0]]).toEqual([method, address])
    expect([call.operation, sent?.headers['idempotency-key'] !== undefined]).toEqual([call.operation, isWrite])
    expect(sent?.headers['authorization']).toBe('Bearer eg_test_1')
  }
  expect(server.requests.map(({ url }) => url)).toContain('/api/exports?state=blocked&limit=5')
  expect(server.requests.map(({ url }) => url)).toContain(`/api/exports/${id}/events?after=3`)
  expect(server.requests.map(({ url }) => url)).toContain('/api/products?externalId=HAT%2F1&externalId=CUP%2B2&limit=2')
  expect(server.requests.map(({ url }) => url)).toContain('/api/rules/PGA-EPA-ODS%2FHFC?asOf=2026-11-24')
})

it.each([
  ['https://api.example.com', 'https://api.example.com'],
  ['https://api.example.com/', 'https://api.example.com'],
  ['https://api.example.com/api', 'https://api.example.com'],
  ['https://api.example.com/api/', 'https://api.example.com'],
  ['http://127.0.0.1:4000/entrygo/api', 'http://127.0.0.1:4000/entrygo'],
])('the base URL %s is read as %s', (given, read) => {
  expect(baseUrlOf(given)).toBe(read)
})

it.each([
  '',
  'api.example.com',
  'ftp://api.example.com',
  'https://user:word@api.example.com',
  'https://api.example.com/?key=1',
])('the base URL %j is refused by name', (baseUrl) => {
  expect(() => createEntryGo({ baseUrl, apiKey: 'eg_test_1' })).toThrow(
    expect.objectContaining({ kind: 'config', field: 'baseUrl' }),
  )
})

it.each([undefined, null, 5])('the API key %j is refused by name', (apiKey) => {
  expect(() => Reflect.apply(createEntryGo, undefined, [{ baseUrl: 'https://api.example.com', apiKey }])).toThrow(
    expect.objectContaining({ kind: 'config', field: 'apiKey' }),
  )
})

it('the caller’s key wins, travels as a header, and comes back', async () => {
  await using server = await startScriptedServer(json({ data: [] }, 200, { 'idempotent-replayed': 'true' }))
  const client = clientOf(server)
  const { meta } = await client.orders.sync.withMeta({ items: [], idempotencyKey: ' nightly "1" ' })
  expect(meta).toMatchObject({
    idempotencyKey: ' nightly "1" ',
    replayed: true,
    status: 200,
    attempts: [{ status: 200, delayMs: 0 }],
  })
  expect(server.requests[0]?.headers['idempotency-key']).toBe('" nightly \\"1\\" "')
  expect(server.requests[0]?.body).toBe('{"items":[],"accountId":"acc_1"}')
})

it.each(['', 'ключ', 'x'.repeat(256)])('the key %j is refused before anything is sent', async (idempotencyKey) => {
  await using server = await startScriptedServer(json({}))
  const result = await clientOf(server).orders.sync.safe({ items: [], idempotencyKey })
  expect(result).toMatchObject({ ok: false, error: { kind: 'config', field: 'idempotencyKey' } })
  expect(server.requests).toEqual([])
})

it('a key that a script gives as a number is sent as its digits', async () => {
  await using server = await startScriptedServer(json({ data: [] }))
  await Reflect.apply(clientOf(server).orders.sync, undefined, [{ items: [], idempotencyKey: 20261121 }])
  expect(server.requests[0]?.headers['idempotency-key']).toBe('20261121')
})

it('a write without an account is refused before anything is sent', async () => {
  const client = createEntryGo({ baseUrl: 'http://127.0.0.1:9', apiKey: 'eg_test_1' })
  await expect(client.plan({ warehouseId: 'wh_1', brokerId: 'br_1', orderIds: [] })).rejects.toMatchObject({
    kind: 'config',
    field: 'accountId',
  })
})

it.each(['', '..', 'a/b', 'a?b'])('the id %j leads to no other path', async (wrong) => {
  const client = createEntryGo({ baseUrl: 'http://127.0.0.1:9', apiKey: 'eg_test_1' })
  await expect(client.inspect({ id: wrong })).rejects.toMatchObject({
    kind: 'config',
    code: 'INVALID_ARGUMENT',
    field: 'id',
  })
})

it.each(['', '..', 'inv-07', 'INV-07?asOf=x', '/INV-07'])('the rule id %j leads to no other path', async (ruleId) => {
  const client = createEntryGo({ baseUrl: 'http://127.0.0.1:9', apiKey: 'eg_test_1' })
  await expect(client.rules.get({ ruleId })).rejects.toMatchObject({ code: 'INVALID_ARGUMENT', field: 'ruleId' })
})

it('a plan that is no hash is refused by the name of its argument', async () => {
  const client = createEntryGo({ baseUrl: 'http://127.0.0.1:9', apiKey: 'eg_test_1' })
  await expect(client.exports.getPlan({ id, planHash: '1' })).rejects.toMatchObject({ field: 'planHash' })
  await expect(client.exports.diffPlans({ id, planHash, against: '1' })).rejects.toMatchObject({ field: 'against' })
})

it('the bytes of an artifact are checked against the hash that the server announces', async () => {
  const sha256 = '8d9ccaca7bfb1cb04a63fe3d4df79a3e2b5d1a0b6e3c4d5f60718293a4b5c6d7'
  await using server = await startScriptedServer(
    raw('a,b\n', 200, { 'content-type': 'text/csv', 'content-disposition': 'attachment; filename="x.csv"' }),
    raw('a,b\n', 200, { 'content-type': 'text/csv', etag: `"${sha256}"` }),
  )
  const client = clientOf(server)
  const file = await client.customsPackages.artifact({ id: 'cp_1', artifact_type: 'cci_csv' })
  expect({ ...file, bytes: new TextDecoder().decode(file.bytes) }).toMatchObject({
    filename: 'x.csv',
    media_type: 'text/csv',
    bytes: 'a,b\n',
  })
  const again = client.customsPackages.artifact({ id: 'cp_1', artifact_type: 'cci_csv' })
  await expect(again).rejects.toMatchObject({ kind: 'parse', code: 'INVALID_RESPONSE', operation: 'downloadArtifact' })
})

it('the user agent names the package as published, the runtime and what the caller adds', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  expect(sdkVersion).toBe(version)
  await using server = await startScriptedServer(json({}))
  const client = createEntryGo({ baseUrl: server.url, apiKey: 'eg_test_1', userAgentSuffix: 'nightly/1' })
  await client.system.health()
  expect(server.requests[0]?.headers['user-agent']).toMatch(/^entrygo-sdk\/\d+\.\d+\.\d+ \(Node\.js\/\d+\) nightly\/1$/)
  expect(server.requests[0]?.headers['x-request-id']).toMatch(/^req_[0-9a-f]{32}$/)
})

it('a user agent that cannot be a header is refused by name', () => {
  const given = { baseUrl: 'https://api.example.com', apiKey: 'eg_test_1', userAgentSuffix: 'nightly\n' }
  expect(() => createEntryGo(given)).toThrow(expect.objectContaining({ kind: 'config', field: 'userAgentSuffix' }))
})

it('an error that is thrown is the error of the union', async () => {
  await using server = await startScriptedServer(
    json(
      { errorCode: 'EXPORT_NOT_FOUND', message: 'No such export.', requestId: 'req_00000001', retryable: false },
      404,
    ),
  )
  const error = await clientOf(server)
    .inspect({ id })
    .catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(EntryGoError)
  expect(error).toMatchObject({
    code: 'EXPORT_NOT_FOUND',
    status: 404,
    requestId: 'req_00000001',
    operation: 'inspectExport',
  })
})

it('requests go through an undici dispatcher when one is given', async () => {
  await using server = await startScriptedServer(json({}))
  let dispatched = 0
  const agent = new Agent().compose((dispatch) => (options, handler) => {
    dispatched += 1
    return dispatch(options, handler)
  })
  const dispatcher = new Dispatcher1Wrapper(agent)
  const client = createEntryGo({ baseUrl: server.url, apiKey: 'eg_test_1', dispatcher })
  await client.system.health()
  expect([dispatched, server.requests.length]).toEqual([1, 1])
})
