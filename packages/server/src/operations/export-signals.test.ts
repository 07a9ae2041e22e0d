import { expect, it } from 'vitest'
import { announceAccount, announceExport, listenToAccount, listenToExport } from './export-signals.ts'
import type { Timers } from './timers.ts'

const never: Timers = { after: () => () => {} }
const atOnce: Timers = {
  after(_, callback) {
    queueMicrotask(callback)
    return () => {}
  },
}

it('a listener wakes when its export is announced', async () => {
  const store = {}
  const listener = listenToExport(store, 'batch_1')
  const woken = listener.wait(never, 1_000)
  announceExport(store, 'batch_2')
  announceExport(store, 'batch_1')
  await expect(woken).resolves.toBeUndefined()
})

it('who follows an account wakes when the account is announced, and not for another or for an export', async () => {
  const store = {}
  const listener = listenToAccount(store, 'acc_1')
  let isWoken = false
  const woken = listener.wait(never, 1_000).then(() => {
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
  const store = {}
  const listener = listenToExport(store, 'batch_1')
  announceExport(store, 'batch_1')
  await expect(listener.wait(never, 1_000)).resolves.toBeUndefined()
})

it('a wait ends at its limit', async () => {
  const listener = listenToExport({}, 'batch_1')
  await expect(listener.wait(atOnce, 1_000)).resolves.toBeUndefined()
})

it('a wait ends when it is aborted', async () => {
  const abort = new AbortController()
  const woken = listenToExport({}, 'batch_1').wait(never, 1_000, abort.signal)
  abort.abort()
  await expect(woken).resolves.toBeUndefined()
})
