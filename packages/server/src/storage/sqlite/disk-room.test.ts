import { expect, it } from 'vitest'
import { StoreUnavailable } from '../../ports.ts'
import { accountId, at, change, executed, exportId, planned, write } from '../conformance/fixtures.conformance.ts'
import { order, recordWrites } from '../conformance/record-fixtures.conformance.ts'
import { diskRoom } from './disk-room.ts'
import { openSqliteStore } from './sqlite-store.ts'
import { temporaryFile } from './temporary-file.conformance.ts'

const mebibyte = 1024 * 1024

it.each([
  [64 * mebibyte, true],
  [64 * mebibyte - 1, false],
])('%d free bytes are room for new work: %s', (free, room) => {
  expect(diskRoom(() => free)()).toBe(room)
})

it('the disk is not asked for every change', () => {
  let asked = 0
  const hasRoom = diskRoom(() => {
    asked += 1
    return 0
  })
  expect([hasRoom(), hasRoom(), asked]).toEqual([false, false, 1])
})

it('on a nearly full disk nothing new is written or claimed, reads go on, and outcomes are recorded', async () => {
  const file = await temporaryFile()
  const roomy = await openSqliteStore({ file })
  await write(roomy, [...planned()])
  await write(roomy, executed())
  const claimed = await roomy.claimEffect({ worker: 'w1', now: at, leaseUntil: at + 45_000, avoidDestinations: [] })
  await roomy.close()
  const full = await openSqliteStore({ file, freeBytes: () => 0 })
  await expect(full.commit(change(recordWrites(order('a'))))).rejects.toBeInstanceOf(StoreUnavailable)
  expect([
    await full.claimEffect({ worker: 'w1', now: at, leaseUntil: at, avoidDestinations: [] }),
    await full.check(),
  ]).toEqual([null, false])
  if (claimed === null) throw new Error('nothing was claimed')
  const attempt = { ...claimed.attempt, finishedAt: at, outcome: 'accepted' as const }
  await write(full, [{ write: 'attempt', deliveryId: claimed.delivery.id, attempt }])
  const submission = (await full.loadExport(accountId, exportId))?.submissions[0]
  expect(submission?.attempts.map(({ outcome }) => outcome)).toEqual(['accepted'])
  await full.close()
})
