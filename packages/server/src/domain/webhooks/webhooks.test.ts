import { eventTypes } from '@entrygo/sdk/contract'
import { expect, it } from 'vitest'
import { publicDestinations } from '../delivery/destination-url.ts'
import type { DeliveryRecord, StoredRecord } from '../records.ts'
import { isRefusal, type Refusal } from '../refusal.ts'
import { composeTest } from './test-message.ts'
import { type AskedWebhook, maxWebhooks, type UpsertedWebhook, upsertWebhook } from './upsert-webhook.ts'
import { rotateSecret } from './webhook-secret.ts'
import { webhookDeliveryView, webhookView, webhookWithSecretView } from './webhook-view.ts'

const at = Date.parse('2026-11-21T17:00:00.000Z')
const dayMs = 24 * 3_600_000

function asked(request: Partial<AskedWebhook['request']> = {}, more: Partial<AskedWebhook> = {}): AskedWebhook {
  return {
    request: { externalId: 'WMS', url: 'https://wms.example/hooks', ...request },
    stored: null,
    endpoints: 0,
    destinations: publicDestinations,
    make: () => ({ id: 'whk_1', secret: 'whsec_first' }),
    ...more,
  }
}

function upserted(result: UpsertedWebhook | Refusal): UpsertedWebhook {
  if (isRefusal(result)) throw new Error(result.message)
  return result
}

const first = upserted(upsertWebhook(asked({ events: ['EXPORT_EXECUTED', 'EXPORT_PLANNED'] }))).record

it('a new endpoint has its secret, its URL as it will be called, and its types in the order of the contract', () => {
  const url = 'https://WMS.example:443/hooks'
  const result = upserted(upsertWebhook(asked({ url, events: ['EXPORT_EXECUTED', 'EXPORT_PLANNED'] })))
  expect(result).toEqual({
    isNew: true,
    isChanged: true,
    record: {
      ...{ kind: 'webhook', id: 'whk_1', externalId: 'WMS', rev: 1, secret: 'whsec_first', executedExport: null },
      doc: {
        ...{ id: 'whk_1', externalId: 'WMS', url: 'https://wms.example/hooks', active: true, oldSecretUntil: null },
        events: ['EXPORT_PLANNED', 'EXPORT_EXECUTED'],
      },
    },
  })
})

it('an endpoint that names no types gets all', () => {
  expect(upserted(upsertWebhook(asked())).record.doc.events).toEqual(eventTypes)
})

it('the same endpoint again is not written, in whatever order its types are named', () => {
  const request = { events: ['EXPORT_PLANNED', 'EXPORT_EXECUTED'] } as const
  const again = upserted(upsertWebhook(asked({ events: [...request.events] }, { stored: first, endpoints: 1 })))
  expect(again).toEqual({ record: first, isNew: false, isChanged: false })
})

it('a change keeps id and secret and raises the revision', () => {
  const changed = upserted(upsertWebhook(asked({ active: false }, { stored: first, endpoints: 1 })))
  expect(changed.record).toMatchObject({ id: 'whk_1', rev: 2, secret: 'whsec_first', doc: { active: false } })
  expect(changed).toMatchObject({ isNew: false, isChanged: true })
})

it.each([
  ['http://wms.example/hooks', 'http to wms.example would send the message in the clear; give an https URL.'],
  ['https://10.0.0.8/hooks', '10.0.0.8 is not a public address; give a host that the internet can reach.'],
  ['https://wms.internal/hooks', 'is inside internal, which is never public'],
])('%s is refused with its rule and remedy', (url, message) => {
  const refusal = upsertWebhook(asked({ url }))
  expect(refusal).toMatchObject({ errorCode: 'VALIDATION_ERROR', field: 'url' })
  expect(JSON.stringify(refusal)).toContain(message)
})

it('one endpoint too many is refused, a change of one of them is not', () => {
  const refusal = upsertWebhook(asked({}, { endpoints: maxWebhooks }))
  expect(refusal).toMatchObject({ errorCode: 'VALIDATION_ERROR', field: 'externalId' })
  expect(JSON.stringify(refusal)).toContain('The account has 50 endpoints, the most it may have.')
  expect(upserted(upsertWebhook(asked({ active: false }, { stored: first, endpoints: maxWebhooks }))).isChanged).toBe(
    true,
  )
})

