import type { EventType, Webhook, WebhookDelivery, WebhookRequest, WebhookWithSecret } from '@entrygo/sdk/contract'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Refusal } from '../domain/refusal.ts'
import type { Reply } from '../ports.ts'
import { testAccountId } from '../testing/builders.ts'
import { aCaller } from '../testing/fakes.ts'
import {
  aWrite,
  bodyOf,
  openWorkbench,
  plan,
  refusalOf,
  setUpAccount,
  statusOf,
  type Workbench,
} from '../testing/workbench.ts'
import { operations } from './operations.ts'

const accountId = testAccountId
const otherAccount = 'acc_01k9m4w0000000000000000099'
const types: readonly EventType[] = ['EXPORT_PLANNED', 'EXPORT_EXECUTED']
let bench: Workbench

beforeEach(async () => {
  bench = await openWorkbench()
})

afterEach(() => bench.close())

function register(more: Partial<WebhookRequest> = {}, key: string | null = null): Promise<Reply | Refusal> {
  const body: WebhookRequest = {
    ...{ accountId, externalId: 'WMS', url: 'https://wms.example/hooks', events: [...types] },
    ...more,
  }
  return operations.registerWebhook(aWrite(body, key), aCaller(body.accountId), bench.ports)
}

type Act = 'testWebhook' | 'rotateWebhookSecret'

interface Acting {
  readonly key?: string | null
  readonly account?: string
}

function act(name: Act, id: string, { key = null, account = accountId }: Acting = {}): Promise<Reply | Refusal> {
  const request = { body: { accountId: account }, params: { id }, idempotencyKey: key }
  return operations[name](request, aCaller(account), bench.ports)
}

interface Replayed {
  readonly exportId: string
  readonly after?: number
  readonly account?: string
}

function replay(id: string, { exportId, after, account = accountId }: Replayed): Promise<Reply | Refusal> {
  const body = { accountId: account, exportId, ...(after === undefined ? {} : { after }) }
  const request = { body, params: { id }, idempotencyKey: null }
  return operations.replayWebhook(request, aCaller(account), bench.ports)
}

async function listed(account: string = accountId): Promise<Webhook[]> {
  return bodyOf(await operations.listWebhooks({}, aCaller(account), bench.ports)).data
}

async function registered(more: Partial<WebhookRequest> = {}): Promise<WebhookWithSecret> {
  return bodyOf(await register(more))
}

it('a new endpoint is answered with its secret, 201, and never again with it', async () => {
  const answer = await register()
  expect(statusOf(answer)).toBe(201)
  const { secret, ...shown } = bodyOf(answer)
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  expect(shown).toMatchObject({ externalId: 'WMS', events: types, active: true, created: true, pending_count: 0 })
  const again = await register()
  expect(statusOf(again)).toBe(200)
  expect(bodyOf(again)).toEqual({ ...shown, created: false })
  expect(await listed()).toEqual([{ ...shown, created: false }])
})

it('two registrations at once do not both take the last place', async () => {
  for (let n = 1; n < 50; n += 1) await register({ externalId: `E-${n}` })
  const both = await Promise.all([register({ externalId: 'LAST' }), register({ externalId: 'TOO-MANY' })])
  expect(both.map((answer) => ('errorCode' in answer ? answer.errorCode : answer.status)).toSorted()).toEqual([
    201,
    'VALIDATION_ERROR',
  ])
  expect(await listed()).toHaveLength(50)
})

it('what is unchanged is not written, and a change keeps id and secret', async () => {
  const { id, secret } = await registered()
  await register()
  expect(await bench.store.loadRecord(accountId, 'webhook', id)).toMatchObject({ rev: 1, secret })
  await register({ url: 'https://wms.example/other' })
  expect(await bench.store.loadRecord(accountId, 'webhook', id)).toMatchObject({ rev: 2, secret })
})

it('one key gives one endpoint and repeats the answer with its secret, byte for byte', async () => {
  const first = await register({}, 'key-1')
  const second = await register({}, 'key-1')
  expect(bodyOf(second)).toEqual(bodyOf(first))
  expect(second).toMatchObject({ status: 201, replayed: true })
  expect(refusalOf(await register({ externalId: 'ERP' }, 'key-1')).errorCode).toBe('IDEMPOTENCY_CONFLICT')
})

it('two registrations at once make one endpoint', async () => {
  const answers = await Promise.all([register(), register(), register()])
  expect(answers.map(statusOf).sort()).toEqual([200, 200, 201])
  expect(await listed()).toHaveLength(1)
})

it('a URL that nothing may be sent to is refused, and nothing is stored', async () => {
  const refusal = refusalOf(await register({ url: 'https://192.168.1.20/hooks' }))
  expect(refusal).toMatchObject({ errorCode: 'VALIDATION_ERROR', field: 'url' })
  expect(await listed()).toEqual([])
})

it('the fifty-first endpoint is refused', async () => {
  for (let index = 0; index < 50; index += 1) await register({ externalId: `WMS-${index}` })
  const refusal = refusalOf(await register({ externalId: 'WMS-50' }))
  expect(refusal).toMatchObject({ errorCode: 'VALIDATION_ERROR', field: 'externalId' })
  expect(statusOf(await register({ externalId: 'WMS-7', active: false }))).toBe(200)
})

it('endpoints are listed by externalId with what waits for them', async () => {
  const setUp = await setUpAccount(bench.ports)
  await register({ externalId: 'b' })
  await register({ externalId: 'a', events: ['BROKER_NOTIFIED'] })
  const { exportId } = await plan(bench.ports, setUp)
  const [a, b] = await listed()
  expect(a).toMatchObject({ externalId: 'a', pending_count: 0, recent_deliveries: [] })
  expect(b).toMatchObject({
    ...{ externalId: 'b', pending_count: 1 },
    recent_deliveries: [{ export_id: exportId, status: 'prepared', attempts: [], next_attempt_at: null }],
  })
  const [event] = (await bench.store.listEvents(accountId, exportId, 0, 1)) ?? []
  expect(b?.recent_deliveries[0]?.message_id).toBe(event?.id)
})

