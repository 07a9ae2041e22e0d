import type { EventFeed } from '@entrygo/sdk/contract'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { aProfile, testAccountId } from '../testing/builders.ts'
import { aCaller } from '../testing/fakes.ts'
import { aWrite, bodyOf, execute, openWorkbench, plan, setUpAccount, type Workbench } from '../testing/workbench.ts'
import type { AccountEventsParams } from './list-events.ts'
import { operations } from './operations.ts'

const otherAccount = 'acc_01k9m4w0000000000000000099'
let bench: Workbench
let first: string
let second: string

beforeEach(async () => {
  bench = await openWorkbench()
  const setUp = await setUpAccount(bench.ports)
  first = (await plan(bench.ports, setUp)).exportId
  const other = await setUpAccount(bench.ports, otherAccount)
  await plan(bench.ports, other, { accountId: otherAccount })
  second = (await plan(bench.ports, setUp)).exportId
})

afterEach(async () => {
  vi.useRealTimers()
  await bench.close()
})

async function feed(params: AccountEventsParams = {}, accountId: string = testAccountId): Promise<EventFeed> {
  return bodyOf(await operations.listEvents(params, aCaller(accountId), bench.ports))
}

function told({ data }: EventFeed): string[] {
  return data.map(({ export_id, event }) => `${export_id === first ? 'first' : 'second'} ${event.seq} ${event.type}`)
}

it('tells the events of all exports of the account in the order of their commits, and of no other account', async () => {
  const all = await feed()
  expect(told(all)).toEqual([
    'first 1 EXPORT_PLANNED',
    'first 2 EXPORT_BATCH_CREATED',
    'second 1 EXPORT_PLANNED',
    'second 2 EXPORT_BATCH_CREATED',
  ])
  expect(new Set(all.data.map(({ export_id }) => export_id))).toEqual(new Set([first, second]))
  expect(await feed({}, 'acc_none')).toEqual({ data: [], next_after: 0, has_more: false })
})

it('pages follow each other without a gap', async () => {
  const start = await feed({ limit: 3 })
  expect(start).toMatchObject({ has_more: true, next_after: start.data[2]?.position })
  const end = await feed({ after: start.next_after, limit: 3 })
  expect(told(end)).toEqual(['second 2 EXPORT_BATCH_CREATED'])
  expect(end.has_more).toBe(false)
  expect(await feed({ after: end.next_after })).toEqual({ data: [], next_after: end.next_after, has_more: false })
})

it('waits for an event of any export and answers as soon as there is one', async () => {
  const { next_after: after } = await feed()
  const waiting = feed({ after, wait: 25 })
  await execute(bench.ports, first)
  expect(told(await waiting)[0]).toBe('first 3 CUSTOMS_PACKAGE_GENERATED')
})

it('is woken by a new plan too', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { next_after: after } = await feed()
  const waiting = feed({ after, wait: 25 })
  await vi.waitUntil(() => vi.getTimerCount() === 2)
  const { exportId } = await plan(bench.ports, await setUpAccount(bench.ports))
  const { data } = await waiting
  expect(data.map(({ export_id, event }) => [export_id, event.type])).toEqual([
    [exportId, 'EXPORT_PLANNED'],
    [exportId, 'EXPORT_BATCH_CREATED'],
  ])
})

it('is not woken by what happens in another account', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { next_after: after } = await feed()
  const waiting = feed({ after, wait: 25 })
  await vi.waitUntil(() => vi.getTimerCount() === 2)
  await operations.putAccountProfile(
    aWrite(aProfile({ accountId: otherAccount, gate: { valueOverUsd: 100 } })),
    aCaller(otherAccount),
    bench.ports,
  )
  const other = await setUpAccount(bench.ports, otherAccount)
  await plan(bench.ports, other, { accountId: otherAccount })
  expect(vi.getTimerCount()).toBe(2)
  await vi.advanceTimersByTimeAsync(25_000)
  expect(await waiting).toEqual({ data: [], next_after: after, has_more: false })
})

it('a wait ends empty at once when its signal aborts', async () => {
  const { next_after: after } = await feed()
  const abort = new AbortController()
  const waiting = feed({ after, wait: 25, signal: abort.signal })
  abort.abort()
  expect((await waiting).data).toEqual([])
})
