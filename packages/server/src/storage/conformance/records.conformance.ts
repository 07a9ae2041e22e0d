import { describe, expect, it } from 'vitest'
import type { ApiKeyRecord } from '../../ports.ts'
import type { Bench } from '../store.conformance.ts'
import { accountId, at, otherAccountId, outcomeOf, write } from './fixtures.conformance.ts'
import { order, orderDoc, product, recordWrites } from './record-fixtures.conformance.ts'

export function recordsConform({ store, reopen }: Bench): void {
  describe('records', () => {
    it('a new record is read back as it was written, by external id', async () => {
      const written = order('a', { secret: 'whsec_x', executedExport: 'batch_9' })
      await write(store(), recordWrites(written))
      expect(await store().loadByExternalId(accountId, 'order', ['a', 'b'])).toEqual(new Map([['a', written]]))
    })

    it('text outside ASCII and long documents survive', async () => {
      const doc = { ...orderDoc('é'), metadata: { note: `注文 ${'x'.repeat(100_000)} 🧵` } }
      await write(store(), recordWrites(order('é', { doc })))
      await reopen()
      expect((await store().loadByExternalId(accountId, 'order', ['é'])).get('é')?.doc).toEqual(doc)
    })

    it('a higher revision replaces exactly the one before it', async () => {
      await write(store(), recordWrites(order('a')))
      await write(store(), recordWrites(order('a', { rev: 2, doc: orderDoc('a', 'prd_hat') })))
      const loaded = (await store().loadByExternalId(accountId, 'order', ['a'])).get('a')
      expect([loaded?.rev, loaded?.doc.items[0]?.productId]).toEqual([2, 'prd_hat'])
    })

    it.each([
      ['inserted twice', 1],
      ['one revision ahead', 3],
    ])('a record that is %s is stale and changes nothing', async (_, rev) => {
      await write(store(), recordWrites(order('a')))
      const change = { accountId, at, reply: null, expect: [], writes: recordWrites(order('b'), order('a', { rev })) }
      expect(await outcomeOf(store().commit(change))).toBe('stale')
      expect([...(await store().loadByExternalId(accountId, 'order', ['a', 'b'])).keys()]).toEqual(['a'])
    })

    it('the same external id is another record of another kind and of another account', async () => {
      await write(store(), recordWrites(order('a'), product('a')))
      await write(store(), recordWrites(order('a')), { accountId: otherAccountId })
      expect((await store().loadByExternalId(accountId, 'product', ['a'])).get('a')?.id).toBe('prd_a')
      expect((await store().loadByExternalId(otherAccountId, 'product', ['a'])).size).toBe(0)
    })

    it('known products are those of the account', async () => {
      await write(store(), recordWrites(product('shirt'), product('hat')))
      expect(await store().knownProducts(accountId, ['prd_hat', 'prd_gone', 'prd_shirt'])).toEqual(
        new Set(['prd_hat', 'prd_shirt']),
      )
      expect(await store().knownProducts(otherAccountId, ['prd_hat'])).toEqual(new Set())
    })

    it('an account that never set a profile has revision 0 and the defaults of the contract', async () => {
      expect(await store().loadProfile(accountId)).toEqual({
        rev: 0,
        doc: { accountId, gate: { mode: 'server', flags: [], approvalTtlHours: 168 } },
      })
    })

    it('a profile is written by revision', async () => {
      const doc = { accountId, gate: { mode: 'caller' as const, flags: [], approvalTtlHours: 24 } }
      await write(store(), [{ write: 'profile', profile: { rev: 1, doc } }])
      const again = {
        accountId,
        at,
        reply: null,
        expect: [],
        writes: [{ write: 'profile', profile: { rev: 1, doc } } as const],
      }
      expect(await outcomeOf(store().commit(again))).toBe('stale')
      expect(await store().loadProfile(accountId)).toEqual({ rev: 1, doc })
      expect((await store().loadProfile(otherAccountId)).rev).toBe(0)
    })
  })

  describe('planning records', () => {
    it('hold the orders, the products that their lines name, warehouse, broker and profile', async () => {
      await write(store(), recordWrites(order('a'), order('b'), product('shirt'), product('hat')))
      const wanted = { orderIds: ['ord_b', 'ord_gone', 'ord_a'], warehouseId: 'wh_1', brokerId: 'br_1' }
      const loaded = await store().loadPlanningRecords(accountId, wanted)
      expect(loaded.orders.map(({ id }) => id).sort()).toEqual(['ord_a', 'ord_b'])
      expect(loaded.products.map(({ id }) => id)).toEqual(['prd_shirt'])
      expect([loaded.warehouse, loaded.broker, loaded.profile.rev]).toEqual([null, null, 0])
    })

    it('hold nothing of another account', async () => {
      await write(store(), recordWrites(order('a'), product('shirt')))
      const wanted = { orderIds: ['ord_a'], warehouseId: 'wh_1', brokerId: 'br_1' }
      const loaded = await store().loadPlanningRecords(otherAccountId, wanted)
      expect([loaded.orders, loaded.products]).toEqual([[], []])
    })

    it('are read for 20,000 orders at once', async () => {
      const names = Array.from({ length: 20_000 }, (_, index) => `n${index}`)
      for (let from = 0; from < names.length; from += 2000)
        await write(store(), recordWrites(...names.slice(from, from + 2000).map((name) => order(name))))
      const orderIds = names.map((name) => `ord_${name}`)
      const loaded = await store().loadPlanningRecords(accountId, { orderIds, warehouseId: 'wh_1', brokerId: 'br_1' })
      expect(loaded.orders).toHaveLength(20_000)
    })
  })

  describe('keys', () => {
    const key: ApiKeyRecord = {
      id: 'key_1',
      accountId,
      prefix: 'eg_live_ab',
      sha256: 'd'.repeat(64),
      scopes: ['sync', 'read'],
      createdAt: at,
      revokedAt: null,
    }

    it('a key is found by the hash of its secret', async () => {
      await store().addApiKey(key)
      expect(await store().findApiKey(key.sha256)).toEqual(key)
      expect(await store().findApiKey('e'.repeat(64))).toBeNull()
    })

    it('keys are listed for one account or for all', async () => {
      await store().addApiKey(key)
      await store().addApiKey({ ...key, id: 'key_2', accountId: otherAccountId, sha256: 'e'.repeat(64) })
      expect((await store().listApiKeys(accountId)).map(({ id }) => id)).toEqual(['key_1'])
      expect((await store().listApiKeys(null)).map(({ id }) => id)).toEqual(['key_1', 'key_2'])
    })

    it('a revoked key stays in the list with the time of its first revocation', async () => {
      await store().addApiKey(key)
      expect(await store().revokeApiKey('key_1', at + 5)).toBe(true)
      expect(await store().revokeApiKey('key_1', at + 9)).toBe(true)
      expect((await store().findApiKey(key.sha256))?.revokedAt).toBe(at + 5)
      expect(await store().revokeApiKey('key_gone', at)).toBe(false)
    })
  })
}