it('an endpoint that is switched off gets nothing new', async () => {
  const setUp = await setUpAccount(bench.ports)
  await register({ active: false })
  await plan(bench.ports, setUp)
  expect(await listed()).toMatchObject([{ active: false, pending_count: 0 }])
})

it('a test is queued with its stored document and wakes the dispatcher, also for an endpoint that is switched off', async () => {
  const { id } = await registered({ active: false })
  const answer = await act('testWebhook', id)
  expect(statusOf(answer)).toBe(202)
  const { message_id }: WebhookDelivery = bodyOf(answer)
  expect(bodyOf(answer)).toEqual({
    ...{ message_id, export_id: null, status: 'prepared', created_at: '2026-11-21T17:00:00.000Z', attempts: [] },
    next_attempt_at: null,
  })
  const payload = await bench.store.loadPayload(accountId, `${message_id}.${id}`)
  expect(JSON.parse(new TextDecoder().decode(payload ?? undefined))).toEqual({
    ...{ type: 'webhook.test', timestamp: '2026-11-21T17:00:00.000Z', data: {} },
  })
  expect(bench.wakes()).toBe(1)
  expect(await listed()).toMatchObject([{ pending_count: 1, recent_deliveries: [{ message_id, export_id: null }] }])
})

it('one key queues one test', async () => {
  const { id } = await registered()
  const [first, second] = [await act('testWebhook', id, { key: 'k' }), await act('testWebhook', id, { key: 'k' })]
  expect(bodyOf(second)).toEqual(bodyOf(first))
  expect((await listed())[0]?.pending_count).toBe(1)
})

it('a rotation shows a new secret, and the old one signs for a day', async () => {
  const { id, secret } = await registered()
  const rotated: WebhookWithSecret = bodyOf(await act('rotateWebhookSecret', id))
  expect(rotated.secret).not.toBe(secret)
  expect(rotated).toMatchObject({ id, created: false, old_secret_until: '2026-11-22T17:00:00.000Z' })
  const stored = await bench.store.loadRecord(accountId, 'webhook', id)
  expect(stored?.secret).toBe(`${rotated.secret} ${secret}`)
  bench.clock.advance(24 * 3_600_000)
  expect((await listed())[0]?.old_secret_until).toBe(null)
})

it('a lost answer to a rotation is repeated by its key, without a second rotation', async () => {
  const { id } = await registered()
  const first = await act('rotateWebhookSecret', id, { key: 'k' })
  expect(bodyOf(await act('rotateWebhookSecret', id, { key: 'k' }))).toEqual(bodyOf(first))
  expect((await bench.store.loadRecord(accountId, 'webhook', id))?.rev).toBe(2)
})

it('a replay queues what the endpoint asks for after a seq, under the ids that the events had', async () => {
  const setUp = await setUpAccount(bench.ports)
  const { exportId } = await plan(bench.ports, setUp)
  const { id } = await registered({ events: ['EXPORT_PLANNED', 'EXPORT_BATCH_CREATED'] })
  expect((await listed())[0]?.pending_count).toBe(0)
  const answer = await replay(id, { exportId, after: 1 })
  expect(statusOf(answer)).toBe(202)
  expect(bodyOf(answer)).toEqual({ webhook_id: id, export_id: exportId, after: 1 })
  const events = await bench.store.listEvents(accountId, exportId, 0, 10)
  expect((await listed())[0]?.recent_deliveries.map(({ message_id }) => message_id)).toEqual([events?.[1]?.id])
  await replay(id, { exportId })
  expect((await listed())[0]?.pending_count).toBe(2)
})

it('a replay of an export that the account does not have is not found', async () => {
  const { id } = await registered()
  const refusal = refusalOf(await replay(id, { exportId: 'batch_none' }))
  expect(refusal).toMatchObject({ errorCode: 'EXPORT_NOT_FOUND', field: 'exportId' })
})

it('an endpoint of another account is answered like an unknown one, whatever is asked of it', async () => {
  const setUp = await setUpAccount(bench.ports, otherAccount)
  const { exportId } = await plan(bench.ports, setUp, { accountId: otherAccount })
  const { id } = await registered()
  const account = otherAccount
  const answers = await Promise.all(
    [id, 'whk_none'].flatMap((asked) => [
      act('testWebhook', asked, { account }),
      act('rotateWebhookSecret', asked, { account }),
      replay(asked, { exportId, account }),
    ]),
  )
  const texts = answers.map((answer) => JSON.stringify(refusalOf(answer)).replace(/whk_\w+/, 'ID'))
  expect(new Set(texts).size).toBe(1)
  expect(answers[0]).toMatchObject({ errorCode: 'NOT_FOUND', field: 'id' })
  expect(await listed(otherAccount)).toEqual([])
})

it('an export of another account cannot be replayed', async () => {
  const setUp = await setUpAccount(bench.ports)
  const { exportId } = await plan(bench.ports, setUp)
  const { id } = await registered({ accountId: otherAccount })
  const answers = [
    await replay(id, { exportId, account: otherAccount }),
    await replay(id, { exportId: 'batch_none', account: otherAccount }),
  ]
  const texts = answers.map((answer) => JSON.stringify(refusalOf(answer)).replace(/batch_\w+/, 'ID'))
  expect(new Set(texts).size).toBe(1)
})
