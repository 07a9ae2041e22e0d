import { assert, asyncProperty, integer, shuffledSubarray } from 'fast-check'
import { expect, it } from 'vitest'
import { createEntryGo } from './client.ts'
import type { PlacedEvent } from './contract/index.ts'
import { json, startScriptedServer } from './transport/scripted-server.conformance.ts'
import {
  connectionError,
  createScriptedFetch,
  createVirtualClock,
  refusal,
  type Step,
} from './transport/virtual-clock.conformance.ts'
import { latestPosition, watchEvents } from './watch-events.ts'

function placed(position: number): PlacedEvent {
  const event = {
    id: `evt_${position}`,
    seq: 1,
    type: 'EXPORT_PLANNED',
    at: '2026-11-21T15:04:05.000Z',
    data: {},
  } as const
  return { position, export_id: 'batch_1', event }
}

function page(...positions: readonly number[]): Step {
  return { body: { data: positions.map(placed), next_after: positions.at(-1) ?? 0, has_more: false } }
}

function scripted(steps: readonly Step[], seed = 1) {
  const clock = createVirtualClock(seed)
  const { fetch, sent } = createScriptedFetch(clock, ...steps)
  const client = createEntryGo({ baseUrl: 'https://api.example.com', apiKey: 'eg_test_1', clock, fetch })
  const seen = async (count: number, options = {}): Promise<number[]> => {
    const positions: number[] = []
    const watch = watchEvents(client, { clock, ...options })
    for (let index = 0; index < count; index += 1) {
      positions.push((await clock.settle(watch.next())).value.position)
    }
    return positions
  }
  return { clock, client, sent, seen }
}

it('events come in order, each request asks for those after the last one', async () => {
  const { seen, sent } = scripted([page(4, 7), page(), page(9)])
  expect(await seen(3, { after: 3 })).toEqual([4, 7, 9])
  expect(sent.map(({ url }) => new URL(url).search)).toEqual([
    '?after=3&limit=500&wait=25',
    '?after=7&limit=500&wait=25',
    '?after=7&limit=500&wait=25',
  ])
})

it('every event is told once, whatever the pages repeat', async () => {
  await assert(
    asyncProperty(integer({ min: 1, max: 1e6 }), shuffledSubarray([1, 2, 3, 4, 5, 6]), async (seed, cuts) => {
      const first = [...cuts].sort((a, b) => a - b).map((last) => page(...upTo(last)))
      const { seen } = scripted([...first, page(...upTo(6)), page(7)], seed)
      expect(await seen(7)).toEqual([1, 2, 3, 4, 5, 6, 7])
    }),
    { numRuns: 100 },
  )
})

it('a server that is away is asked again ever more slowly, for as long as it takes', async () => {
  const { seen, sent } = scripted([...Array.from({ length: 40 }, () => connectionError('ECONNREFUSED')), page(1)])
  const told: number[] = []
  expect(await seen(1, { onRetry: (_: Error, delayMs: number) => told.push(delayMs) })).toEqual([1])
  expect(told).toHaveLength(40)
  const gaps = sent.slice(1).map(({ at }, index) => at - (sent[index]?.at ?? 0))
  expect(gaps[0]).toBeLessThanOrEqual(500)
  expect(Math.min(...gaps.slice(5))).toBeGreaterThanOrEqual(5000)
  expect(Math.max(...gaps)).toBeLessThanOrEqual(10_000)
})

it('a Retry-After of the server wins over the own pace', async () => {
  const { seen, sent } = scripted([refusal(503, 'UNAVAILABLE', { 'retry-after': '45' }), page(1)])
  await seen(1)
  expect(sent[1]?.at).toBe(45_000)
})

it('a server that does not hold the request is not asked in a hot loop', async () => {
  const { seen, sent } = scripted([...Array.from({ length: 20 }, () => page()), page(1)])
  expect(await seen(1)).toEqual([1])
  expect(sent.at(-1)?.at).toBeGreaterThan(60_000)
})

it.each([
  ['the same page over and over', page(1)],
  ['a hint to ask at once', refusal(503, 'UNAVAILABLE', { 'retry-after': '0' })],
])('%s is no hot loop', async (_, step) => {
  const { seen, sent } = scripted([page(1), ...Array.from({ length: 20 }, () => step), page(2)])
  expect(await seen(2)).toEqual([1, 2])
  expect(sent.at(-1)?.at).toBeGreaterThan(60_000)
})

it('a page out of order is told in order, and nothing of it is lost', async () => {
  const { seen } = scripted([page(3, 1, 2), page(4)])
  expect(await seen(4)).toEqual([1, 2, 3, 4])
})

it.each([{}, { data: null }, { data: [null] }, { data: [{}] }])(
  'a good answer without the list is no raw error: %j',
  async (body) => {
    const refused = { kind: 'parse', code: 'INVALID_RESPONSE', operation: 'listEvents', status: 200 }
    await expect(scripted([{ body }]).seen(1)).rejects.toMatchObject(refused)
    const { client, clock } = scripted([{ body }])
    await expect(clock.settle(latestPosition(client))).rejects.toMatchObject(refused)
  },
)

it('the newest event of a server that answers the same page for ever is found all the same', async () => {
  const { client, clock, sent } = scripted([{ body: { data: [placed(1)], next_after: 1, has_more: true } }])
  expect(await clock.settle(latestPosition(client))).toBe(1)
  expect(sent.length).toBeLessThan(40)
})

it.each([
  [401, 'INVALID_API_KEY'],
  [403, 'INSUFFICIENT_SCOPE'],
])('%i %s ends the watch at once', async (status, code) => {
  const { seen, sent } = scripted([refusal(status, code)])
  await expect(seen(1)).rejects.toMatchObject({ kind: 'api', code })
  expect(sent).toHaveLength(1)
})

it('an abort ends the watch while it waits, and nothing is sent after it', async () => {
  const { client, clock, sent } = scripted([page()])
  const controller = new AbortController()
  const next = watchEvents(client, { clock, signal: controller.signal })
    .next()
    .catch((error: unknown) => error)
  await clock.advance(100)
  controller.abort('enough')
  expect(await next).toMatchObject({ kind: 'aborted', code: 'ABORTED', cause: 'enough' })
  expect([sent.length, clock.pending()]).toEqual([1, 0])
})

it.each([0, 1, 499, 500, 501, 12_345, 1_000_003])(
  'the newest of %i events is found in a few requests',
  async (count) => {
    await using server = await startScriptedServer((response, request) => {
      const { searchParams } = new URL(request.url, 'http://127.0.0.1')
      const after = Number(searchParams.get('after'))
      const last = Math.min(count, after + Number(searchParams.get('limit')))
      const data = Array.from({ length: Math.max(0, last - after) }, (_, index) => placed(after + 1 + index))
      json({ data, next_after: last, has_more: last < count })(response, request)
    })
    const client = createEntryGo({ baseUrl: server.url, apiKey: 'eg_test_1' })
    expect(await latestPosition(client)).toBe(count)
    expect(server.requests.length).toBeLessThan(40)
  },
)

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1)
}
