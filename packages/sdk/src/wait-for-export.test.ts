import { assert, asyncProperty, integer, shuffledSubarray } from 'fast-check'
import { expect, it } from 'vitest'
import { createEntryGo } from './client.ts'
import type { ExportEvent } from './contract/index.ts'
import { inspected } from './plans.conformance.ts'
import {
  connectionError,
  createScriptedFetch,
  createVirtualClock,
  refusal,
  type Step,
} from './transport/virtual-clock.conformance.ts'
import { resumeWatch, type WaitOptions, waitForExport, watchExport } from './wait-for-export.ts'

const id = 'batch_01k9m4wk6f9g2a5d8s3j1p7y4r'

function stands(state: string, events: readonly ExportEvent[] = []): Step {
  return { body: inspected({ state, events }) }
}

function event(seq: number): ExportEvent {
  return { id: `evt_${seq}`, seq, type: 'BROKER_SUBMISSION_SENT', at: '2026-11-21T15:04:05.000Z', data: {} }
}

function scripted(steps: readonly Step[], seed = 1) {
  const clock = createVirtualClock(seed)
  const { fetch, sent } = createScriptedFetch(clock, ...steps)
  const client = createEntryGo({ baseUrl: 'https://api.example.com', apiKey: 'eg_test_1', clock, fetch, retry: false })
  const wait = (options: WaitOptions = {}) => clock.settle(waitForExport(client, id, { clock, ...options }))
  return { clock, sent, client, wait }
}

it('the first poll is at once, and the answer is the export', async () => {
  const { wait, clock } = scripted([stands('completed')])
  expect(await wait()).toMatchObject({ exportId: id, state: 'completed' })
  expect(clock.now()).toBe(0)
})

it.each(['completed', 'needs_action', 'blocked', 'awaiting_approval', 'executable', 'dry_run'])(
  '%s ends a wait',
  async (state) => {
    const { wait, sent } = scripted([stands('handing_off'), stands(state)])
    expect(await wait()).toMatchObject({ state })
    expect(sent).toHaveLength(2)
  },
)

it('completed and needs_action end a wait for something else', async () => {
  const { wait } = scripted([stands('awaiting_approval'), stands('executable'), stands('needs_action')])
  expect(await wait({ until: ['completed'] })).toMatchObject({ state: 'needs_action' })
})

it('an export of ten minutes takes at most 90 polls, first half a second apart, then ten seconds at most', async () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const { wait, sent } = scripted([stands('handing_off')], seed)
    await expect(wait()).rejects.toMatchObject({ kind: 'timeout', code: 'WAIT_TIMEOUT' })
    expect(sent.length).toBeLessThanOrEqual(90)
    const gaps = sent.slice(1).map(({ at }, index) => at - (sent[index]?.at ?? 0))
    expect(gaps[0]).toBeGreaterThanOrEqual(250)
    expect(gaps[0]).toBeLessThanOrEqual(500)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(10_000)
  }
})

it('an unknown state is polled on, ever more slowly, until the deadline', async () => {
  const { wait, clock, sent } = scripted([stands('teleporting')])
  await expect(wait({ timeoutMs: 30_000 })).rejects.toMatchObject({
    code: 'WAIT_TIMEOUT',
    message: expect.stringContaining('teleporting'),
  })
  expect(clock.now()).toBe(30_000)
  expect(sent.length).toBeLessThan(12)
})

it.each([
  [401, 'INVALID_API_KEY'],
  [403, 'INSUFFICIENT_SCOPE'],
  [404, 'EXPORT_NOT_FOUND'],
])('%i %s fails at once', async (status, code) => {
  const { wait, clock, sent } = scripted([refusal(status, code)])
  await expect(wait()).rejects.toMatchObject({ kind: 'api', code, status })
  expect([sent.length, clock.now()]).toEqual([1, 0])
})

it('a few failures in a row are forgiven, and one more is not', async () => {
  const lost = connectionError('ECONNRESET')
  const fine = scripted([
    lost,
    refusal(503, 'UNAVAILABLE'),
    lost,
    lost,
    lost,
    stands('handing_off'),
    lost,
    stands('completed'),
  ])
  expect(await fine.wait()).toMatchObject({ state: 'completed' })
  const broken = scripted([lost])
  await expect(broken.wait()).rejects.toMatchObject({ kind: 'network' })
  expect(broken.sent).toHaveLength(6)
})

