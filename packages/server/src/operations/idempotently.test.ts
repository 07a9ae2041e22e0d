import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { StoreUnavailable } from '../ports.ts'
import { aProduct, testAccountId } from '../testing/builders.ts'
import { aCaller } from '../testing/fakes.ts'
import { aWrite, bodyOf, openWorkbench, refusalOf, type Workbench } from '../testing/workbench.ts'
import { idempotently } from './idempotently.ts'
import { jsonReply } from './operation.ts'
import { operations } from './operations.ts'

const thirtyDaysMs = 30 * 24 * 3_600_000
let bench: Workbench

beforeEach(async () => {
  bench = await openWorkbench()
})

afterEach(async () => {
  vi.useRealTimers()
  await bench.close()
})

function sync(items: object, key: string | null, accountId: string = testAccountId) {
  const body = { accountId, items: [{ ...aProduct(), ...items }] }
  return operations.syncProducts(aWrite(body, key), aCaller(accountId), bench.ports)
}

function bytes(answer: Awaited<ReturnType<typeof sync>>): Buffer {
  if (!('body' in answer)) throw new Error(answer.errorCode)
  return Buffer.from(answer.body)
}

it('the same key and request replay the stored answer byte for byte', async () => {
  const first = await sync({}, 'nightly')
  await sync({ description: 'Bound paper notebook, A6, ruled, 60 leaves' }, null)
  const again = await sync({}, 'nightly')
  expect(bytes(again)).toEqual(bytes(first))
  expect(again).toMatchObject({ status: 200, contentType: 'application/json', replayed: true })
  expect(bodyOf(first).data[0].created).toBe(true)
})

it('the first answer does not say that it is a replay', async () => {
  expect(await sync({}, 'nightly')).not.toHaveProperty('replayed')
})

it('the order of keys and the spelling of numbers do not make another request', async () => {
  const { ports } = bench
  const caller = aCaller()
  const texts = [
    '{"accountId":"A","items":[{"externalId":"p","modelYear":2024}]}',
    '{"items":[{"modelYear":2.024e3,"externalId":"p"}],"accountId":"A"}',
  ]
  const [first, second] = texts.map((text) => JSON.parse(text.replace('"A"', `"${testAccountId}"`)))
  await operations.syncProducts(aWrite(first, 'nightly'), caller, ports)
  expect(await operations.syncProducts(aWrite(second, 'nightly'), caller, ports)).toMatchObject({ replayed: true })
})

it('the key in the body is no part of the request', async () => {
  const body = { accountId: testAccountId, items: [aProduct()] }
  await operations.syncProducts(aWrite(body, 'nightly'), aCaller(), bench.ports)
  const other = aWrite({ ...body, idempotencyKey: 'nightly' }, 'nightly')
  expect(await operations.syncProducts(other, aCaller(), bench.ports)).toMatchObject({ replayed: true })
})

it('a changed value under the same key is a conflict that names the first operation and its time', async () => {
  await sync({}, 'nightly')
  const refusal = refusalOf(await sync({ uom: 'C62' }, 'nightly'))
  expect(refusal.errorCode).toBe('IDEMPOTENCY_CONFLICT')
  expect(refusal.details).toEqual({ operation: 'syncProducts', at: '2026-11-21T17:00:00.000Z' })
})

it('one key on two operations is a conflict', async () => {
  await sync({}, 'nightly')
  const body = { accountId: testAccountId, items: [] }
  const refusal = refusalOf(await operations.syncOrders(aWrite(body, 'nightly'), aCaller(), bench.ports))
  expect(refusal.errorCode).toBe('IDEMPOTENCY_CONFLICT')
})

it('another account does not see the key', async () => {
  const first = bodyOf(await sync({}, 'nightly'))
  const other = bodyOf(await sync({ uom: 'C62' }, 'nightly', 'acc_01k9m4w0000000000000000099'))
  expect(other.data[0].id).not.toBe(first.data[0].id)
})

it('a refusal stores nothing, so the key can be used after a fix', async () => {
  expect(refusalOf(await sync({ htsCode: '48AB' }, 'nightly')).errorCode).toBe('VALIDATION_ERROR')
  expect(await bench.store.findReply(testAccountId, 'nightly')).toBeNull()
  expect(await sync({}, 'nightly')).not.toHaveProperty('replayed')
})

