import { array, assert, asyncProperty, integer, shuffledSubarray, tuple } from 'fast-check'
import { expect, it } from 'vitest'
import type { ExportEvent } from './contract/index.ts'
import { inspected } from './plans.conformance.ts'
import type { Clock } from './transport/clock.ts'
import { type Inspecting, waitForExport } from './wait-for-export.ts'

const id = 'batch_01k9m4wk6f9g2a5d8s3j1p7y4r'
const done = inspected()

it('no chance makes an export of ten minutes take more than 90 polls', async () => {
  const lucks = [() => 0, () => 0.999, () => 0.5, (draw: number) => (draw % 2 === 0 ? 0 : 0.999)]
  const counts: number[] = []
  for (const luck of lucks) {
    let [polls, draws] = [0, 0]
    const clock = { ...eager(), random: () => luck(draws++) }
    const counting = playing([], () => {
      polls += 1
    })
    await expect(waitForExport(counting, id, { clock })).rejects.toMatchObject({ code: 'WAIT_TIMEOUT' })
    counts.push(polls)
  }
  expect(Math.max(...counts)).toBeLessThanOrEqual(90)
  expect(Math.min(...counts)).toBeGreaterThan(70)
})

it('of 10,000 random histories no event is told twice or left out', async () => {
  // What a poll sees: the events up to some seq, from some seq on, in any order, some of them twice.
  const view = tuple(
    integer({ min: 0, max: 9 }),
    integer({ min: 0, max: 9 }),
    shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8, 9]),
  )
  let duplicates = 0
  await assert(
    asyncProperty(array(view, { maxLength: 12 }), async (views) => {
      const told: number[] = []
      const pages = views.map(([upTo, from, order]) => [
        ...eventsTo(upTo).reverse(),
        ...order.filter((seq) => seq >= from && seq <= upTo).map(event),
      ])
      await waitForExport(playing([...pages, eventsTo(9)]), id, {
        clock: eager(),
        onEvent: ({ seq }) => told.push(seq),
      })
      duplicates += told.length - new Set(told).size
      expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    }),
    { numRuns: 10_000 },
  )
  expect(duplicates).toBe(0)
})

/** Answers each poll with the next page; the last one completes the export, without any it never does. */
function playing(pages: readonly (readonly ExportEvent[])[], onPoll: () => void = () => {}): Inspecting {
  let poll = 0
  const meta = {
    status: 200,
    requestId: 'req_1',
    idempotencyKey: null,
    replayed: false,
    retryAfterMs: null,
    attempts: [],
  }
  const safe: Inspecting['exports']['inspect']['safe'] = async () => {
    onPoll()
    const events = pages[poll] ?? []
    poll += 1
    return {
      ok: true,
      status: 200,
      meta,
      data: {
        ...done,
        events: [...events],
        state: poll < pages.length || pages.length === 0 ? 'handing_off' : 'completed',
      },
    }
  }
  return { exports: { inspect: { safe } } }
}

/** Every timer is due at once. */
function eager(): Clock {
  let now = 0
  return {
    now: () => now,
    after: (ms, task) => {
      now += ms
      queueMicrotask(task)
      return () => {}
    },
    random: () => 0.5,
  }
}

function event(seq: number): ExportEvent {
  return { id: `evt_${seq}`, seq, type: 'BROKER_SUBMISSION_SENT', at: '2026-11-21T15:04:05.000Z', data: {} }
}

function eventsTo(last: number): ExportEvent[] {
  return Array.from({ length: last }, (_, index) => event(index + 1))
}
