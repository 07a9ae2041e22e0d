import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ReadyIds, syncReadyRecords } from '../testing/ready-records.ts'
import { type Answer, openTestApp, type TestApp } from '../testing/test-app.ts'

// `call` checks every answer against the contract.
let test: TestApp
let ids: ReadyIds
let exportId: string
let id: string
let otherKey: string

beforeAll(async () => {
  test = await openTestApp()
  ids = await syncReadyRecords(test)
  otherKey = await test.addKey('acc_other')
  id = String((await register()).json['id'])
  const { accountId } = test
  const { warehouseId, brokerId, orderId } = ids
  const body = { accountId, warehouseId, brokerId, orderIds: [orderId], asOf: '2026-11-21' }
  exportId = String((await test.call('planExport', { body })).json['exportId'])
})
afterAll(() => test.close())

function register(more: object = {}): Promise<Answer> {
  const body = { accountId: test.accountId, externalId: 'WMS', url: 'https://wms.example/hooks', ...more }
  return test.call('registerWebhook', { body })
}

it('an endpoint is made with its secret and changed without it', async () => {
  const made = await register({ externalId: 'ERP' })
  expect([made.status, made.json['created'], made.json['active']]).toEqual([201, true, true])
  expect(made.json['secret']).toMatch(/^whsec_/)
  const changed = await register({ externalId: 'ERP', active: false })
  expect([changed.status, changed.json['created'], changed.json['active']]).toEqual([200, false, false])
  expect(changed.text).not.toContain('whsec_')
})

it('the list shows what waits for each endpoint and no secret', async () => {
  const { json, text, status } = await test.call('listWebhooks')
  expect(status).toBe(200)
  expect(json['data']).toContainEqual(expect.objectContaining({ id, externalId: 'WMS', pending_count: 2 }))
  expect(text).not.toContain('whsec_')
})

it('a test and a replay are queued, a rotation is answered with a new secret', async () => {
  const body = { accountId: test.accountId }
  const tested = await test.call('testWebhook', { path: { id }, body })
  expect([tested.status, tested.json['status']]).toEqual([202, 'prepared'])
  const rotated = await test.call('rotateWebhookSecret', { path: { id }, body })
  expect([rotated.status, rotated.json['created']]).toEqual([200, false])
  const replayed = await test.call('replayWebhook', { path: { id }, body: { ...body, exportId, after: 1 } })
  expect([replayed.status, replayed.json]).toEqual([202, { webhook_id: id, export_id: exportId, after: 1 }])
})

it('another account sees an endpoint exactly as it sees none, whatever it asks of it', async () => {
  const body = { accountId: 'acc_other' }
  const bare = ({ text }: Answer): string => text.replace(/"requestId":"[^"]+"/, '').replace(/whk_\w+/, 'ID')
  const answers: Answer[] = []
  for (const asked of [id, 'whk_unknown']) {
    const given = { path: { id: asked }, apiKey: otherKey }
    answers.push(await test.call('testWebhook', { ...given, body }))
    answers.push(await test.call('rotateWebhookSecret', { ...given, body }))
    answers.push(await test.call('replayWebhook', { ...given, body: { ...body, exportId } }))
  }
  expect(new Set(answers.map(bare)).size).toBe(1)
  expect(answers[0]?.json).toMatchObject({ errorCode: 'NOT_FOUND', field: 'id' })
  expect((await test.call('listWebhooks', { apiKey: otherKey })).json).toEqual({ data: [] })
})

it.each(['registerWebhook', 'testWebhook', 'rotateWebhookSecret', 'replayWebhook'] as const)(
  '%s for another account is INVALID_ACCOUNT_SCOPE',
  async (operation) => {
    const more = {
      registerWebhook: { externalId: 'WMS', url: 'https://wms.example/hooks' },
      replayWebhook: { exportId },
      testWebhook: {},
      rotateWebhookSecret: {},
    }[operation]
    const body = { accountId: test.accountId, ...more }
    const answer = await test.call(operation, { path: { id }, body, apiKey: otherKey })
    expect([answer.status, answer.json['errorCode']]).toEqual([403, 'INVALID_ACCOUNT_SCOPE'])
  },
)

it.each(['testWebhook', 'rotateWebhookSecret'] as const)(
  '%s is done once for a key, and a key of another request is a conflict',
  async (operation) => {
    const headers = { 'idempotency-key': `key-${operation}` }
    const given = { path: { id }, body: { accountId: test.accountId }, headers }
    const first = await test.call(operation, given)
    const again = await test.call(operation, given)
    expect([again.text, again.headers.get('idempotent-replayed')]).toEqual([first.text, 'true'])
    const taken = await test.call('replayWebhook', { ...given, body: { ...given.body, exportId } })
    expect([taken.status, taken.json['errorCode']]).toEqual([409, 'IDEMPOTENCY_CONFLICT'])
  },
)

it('a key of a registration is a conflict for another one', async () => {
  const headers = { 'idempotency-key': 'key-register' }
  const body = { accountId: test.accountId, externalId: 'KEYED', url: 'https://wms.example/hooks' }
  await test.call('registerWebhook', { body, headers })
  const other = await test.call('registerWebhook', { body: { ...body, externalId: 'OTHER' }, headers })
  expect([other.status, other.json['errorCode']]).toEqual([409, 'IDEMPOTENCY_CONFLICT'])
})

it.each([
  [{ url: 'http://wms.example/hooks' }, 'url'],
  [{ url: 'https://10.1.2.3/hooks' }, 'url'],
  [{ events: [] }, 'events'],
  [{ events: ['EXPORT_LOST'] }, 'events.0'],
  [{ secret: 'whsec_mine' }, 'secret'],
  [{ externalId: '' }, 'externalId'],
])('an endpoint with %j is a VALIDATION_ERROR at %s', async (more, field) => {
  const answer = await register(more)
  expect([answer.status, answer.json['errorCode'], answer.json['field']]).toEqual([400, 'VALIDATION_ERROR', field])
})

it('no secret of an endpoint stands in any line of the log', async () => {
  const secret = String((await register({ externalId: 'CANARY' })).json['secret'])
  await test.call('rotateWebhookSecret', { path: { id }, body: { accountId: test.accountId } })
  const written = JSON.stringify([test.logged, test.accessLines])
  for (const shown of [secret, 'whsec_']) expect(written).not.toContain(shown)
})

it('the feed tells the events of the account by position', async () => {
  const all = await test.call('listEvents')
  expect([all.status, all.json['has_more']]).toEqual([200, false])
  expect(all.json['data']).toMatchObject([
    { export_id: exportId, event: { seq: 1, type: 'EXPORT_PLANNED' } },
    { export_id: exportId, event: { seq: 2, type: 'EXPORT_BATCH_CREATED' } },
  ])
  const after = Number(all.json['next_after'])
  expect((await test.call('listEvents', { query: `?after=${after}&limit=5` })).json).toEqual({
    ...{ data: [], next_after: after, has_more: false },
  })
  expect((await test.call('listEvents', { apiKey: otherKey })).json['data']).toEqual([])
})

it.each([
  ['after=9007199254740991', 200],
  ['after=9007199254740992', 400],
  ['after=-1', 400],
  ['wait=26', 400],
  ['limit=501', 400],
])('the feed with %s is answered %i', async (query, status) => {
  expect((await test.call('listEvents', { query: `?${query}` })).status).toBe(status)
})
