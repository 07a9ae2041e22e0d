import { describe, expect, it } from 'vitest'
import type { DeliveryRecord } from '../../domain/records.ts'
import type { Bench } from '../store.conformance.ts'
import { effectWork, eventOf, replayAfter } from './effect-work.conformance.ts'
import {
  accountId,
  at,
  change,
  event,
  exportId,
  exportRecord,
  otherAccountId,
  outbox,
  outcomeOf,
  payload,
  planned,
  sha256,
  write,
} from './fixtures.conformance.ts'
import { recordWrites, webhook } from './record-fixtures.conformance.ts'

export function endpointsConform({ store, reopen }: Bench): void {
  const { claim, mustClaim, end, drain } = effectWork(store)

  describe('a replay', () => {
    it('queues what ended again, under the same ids, with the next numbers and epochs', async () => {
      await write(store(), [...recordWrites(webhook('erp')), ...planned()])
      await drain()
      const moved = { ...webhook('erp').doc, url: 'https://erp.example/new' }
      await write(store(), [...recordWrites(webhook('erp', { rev: 2, doc: moved })), replayAfter(1)], { at: at + 9 })
      const again = await mustClaim({ now: at + 9 })
      expect(again.delivery).toMatchObject({ id: 'evt_batch_1_2.whk_erp', state: 'QUEUED', roundFromN: 2 })
      expect(again.delivery.destination).toBe('https://erp.example/new')
      expect(again.outbox).toMatchObject({ destination: 'https://erp.example/new', leaseEpoch: 2, sends: 1 })
      expect(again.delivery.attempts.map(({ n, epoch, outcome }) => [n, epoch, outcome])).toEqual([
        [1, 1, 'accepted'],
        [2, 2, null],
      ])
      expect(await claim({ now: at + 9 })).toBeNull()
    })

    it('leaves what waits as it is', async () => {
      await write(store(), [...recordWrites(webhook('erp')), ...planned()])
      await end(await mustClaim())
      const leased = await mustClaim()
      await write(store(), [replayAfter(0)])
      expect(await store().loadDelivery(accountId, leased.delivery.id)).toEqual(leased.delivery)
    })

    it('queues events of before the registration, of the types that the endpoint asks for, in order', async () => {
      await write(store(), [...planned(), eventOf(3, 'EXPORT_EXECUTED'), event(4)])
      await write(store(), recordWrites(webhook('erp')))
      expect(await claim()).toBeNull()
      await write(store(), [replayAfter(1)])
      expect(await drain()).toEqual(['evt_batch_1_2.whk_erp', 'evt_batch_1_4.whk_erp'])
    })

    it('to an endpoint of another account is stale', async () => {
      await write(store(), planned())
      await write(store(), recordWrites(webhook('erp')), { accountId: otherAccountId })
      expect(await outcomeOf(store().commit(change([replayAfter(0)])))).toBe('stale')
    })
  })

  describe('endpoints', () => {
    it('are no more than a change expects', async () => {
      const fewer = { expect: [{ expect: 'fewerThan', kind: 'webhook', count: 2 }] } as const
      await write(store(), recordWrites(webhook('a')), fewer)
      await write(store(), recordWrites(webhook('z')), { accountId: otherAccountId })
      await write(store(), recordWrites(webhook('b')), fewer)
      expect(await outcomeOf(store().commit(change(recordWrites(webhook('c')), fewer)))).toBe('stale')
      expect(await store().listWebhooks(accountId)).toHaveLength(2)
    })

    it('are listed by external id, with what waits and what went lately, newest first', async () => {
      await write(store(), [...recordWrites(webhook('wms'), webhook('erp')), ...planned()])
      const [erp, wms] = await store().listWebhooks(accountId)
      expect([erp?.record, erp?.pendingCount, wms?.record.externalId]).toEqual([webhook('erp'), 2, 'wms'])
      await drain()
      const listed = await store().listWebhooks(accountId)
      expect(
        listed.map(({ pendingCount, recent }) => [pendingCount, recent.map(({ id, state }) => [id, state])]),
      ).toEqual([
        [
          0,
          [
            ['evt_batch_1_2.whk_erp', 'ACCEPTED'],
            ['evt_batch_1_1.whk_erp', 'ACCEPTED'],
          ],
        ],
        [
          0,
          [
            ['evt_batch_1_2.whk_wms', 'ACCEPTED'],
            ['evt_batch_1_1.whk_wms', 'ACCEPTED'],
          ],
        ],
      ])
      expect(await store().listWebhooks(otherAccountId)).toEqual([])
    })

    it('show the newest 20 deliveries', async () => {
      const more = Array.from({ length: 30 }, (_, index) => event(index + 3))
      await write(store(), [...recordWrites(webhook('erp')), ...planned(), ...more])
      const [erp] = await store().listWebhooks(accountId)
      expect([erp?.pendingCount, erp?.recent.length]).toEqual([32, 20])
    })

    it('are found by their own id, in their account', async () => {
      await write(store(), recordWrites(webhook('erp')))
      expect(await store().loadRecord(accountId, 'webhook', 'whk_erp')).toEqual(webhook('erp'))
      expect(await store().loadRecord(otherAccountId, 'webhook', 'whk_erp')).toBeNull()
      expect(await store().loadRecord(accountId, 'broker', 'whk_erp')).toBeNull()
    })

    it('may have a second secret, which counts until its time', async () => {
      const doc = { ...webhook('erp').doc, oldSecretUntil: at + 10 }
      await write(store(), recordWrites(webhook('erp', { secret: 'whsec_new whsec_old', doc })))
      await write(store(), planned())
      const early = await mustClaim({ now: at + 9 })
      expect(early.secrets).toEqual(['whsec_new', 'whsec_old'])
      await end(early)
      expect((await mustClaim({ now: at + 10 })).secrets).toEqual(['whsec_new'])
    })

    it('take a test that belongs to no export and carries bytes of its own', async () => {
      await write(store(), recordWrites(webhook('erp')))
      const id = 'evt_test.whk_erp'
      const test: DeliveryRecord = {
        ...{ id, kind: 'event', exportId: null, partyId: 'whk_erp', transport: 'webhook', policy: 'at_least_once' },
        terms: { keyWindowMs: 0, isQueryable: false, settleMs: 0, concurrency: 1 },
        ...{ destination: 'https://erp.example/hook', subject: null, state: 'QUEUED', payloadSha: sha256(payload) },
        ...{ brokerRef: null, roundFromN: 1, resendRisk: false, doubtResolvedN: 0, createdAt: at },
        ...{ attempts: [], outbox: null },
      }
      const pending = outbox(exportId, { id: 'out_test', deliveryId: id, exportId: null })
      await write(store(), [
        { write: 'blob', sha256: sha256(payload), bytes: payload },
        { write: 'delivery', delivery: test },
        pending,
      ])
      const claimed = await mustClaim()
      expect([claimed.content, claimed.outbox.exportId, claimed.secrets]).toEqual([
        { bytes: payload },
        null,
        ['whsec_new'],
      ])
      expect(await store().loadPayload(accountId, id)).toEqual(payload)
    })
  })

  describe('the feed of an account', () => {
    it('gives the events of all its exports in the order of their commits, each with a rising position', async () => {
      await write(store(), planned())
      await write(store(), planned(exportRecord({ id: 'batch_f' })), { accountId: otherAccountId })
      await write(store(), [...planned(exportRecord({ id: 'batch_2' })), event(3)])
      const all = await store().listAccountEvents(accountId, 0, 10)
      expect(all.map(({ exportId: of, event: { seq } }) => [of, seq])).toEqual([
        ['batch_1', 1],
        ['batch_1', 2],
        ['batch_2', 1],
        ['batch_2', 2],
        ['batch_1', 3],
      ])
      const positions = all.map(({ position }) => position)
      expect(positions).toEqual(positions.toSorted((left, right) => left - right))
      expect((await store().listAccountEvents(otherAccountId, 0, 10)).map(({ exportId: of }) => of)).toEqual([
        'batch_f',
        'batch_f',
      ])
      await reopen()
      const next = await store().listAccountEvents(accountId, positions[1] ?? 0, 2)
      expect(next).toEqual(all.slice(2, 4))
      expect(await store().listAccountEvents(accountId, positions.at(-1) ?? 0, 2)).toEqual([])
    })

    it('is whole for one export, however many events it has', async () => {
      const more = Array.from({ length: 1500 }, (_, index) => event(index + 3))
      await write(store(), [...planned(), ...more])
      const all = await store().loadAllEvents(accountId, exportId)
      expect([all?.length, all?.[0]?.seq, all?.at(-1)?.seq]).toEqual([1502, 1, 1502])
      expect(await store().loadAllEvents(otherAccountId, exportId)).toBeNull()
    })
  })
}
