import { describe, expect, it } from 'vitest'
import type { Write } from '../../domain/changes.ts'
import type { Bench } from '../store.conformance.ts'
import { effectWork, replayAfter } from './effect-work.conformance.ts'
import { accountId, event, otherAccountId, planned, write } from './fixtures.conformance.ts'
import { recordWrites, webhook } from './record-fixtures.conformance.ts'

/** The address and the end of an endpoint hold for what waits for it, at once and behind it in slices. */
export function waitingForEndpointsConforms({ store, reopen }: Bench): void {
  const { claim, mustClaim, end, drain } = effectWork(store)

  describe('what waits for an endpoint', () => {
    const url = 'https://erp.example/moved'
    const ofErp = recordWrites(webhook('erp'), webhook('wms'))
    const isGone = { write: 'endWaiting', webhookId: 'whk_erp' } as const
    const moves = (to: string, rev = 2): Write[] => [
      ...recordWrites(webhook('erp', { rev, doc: { ...webhook('erp').doc, url: to } })),
      { write: 'readdress', webhookId: 'whk_erp' },
    ]
    const tidy = async (limit = 100): Promise<number> => {
      let slices = 1
      while (await store().tidyEndpoints(limit)) slices += 1
      return slices
    }
    const stateOf = async (seq: number): Promise<string | undefined> =>
      (await store().loadDelivery(accountId, `evt_batch_1_${seq}.whk_erp`))?.state

    it.each(['before', 'after'])(
      'goes to another address, %s its rows are brought in line, and nothing else does',
      async (when) => {
        await write(store(), [...ofErp, ...planned()])
        await write(store(), moves(url))
        if (when === 'after') await tidy()
        const seen: string[] = []
        for (let next = await claim(); next !== null; next = await claim()) {
          expect(next.outbox.destination).toBe(next.delivery.destination)
          expect((await store().loadDelivery(accountId, next.delivery.id))?.destination).toBe(next.delivery.destination)
          seen.push(`${next.delivery.partyId} ${next.delivery.destination}`)
          await end(next)
        }
        expect(seen.toSorted()).toEqual([
          ...[`whk_erp ${url}`, `whk_erp ${url}`],
          ...['whk_wms https://wms.example/hook', 'whk_wms https://wms.example/hook'],
        ])
      },
    )

    it('goes to another address with its next attempt when it is being sent', async () => {
      await write(store(), [...recordWrites(webhook('erp')), ...planned()])
      const sent = await mustClaim()
      await write(store(), moves(url))
      await tidy()
      await write(store(), [{ write: 'outbox', outbox: { ...sent.outbox, leaseOwner: null, leaseUntil: null } }])
      const again = await mustClaim()
      expect([again.delivery.id, again.delivery.destination]).toEqual([sent.delivery.id, url])
    })

    it('is not claimed while its other address is to be avoided, and keeps nobody else', async () => {
      const shared = { ...webhook('wms').doc, url: webhook('erp').doc.url }
      await write(store(), [...recordWrites(webhook('erp'), webhook('wms', { doc: shared })), ...planned()])
      await write(store(), moves(url))
      await tidy()
      const claimed = await drain({ avoidDestinations: [url] })
      expect(claimed).toEqual(['evt_batch_1_1.whk_wms', 'evt_batch_1_2.whk_wms'])
      expect(await drain()).toEqual(['evt_batch_1_1.whk_erp', 'evt_batch_1_2.whk_erp'])
    })

    it('goes back to the address that it had', async () => {
      await write(store(), [...recordWrites(webhook('erp')), ...planned()])
      await write(store(), moves(url))
      await store().tidyEndpoints(1)
      await write(store(), moves(webhook('erp').doc.url, 3))
      const claimed = await mustClaim()
      expect(claimed.delivery.destination).toBe(webhook('erp').doc.url)
    })

    it('ends at once: nothing of it is claimed, also after a restart, and its states follow in slices', async () => {
      await write(store(), [...recordWrites(webhook('erp')), ...planned(), event(3), event(4)])
      await write(store(), [isGone])
      expect([await claim(), await stateOf(1)]).toEqual([null, 'QUEUED'])
      expect(await store().tidyEndpoints(1)).toBe(true)
      await reopen()
      expect(await claim()).toBeNull()
      expect(await tidy(1)).toBe(4)
      expect(await Promise.all([1, 2, 3, 4].map(stateOf))).toEqual(Array(4).fill('REJECTED'))
      expect(await store().tidyEndpoints(1)).toBe(false)
    })

    it('ends as rejected but for what is being sent, and can be replayed', async () => {
      await write(store(), [...recordWrites(webhook('erp')), ...planned(), event(3), event(4)])
      const sent = await mustClaim()
      await write(store(), [isGone])
      await tidy()
      expect([sent.delivery.id, await Promise.all([1, 2, 3, 4].map(stateOf))]).toEqual([
        'evt_batch_1_1.whk_erp',
        ['QUEUED', 'REJECTED', 'REJECTED', 'REJECTED'],
      ])
      expect(await claim()).toBeNull()
      await end(sent)
      expect(await claim()).toBeNull()
      await write(store(), [replayAfter(2)])
      expect(await drain()).toEqual(['evt_batch_1_3.whk_erp', 'evt_batch_1_4.whk_erp'])
    })

    it('ends with the attempt that was under way, whenever that comes back to wait', async () => {
      await write(store(), [...recordWrites(webhook('erp')), ...planned()])
      const sent = await mustClaim()
      await write(store(), [isGone])
      await tidy()
      const returned = { ...sent.outbox, leaseOwner: null, leaseUntil: null }
      await write(store(), [{ write: 'outbox', outbox: returned }])
      expect(await claim()).toBeNull()
      await tidy()
      expect([await stateOf(1), await stateOf(2)]).toEqual(['REJECTED', 'REJECTED'])
    })

    it('is queued anew by a replay and by what happens later, whether or not the end has reached its rows', async () => {
      await write(store(), [...recordWrites(webhook('erp')), ...planned()])
      const sent = await mustClaim()
      await write(store(), [isGone])
      await write(store(), [replayAfter(0), event(3)])
      await tidy()
      expect(await Promise.all([1, 2, 3].map(stateOf))).toEqual(['QUEUED', 'QUEUED', 'QUEUED'])
      await write(store(), [{ write: 'outbox', outbox: { ...sent.outbox, leaseOwner: null, leaseUntil: null } }])
      await tidy()
      expect(await drain()).toEqual([1, 2, 3].map((seq) => `evt_batch_1_${seq}.whk_erp`))
    })

    it('of another endpoint or account stays as it is', async () => {
      await write(store(), [...ofErp, ...planned()])
      const other = { accountId: otherAccountId }
      await write(store(), [isGone], other)
      await write(store(), [{ write: 'readdress', webhookId: 'whk_erp' }], other)
      await write(store(), [{ write: 'endWaiting', webhookId: 'whk_wms' }])
      await tidy()
      expect((await drain()).toSorted()).toEqual(['evt_batch_1_1.whk_erp', 'evt_batch_1_2.whk_erp'])
    })
  })
}
