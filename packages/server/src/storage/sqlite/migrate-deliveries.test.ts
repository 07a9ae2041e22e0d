import { expect, it, onTestFinished } from 'vitest'
import { sqliteMigrations } from '../migrations/index.ts'
import { Database } from './database.ts'
import { migrate } from './migrate.ts'
import { fillSchemaTwo } from './schema-two.conformance.ts'
import { openSqliteStore } from './sqlite-store.ts'
import { temporaryFile } from './temporary-file.conformance.ts'

const at = 1_700_000_000_000

it('submissions become deliveries to the broker of the plan that was executed, with attempts and effects', async () => {
  const file = await temporaryFile()
  await fillSchemaTwo(file)
  const store = await openSqliteStore({ file })
  onTestFinished(() => store.close())
  const delivery = {
    ...{ kind: 'submission', revision: 1, transport: 'email', policy: 'at_most_once', payloadSha: 'sha' },
    terms: { keyWindowMs: 0, isQueryable: false, settleMs: 0, concurrency: 1 },
    ...{ destination: 'desk@broker.example', subject: 'Package', roundFromN: 2, resendRisk: true, doubtResolvedN: 0 },
    createdAt: at,
  }
  const attempt = {
    ...{ n: 1, epoch: 1, kind: 'send', startedAt: at, finishedAt: at + 1, outcome: 'unknown', evidence: 'timeout' },
  }
  const effect = {
    ...{ kind: 'send', destination: 'desk@broker.example', availableAt: at + 5, notAfter: null, leaseEpoch: 1 },
    ...{ sends: 1, lastN: 1, lane: null, laneSeq: null },
  }
  expect(await store.loadDelivery('acc_one', 'sub_one')).toEqual({
    ...{ ...delivery, id: 'sub_one', exportId: 'batch_one', partyId: 'br_one', state: 'QUEUED', brokerRef: null },
    attempts: [],
    outbox: {
      ...{ ...effect, id: 'out_one', deliveryId: 'sub_one', exportId: 'batch_one', leaseOwner: null, leaseUntil: null },
    },
  })
  expect(await store.loadDelivery('acc_one', 'sub_two')).toEqual({
    ...{ ...delivery, id: 'sub_two', exportId: 'batch_two', partyId: 'br_two', state: 'RETRY_WAIT', brokerRef: null },
    attempts: [attempt],
    // The server that held the lease is gone, as at every start.
    outbox: {
      ...{ ...effect, id: 'out_two', deliveryId: 'sub_two', exportId: 'batch_two', leaseOwner: 'w1', leaseUntil: 0 },
    },
  })
  expect(await store.loadDelivery('acc_two', 'sub_three')).toEqual({
    ...{ ...delivery, id: 'sub_three', exportId: 'batch_three', partyId: 'br_three', state: 'ACCEPTED' },
    ...{ brokerRef: 'ref', attempts: [attempt], outbox: null },
  })
})

it('the life of old rows goes on: an effect is claimed, an expired lease is found, events have places', async () => {
  const file = await temporaryFile()
  await fillSchemaTwo(file)
  const store = await openSqliteStore({ file })
  onTestFinished(() => store.close())
  const claim = { worker: 'w2', now: at + 5, leaseUntil: at + 50, avoidDestinations: [] }
  expect(await store.claimEffect(claim)).toMatchObject({ delivery: { id: 'sub_one' }, attempt: { n: 2, epoch: 2 } })
  expect(await store.claimEffect(claim)).toBeNull()
  expect((await store.expiredEffects(at, 10)).map(({ delivery: { id } }) => id)).toEqual(['sub_two'])
  const feed = await store.listAccountEvents('acc_one', 0, 10)
  expect(feed.map(({ position, event: { id } }) => [position, id])).toEqual([
    [1, 'evt_one_1'],
    [2, 'evt_one_2'],
    [3, 'evt_two_1'],
    [4, 'evt_two_2'],
  ])
})

it('every other table keeps its rows, and no row refers to a missing one', async () => {
  const file = await temporaryFile()
  await fillSchemaTwo(file)
  const database = new Database({ file, access: 'write', cacheBytes: 1024 * 1024 })
  onTestFinished(() => database.close())
  const kept = ['api_keys', 'idempotency', 'accounts', 'budgets', 'orders', 'products', 'warehouses', 'brokers'].concat(
    ['blobs', 'exports', 'plans', 'approvals', 'executions', 'packages', 'artifacts'],
  )
  const rows = (): unknown[] => kept.map((table) => database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all())
  const keyed = (): unknown[] => rows().map((table) => JSON.stringify(table))
  const before = keyed()
  expect(before.filter((table) => table === '[]')).toEqual([])
  await migrate(database, sqliteMigrations)
  expect(keyed()).toEqual(before)
  expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([])
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
  const count = (table: string): unknown => database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n']
  expect(['deliveries', 'attempts', 'outbox', 'notifications', 'events', 'webhooks'].map(count)).toEqual([
    3, 2, 2, 3, 6, 0,
  ])
})

it('events stay append-only', async () => {
  const file = await temporaryFile()
  await fillSchemaTwo(file)
  const database = new Database({ file, access: 'write', cacheBytes: 1024 * 1024 })
  onTestFinished(() => database.close())
  await migrate(database, sqliteMigrations)
  expect(() => database.exec('DELETE FROM events')).toThrow(/append-only/)
  expect(() => database.exec(`UPDATE events SET data = ''`)).toThrow(/append-only/)
})
