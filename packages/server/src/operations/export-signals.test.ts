import { expect, it } from 'vitest'
import { fixedClock, manualTimers } from '../testing/fakes.ts'
import { announceAccount, announceExport, listenToAccount, listenToExport } from './export-signals.ts'
import type { Timers } from './timers.ts'

const hasNews = (): Promise<boolean> => Promise.resolve(false)
const never: Timers = { after: () => () => {} }
const atOnce: Timers = {
  after(_, callback) {
    queueMicrotask(callback)
    return () => {}
  },
}

it('a listener wakes when its export is announced', async () => {
  const store = aStore()
  const listener = listenToExport(store, 'batch_1')
  const woken = listener.wait({ timers: never, limitMs: 1_000, hasNews })
  announceExport(store, 'batch_2')
  announceExport(store, 'batch_1')
  await expect(woken).resolves.toBeUndefined()
})

it('who follows an account wakes when the account is announced, and not for another or for an export', async () => {
  const store = aStore()
  const listener = listenToAccount(store, 'acc_1')
  let isWoken = false
  const woken = listener.wait({ timers: never, limitMs: 1_000, hasNews }).then(() => {
    isWoken = true
  })
  announceAccount(store, 'acc_2')
  announceExport(store, 'acc_1')
  await Promise.resolve()
  expect(isWoken).toBe(false)
  announceAccount(store, 'acc_1')
  await expect(woken).resolves.toBeUndefined()
})

it('an announcement between the read and the wait is not lost', async () => {
  const store = aStore()
  const listener = listenToExport(store, 'batch_1')
  announceExport(store, 'batch_1')
  await expect(listener.wait({ timers: never, limitMs: 1_000, hasNews })).resolves.toBeUndefined()
})

it('a wait ends at its limit', async () => {
  const listener = listenToExport(aStore(), 'batch_1')
  await expect(listener.wait({ timers: atOnce, limitMs: 1_000, hasNews })).resolves.toBeUndefined()
})

it('a wait ends when it is aborted', async () => {
  const abort = new AbortController()
  const woken = listenToExport(aStore(), 'batch_1').wait({
    timers: never,
    limitMs: 1_000,
    hasNews,
    signal: abort.signal,
  })
  abort.abort()
  await expect(woken).resolves.toBeUndefined()
})

it('what another process wrote is noticed within a second, by whom it concerns', async () => {
  const clock = fixedClock()
  const timers = manualTimers(clock)
  let [position, looks] = [7, 0]
  const store = {
    lastEventPosition: async () => {
      looks += 1
      return position
    },
  }
  const woken: string[] = []
  const waiting = (topic: string, news: () => Promise<boolean>): void => {
    const listener = listenToExport(store, topic)
    void listener.wait({ timers, limitMs: 25_000, hasNews: news }).then(() => woken.push(topic))
  }
  let reads = 0
  waiting('batch_1', async () => position === 9)
  waiting('batch_2', async () => {
    reads += 1
    return false
  })
  const seconds = async (count: number): Promise<void> => {
    for (let second = 0; second < count; second += 1) {
      timers.advance(1_000)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  await seconds(10)
  // The first look does not know what was read before it.
  expect([woken, looks, reads]).toEqual([[], 10, 1])
  position = 9
  await seconds(1)
  expect([woken, looks, reads]).toEqual([['batch_1'], 11, 2])
  await seconds(14)
  expect(woken).toEqual(['batch_1', 'batch_2'])
  await seconds(10)
  expect(looks).toBe(24)
})

it('a store that cannot be read is asked again', async () => {
  const timers = manualTimers(fixedClock())
  const answers = [Promise.reject(new Error('busy')), Promise.resolve(1)]
  const store = { lastEventPosition: () => answers.shift() ?? Promise.resolve(1) }
  const woken = listenToExport(store, 'batch_1').wait({ timers, limitMs: 25_000, hasNews: async () => true })
  timers.advance(1_000)
  await new Promise((resolve) => setImmediate(resolve))
  timers.advance(1_000)
  await expect(woken).resolves.toBeUndefined()
})

function aStore(): { lastEventPosition: () => Promise<number> } {
  return { lastEventPosition: () => Promise.resolve(0) }
}
