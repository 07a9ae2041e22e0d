import { describe, expect, it } from 'vitest'
import type { RecordPage, RecordQuery } from '../../domain/records.ts'
import type { Bench } from '../store.conformance.ts'
import { accountId, otherAccountId, write } from './fixtures.conformance.ts'
import { broker, order, orderDoc, product, recordWrites, warehouse } from './record-fixtures.conformance.ts'

const roomy = { limit: 10, maxBytes: 1_000_000 }

export function recordListConforms({ store }: Bench): void {
  describe('the list of records', () => {
    const page = (query: Partial<RecordQuery> = {}): Promise<RecordPage<'order'>> =>
      store().listRecords(accountId, 'order', { ...roomy, ...query })
    const namesOf = ({ docs, hasMore }: RecordPage<'order'>): (string | boolean)[] => [
      ...docs.map(({ externalId }) => externalId),
      hasMore,
    ]
    const fill = (...names: readonly string[]): Promise<void> =>
      write(store(), recordWrites(...names.map((name) => order(name))))

    it('has the greatest id first, each document as it was written', async () => {
      await fill('b', 'a', 'c')
      expect(await page()).toEqual({ docs: [orderDoc('c'), orderDoc('b'), orderDoc('a')], hasMore: false })
    })

    it('is empty for an account without records', async () => {
      expect(await page()).toEqual({ docs: [], hasMore: false })
    })

    it('goes on before an id without doubling or leaving out any', async () => {
      await fill('a', 'b', 'c', 'd', 'e')
      expect(namesOf(await page({ limit: 2 }))).toEqual(['e', 'd', true])
      expect(namesOf(await page({ limit: 2, before: 'ord_d' }))).toEqual(['c', 'b', true])
      expect(namesOf(await page({ limit: 2, before: 'ord_b' }))).toEqual(['a', false])
      expect(namesOf(await page({ limit: 5 }))).toEqual(['e', 'd', 'c', 'b', 'a', false])
    })

    it('does not move by what is written while it is read', async () => {
      await fill('a', 'b', 'd')
      expect(namesOf(await page({ limit: 1 }))).toEqual(['d', true])
      await write(store(), recordWrites(order('e'), order('d', { rev: 2 }), order('b', { rev: 2 })))
      expect(namesOf(await page({ limit: 2, before: 'ord_d' }))).toEqual(['b', 'a', false])
    })

    it('is narrowed to external ids, each once, unknown ones left out', async () => {
      await fill('a', 'b', 'c', 'd')
      expect(namesOf(await page({ externalIds: ['a', 'gone', 'd', 'a', 'A'] }))).toEqual(['d', 'a', false])
      expect(namesOf(await page({ externalIds: ['gone'] }))).toEqual([false])
      expect(namesOf(await page({ externalIds: ['a', 'c', 'd'], limit: 2 }))).toEqual(['d', 'c', true])
      expect(namesOf(await page({ externalIds: ['a', 'c', 'd'], limit: 2, before: 'ord_c' }))).toEqual(['a', false])
    })

    it('ends a page before its documents are too long, but never without one', async () => {
      await write(
        store(),
        recordWrites(...['a', 'b', 'c'].map((name) => order(name, { doc: { ...orderDoc(name), metadata: long } }))),
      )
      expect(namesOf(await page({ maxBytes: 1 }))).toEqual(['c', true])
      expect(namesOf(await page({ maxBytes: 25_000 }))).toEqual(['c', 'b', true])
      expect(namesOf(await page({ maxBytes: 25_000, before: 'ord_b' }))).toEqual(['a', false])
    })

    it('holds no other kind and no other account', async () => {
      await write(store(), recordWrites(order('a'), product('p'), warehouse('w'), broker('b', { secret: 'whsec_x' })))
      await write(store(), recordWrites(order('z')), { accountId: otherAccountId })
      expect(namesOf(await page())).toEqual(['a', false])
      expect(namesOf(await page({ externalIds: ['z', 'a'] }))).toEqual(['a', false])
      expect((await store().listRecords(accountId, 'product', roomy)).docs).toEqual([product('p').doc])
      expect((await store().listRecords(accountId, 'warehouse', roomy)).docs).toEqual([warehouse('w').doc])
      expect((await store().listRecords(accountId, 'broker', roomy)).docs).toEqual([broker('b').doc])
      expect((await store().listRecords(otherAccountId, 'broker', roomy)).docs).toEqual([])
    })
  })
}

// A character of three bytes: the bound counts bytes, not characters.
const long = { note: '注'.repeat(4_000) }
