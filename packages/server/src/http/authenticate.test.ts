import { scopes } from '@entrygo/sdk/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newApiKey } from '../edge/api-key.ts'
import { openTestApp, type TestApp } from '../testing/test-app.ts'
import { openAuthenticator } from './authenticate.ts'

let test: TestApp
let now = Date.UTC(2026, 10, 21)

beforeAll(async () => {
  test = await openTestApp({ now: () => now })
})
afterAll(() => test.close())

it.each([
  ['', 'Missing API key.'],
  ['Basic abc', 'The header Authorization is malformed. Send "Bearer" and the API key.'],
  ['Bearer', 'The header Authorization is malformed. Send "Bearer" and the API key.'],
  ['Bearer eg_test_short', 'The API key is not valid. Check that it is complete and not revoked.'],
  [`Bearer ${newApiKey('test')}`, 'The API key is not valid. Check that it is complete and not revoked.'],
])('the header "%s" is 401 before anything about the body', async (authorization, message) => {
  const answer = await test.call('syncOrders', { headers: { authorization }, body: '{broken' })
  expect([answer.status, answer.json['errorCode'], answer.json['message']]).toEqual([401, 'INVALID_API_KEY', message])
  expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="EntryGo"')
})

it('a key with a wrong checksum never reaches the store', async () => {
  const authenticator = openAuthenticator({ findApiKey: () => Promise.reject(new Error('asked')) }, { now: () => now })
  const key = newApiKey('live')
  const typo = key.slice(0, -1) + (key.endsWith('a') ? 'b' : 'a')
  expect(await authenticator.authenticate(`Bearer ${typo}`)).toMatchObject({ errorCode: 'INVALID_API_KEY' })
  await expect(authenticator.authenticate(`Bearer ${key}`)).rejects.toThrow('asked')
})

it('a revoked key ends within a second', async () => {
  const apiKey = await test.addKey('acc_revoked')
  expect((await test.call('getHealth', { apiKey })).status).toBe(200)
  const [record] = await test.store.listApiKeys('acc_revoked')
  await test.store.revokeApiKey(record?.id ?? '', now)
  now += 1_000
  expect((await test.call('getHealth', { apiKey })).status).toBe(401)
})

it.each([
  ['syncOrders', 'sync'],
  ['syncProducts', 'sync'],
  ['syncWarehouses', 'admin'],
  ['syncBrokers', 'admin'],
  ['putAccountProfile', 'admin'],
  ['planExport', 'plan'],
  ['approveExport', 'approve'],
  ['executeExport', 'execute'],
  ['inspectExport', 'read'],
  ['listExports', 'read'],
  ['listExportEvents', 'read'],
  ['getPlan', 'read'],
  ['diffPlans', 'read'],
  ['getCustomsPackage', 'read'],
  ['downloadArtifact', 'read'],
  ['getAccountProfile', 'read'],
  ['downloadEvidence', 'read'],
  ['listEvents', 'read'],
  ['registerWebhook', 'admin'],
  ['listWebhooks', 'admin'],
  ['testWebhook', 'admin'],
  ['rotateWebhookSecret', 'admin'],
  ['replayWebhook', 'admin'],
] as const)('%s needs the scope %s, and no other will do', async (operation, scope) => {
  const apiKey = await test.addKey(
    test.accountId,
    scopes.filter((one) => one !== scope),
  )
  const path = { id: 'batch_1', artifact_type: 'cci_csv', planHash: `sha256:${'0'.repeat(64)}` }
  const answer = await test.call(operation, { apiKey, path })
  expect([answer.status, answer.json['errorCode']]).toEqual([403, 'INSUFFICIENT_SCOPE'])
  expect(answer.json).toMatchObject({ details: { requiredScope: scope } })
})

it('health needs a good key and no scope', async () => {
  const apiKey = await test.addKey(test.accountId, [])
  expect((await test.call('getHealth', { apiKey })).json['scopes']).toEqual([])
})

it('the access log names the key by its id and holds no secret', async () => {
  await test.call('getHealth')
  const line = test.accessLines.at(-1)
  expect(line).toMatchObject({ operation: 'getHealth', status: 200 })
  expect(line?.keyId).toMatch(/^key_/)
  expect(JSON.stringify(test.accessLines)).not.toContain(test.apiKey.slice(8))
})
