import type { Answer } from '../api.ts'
import { expectRefusal, expectSame, expectStatus, expectThat } from '../breach.ts'
import { completeOrder } from '../goods.ts'
import { at, listIn, textIn } from '../reading.ts'
import { type Checks, order, planBody, type Trial } from '../world.ts'

export const idempotencyChecks: Checks = {
  'IDEM-01': async (trial) => {
    const body = orderBody(trial)
    const first = await trial.api.call('syncOrders', { body, key: trial.name('key') })
    expectStatus(first, 200)
    const header = first.headers.get('idempotent-replayed')
    expectThat(first, header === null, { expected: 'no Idempotent-Replayed on the first answer', got: header })
    replayed(await trial.api.call('syncOrders', { body, key: trial.name('key') }), first)
  },
  'IDEM-02': async (trial) => {
    const { api } = trial
    const body = { accountId: api.accountId, ...orderBody(trial) }
    const first = expectStatus(await api.call('syncOrders', { body, key: trial.name('key') }), 200)
    const spaced = JSON.stringify(turned(body), undefined, '\t')
    replayed(await api.call('syncOrders', { body: `\r\n ${spaced}\n`, key: trial.name('key') }), first)
  },
  'IDEM-03': async (trial) => {
    const { api, name } = trial
    const first = expectStatus(await api.call('syncOrders', { body: orderBody(trial, 12), key: name('key') }), 200)
    const changed = await api.call('syncOrders', { body: orderBody(trial, 13), key: name('key') })
    expectRefusal(changed, 409, 'IDEMPOTENCY_CONFLICT')
    const read = await api.call('getOrder', { path: { id: textIn(first, 'data.0.id') } })
    expectSame(read, at(read.value, 'items.0.quantity'), { 'the quantity of the first request': 12 })
  },
  'IDEM-04': async (trial) => {
    const { api, name } = trial
    const body = orderBody(trial)
    expectStatus(await api.call('syncOrders', { body, key: name('first') }), 200)
    // Were the key of the body taken, this would be new; by the header it is the first request, with another body key.
    const both = { ...orderBody(trial, 13), idempotencyKey: name('other') }
    expectRefusal(await api.call('syncOrders', { body: both, key: name('first') }), 409, 'IDEMPOTENCY_CONFLICT')
  },
  'IDEM-05': async (trial) => {
    const body = { ...orderBody(trial), idempotencyKey: trial.name('key') }
    const first = expectStatus(await trial.api.call('syncOrders', { body }), 200)
    replayed(await trial.api.call('syncOrders', { body }), first)
    const changed = { ...orderBody(trial, 13), idempotencyKey: trial.name('key') }
    expectRefusal(await trial.api.call('syncOrders', { body: changed }), 409, 'IDEMPOTENCY_CONFLICT')
  },
  'IDEM-06': async (trial) => {
    const { api, name } = trial
    expectStatus(await api.call('syncOrders', { body: orderBody(trial), key: name('key') }), 200)
    const items = [{ externalId: name('A') }]
    expectRefusal(await api.call('syncProducts', { body: { items }, key: name('key') }), 409, 'IDEMPOTENCY_CONFLICT')
  },
  'IDEM-07': async (trial) => {
    const body = orderBody(trial)
    const first = expectStatus(await trial.api.call('syncOrders', { body, key: trial.name('key') }), 200)
    replayed(await trial.api.call('syncOrders', { body, key: `"${trial.name('key')}"` }), first)
  },
  'IDEM-08': async (trial) => {
    const { api, name } = trial
    const wrong = { items: [completeOrder(name('A'), 'prod_00000000000000000000000000')] }
    expectStatus(await api.call('syncOrders', { body: wrong, key: name('key') }), 422)
    expectStatus(await api.call('syncOrders', { body: { items: [{}] }, key: name('key') }), 400)
    expectStatus(await api.call('syncOrders', { body: orderBody(trial), key: name('key') }), 200)
  },
  'IDEM-09': async (trial) => {
    const { api, name } = trial
    const body = orderBody(trial)
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => api.call('syncOrders', { body, key: name('key') })),
    )
    const stored = answers.filter(({ status }) => status === 200)
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      expectRefusal(answer, 409, 'IDEMPOTENCY_IN_PROGRESS')
      expectThat(answer, answer.headers.has('retry-after'), { expected: 'Retry-After', got: 'no such header' })
    }
    const fresh = stored.filter(({ headers }) => headers.get('idempotent-replayed') === null)
    const [one = answers[0]] = fresh
    if (one === undefined) return
    expectSame(one, fresh.length, { 'answers that are not repeated ones': 1 })
    for (const answer of stored) expectSame(answer, answer.text, { 'the bytes of the first answer': one.text })
  },
  'IDEM-10': async (trial) => {
    const { api, name } = trial
    const body = planBody(trial, [await order(trial, 'A')])
    const first = expectStatus(await api.call('planExport', { body, key: name('key') }), 201)
    replayed(await api.call('planExport', { body, key: name('key') }), first)
    const listed = await api.call('listExports', { query: `?limit=2&warehouseId=${trial.ids.warehouseId}` })
    expectSame(listed, at(listed.value, 'data.0.exportId'), { 'the newest export': textIn(first, 'exportId') })
    const second = listIn(listed, 'data')[1]
    const isDoubled = at(second, 'planHash') === at(first.value, 'planHash')
    expectThat(listed, !isDoubled, { expected: 'one export of this plan', got: 'two' })
  },
  'IDEM-11': async (trial) => {
    const answer = await trial.api.call('syncOrders', { body: orderBody(trial), key: 'k'.repeat(256) })
    expectRefusal(answer, 400, 'VALIDATION_ERROR')
  },
}

function orderBody(trial: Trial, quantity = 12): Record<string, unknown> {
  return { items: [completeOrder(trial.name('A'), trial.ids.productId, { quantity })] }
}

/** The same status and bytes again, marked as a repeated answer. */
export function replayed(answer: Answer, first: Answer): void {
  expectSame(answer, answer.status, { 'the status of the first answer': first.status })
  expectSame(answer, answer.text, { 'the bytes of the first answer': first.text })
  expectSame(answer, answer.headers.get('idempotent-replayed'), { 'Idempotent-Replayed': 'true' })
}

/** The same value with the members of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, item]) => [name, turned(item)]),
  )
}
