import { describe, expect, it } from 'vitest'
import type { Bench } from '../store.conformance.ts'
import { accountId, at, exportRecord, plan, planned, write } from './fixtures.conformance.ts'

export function exportListConforms({ store }: Bench): void {
  describe('the list of exports', () => {
    const ids = async (
      query: Partial<Parameters<ReturnType<typeof store>['listExports']>[1]> = {},
    ): Promise<string[]> =>
      (await store().listExports(accountId, { limit: 10, ...query })).map((history) => history.export.id)

    const fill = async (): Promise<void> => {
      const add = (id: string, createdAt: number, more: Partial<ReturnType<typeof plan>> = {}): Promise<void> =>
        write(store(), planned(exportRecord({ id, createdAt }), plan(more)))
      await add('batch_a', at)
      await add('batch_b', at, { readinessState: 'BLOCKED' })
      await add('batch_c', at + 10, { request: { ...plan().request, warehouseId: 'wh_2' } })
      await add('batch_d', at - 10)
    }

    it('has the newest first, and the greater id first among equals', async () => {
      await fill()
      expect(await ids()).toEqual(['batch_c', 'batch_b', 'batch_a', 'batch_d'])
    })

    it('goes on behind a cursor without doubling or leaving out any', async () => {
      await fill()
      expect(await ids({ limit: 2 })).toEqual(['batch_c', 'batch_b'])
      expect(await ids({ limit: 2, olderThan: { createdAt: at, id: 'batch_b' } })).toEqual(['batch_a', 'batch_d'])
      expect(await ids({ limit: 2, olderThan: { createdAt: at - 10, id: 'batch_d' } })).toEqual([])
    })

    it('is narrowed by readiness, warehouse and age', async () => {
      await fill()
      expect(await ids({ readinessState: 'BLOCKED' })).toEqual(['batch_b'])
      expect(await ids({ warehouseId: 'wh_2' })).toEqual(['batch_c'])
      expect(await ids({ createdAfter: at, createdBefore: at + 10 })).toEqual(['batch_b', 'batch_a'])
    })

    it('follows the current plan', async () => {
      await fill()
      await write(store(), [
        { write: 'plan', exportId: 'batch_b', plan: plan({ planNo: 2 }), snapshot: '{}' },
        { write: 'export', export: exportRecord({ id: 'batch_b', planNo: 2, version: 2 }) },
      ])
      expect(await ids({ readinessState: 'BLOCKED' })).toEqual([])
    })
  })
}
