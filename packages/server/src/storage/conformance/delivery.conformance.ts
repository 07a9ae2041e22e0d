import { describe, expect, it } from 'vitest'
import type { ClaimedEffect } from '../../ports.ts'
import type { Bench } from '../store.conformance.ts'
import {
  accountId,
  at,
  change,
  executed,
  exportId,
  exportRecord,
  otherAccountId,
  outbox,
  outcomeOf,
  payload,
  planned,
  submission,
  write,
} from './fixtures.conformance.ts'

export function deliveryConforms({ store, reopen }: Bench): void {
  const prepare = async (...exportIds: readonly string[]): Promise<void> => {
    for (const id of exportIds) {
      await write(store(), planned(exportRecord({ id })))
      await write(store(), executed(id))
    }
  }
  const claim = (worker = 'w1', now = at): Promise<ClaimedEffect | null> =>
    store().claimEffect({ worker, now, leaseUntil: now + 45_000, avoidDestinations: [] })

  describe('a claim', () => {
    it('leases the effect, raises its epoch and commits the open attempt', async () => {
      await prepare(exportId)
      const claimed = await claim()
      const lease = { leaseOwner: 'w1', leaseEpoch: 1, leaseUntil: at + 45_000, sends: 1, lastN: 1 }
      const attempt = { n: 1, epoch: 1, kind: 'send', startedAt: at, finishedAt: null, outcome: null, evidence: null }
      expect(claimed).toMatchObject({ accountId, outbox: { ...outbox().outbox, ...lease }, attempt })
      expect(claimed?.content).toEqual({ bytes: payload })
      expect(claimed?.delivery).toEqual(submission({ attempts: [attempt as never], outbox: claimed?.outbox ?? null }))
      expect((await store().loadExport(accountId, exportId))?.submissions).toEqual([claimed?.delivery])
    })

    it('stands in the hand-off of its export, which is the same part of the whole', async () => {
      await prepare(exportId)
      await claim()
      const history = await store().loadExport(accountId, exportId)
      expect(await store().loadHandOff(accountId, exportId)).toEqual({
        export: history?.export,
        notifications: history?.notifications,
        submissions: history?.submissions,
      })
      expect(history?.submissions[0]?.attempts).toHaveLength(1)
      expect(await store().loadHandOff(otherAccountId, exportId)).toBeNull()
    })

    it('finds nothing before the effect is due, and nothing that is leased', async () => {
      await prepare(exportId)
      expect(await claim('w1', at - 1)).toBeNull()
      expect(await claim('w1')).not.toBeNull()
      expect(await claim('w2', at + 90_000)).toBeNull()
    })

    it('takes what is due for longest first', async () => {
      await prepare('batch_1', 'batch_2')
      await write(store(), [{ write: 'outbox', outbox: { ...outbox('batch_1').outbox, availableAt: at + 1 } }])
      expect((await claim('w1', at + 5))?.outbox.id).toBe('out_batch_2')
      expect((await claim('w1', at + 5))?.outbox.id).toBe('out_batch_1')
    })

    it('passes over destinations to avoid', async () => {
      await prepare(exportId)
      const { destination } = outbox().outbox
      const avoiding = { worker: 'w1', now: at, leaseUntil: at + 45_000, avoidDestinations: [destination] }
      expect(await store().claimEffect(avoiding)).toBeNull()
      expect((await claim())?.outbox.destination).toBe(destination)
    })

    it('raises the version of its export, so that no view of before is taken for current', async () => {
      await prepare(exportId)
      const before = await store().loadExportVersion(accountId, exportId)
      await claim()
      const after = await store().loadExportVersion(accountId, exportId)
      expect((after?.version ?? 0) - (before?.version ?? 0)).toBe(1)
    })

    it('gives every effect to one of many racing workers', async () => {
      await prepare('batch_1', 'batch_2', 'batch_3')
      const claims = await Promise.all(Array.from({ length: 8 }, (_, index) => claim(`w${index}`)))
      const taken = claims.filter((one) => one !== null).map((one) => one.outbox.id)
      expect(taken.sort()).toEqual(['out_batch_1', 'out_batch_2', 'out_batch_3'])
    })
  })

  describe('a lease', () => {
    it('is renewed by its holder alone', async () => {
      await prepare(exportId)
      await claim()
      const renew = (worker: string, epoch: number): Promise<boolean> =>
        store().renewLease({ outboxId: 'out_batch_1', worker, epoch, leaseUntil: at + 99_000 })
      expect([await renew('w1', 1), await renew('w2', 1), await renew('w1', 2)]).toEqual([true, false, false])
      expect((await store().loadExport(accountId, exportId))?.submissions[0]?.outbox?.leaseUntil).toBe(at + 99_000)
    })

    it('that is over is found with its open attempt', async () => {
      await prepare(exportId)
      const claimed = await claim()
      expect(await store().expiredEffects(at + 44_999, 10)).toEqual([])
      expect(await store().expiredEffects(at + 45_000, 10)).toEqual([claimed])
      expect(await store().expiredEffects(at + 45_000, 0)).toEqual([])
    })

    it('of a server that is gone is over at the next start', async () => {
      await prepare(exportId)
      await claim()
      await reopen()
      expect(await store().expiredEffects(at, 10)).toMatchObject([{ outbox: { id: 'out_batch_1', leaseEpoch: 1 } }])
    })

    it('lets only its current epoch decide', async () => {
      await prepare(exportId)
      await claim()
      const decide = (epoch: number, account = accountId): Promise<string> =>
        outcomeOf(
          store().commit(
            change([], { accountId: account, expect: [{ expect: 'lease', outboxId: 'out_batch_1', epoch }] }),
          ),
        )
      expect([await decide(1), await decide(0), await decide(2)]).toEqual(['committed', 'stale', 'stale'])
      expect(await decide(1, otherAccountId)).toBe('stale')
    })
  })

  describe('an outcome', () => {
    it('is written into its attempt, and the effect ends', async () => {
      await prepare(exportId)
      const claimed = await claim()
      if (claimed === null) throw new Error('nothing was claimed')
      const attempt = { ...claimed.attempt, finishedAt: at + 9, outcome: 'accepted' as const, evidence: 'smtp_250' }
      await write(store(), [
        { write: 'attempt', deliveryId: claimed.delivery.id, attempt },
        {
          write: 'delivery',
          delivery: { ...claimed.delivery, state: 'ACCEPTED', brokerRef: 'r-1', resendRisk: true },
        },
        { write: 'noOutbox', outboxId: claimed.outbox.id },
      ])
      const history = await store().loadExport(accountId, exportId)
      expect(history?.submissions).toEqual([
        submission({ state: 'ACCEPTED', brokerRef: 'r-1', resendRisk: true, attempts: [attempt], outbox: null }),
      ])
      expect(await claim('w2', at + 90_000)).toBeNull()
    })

    it('that schedules another try makes the effect due again, with the next epoch and number', async () => {
      await prepare(exportId)
      const claimed = await claim()
      if (claimed === null) throw new Error('nothing was claimed')
      const retry = { ...claimed.outbox, availableAt: at + 5000, leaseOwner: null, leaseUntil: null }
      await write(store(), [{ write: 'outbox', outbox: retry }])
      expect(await store().nextEffectAt()).toBe(at + 5000)
      expect((await claim('w2', at + 5000))?.attempt).toMatchObject({ n: 2, epoch: 2 })
    })

    it('of an attempt that was never claimed is impossible', async () => {
      await prepare(exportId)
      const attempt = {
        n: 7,
        epoch: 1,
        kind: 'send',
        startedAt: at,
        finishedAt: at,
        outcome: 'accepted',
        evidence: null,
      } as const
      await expect(store().commit(change([{ write: 'attempt', deliveryId: 'sub_batch_1', attempt }]))).rejects.toThrow(
        /never claimed/,
      )
    })
  })

  it('the next effect is the earliest that nobody has leased, or none', async () => {
    expect(await store().nextEffectAt()).toBeNull()
    await prepare('batch_1', 'batch_2')
    await write(store(), [{ write: 'outbox', outbox: { ...outbox('batch_2').outbox, availableAt: at + 7 } }])
    expect(await store().nextEffectAt()).toBe(at)
    await claim()
    expect(await store().nextEffectAt()).toBe(at + 7)
  })
}
