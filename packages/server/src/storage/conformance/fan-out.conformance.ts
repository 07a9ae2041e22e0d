import { describe, expect, it } from 'vitest'
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
  outcomeOf,
  planned,
  write,
} from './fixtures.conformance.ts'
import { recordWrites, webhook } from './record-fixtures.conformance.ts'

export function fanOutConforms({ store }: Bench): void {
  const { claim, mustClaim, end, drain } = effectWork(store)

  describe('an event', () => {
    it('is queued to the endpoint that asked for its type, in the transaction that appends it', async () => {
      await write(store(), recordWrites(webhook('erp')))
      await write(store(), planned(), { at: at + 3 })
      const claimed = await mustClaim({ now: at + 3 })
      expect(claimed.delivery).toEqual({
        id: 'evt_batch_1_1.whk_erp',
        kind: 'event',
        exportId,
        partyId: 'whk_erp',
        transport: 'webhook',
        policy: 'at_least_once',
        terms: { keyWindowMs: 0, isQueryable: false, settleMs: 0, concurrency: 1 },
        destination: 'https://erp.example/hook',
        subject: null,
        state: 'QUEUED',
        payloadSha: null,
        brokerRef: null,
        roundFromN: 1,
        resendRisk: false,
        doubtResolvedN: 0,
        createdAt: at,
        attempts: [claimed.attempt],
        outbox: claimed.outbox,
      })
      expect(claimed.outbox).toMatchObject({ availableAt: at + 3, lane: 'whk_erp/batch_1', laneSeq: 1, kind: 'send' })
      const [first] = (await store().listEvents(accountId, exportId, 0, 1)) ?? []
      expect(claimed.content).toEqual({ exportId, event: first })
      expect(await store().loadDelivery(accountId, claimed.delivery.id)).toEqual(claimed.delivery)
      expect(await store().loadPayload(accountId, claimed.delivery.id)).toBeNull()
    })

    it('goes to every active endpoint that asked for it and to no other', async () => {
      const asking = webhook('all')
      const silent = webhook('silent', { doc: { ...webhook('silent').doc, active: false } })
      const picky = webhook('picky', { doc: { ...webhook('picky').doc, events: ['EXPORT_EXECUTED'] } })
      await write(store(), recordWrites(asking, silent, picky))
      await write(store(), recordWrites(webhook('foreign')), { accountId: otherAccountId })
      await write(store(), [...planned(), eventOf(3, 'EXPORT_EXECUTED')])
      expect((await drain()).sort()).toEqual([
        'evt_batch_1_1.whk_all',
        'evt_batch_1_2.whk_all',
        'evt_batch_1_3.whk_picky',
      ])
    })

    it('of a change that is not committed is queued to nobody', async () => {
      await write(store(), [...recordWrites(webhook('erp')), ...planned()])
      await drain()
      const stale = change([event(3), { write: 'export', export: exportRecord({ version: 7 }) }])
      expect(await outcomeOf(store().commit(stale))).toBe('stale')
      expect(await claim()).toBeNull()
    })

    it('raises no version when it is claimed, since its export does not show it', async () => {
      await write(store(), [...recordWrites(webhook('erp')), ...planned()])
      await mustClaim()
      expect(await store().loadExportVersion(accountId, exportId)).toEqual({ version: 1, profileRev: 0 })
    })
  })

  describe('a lane', () => {
    it('lets the events of one export to one endpoint go one after the other, by seq', async () => {
      await write(store(), [...recordWrites(webhook('erp')), ...planned(), event(3)])
      const first = await mustClaim()
      expect([first.outbox.laneSeq, await claim()]).toEqual([1, null])
      await end(first)
      const second = await mustClaim()
      expect([second.outbox.laneSeq, await claim()]).toEqual([2, null])
      await end(second, 'REJECTED')
      expect((await mustClaim()).outbox.laneSeq).toBe(3)
    })

    it('waits behind a first one that is to be tried again, and is not called due meanwhile', async () => {
      await write(store(), [...recordWrites(webhook('erp')), ...planned()])
      const first = await mustClaim()
      const retry = { ...first.outbox, leaseOwner: null, leaseUntil: null, availableAt: at + 5000 }
      await write(store(), [{ write: 'outbox', outbox: retry }])
      expect([await claim({ now: at + 4999 }), await store().nextEffectAt()]).toEqual([null, at + 5000])
      expect((await mustClaim({ now: at + 5000 })).outbox.laneSeq).toBe(1)
    })

    it('holds up neither another export nor another endpoint', async () => {
      await write(store(), [...recordWrites(webhook('erp'), webhook('wms')), ...planned()])
      await write(store(), planned(exportRecord({ id: 'batch_2' })))
      const lanes = new Set<string | null>()
      for (let claimed = await claim(); claimed !== null; claimed = await claim()) lanes.add(claimed.outbox.lane)
      expect([...lanes].sort()).toEqual(['whk_erp/batch_1', 'whk_erp/batch_2', 'whk_wms/batch_1', 'whk_wms/batch_2'])
    })

    it('lets an earlier event that is replayed wait for a later one that is under way, then go before its retry', async () => {
      await write(store(), [...recordWrites(webhook('erp')), ...planned()])
      await end(await mustClaim())
      const later = await mustClaim()
      await write(store(), [replayAfter(0)])
      expect([later.outbox.laneSeq, await claim()]).toEqual([2, null])
      await write(store(), [{ write: 'outbox', outbox: { ...later.outbox, leaseOwner: null, leaseUntil: null } }])
      expect((await mustClaim()).outbox.laneSeq).toBe(1)
      expect(await claim()).toBeNull()
    })
  })
}
