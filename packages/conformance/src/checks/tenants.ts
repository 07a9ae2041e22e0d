import type { OperationId } from '@entrygo/sdk/contract'
import type { Answer, Api } from '../api.ts'
import { expectRefusal, expectSame, expectStatus, expectThat } from '../breach.ts'
import { brokerFacts, completeFacts, completeOrder, warehouseFacts } from '../goods.ts'
import { at, listIn, members, textIn, textsIn } from '../reading.ts'
import { unknownIds } from '../unknown-ids.ts'
import { approver, type Checks, executable, inspect, order, plan, planBody, type Trial } from '../world.ts'

export const tenantChecks: Checks = {
  'TEN-01': async (trial) => {
    const other = theOther(trial)
    const orderId = await order(trial, 'A')
    const planned = await plan(trial, [orderId])
    const { productId, warehouseId, brokerId } = trial.ids
    const pairs: readonly (readonly [OperationId, Ids, Ids])[] = [
      ['getOrder', { id: orderId }, { id: unknownIds.order }],
      ['getProduct', { id: productId }, { id: unknownIds.product }],
      ['getWarehouse', { id: warehouseId }, { id: unknownIds.warehouse }],
      ['getBroker', { id: brokerId }, { id: unknownIds.broker }],
      ...(['inspectExport', 'listExportEvents', 'downloadEvidence'] as const).map(
        (operation) => [operation, { id: textIn(planned, 'exportId') }, { id: unknownIds.export }] as const,
      ),
      [
        'getPlan',
        { id: textIn(planned, 'exportId'), planHash: textIn(planned, 'planHash') },
        { id: unknownIds.export, planHash: textIn(planned, 'planHash') },
      ],
    ]
    for (const [operation, foreign, unknown] of pairs) {
      const seen = await other.call(operation, { path: foreign })
      expectStatus(seen, 404)
      sameAsUnknown(seen, await other.call(operation, { path: unknown }), [foreign, unknown])
    }
  },
  'TEN-02': async (trial) => {
    const other = theOther(trial)
    const planned = await plan(trial, [await order(trial, 'A')])
    const id = textIn(planned, 'exportId')
    const body = { planHash: textIn(planned, 'planHash'), reason: 'None.', actor: approver }
    const approved = await other.call('approveExport', { path: { id }, body })
    expectRefusal(approved, 404, 'EXPORT_NOT_FOUND')
    const own = await ownRecords(trial, other)
    expectRefusal(await other.call('planExport', { body: { ...own.plan, batchId: id } }), 404, 'EXPORT_NOT_FOUND')
    const after = await inspect(trial, id)
    expectSame(after, at(after.value, 'planHash'), { planHash: textIn(planned, 'planHash') })
    expectSame(after, listIn(after, 'approvals'), { approvals: [] })
  },
  'TEN-03': async (trial) => {
    const other = theOther(trial)
    const own = await ownRecords(trial, other)
    const { warehouseId, brokerId } = trial.ids
    const pairs = [
      [{ warehouseId }, { warehouseId: unknownIds.warehouse }],
      [{ brokerId }, { brokerId: unknownIds.broker }],
    ] as const
    for (const [foreign, unknown] of pairs) {
      const seen = await other.call('planExport', { body: { ...own.plan, ...foreign } })
      expectRefusal(seen, 403, 'INVALID_ACCOUNT_SCOPE')
      sameAsUnknown(seen, await other.call('planExport', { body: { ...own.plan, ...unknown } }), [foreign, unknown])
    }
  },
  'TEN-04': async (trial) => {
    const other = theOther(trial)
    const own = await ownRecords(trial, other)
    const orderId = await order(trial, 'A')
    expectRefusal(await other.call('planExport', { body: { ...own.plan, orderIds: [orderId] } }), 422, 'UNKNOWN_ORDER')
    const items = [completeOrder(trial.name('B'), trial.ids.productId)]
    expectRefusal(await other.call('syncOrders', { body: { items } }), 422, 'UNKNOWN_PRODUCT')
  },
  'TEN-05': async (trial) => {
    const other = theOther(trial)
    const orderId = await order(trial, 'A')
    await plan(trial, [orderId])
    const query = `?externalId=${trial.name('A')}`
    const found = expectStatus(await other.call('listOrders', { query }), 200)
    expectSame(found, listIn(found, 'data'), { 'orders of another account': [] })
    for (const [operation, field, id] of [
      ['listWarehouses', 'id', trial.ids.warehouseId],
      ['listExports', 'warehouseId', trial.ids.warehouseId],
    ] as const) {
      const listed = expectStatus(await other.call(operation, { query: '?limit=100' }), 200)
      const isForeign = listIn(listed, 'data').some((item) => at(item, field) === id)
      expectThat(listed, !isForeign, 'a list without records of another account')
    }
  },
  'TEN-06': async (trial) => {
    const other = theOther(trial)
    const key = trial.name('key')
    const externalId = trial.name('A')
    const mine = await trial.api.call('syncProducts', { body: { items: [{ externalId }] }, key })
    const items = [{ externalId, description: 'Another product altogether' }]
    const theirs = expectStatus(await other.call('syncProducts', { body: { items }, key }), 200)
    expectSame(theirs, at(theirs.value, 'data.0.created'), { created: true })
    expectThat(theirs, textIn(theirs, 'data.0.id') !== textIn(mine, 'data.0.id'), 'a record of its own')
  },
  'TEN-07': async (trial) => {
    const other = theOther(trial)
    const planned = await executable(trial)
    const body = { batchId: textIn(planned, 'exportId'), planHash: textIn(planned, 'planHash') }
    expectRefusal(await other.call('executeExport', { body }), 404, 'EXPORT_NOT_FOUND')
    const after = await inspect(trial, body.batchId)
    expectSame(after, at(after.value, 'status'), { status: 'planned' })
  },
}

type Ids = Readonly<Record<string, string>>

function theOther({ other }: Trial): Api {
  if (other === null) throw new Error('there is no key of another account')
  return other
}

/** What the other account needs to plan by itself. */
async function ownRecords(trial: Trial, other: Api): Promise<{ readonly plan: Readonly<Record<string, unknown>> }> {
  const externalId = trial.name('other')
  const one = async (operation: 'syncProducts' | 'syncWarehouses' | 'syncBrokers' | 'syncOrders', item: object) => {
    const answer = expectStatus(await other.call(operation, { body: { items: [{ externalId, ...item }] } }), 200)
    return textsIn(answer, 'data', 'id')[0] ?? ''
  }
  const productId = await one('syncProducts', completeFacts)
  const warehouseId = await one('syncWarehouses', warehouseFacts)
  const brokerId = await one('syncBrokers', brokerFacts)
  const orderIds = [await one('syncOrders', completeOrder(externalId, productId))]
  return { plan: planBody(trial, orderIds, { warehouseId, brokerId, dryRun: false }) }
}

/** Equal but for the request id and the id that was asked for. */
function sameAsUnknown(seen: Answer, unknown: Answer, [foreignIds, unknownOnes]: readonly [Ids, Ids]): void {
  expectSame(seen, seen.status, { 'the status of an unknown id': unknown.status })
  expectSame(seen, blank(seen, foreignIds), { 'the answer to an unknown id': blank(unknown, unknownOnes) })
}

function blank({ value, text }: Answer, ids: Ids): string {
  const requestId = members(value)['requestId']
  const hidden = [...Object.values(ids), ...(typeof requestId === 'string' ? [requestId] : [])]
  return hidden.reduce((shown, id) => shown.replaceAll(id, '…'), text)
}
