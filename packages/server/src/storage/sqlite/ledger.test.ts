import { expect, it, onTestFinished } from 'vitest'
import type { Store } from '../../ports.ts'
import {
  accountId,
  at,
  change,
  executed,
  exportRecord,
  otherAccountId,
  outcomeOf,
  planned,
  submission,
  write,
} from '../conformance/fixtures.conformance.ts'
import { openSqliteLedger, type SqliteLedger } from './ledger.ts'
import { openSqliteStore, type SqliteStore } from './sqlite-store.ts'
import { temporaryFile } from './temporary-file.conformance.ts'

it('submissions of all accounts are listed, newest first, as many as asked for', async () => {
  const { store, ledger } = await besideServer()
  await prepare(store, { id: 'batch_1', createdAt: at + 1 })
  await prepare(store, { id: 'batch_2', createdAt: at + 3 })
  await prepare(store, { id: 'batch_3', createdAt: at + 2, of: otherAccountId })
  const listed = await ledger.listSubmissions({ limit: 10 })
  expect(listed.map((one) => [one.accountId, one.submission.id])).toEqual([
    [accountId, 'sub_batch_2'],
    [otherAccountId, 'sub_batch_3'],
    [accountId, 'sub_batch_1'],
  ])
  const history = await store.loadExport(accountId, 'batch_2')
  expect(listed[0]?.submission).toEqual(history?.submissions[0])
  expect(await ledger.listSubmissions({ limit: 2 })).toEqual(listed.slice(0, 2))
})

it('submissions are narrowed by state, account and export', async () => {
  const { store, ledger } = await besideServer()
  await prepare(store, { id: 'batch_1', createdAt: at })
  await prepare(store, { id: 'batch_2', createdAt: at + 1, of: otherAccountId })
  await write(store, [{ write: 'delivery', delivery: submission({ state: 'UNCONFIRMED' }) }])
  const ids = async (query: Parameters<SqliteLedger['listSubmissions']>[0]): Promise<string[]> =>
    (await ledger.listSubmissions(query)).map((one) => one.submission.id)
  expect(await ids({ states: ['FAILED', 'UNCONFIRMED'], limit: 9 })).toEqual(['sub_batch_1'])
  expect(await ids({ states: [], limit: 9 })).toEqual([])
  expect(await ids({ accountId: otherAccountId, limit: 9 })).toEqual(['sub_batch_2'])
  expect(await ids({ accountId, exportId: 'batch_1', limit: 9 })).toEqual(['sub_batch_1'])
  expect(await ids({ exportId: 'batch_gone', limit: 9 })).toEqual([])
})

it('a submission is found by its id alone', async () => {
  const { store, ledger } = await besideServer()
  await prepare(store, { id: 'batch_1', createdAt: at, of: otherAccountId })
  expect(await ledger.findSubmission('sub_batch_1')).toMatchObject({ accountId: otherAccountId })
  expect(await ledger.findSubmission('sub_gone')).toBeNull()
})

it('what the operator commits is seen by the server, and what the server did meanwhile makes the operator stale', async () => {
  const { store, ledger } = await besideServer()
  await prepare(store, { id: 'batch_1', createdAt: at })
  const read = await ledger.loadExport(accountId, 'batch_1')
  const version = read?.export.version ?? 0
  const resolve = change(
    [
      { write: 'delivery', delivery: submission({ state: 'ACCEPTED' }) },
      { write: 'noOutbox', outboxId: 'out_batch_1' },
      { write: 'export', export: exportRecord({ status: 'executed', eventSeq: 3, version: version + 1 }) },
    ],
    { expect: [{ expect: 'export', exportId: 'batch_1', version }] },
  )
  await store.claimEffect({ worker: 'w1', now: at, leaseUntil: at + 45_000, avoidDestinations: [] })
  expect(await outcomeOf(ledger.commit(resolve))).toBe('stale')
  const again = { ...exportRecord({ status: 'executed', eventSeq: 3 }), version: version + 2 }
  const writes = resolve.writes.map((one) => (one.write === 'export' ? { ...one, export: again } : one))
  expect(await outcomeOf(ledger.commit(change(writes)))).toBe('committed')
  expect(await store.loadDelivery(accountId, 'sub_batch_1')).toMatchObject({ state: 'ACCEPTED', outbox: null })
})

async function besideServer(): Promise<{ store: SqliteStore; ledger: SqliteLedger }> {
  const file = await temporaryFile()
  const store = await openSqliteStore({ file })
  const ledger = await openSqliteLedger({ file })
  onTestFinished(async () => {
    await ledger.close()
    await store.close()
  })
  return { store, ledger }
}

interface Prepared {
  readonly id: string
  readonly createdAt: number
  readonly of?: string
}

async function prepare(store: Store, { id, createdAt, of = accountId }: Prepared): Promise<void> {
  await write(store, planned(exportRecord({ id })), { accountId: of })
  const writes = executed(id).map((one) =>
    one.write === 'delivery' ? { ...one, delivery: { ...one.delivery, createdAt } } : one,
  )
  await write(store, writes, { accountId: of })
}
