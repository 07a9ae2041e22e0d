import type { OperationId } from '@entrygo/sdk/contract'
import type { Answer, Api } from '../api.ts'
import { expectRefusal, expectSame, expectStatus, expectThat } from '../breach.ts'
import { completeOrder } from '../goods.ts'
import { at, listIn, textIn } from '../reading.ts'
import { unknownIds } from '../unknown-ids.ts'
import { approver, type Checks, order, plan, planBody, type Trial } from '../world.ts'

const reads: readonly OperationId[] = ['getHealth', 'listOrders', 'listExports', 'listEvents', 'getAccountProfile']

export const accessChecks: Checks = {
  'AUTH-01': async ({ api }) => {
    for (const operation of reads) {
      const answer = await api.call(operation, { headers: { authorization: '' } })
      expectRefusal(answer, 401, 'INVALID_API_KEY')
    }
    const body = { items: [] }
    for (const operation of ['syncOrders', 'planExport', 'executeExport'] as const) {
      expectRefusal(await api.call(operation, { headers: { authorization: '' }, body }), 401, 'INVALID_API_KEY')
    }
  },
  'AUTH-02': async ({ api }) => {
    const strange = 'eg_test_000000000000000000000000000000000000'
    for (const authorization of [`Bearer ${strange}`, `Basic ${strange}`, 'Bearer', `Bearer ${'x'.repeat(3000)}`]) {
      const answer = await api.call('getHealth', { headers: { authorization } })
      expectRefusal(answer, 401, 'INVALID_API_KEY')
      expectThat(answer, !answer.text.includes(strange), 'an answer that does not repeat the key')
    }
  },
  'AUTH-03': async ({ api }) => {
    const answer = expectStatus(await api.call('getHealth'), 200)
    expectSame(answer, at(answer.value, 'status'), { status: 'ok' })
    expectSame(answer, at(answer.value, 'accountId'), { accountId: api.accountId })
    expectThat(answer, listIn(answer, 'scopes').length > 0, 'the scopes of the key')
  },
  'AUTH-04': async (trial) => {
    const externalId = trial.name('A')
    const items = [completeOrder(externalId, trial.ids.productId)]
    const body = { accountId: 'acc_00000000000000000000000000', items }
    expectRefusal(await trial.api.call('syncOrders', { body }), 403, 'INVALID_ACCOUNT_SCOPE')
    const found = await trial.api.call('listOrders', { query: `?externalId=${externalId}` })
    expectSame(expectStatus(found, 200), listIn(found, 'data'), { 'orders stored': [] })
  },
  'AUTH-05': async (trial) => {
    const orderIds = [await order(trial, 'A')]
    for (const strange of [{ warehouseId: unknownIds.warehouse }, { brokerId: unknownIds.broker }]) {
      const body = planBody(trial, orderIds, strange)
      expectRefusal(await trial.api.call('planExport', { body }), 403, 'INVALID_ACCOUNT_SCOPE')
    }
  },
  'AUTH-06': async (trial) => {
    const reader = theReader(trial)
    const planned = await plan(trial, [await order(trial, 'A')])
    expectStatus(await reader.call('inspectExport', { path: { id: textIn(planned, 'exportId') } }), 200)
    for (const ask of writesOf(trial, planned)) expectRefusal(await ask(reader), 403, 'INSUFFICIENT_SCOPE')
  },
  'AUTH-07': async (trial) => {
    const reader = theReader(trial)
    const body = { items: [completeOrder(trial.name('A'), trial.ids.productId)] }
    const key = trial.name('key')
    expectStatus(await trial.api.call('syncOrders', { body, key }), 200)
    expectRefusal(await reader.call('syncOrders', { body, key }), 403, 'INSUFFICIENT_SCOPE')
  },
}

function theReader({ reader }: Trial): Api {
  if (reader === null) throw new Error('there is no key that may only read')
  return reader
}

function writesOf(trial: Trial, planned: Answer): readonly ((api: Api) => Promise<Answer>)[] {
  const id = textIn(planned, 'exportId')
  const planHash = textIn(planned, 'planHash')
  const orderIds = at(planned.value, 'included_order_ids')
  const items = [{ externalId: trial.name('B') }]
  return [
    (api) => api.call('syncProducts', { body: { items } }),
    (api) => api.call('syncOrders', { body: { items: [completeOrder(trial.name('B'), trial.ids.productId)] } }),
    (api) => api.call('planExport', { body: planBody(trial, Array.isArray(orderIds) ? orderIds : []) }),
    (api) => api.call('approveExport', { path: { id }, body: { planHash, reason: 'None.', actor: approver } }),
    (api) => api.call('putAccountProfile', { body: {} }),
    (api) => api.call('executeExport', { body: { batchId: unknownIds.export } }),
  ]
}