it('a Retry-After of the server wins over the own pace', async () => {
  const { wait, sent } = scripted([refusal(503, 'UNAVAILABLE', { 'retry-after': '45' }), stands('completed')])
  await wait()
  expect(sent[1]?.at).toBe(45_000)
})

it('an abort during the sleep ends the wait, and nothing is sent after it', async () => {
  const { client, clock, sent } = scripted([stands('handing_off')])
  const controller = new AbortController()
  const wait = waitForExport(client, id, { clock, signal: controller.signal }).catch((error: unknown) => error)
  await clock.advance(100)
  controller.abort('enough')
  expect(await wait).toMatchObject({ kind: 'aborted', code: 'ABORTED', cause: 'enough' })
  expect([sent.length, clock.pending()]).toEqual([1, 0])
})

it('every event is told once, in order, whatever the polls repeat', async () => {
  const histories = shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8])
  await assert(
    asyncProperty(integer({ min: 1, max: 1e6 }), histories, async (seed, cuts) => {
      const steps = [...cuts].sort((a, b) => a - b).map((last) => stands('handing_off', eventsTo(last).reverse()))
      const { client, clock } = scripted([...steps, stands('completed', eventsTo(8))], seed)
      const told: number[] = []
      await clock.settle(waitForExport(client, id, { clock, onEvent: ({ seq }) => told.push(seq) }))
      expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    }),
    { numRuns: 200 },
  )
})

it('a wait is taken up again after the last event that was seen', async () => {
  const { client, clock } = scripted([stands('handing_off', eventsTo(3)), stands('completed', eventsTo(4))])
  const watch = watchExport(client, id, { clock, after: 2 })
  expect(await clock.settle(watch.next())).toMatchObject({ value: { seq: 3 } })
  expect(await clock.settle(watch.next())).toMatchObject({ value: { seq: 4 } })
  expect(await clock.settle(watch.next())).toMatchObject({ done: true, value: { state: 'completed' } })
})

it('a wait can be written down and taken up again, with what is left of its time', async () => {
  const { client, clock } = scripted([stands('handing_off', eventsTo(3)), stands('completed', eventsTo(4))])
  const watch = watchExport(client, id, { clock, timeoutMs: 60_000, until: ['completed'] })
  for (const seq of [1, 2, 3]) expect(await clock.settle(watch.next())).toMatchObject({ value: { seq } })
  await clock.advance(20_000)
  const saved = JSON.parse(JSON.stringify(watch))
  expect(saved).toEqual({ exportId: id, after: 3, timeoutMs: 40_000, until: ['completed'] })
  const resumed = resumeWatch(client, saved, { clock })
  expect(await clock.settle(resumed.next())).toMatchObject({ value: { seq: 4 } })
  expect(await clock.settle(resumed.next())).toMatchObject({ done: true, value: { state: 'completed' } })
  const late = resumeWatch(client, { ...saved, timeoutMs: 0 }, { clock })
  await expect(clock.settle(late.next())).rejects.toMatchObject({ code: 'WAIT_TIMEOUT' })
})

it('a hint that does not fit the time that is left ends the wait at once', async () => {
  const { wait, clock, sent } = scripted([refusal(503, 'UNAVAILABLE', { 'retry-after': '3600' })])
  await expect(wait()).rejects.toMatchObject({ code: 'WAIT_TIMEOUT', retryable: true, retryAfterMs: 3_600_000 })
  expect([sent.length, clock.now()]).toEqual([1, 0])
})

function eventsTo(last: number): ExportEvent[] {
  return Array.from({ length: last }, (_, index) => event(index + 1))
}

it.each(['0', 'Wed, 21 Oct 2015 07:28:00 GMT'])('a hint to ask at once (%s) is no hot loop', async (hint) => {
  const body = inspected({ state: 'handing_off', events: [] })
  const { wait, sent } = scripted([{ body, headers: { 'retry-after': hint } }])
  await expect(wait({ timeoutMs: 600_000 })).rejects.toMatchObject({ code: 'WAIT_TIMEOUT' })
  expect(sent.length).toBeLessThan(90)
})

it.each([{}, { state: 'completed', events: null }, { state: 'completed', events: [null] }])(
  'a good answer that is no export is no raw error: %j',
  async (body) => {
    await expect(scripted([{ body }]).wait()).rejects.toMatchObject({ kind: 'parse', code: 'INVALID_RESPONSE' })
  },
)