it('without a key no answer is stored, and an unchanged record commits nothing', async () => {
  await sync({}, null)
  const commit = vi.spyOn(bench.store, 'commit')
  expect(bodyOf(await sync({}, null)).data[0].created).toBe(false)
  expect(commit).not.toHaveBeenCalled()
})

it('an answer is kept for 30 days', async () => {
  await sync({}, 'nightly')
  const stored = await bench.store.findReply(testAccountId, 'nightly')
  expect(stored).toMatchObject({ operation: 'syncProducts', status: 200, expiresAt: bench.clock.now() + thirtyDaysMs })
})

it("an account in the body that is not the key's is refused before the key is read", async () => {
  await sync({}, 'nightly')
  const body = { accountId: 'acc_01k9m4w0000000000000000099', items: [aProduct()] }
  const refusal = refusalOf(await operations.syncProducts(aWrite(body, 'nightly'), aCaller(), bench.ports))
  expect(refusal).toMatchObject({ errorCode: 'INVALID_ACCOUNT_SCOPE', field: 'accountId' })
})

it('64 concurrent requests with one key have one effect and one answer', async () => {
  const commit = vi.spyOn(bench.store, 'commit')
  const answers = await Promise.all(Array.from({ length: 64 }, () => sync({}, 'nightly')))
  expect(new Set(answers.map((answer) => bytes(answer).toString())).size).toBe(1)
  expect(answers.filter((answer) => 'replayed' in answer)).toHaveLength(63)
  expect(commit).toHaveBeenCalledTimes(1)
})

it('64 concurrent requests without a key create the record once', async () => {
  const answers = await Promise.all(Array.from({ length: 64 }, () => sync({}, null)))
  const ids = answers.map((answer) => bodyOf(answer).data[0].id)
  expect(new Set(ids).size).toBe(1)
})

const request = aWrite({ accountId: testAccountId }, 'nightly')

it('a request whose twin runs for more than five seconds is told that it is in progress', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const started = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const decide = async () => {
    started.resolve()
    await held.promise
    return { reply: jsonReply(200, {}), writes: [] }
  }
  const first = idempotently({ operation: 'syncOrders', request, decide }, aCaller(), bench.ports)
  await started.promise
  const second = idempotently({ operation: 'syncOrders', request, decide }, aCaller(), bench.ports)
  await vi.waitUntil(() => vi.getTimerCount() === 1)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(refusalOf(await second)).toMatchObject({ errorCode: 'IDEMPOTENCY_IN_PROGRESS', retryAfterSeconds: 1 })
  held.resolve()
  expect(await first).toMatchObject({ status: 200 })
})

it('of many writers of one record none is turned away', async () => {
  const answers = await Promise.all(
    Array.from({ length: 64 }, (_, at) =>
      sync({ description: `Bound paper notebook, A5, print ${at}` }, `print-${at}`),
    ),
  )
  expect(answers.filter((answer) => 'errorCode' in answer)).toEqual([])
})

it('decides again when a record moved, and gives up after ten times', async () => {
  let decisions = 0
  const decide = async () => {
    decisions += 1
    return { reply: jsonReply(200, {}), writes: [], expect: [{ expect: 'profile', rev: 7 } as const] }
  }
  const answer = await idempotently({ operation: 'syncOrders', request, decide }, aCaller(), bench.ports)
  expect(refusalOf(answer)).toMatchObject({ errorCode: 'UNAVAILABLE', retryAfterSeconds: 1 })
  expect(decisions).toBe(10)
})

it('a store that cannot serve is UNAVAILABLE, never a failure', async () => {
  const store = { ...bench.store, commit: () => Promise.reject(new StoreUnavailable('disk full')) }
  const ports = { ...bench.ports, store }
  const body = { accountId: testAccountId, items: [aProduct()] }
  const refusal = refusalOf(await operations.syncProducts(aWrite(body, 'nightly'), aCaller(), ports))
  expect(refusal).toMatchObject({ errorCode: 'UNAVAILABLE', retryAfterSeconds: 1 })
  expect(bench.log.lines).toEqual([{ level: 'warn', facts: { cause: 'disk full' }, message: 'store unavailable' }])
})

it('an error that is a bug is not turned into a refusal', async () => {
  const store = { ...bench.store, commit: () => Promise.reject(new Error('bug')) }
  const body = { accountId: testAccountId, items: [aProduct()] }
  await expect(operations.syncProducts(aWrite(body), aCaller(), { ...bench.ports, store })).rejects.toThrow('bug')
})
