import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { isRefusal } from '../domain/refusal.ts'
import { aCaller } from '../testing/fakes.ts'
import { bodyOf, execute, openWorkbench, plan, refusalOf, setUpAccount, type Workbench } from '../testing/workbench.ts'
import { type EventsParams, followExportEvents } from './list-export-events.ts'
import { operations } from './operations.ts'

let bench: Workbench
let id: string

beforeEach(async () => {
  bench = await openWorkbench()
  id = (await plan(bench.ports, await setUpAccount(bench.ports))).exportId
})

afterEach(async () => {
  vi.useRealTimers()
  await bench.close()
})

function list(params: Omit<EventsParams, 'id'> = {}) {
  return operations.listExportEvents({ id, ...params }, aCaller(), bench.ports)
}

async function seqs(params: Omit<EventsParams, 'id'>): Promise<number[]> {
  return bodyOf(await list(params)).data.map(({ seq }: { seq: number }) => seq)
}

it('gives the events after a position, oldest first', async () => {
  expect(bodyOf(await list())).toMatchObject({
    data: [
      { seq: 1, type: 'EXPORT_PLANNED', at: '2026-11-21T17:00:00.000Z' },
      { seq: 2, type: 'EXPORT_BATCH_CREATED', data: { batch_id: id, included_order_count: 1 } },
    ],
    next_after: 2,
    has_more: false,
  })
  expect(await seqs({ after: 1 })).toEqual([2])
})

it('a full page says that there is more', async () => {
  const page = bodyOf(await list({ limit: 1 }))
  expect(page).toMatchObject({ next_after: 1, has_more: true })
  expect(bodyOf(await list({ limit: 1, after: page.next_after }))).toMatchObject({ next_after: 2, has_more: false })
})

it('an empty page keeps the position', async () => {
  expect(bodyOf(await list({ after: 9 }))).toEqual({ data: [], next_after: 9, has_more: false })
})

it('waits for an event and answers as soon as there is one', async () => {
  const waiting = seqs({ after: 2, wait: 25 })
  await execute(bench.ports, id)
  expect(await waiting).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
})

it('a wait without an event ends empty after its seconds', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const waiting = list({ after: 2, wait: 25 })
  await vi.waitUntil(() => vi.getTimerCount() === 2)
  await vi.advanceTimersByTimeAsync(25_000)
  expect(bodyOf(await waiting).data).toEqual([])
})

it('a wait ends empty at once when its signal aborts', async () => {
  const abort = new AbortController()
  const waiting = list({ after: 2, wait: 25, signal: abort.signal })
  abort.abort()
  expect(bodyOf(await waiting).data).toEqual([])
})

it('does not wait when there are events', async () => {
  expect(await seqs({ wait: 25 })).toEqual([1, 2])
})

it('an export of another account is answered like an unknown one', async () => {
  const caller = aCaller('acc_01k9m4w0000000000000000099')
  const answers = [
    await operations.listExportEvents({ id, wait: 25 }, caller, bench.ports),
    await operations.listExportEvents({ id: 'batch_none', wait: 25 }, caller, bench.ports),
    await followExportEvents({ id, signal: AbortSignal.abort() }, caller, bench.ports).then((answer) =>
      isRefusal(answer) ? answer : { status: 200, contentType: '', body: '' },
    ),
  ]
  const texts = answers.map((answer) => JSON.stringify(refusalOf(answer)).replace(/batch_\w+/, 'ID'))
  expect(new Set(texts).size).toBe(1)
})

it('follows events as they are committed, from a position, until it is aborted', async () => {
  const abort = new AbortController()
  const followed = await followExportEvents({ id, after: 1, signal: abort.signal }, aCaller(), bench.ports)
  if (isRefusal(followed)) throw new Error(followed.message)
  const seen: number[] = []
  for await (const events of followed) {
    seen.push(...events.map(({ seq }) => seq))
    if (seen.at(-1) === 2) void execute(bench.ports, id)
    if (seen.at(-1) === 12) abort.abort()
  }
  expect(seen).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
})