it('after a rotation the old secret signs for another day, and after two the first is gone', () => {
  const once = rotateSecret(first, 'whsec_second', at)
  expect(once).toMatchObject({ rev: 2, secret: 'whsec_second whsec_first', doc: { oldSecretUntil: at + dayMs } })
  expect(rotateSecret(once, 'whsec_third', at + 1_000)).toMatchObject({
    ...{ rev: 3, secret: 'whsec_third whsec_second' },
    doc: { oldSecretUntil: at + 1_000 + dayMs },
  })
})

it('only the view that is meant to shows a secret, and only the newest', () => {
  const shown = { record: rotateSecret(first, 'whsec_second', at), pendingCount: 3, recent: [] }
  const as = { created: false, now: at }
  expect(webhookWithSecretView(shown, as).secret).toBe('whsec_second')
  expect(JSON.stringify(webhookWithSecretView(shown, as))).not.toContain('whsec_first')
  expect(JSON.stringify(webhookView(shown, as))).not.toContain('whsec')
})

it('the end of the old secret is shown until it comes', () => {
  const shown = { record: rotateSecret(first, 'whsec_second', at), pendingCount: 0, recent: [] }
  const shownAt = (now: number): string | null => webhookView(shown, { created: false, now }).old_secret_until
  expect(shownAt(at + dayMs - 1)).toBe('2026-11-22T17:00:00.000Z')
  expect(shownAt(at + dayMs)).toBe(null)
})

it('a test is a delivery without export and lane, with its document stored', () => {
  const { delivery, writes } = composeTest(first, { makeId: (prefix) => `${prefix}_1`, at })
  expect(delivery).toMatchObject({
    id: 'evt_1.whk_1',
    kind: 'event',
    exportId: null,
    partyId: 'whk_1',
    state: 'QUEUED',
  })
  expect(delivery.outbox).toMatchObject({ id: 'out_1', deliveryId: 'evt_1.whk_1', availableAt: at, lane: null })
  expect(writes.map(({ write }) => write)).toEqual(['blob', 'delivery', 'outbox'])
  const [blob] = writes
  const bytes = blob?.write === 'blob' ? blob.bytes : undefined
  expect(new TextDecoder().decode(bytes)).toBe(
    '{"type":"webhook.test","timestamp":"2026-11-21T17:00:00.000Z","data":{}}',
  )
})

it('a delivery shows the id that stands on the wire, and when it is tried next', () => {
  const { delivery } = composeTest(first, { makeId: (prefix) => `${prefix}_1`, at })
  const attempt = { n: 1, epoch: 1, kind: 'send', startedAt: at, finishedAt: at + 5, evidence: 'http_503' } as const
  const waiting: DeliveryRecord = {
    ...delivery,
    ...{ state: 'RETRY_WAIT', attempts: [{ ...attempt, outcome: 'not_sent' }] },
    outbox: delivery.outbox === null ? null : { ...delivery.outbox, availableAt: at + 5_000 },
  }
  expect(webhookDeliveryView(waiting)).toEqual({
    ...{ message_id: 'evt_1', export_id: null, status: 'sending', created_at: '2026-11-21T17:00:00.000Z' },
    attempts: [
      {
        ...{ n: 1, started_at: '2026-11-21T17:00:00.000Z', finished_at: '2026-11-21T17:00:00.005Z' },
        ...{ outcome: 'not_sent', evidence: 'http_503' },
      },
    ],
    next_attempt_at: '2026-11-21T17:00:05.000Z',
  })
})

it('an endpoint without a secret cannot be shown with one', () => {
  const bare: StoredRecord<'webhook'> = { ...first, secret: null }
  expect(() =>
    webhookWithSecretView({ record: bare, pendingCount: 0, recent: [] }, { created: true, now: at }),
  ).toThrow('whk_1 has no secret')
})
