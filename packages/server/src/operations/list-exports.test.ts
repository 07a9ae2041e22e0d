import { afterEach, beforeEach, expect, it } from 'vitest'
import { aCaller } from '../testing/fakes.ts'
import {
  bodyOf,
  execute,
  openWorkbench,
  plan,
  refusalOf,
  type SetUp,
  setUpAccount,
  type Workbench,
} from '../testing/workbench.ts'
import type { ListExportsParams } from './list-exports.ts'
import { operations } from './operations.ts'

let bench: Workbench
let setUp: SetUp
let ids: string[]

beforeEach(async () => {
  bench = await openWorkbench()
  setUp = await setUpAccount(bench.ports)
  ids = []
  for (let n = 0; n < 5; n += 1) {
    ids.unshift((await plan(bench.ports, setUp)).exportId)
    bench.clock.advance(n === 2 ? 0 : 1_000)
  }
})

afterEach(() => bench.close())

async function list(params: ListExportsParams = {}): Promise<{ ids: string[]; next: string | null }> {
  const { data, next_cursor } = bodyOf(await operations.listExports(params, aCaller(), bench.ports))
  return { ids: data.map(({ exportId }: { exportId: string }) => exportId), next: next_cursor }
}

it('lists the newest first', async () => {
  expect(await list()).toEqual({ ids, next: null })
})

it('pages hold every export once, those of one millisecond too', async () => {
  const first = await list({ limit: 2 })
  const second = await list({ limit: 2, cursor: String(first.next) })
  const third = await list({ limit: 2, cursor: String(second.next) })
  expect([...first.ids, ...second.ids, ...third.ids]).toEqual(ids)
  expect(third.next).toBeNull()
})

it('a page that ends with the last export has no next one', async () => {
  expect((await list({ limit: 5 })).next).toBeNull()
})

it('a page is stable when exports are added before it', async () => {
  const first = await list({ limit: 2 })
  await plan(bench.ports, setUp)
  expect((await list({ limit: 2, cursor: String(first.next) })).ids).toEqual(ids.slice(2, 4))
})

it('filters by the computed state', async () => {
  const [, middle = ''] = ids
  await execute(bench.ports, middle)
  expect(await list({ state: 'handing_off' })).toEqual({ ids: [middle], next: null })
  expect((await list({ state: 'blocked' })).ids).toEqual([])
})

it('filters by state page by page', async () => {
  const first = await list({ state: 'executable', limit: 3 })
  expect(first.ids).toEqual(ids.slice(0, 3))
  expect((await list({ state: 'executable', limit: 3, cursor: String(first.next) })).ids).toEqual(ids.slice(3))
})

it('a page looks at 1,000 exports at the most, and its cursor goes on from there', async () => {
  let read = 0
  const listExports: typeof bench.store.listExports = async (accountId, { limit }) => {
    const [history] = await bench.store.listExports(accountId, { limit: 1 })
    if (history === undefined) return []
    read += limit
    return Array.from({ length: limit }, (_, n) => ({
      ...history,
      export: { ...history.export, createdAt: -read - n },
    }))
  }
  const ports = { ...bench.ports, store: { ...bench.store, listExports } }
  const answer = bodyOf(await operations.listExports({ state: 'completed', limit: 100 }, aCaller(), ports))
  expect(answer.data).toEqual([])
  expect(answer.next_cursor).not.toBeNull()
  expect(read).toBe(1_000)
})

it('filters by readiness, warehouse and time', async () => {
  expect((await list({ readinessState: 'BLOCKED' })).ids).toEqual([])
  expect((await list({ warehouseId: setUp.warehouseId })).ids).toEqual(ids)
  expect((await list({ createdAfter: '2026-11-21T17:00:02Z', createdBefore: '2026-11-21T17:00:03Z' })).ids).toEqual(
    ids.slice(1, 3),
  )
})

it('an account sees its own exports alone', async () => {
  const answer = await operations.listExports({}, aCaller('acc_01k9m4w0000000000000000099'), bench.ports)
  expect(bodyOf(answer)).toEqual({ data: [], next_cursor: null })
})

it('a cursor that this list did not give is refused', async () => {
  const refusal = refusalOf(await operations.listExports({ cursor: 'MjAyNi0xMS0yMQ' }, aCaller(), bench.ports))
  expect(refusal).toMatchObject({ errorCode: 'VALIDATION_ERROR', field: 'cursor' })
})
