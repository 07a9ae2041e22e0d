import { afterAll, beforeAll, expect, it } from 'vitest'
import { issuesOf } from '../testing/order-requests.ts'
import { type Answer, openTestApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await openTestApp()
})
afterAll(() => test.close())

function syncBroker(url: string): Promise<Answer> {
  const secret = `whsec_${'A'.repeat(32)}`
  const items = [{ externalId: 'broker-1', name: 'Example Brokers', submission: { type: 'byob_webhook', url, secret } }]
  return test.call('syncBrokers', { body: { accountId: test.accountId, items } })
}

function approve(more: object): Promise<Answer> {
  const planHash = `sha256:${'0'.repeat(64)}`
  const actor = { type: 'person', name: 'Export Desk' }
  const body = { accountId: test.accountId, planHash, reason: 'Values agree.', actor, ...more }
  return test.call('approveExport', { path: { id: 'batch_01k9m4wk6f9g2a5d8s3j1p7y4r' }, body })
}

it.each([
  ['http://broker.example/in', 'http to broker.example would send the message in the clear; give an https URL.'],
  ['http://127.0.0.1/in', 'http to 127.0.0.1 would send the message in the clear; give an https URL.'],
  ['http://169.254.169.254/latest/meta-data', 'http to 169.254.169.254 would send the message in the clear'],
  ['https://169.254.169.254/latest/meta-data', '169.254.169.254 is not a public address'],
  ['https://broker.example:25/', 'Port 25 is not one to send to; use port 443 or 8443.'],
  ['ftp://broker.example/', 'Expected: An absolute https URL'],
])('the URL %s is refused with what to give instead', async (url, message) => {
  const answer = await syncBroker(url)
  expect(answer.status).toBe(400)
  expect(issuesOf(answer)).toMatchObject([
    { path: 'items.0.submission.url', code: 'invalid_string', message: expect.stringContaining(message) },
  ])
})

it.each([
  ['reason', { reason: ' \t\n' }],
  ['reason', { reason: '' }],
  ['actor.name', { actor: { type: 'person', name: '   ' } }],
  ['actor.name', { actor: { type: 'policy', name: '' } }],
])('an approval whose %s says nothing is refused: %j', async (path, more) => {
  const answer = await approve(more)
  expect(answer.status).toBe(400)
  expect(issuesOf(answer)).toMatchObject([
    { path, code: 'invalid_string', message: expect.stringContaining('at least one character that is not a space') },
  ])
})

it.each([{ reason: ' ok ' }, { actor: { type: 'person', name: 'Ä' } }])('an approval with %j is read', async (more) => {
  expect((await approve(more)).json).toMatchObject({ errorCode: 'EXPORT_NOT_FOUND' })
})
