import { expect, it, onTestFinished } from 'vitest'
import {
  accountId,
  at,
  event,
  executed,
  exportId,
  planned,
  submission,
  write,
} from '../conformance/fixtures.conformance.ts'
import { recordWrites, webhook } from '../conformance/record-fixtures.conformance.ts'
import { openSqliteStore, type SqliteStore } from './sqlite-store.ts'
import { temporaryFile } from './temporary-file.conformance.ts'

const thirtyDays = 30 * 24 * 3_600_000
const replay = { write: 'replay', webhookId: 'whk_erp', exportId, afterSeq: 0 } as const

it('deliveries of events that ended 30 days ago are removed with their attempts, a bounded number at a time', async () => {
  const store = await opened()
  await write(store, [...recordWrites(webhook('erp')), ...planned(), event(3)])
  await endAll(store)
  const sweep = (now: number): Promise<number> => store.sweepDeliveries(now, 2)
  expect(await sweep(at + thirtyDays - 1)).toBe(0)
  expect([await sweep(at + thirtyDays), await sweep(at + thirtyDays), await sweep(at + thirtyDays)]).toEqual([2, 1, 0])
  expect((await store.listWebhooks(accountId))[0]?.recent).toEqual([])
})

it('events stay, and a replay carries them once more', async () => {
  const store = await opened()
  await write(store, [...recordWrites(webhook('erp')), ...planned()])
  await endAll(store)
  await store.sweepDeliveries(at + thirtyDays, 10)
  expect((await store.loadAllEvents(accountId, exportId))?.length).toBe(2)
  await write(store, [replay])
  expect((await store.listWebhooks(accountId))[0]?.pendingCount).toBe(2)
})

it('what waits stays however old it is, and so do submissions', async () => {
  const store = await opened()
  await write(store, [...recordWrites(webhook('erp')), ...planned()])
  await write(store, [...executed(), { write: 'delivery', delivery: submission({ state: 'ACCEPTED' }) }])
  expect(await store.sweepDeliveries(at + 10 * thirtyDays, 10)).toBe(0)
  expect((await store.loadExport(accountId, exportId))?.submissions).toHaveLength(1)
})

it('an old event that was replayed lately stays for another 30 days', async () => {
  const store = await opened()
  await write(store, [...recordWrites(webhook('erp')), ...planned()])
  await endAll(store)
  await write(store, [replay])
  await endAll(store, at + thirtyDays)
  expect(await store.sweepDeliveries(at + thirtyDays + 1, 10)).toBe(0)
  expect(await store.sweepDeliveries(at + 2 * thirtyDays, 10)).toBe(2)
})

async function opened(): Promise<SqliteStore> {
  const store = await openSqliteStore({ file: await temporaryFile() })
  onTestFinished(() => store.close())
  return store
}

async function endAll(store: SqliteStore, now = at): Promise<void> {
  const claim = { worker: 'w1', now, leaseUntil: now + 45_000, avoidDestinations: [] }
  for (let claimed = await store.claimEffect(claim); claimed !== null; claimed = await store.claimEffect(claim)) {
    const { delivery, outbox, attempt } = claimed
    await write(store, [
      { write: 'attempt', deliveryId: delivery.id, attempt: { ...attempt, finishedAt: now, outcome: 'accepted' } },
      { write: 'delivery', delivery: { ...delivery, state: 'ACCEPTED' } },
      { write: 'noOutbox', outboxId: outbox.id },
    ])
  }
}
