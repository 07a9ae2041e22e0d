import { describe, expect, it } from 'vitest'
import type { Expectation } from '../../domain/changes.ts'
import type { Bench } from '../store.conformance.ts'
import {
  accountId,
  at,
  change,
  event,
  exportRecord,
  otherAccountId,
  outcomeOf,
  planned,
  reply,
  write,
} from './fixtures.conformance.ts'
import { order, recordWrites } from './record-fixtures.conformance.ts'

export function changesConform({ store, reopen }: Bench): void {
  describe('idempotency keys', () => {
    it('a stored reply is read back byte for byte, also after a restart', async () => {
      const stored = reply('k1', { resourceId: 'batch_1' })
      await write(store(), [], { reply: stored })
      await reopen()
      const found = await store().findReply(accountId, 'k1')
      expect(found).toEqual(stored)
      expect(found?.body).toEqual(stored.body)
    })

    it('a taken key writes nothing and answers the reply that was first', async () => {
      const first = reply('k1')
      await write(store(), recordWrites(order('a')), { reply: first })
      const second = reply('k1', { fingerprint: 'f'.repeat(64), status: 201 })
      const outcome = await store().commit(change(recordWrites(order('b')), { reply: second }))
      expect(outcome).toEqual({ outcome: 'keyTaken', reply: first })
      expect((await store().loadByExternalId(accountId, 'order', ['b'])).size).toBe(0)
    })

    it('the key decides before a version does', async () => {
      await write(store(), recordWrites(order('a')), { reply: reply('k1') })
      const repeated = change(recordWrites(order('a')), { reply: reply('k1') })
      expect(await outcomeOf(store().commit(repeated))).toBe('keyTaken')
    })

    it('a change that is not committed leaves its key free', async () => {
      await write(store(), recordWrites(order('a')))
      const stale = change(recordWrites(order('a')), { reply: reply('k1') })
      expect(await outcomeOf(store().commit(stale))).toBe('stale')
      expect(await store().findReply(accountId, 'k1')).toBeNull()
    })

    it('of many racing changes under one key one is committed', async () => {
      const racing = Array.from({ length: 20 }, (_, index) =>
        outcomeOf(store().commit(change(recordWrites(order(`r${index}`)), { reply: reply('k1') }))),
      )
      const outcomes = await Promise.all(racing)
      expect(outcomes.filter((outcome) => outcome === 'committed')).toHaveLength(1)
      expect(outcomes.filter((outcome) => outcome === 'keyTaken')).toHaveLength(19)
    })

    it('the same key of another account is another key', async () => {
      await write(store(), [], { reply: reply('k1') })
      expect(await store().findReply(otherAccountId, 'k1')).toBeNull()
      await write(store(), [], { accountId: otherAccountId, reply: reply('k1') })
    })

    it('expired replies are swept a bounded number at a time, others stay', async () => {
      for (const key of ['k1', 'k2', 'k3']) await write(store(), [], { reply: reply(key) })
      await write(store(), [], { reply: reply('k4', { expiresAt: at + 5000 }) })
      const sweep = (): Promise<number> => store().sweepReplies(at + 1000, 2)
      expect([await sweep(), await sweep(), await sweep()]).toEqual([2, 1, 0])
      expect(await store().findReply(accountId, 'k4')).not.toBeNull()
    })
  })

  describe('expectations', () => {
    const cases: readonly [string, Expectation, Expectation][] = [
      [
        'a record',
        { expect: 'record', kind: 'order', id: 'ord_a', rev: 1 },
        { expect: 'record', kind: 'order', id: 'ord_a', rev: 2 },
      ],
      ['a profile that was never set', { expect: 'profile', rev: 0 }, { expect: 'profile', rev: 1 }],
      [
        'an export',
        { expect: 'export', exportId: 'batch_1', version: 1 },
        { expect: 'export', exportId: 'batch_1', version: 2 },
      ],
    ]

    it.each(cases)('a change stands while the version of %s is the expected one', async (_, holds, moved) => {
      await write(store(), [...recordWrites(order('a')), ...planned()])
      const writes = recordWrites(order('b'))
      expect(await outcomeOf(store().commit(change(writes, { expect: [moved] })))).toBe('stale')
      expect((await store().loadByExternalId(accountId, 'order', ['b'])).size).toBe(0)
      expect(await outcomeOf(store().commit(change(writes, { expect: [holds] })))).toBe('committed')
    })

    it.each(cases.filter(([name]) => !name.includes('never')))(
      '%s of another account is never the expected one',
      async (_, holds) => {
        await write(store(), [...recordWrites(order('a')), ...planned()])
        const foreign = change([], { accountId: otherAccountId, expect: [holds] })
        expect(await outcomeOf(store().commit(foreign))).toBe('stale')
      },
    )
  })

  describe('changes that are committed together', () => {
    it('a stale change harms none of its neighbours', async () => {
      await write(store(), recordWrites(order('taken')))
      const names = ['a', 'b', 'taken', 'c', 'd']
      const commits = names.map((name) =>
        outcomeOf(store().commit(change(recordWrites(order(`first-${name}`), order(name))))),
      )
      expect(await Promise.all(commits)).toEqual(['committed', 'committed', 'stale', 'committed', 'committed'])
      const read = await store().loadByExternalId(
        accountId,
        'order',
        names.map((name) => `first-${name}`),
      )
      expect([...read.keys()].sort()).toEqual(['first-a', 'first-b', 'first-c', 'first-d'])
    })

    it('an impossible change is rejected, undone, and harms none of its neighbours', async () => {
      const impossible = change([...recordWrites(order('x')), event(1, 'batch_gone')])
      const outcomes = await Promise.allSettled([
        store().commit(change(recordWrites(order('a')))),
        store().commit(impossible),
        store().commit(change(recordWrites(order('b')))),
      ])
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect([...(await store().loadByExternalId(accountId, 'order', ['a', 'b', 'x'])).keys()].sort()).toEqual([
        'a',
        'b',
      ])
    })

    it('of two racing upserts of one record one is committed and the other is stale', async () => {
      await write(store(), recordWrites(order('a')))
      const racing = [1, 2].map(() => outcomeOf(store().commit(change(recordWrites(order('a', { rev: 2 }))))))
      expect((await Promise.all(racing)).sort()).toEqual(['committed', 'stale'])
    })

    it('a thousand changes at once are all committed', async () => {
      const commits = Array.from({ length: 1000 }, (_, index) =>
        outcomeOf(store().commit(change(recordWrites(order(`m${index}`))))),
      )
      expect(new Set(await Promise.all(commits))).toEqual(new Set(['committed']))
    })
  })

  describe('events', () => {
    it('a gap in seq is impossible', async () => {
      await write(store(), planned())
      await expect(store().commit(change([event(4)]))).rejects.toThrow(/gap/)
    })

    it('a second event with the same seq is impossible', async () => {
      await write(store(), planned())
      await expect(store().commit(change([event(2)]))).rejects.toThrow()
    })

    it('of two changes that number their events alike, one is stale', async () => {
      await write(store(), planned())
      const raise = { write: 'export', export: exportRecord({ version: 2, eventSeq: 3 }) } as const
      const racing = [1, 2].map(() => outcomeOf(store().commit(change([event(3), raise]))))
      expect((await Promise.all(racing)).sort()).toEqual(['committed', 'stale'])
    })
  })

  describe('budget', () => {
    it('over the limit nothing is written, and the next window is empty', async () => {
      const one = { write: 'budget', brokerId: 'br_1', windowStart: 1000, limit: 2 } as const
      await write(store(), [one])
      await write(store(), [one])
      const over = change([...recordWrites(order('a')), one])
      expect(await outcomeOf(store().commit(over))).toBe('overBudget')
      expect((await store().loadByExternalId(accountId, 'order', ['a'])).size).toBe(0)
      expect(await outcomeOf(store().commit(change([{ ...one, windowStart: 2000 }])))).toBe('committed')
    })

    it('each broker and each account has its own', async () => {
      const one = { write: 'budget', brokerId: 'br_1', windowStart: 1000, limit: 1 } as const
      await write(store(), [one])
      await write(store(), [{ ...one, brokerId: 'br_2' }])
      await write(store(), [one], { accountId: otherAccountId })
      expect(await outcomeOf(store().commit(change([one])))).toBe('overBudget')
    })
  })
}
