import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Webhook, WebhookMessage, WebhookWithSecret } from '@entrygo/sdk/contract'
import { verifyWebhook } from '@entrygo/sdk/webhooks'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { listenOnLoopback } from './dev/listen-on-loopback.ts'
import { type RunningServer, startServer } from './main.ts'
import { operations } from './operations/operations.ts'
import { readSettings } from './settings.ts'
import { testAccountId } from './testing/builders.ts'
import { aCaller } from './testing/fakes.ts'
import { aWrite, bodyOf, plan, type SetUp, setUpAccount } from './testing/workbench.ts'

interface Received {
  readonly id: string
  readonly message: WebhookMessage
  readonly headers: Record<string, string>
  readonly body: string
}

const accountId = testAccountId
const caller = aCaller()
let folder: string
let server: RunningServer
let endpoint: Server
let url: string
let received: Received[]
/** Statuses of the next answers; 204 when there is none left. */
let answers: number[]
let setUp: SetUp

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entrygo-webhooks-'))
  const settings = readSettings({ ENTRYGO_SERVER_LOG_LEVEL: 'silent' })
  server = await startServer({ ...settings, port: 0, dataDir: folder, allowsLoopbackHttp: true })
  received = []
  answers = []
  endpoint = createServer((request, response) => {
    void text(request).then((body) => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
      received.push({ id: headers['webhook-id'] ?? '', message: JSON.parse(body), headers, body })
      response.writeHead(answers.shift() ?? 204).end()
    })
  })
  url = `http://127.0.0.1:${await listenOnLoopback(endpoint, 0)}/hooks`
  setUp = await setUpAccount(server.ports)
})

afterEach(async () => {
  await server.stop()
  endpoint.closeAllConnections()
  endpoint.close()
  rmSync(folder, { recursive: true, force: true })
})

async function register(externalId = 'WMS'): Promise<WebhookWithSecret> {
  return bodyOf(await operations.registerWebhook(aWrite({ accountId, externalId, url }), caller, server.ports))
}

async function listed(): Promise<Webhook | undefined> {
  return bodyOf(await operations.listWebhooks({}, caller, server.ports)).data[0]
}

function arrived(count: number): Promise<unknown> {
  return vi.waitUntil(() => received.length >= count, { timeout: 10_000 })
}

it('every event reaches the endpoint once, in the order of seq, signed so that the SDK verifies it', async () => {
  const { secret } = await register()
  const { exportId, planHash } = await plan(server.ports, setUp)
  const body = { accountId, batchId: exportId, planHash }
  bodyOf(await operations.executeExport(aWrite(body), caller, server.ports))
  const events = await server.ports.store.listEvents(accountId, exportId, 0, 100)
  await arrived(events?.length ?? 0)
  expect(received.map(({ id }) => id)).toEqual(events?.map(({ id }) => id))
  expect(received.map(({ message }) => message.data.event?.seq)).toEqual(events?.map(({ seq }) => seq))
  expect(received[0]?.message).toMatchObject({ type: 'EXPORT_PLANNED', data: { export_id: exportId } })
  for (const { headers, body: payload } of received)
    await expect(verifyWebhook({ payload, headers, secrets: [secret] })).resolves.toMatchObject({
      data: { export_id: exportId },
    })
  await vi.waitUntil(async () => (await listed())?.pending_count === 0, { timeout: 10_000 })
  expect((await listed())?.recent_deliveries[0]).toMatchObject({ status: 'sent', export_id: exportId })
})

it('after a rotation both secrets verify, and a test arrives as what it is', async () => {
  const { id, secret: first } = await register()
  const act = { body: { accountId }, params: { id }, idempotencyKey: null }
  const { secret: second } = bodyOf(await operations.rotateWebhookSecret(act, caller, server.ports))
  const { message_id } = bodyOf(await operations.testWebhook(act, caller, server.ports))
  await arrived(1)
  expect(received).toMatchObject([{ id: message_id, message: { type: 'webhook.test', data: {} } }])
  const { headers = {}, body: payload = '' } = received[0] ?? {}
  for (const secret of [first, second])
    await expect(verifyWebhook({ payload, headers, secrets: [secret] })).resolves.toMatchObject({
      type: 'webhook.test',
    })
})

it('an endpoint that answers 410 is switched off and gets nothing new, until it is registered again', async () => {
  await register()
  answers = [410]
  await plan(server.ports, setUp)
  await vi.waitUntil(async () => (await listed())?.active === false, { timeout: 10_000 })
  const before = received.length
  const { exportId } = await plan(server.ports, setUp)
  expect((await listed())?.recent_deliveries.filter(({ export_id }) => export_id === exportId)).toEqual([])
  await register()
  await plan(server.ports, setUp)
  await arrived(before + 2)
  expect(await listed()).toMatchObject({ active: true })
})

it('a replay sends what was sent before, under the same ids', async () => {
  const { id } = await register()
  const { exportId } = await plan(server.ports, setUp)
  await arrived(2)
  await vi.waitUntil(async () => (await listed())?.pending_count === 0, { timeout: 10_000 })
  const request = { body: { accountId, exportId, after: 0 }, params: { id }, idempotencyKey: null }
  bodyOf(await operations.replayWebhook(request, caller, server.ports))
  await arrived(4)
  const [first, second, ...again] = received.map((one) => ({ id: one.id, body: one.body }))
  expect(again).toEqual([first, second])
})
