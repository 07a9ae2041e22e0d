import { describe, expect, it } from 'vitest'
import type { ClaimedEffect, Store } from '../../ports.ts'
import type { Bench } from '../store.conformance.ts'
import {
  accountId,
  at,
  executed,
  exportId,
  exportRecord,
  outbox,
  planned,
  submission,
  write,
} from './fixtures.conformance.ts'

export function quarantineConforms({ engine, place, store, reopen }: Bench): void {
  const claimFrom = (from: Store, now = at): Promise<ClaimedEffect | null> =>
    from.claimEffect({ worker: 'w1', now, leaseUntil: now + 45_000, avoidDestinations: [] })
  /** Two executed exports, of which the second is being sent. */
  const fill = async (): Promise<void> => {
    for (const id of [exportId, 'batch_2']) {
      await write(store(), planned(exportRecord({ id })))
      await write(store(), executed(id))
    }
    expect((await claimFrom(store()))?.outbox.exportId).toBe(exportId)
  }
  const lifted = async (): Promise<void> => {
    await engine.quarantine(place(), 'begin', at + 500)
    await engine.quarantine(place(), 'lift', at + 600)
    await reopen()
  }

  describe('quarantine', () => {
    it('is not that of a store that was never restored', async () => {
      expect(await store().restoration()).toBe(null)
    })

    it('lets nothing be claimed or decided, not even what is queued since, while reads and writes go on, also after a restart', async () => {
      await fill()
      await engine.quarantine(place(), 'begin', at + 500)
      await reopen()
      expect(await store().restoration()).toEqual({ lostFrom: at, restoredAt: at + 500, isQuarantined: true })
      expect(await claimFrom(store(), at + 90_000)).toBe(null)
      expect(await store().lapsedEffects(at + 90_000, 9)).toEqual([])
      expect(await store().expiredEffects(at + 90_000, 9)).toEqual([])
      await write(store(), planned(exportRecord({ id: 'batch_3' })))
      expect((await store().loadExport(accountId, 'batch_3'))?.export.id).toBe('batch_3')
      await write(store(), executed('batch_3'))
      expect(await claimFrom(store(), at + 90_000)).toBe(null)
      await reopen()
      expect((await store().restoration())?.isQuarantined).toBe(true)
    })

    it('closes what was being sent as unknown: nobody will ever report it', async () => {
      await fill()
      await engine.quarantine(place(), 'begin', at + 500)
      const found = await store().loadDelivery(accountId, `sub_${exportId}`)
      expect(found?.attempts).toEqual([
        {
          n: 1,
          epoch: 1,
          kind: 'send',
          startedAt: at,
          finishedAt: at + 500,
          outcome: 'unknown',
          evidence: 'lease_expired',
        },
      ])
      expect(found?.outbox).toMatchObject({ leaseOwner: null, leaseUntil: null, notAfter: 0 })
    })

    it('once lifted leaves what waited to be decided, and lets what is new be sent', async () => {
      await fill()
      await lifted()
      expect(await store().restoration()).toEqual({ lostFrom: at, restoredAt: at + 500, isQuarantined: false })
      expect(await claimFrom(store(), at + 700)).toBe(null)
      const waiting = await store().lapsedEffects(at + 700, 9)
      expect(waiting.map(({ outbox: { exportId: id, notAfter } }) => [id, notAfter])).toEqual([
        [exportId, 0],
        ['batch_2', 0],
      ])
      await write(store(), planned(exportRecord({ id: 'batch_3' })))
      await write(store(), executed('batch_3'))
      expect((await claimFrom(store(), at + 700))?.outbox.exportId).toBe('batch_3')
    })

    it('places events behind all that were given in the lost time', async () => {
      await fill()
      const before = await store().lastEventPosition()
      await engine.quarantine(place(), 'begin', at + 500)
      await reopen()
      expect(await store().lastEventPosition()).toBe(before)
      await write(store(), planned(exportRecord({ id: 'batch_3' })))
      const events = await store().listAccountEvents(accountId, before, 9)
      expect(events.map(({ position, event: { seq } }) => [position, seq])).toEqual([
        [(at + 500) * 1000, 1],
        [(at + 500) * 1000 + 1, 2],
      ])
    })

    it('the lost time is written down as an attempt that nobody claimed, once', async () => {
      await fill()
      await lifted()
      const seen = { finishedAt: at + 500, outcome: 'unknown', evidence: 'restored' } as const
      const attempt = { n: 1, epoch: 1, kind: 'send', startedAt: at, ...seen } as const
      const deliveryId = 'sub_batch_2'
      const next = outbox('batch_2', { lastN: 1, leaseEpoch: 1, notAfter: null })
      await write(store(), [{ write: 'lostAttempt', deliveryId, attempt }, next])
      const delivery = submission({ id: deliveryId, exportId: 'batch_2', attempts: [attempt], outbox: next.outbox })
      expect(await store().loadDelivery(accountId, deliveryId)).toEqual(delivery)
      expect(await claimFrom(store(), at + 700)).toMatchObject({ attempt: { n: 2, epoch: 2 } })
      await expect(write(store(), [{ write: 'lostAttempt', deliveryId, attempt }])).rejects.toThrow()
    })
  })
}
