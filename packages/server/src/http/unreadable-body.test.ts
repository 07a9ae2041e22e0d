import { afterAll, beforeAll, expect, it } from 'vitest'
import { issuesOf, orderSync, sendRefused } from '../testing/order-requests.ts'
import { type ReadyIds, syncReadyRecords } from '../testing/ready-records.ts'
import { type Answer, openTestApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
let ids: ReadyIds

beforeAll(async () => {
  test = await openTestApp()
  ids = await syncReadyRecords(test)
})
afterAll(() => test.close())

const sendOrders = (body: unknown): Promise<Answer> => sendRefused(test, body)
const orders = (order: object = {}, line: object = {}): object => orderSync(test, ids.productId, { order, line })

/** The JSON of a good body with one line field written as given. */
function rawOrders(field: string, token: string): string {
  return JSON.stringify(orders({}, { [field]: '@@' })).replace('"@@"', token)
}

it.each([
  ['not JSON', '{"accountId": nope}', 'Request body must be valid JSON.', 'line 1, column 16'],
  ['an empty body', '', 'Request body must be valid JSON.', 'The body is empty.'],
  ['NaN', '[NaN]', 'Request body must be valid JSON.', 'Mend the JSON.'],
  ['Infinity', '{"a":Infinity}', 'Request body must be valid JSON.', 'Mend the JSON.'],
])('%s is INVALID_REQUEST and says where', async (...[, body, message, where]) => {
  const answer = await sendOrders(body)
  expect([answer.status, answer.json['errorCode'], answer.json['message']]).toEqual([400, 'INVALID_REQUEST', message])
  expect(issuesOf(answer)[0]?.message).toContain(where)
})

it.each([
  ['a duplicate name', '{"a":1,"a":2}', 'The name a stands twice in one object, again at line 1, column 8. Keep one.'],
  ['__proto__', '{"__proto__":{}}', 'The name __proto__ is not allowed in any object. Rename it.'],
  ['an escaped __proto__', '{"__\\u0070roto__":{}}', 'The name __proto__ is not allowed in any object. Rename it.'],
  ['a lone surrogate', '{"a":"\\ud800"}', 'A string holds half of a surrogate pair. Send well-formed Unicode.'],
  ['U+0000', '{"a":"\\u0000"}', 'A string holds U+0000. Remove it.'],
  ['a byte order mark', '\ufeff{}', 'The body starts with a byte order mark. Send UTF-8 without it.'],
  [
    'depth 1,000',
    '['.repeat(1000) + ']'.repeat(1000),
    'The body is nested deeper than 32 levels at line 1, column 33. Flatten it.',
  ],
])('%s is INVALID_REQUEST', async (_, body, message) => {
  const answer = await sendOrders(body)
  expect([answer.status, answer.json['errorCode'], answer.json['message']]).toEqual([400, 'INVALID_REQUEST', message])
})

it.each([
  ['a text', '{"items":[{"submission":{"secret":"hush\\u0000hush"}}]}', 'items.0.submission.secret'],
  ['a text with half a pair', '{"items":[0,{"secret":"hush\\ud800"}]}', 'items.1.secret'],
  ['a name', '{"items":[{"hush\\u0000":1}]}', 'items.0'],
])('the place of %s that cannot be taken is named, and what it holds is not repeated', async (_, body, path) => {
  const answer = await sendOrders(body)
  expect([answer.json['field'], issuesOf(answer)[0]?.path]).toEqual([path, path])
  expect(JSON.stringify(answer.json)).not.toContain('hush')
})

it.each(['123456789012345678901234567890', '0.1234567890123456789', '1e400', '1e-400'])(
  'the number %s does not survive a double and is INVALID_REQUEST',
  async (token) => {
    const answer = await sendOrders(rawOrders('quantity', token))
    expect([answer.status, answer.json['errorCode']]).toEqual([400, 'INVALID_REQUEST'])
    expect(answer.json['message']).toContain(`The number ${token} at line 1, column `)
  },
)

it('bytes that are not UTF-8 are INVALID_REQUEST', async () => {
  const response = await test.app.request('/api/orders/sync', {
    method: 'POST',
    headers: { authorization: `Bearer ${test.apiKey}`, 'content-type': 'application/json' },
    body: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
  })
  expect(await response.json()).toMatchObject({
    errorCode: 'INVALID_REQUEST',
    message: 'The body is not valid UTF-8. Encode it as UTF-8.',
  })
})

it('20 MB are PAYLOAD_TOO_LARGE, whether the length is told or not', async () => {
  const body = `"${'x'.repeat(20_000_000)}"`
  const told = await sendOrders(body)
  expect([told.status, told.json['errorCode']]).toEqual([413, 'PAYLOAD_TOO_LARGE'])
  expect(told.json['message']).toBe('The request body is larger than 8388608 bytes. Split it into several requests.')
  const untold = await test.app.request('/api/orders/sync', {
    method: 'POST',
    headers: { authorization: `Bearer ${test.apiKey}`, 'content-type': 'application/json' },
    body: new Blob([body]).stream(),
    duplex: 'half',
  } as RequestInit)
  expect(untold.status).toBe(413)
})
