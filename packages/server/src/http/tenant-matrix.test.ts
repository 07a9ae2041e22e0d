import { type OperationId, operations, scopes } from '@entrygo/sdk/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ReadyIds, readyOrder, syncReadyRecords } from '../testing/ready-records.ts'
import { type Answer, openTestApp, type TestApp } from '../testing/test-app.ts'
import { type ApiOperationId, apiOperations } from './routes.ts'

/** Everything of an account that has an id. */
interface Holdings extends ReadyIds {
  readonly batchId: string
  readonly planHash: string
  readonly executedId: string
  readonly packageId: string
  readonly webhookId: string
}

/** One place of an operation that takes an id: asked by the account `by`, which holds all else that the call needs. */
interface Row {
  readonly operation: ApiOperationId
  readonly place: string
  readonly own: (by: Holdings) => string
  readonly absent: string
  readonly ask: (by: Tenant, id: string) => Promise<Answer>
}

interface Tenant {
  readonly app: TestApp
  readonly ids: Holdings
}

/** They take no id of a stored record; what they name is new, the caller's own or nobody's. */
const withoutIds: readonly ApiOperationId[] = [
  ...(['getHealth', 'getAccountProfile', 'putAccountProfile', 'getRule', 'listEvents', 'listWebhooks'] as const),
  ...(['syncProducts', 'syncWarehouses', 'syncBrokers', 'registerWebhook'] as const),
  ...(['listOrders', 'listProducts', 'listWarehouses', 'listBrokers'] as const),
]

let test: TestApp
let owner: Tenant
let stranger: Tenant

beforeAll(async () => {
  test = await openTestApp()
  owner = await tenant(test.accountId, test.apiKey)
  stranger = await tenant('acc_stranger', await test.addKey('acc_stranger'))
})
afterAll(() => test.close())

async function tenant(accountId: string, apiKey: string): Promise<Tenant> {
  const call: TestApp['call'] = (operation, given) => test.call(operation, { apiKey, ...given })
  const app = { ...test, accountId, apiKey, call }
  const ready = await syncReadyRecords(app)
  const webhook = { accountId, externalId: 'WMS', url: 'https://wms.example/hooks' }
  const webhookId = String((await call('registerWebhook', { body: webhook })).json['id'])
  const executedId = String((await planned({ app, ids: ready })).json['exportId'])
  const executed = await call('executeExport', { body: { accountId, batchId: executedId } })
  const packageId = String(executed.json['customs_package_id'])
  const orderId = await order(app, ready.productId, 'OPEN')
  const open = await planned({ app, ids: { ...ready, orderId } })
  const [batchId, planHash] = [String(open.json['exportId']), String(open.json['planHash'])]
  return { app, ids: { ...ready, orderId, batchId, planHash, executedId, packageId, webhookId } }
}

function planned({ app, ids }: { app: TestApp; ids: ReadyIds }, more: object = {}): Promise<Answer> {
  const { warehouseId, brokerId, orderId } = ids
  const body = { accountId: app.accountId, warehouseId, brokerId, orderIds: [orderId], asOf: '2026-11-21', ...more }
  return app.call('planExport', { body })
}

async function order(app: TestApp, productId: string, externalId: string): Promise<string> {
  const body = { accountId: app.accountId, items: [readyOrder(productId, externalId)] }
  const [record] = Object((await app.call('syncOrders', { body })).json['data'])
  return record.id
}

/** Where an id comes from: one that the account has, and one that nobody has. */
type Source = Pick<Row, 'own' | 'absent'>

const exports: Source = { own: ({ batchId }) => batchId, absent: 'batch_absent' }
const executed: Source = { own: ({ executedId }) => executedId, absent: 'batch_absent' }
const packages: Source = { own: ({ packageId }) => packageId, absent: 'cp_absent' }
const webhooks: Source = { own: ({ webhookId }) => webhookId, absent: 'whk_absent' }
const warehouses: Source = { own: ({ warehouseId }) => warehouseId, absent: 'wh_absent' }
const brokers: Source = { own: ({ brokerId }) => brokerId, absent: 'br_absent' }
const orders: Source = { own: ({ orderId }) => orderId, absent: 'ord_absent' }
const products: Source = { own: ({ productId }) => productId, absent: 'prod_absent' }

function reading(operation: ApiOperationId, source: Source, more: (by: Holdings) => object = () => ({})): Row {
  const ask: Row['ask'] = ({ app, ids }, id) => app.call(operation, { path: { ...more(ids), id } })
  return { operation, place: 'path id', ...source, ask }
}

function acting(operation: ApiOperationId, source: Source, more: (by: Holdings) => object = () => ({})): Row {
  const ask: Row['ask'] = ({ app: { call, accountId }, ids }, id) =>
    call(operation, { path: { id }, body: { accountId, ...more(ids) } })
  return { operation, place: 'path id', ...source, ask }
}

function planning(place: string, source: Source, named: (id: string) => object): Row {
  const ask: Row['ask'] = (by, id) => planned(by, { dryRun: true, ...named(id) })
  return { operation: 'planExport', place, ...source, ask }
}

const rows: readonly Row[] = [
  reading('getOrder', orders),
  reading('getProduct', products),
  reading('getWarehouse', warehouses),
  reading('getBroker', brokers),
  reading('inspectExport', exports),
  reading('listExportEvents', exports),
  reading('downloadEvidence', exports),
  reading('getPlan', exports, ({ planHash }) => ({ planHash })),
  {
    ...{ operation: 'diffPlans', place: 'path id', ...exports },
    ask: ({ app, ids: { planHash } }, id) =>
      app.call('diffPlans', { path: { id, planHash }, query: `?against=${planHash}` }),
  },
  reading('getCustomsPackage', packages),
  reading('downloadArtifact', packages, () => ({ artifact_type: 'cci_csv' })),
  acting('approveExport', exports, ({ planHash }) => {
    return { planHash, reason: 'Checked.', actor: { type: 'person', name: 'Export Desk' } }
  }),
  acting('testWebhook', webhooks),
  acting('rotateWebhookSecret', webhooks),
  acting('replayWebhook', webhooks, ({ batchId }) => ({ exportId: batchId })),
  {
    ...{ operation: 'replayWebhook', place: 'exportId', ...exports },
    ask: ({ app, ids: { webhookId } }, exportId) =>
      app.call('replayWebhook', { path: { id: webhookId }, body: { accountId: app.accountId, exportId } }),
  },
  planning('warehouseId', warehouses, (warehouseId) => ({ warehouseId })),
  planning('brokerId', brokers, (brokerId) => ({ brokerId })),
  planning('orderIds', orders, (orderId) => ({ orderIds: [orderId] })),
  planning('batchId', exports, (batchId) => ({ batchId })),
  {
    ...{ operation: 'executeExport', place: 'batchId', ...executed },
    ask: ({ app }, batchId) => app.call('executeExport', { body: { accountId: app.accountId, batchId } }),
  },
  {
    ...{ operation: 'syncOrders', place: 'productId', ...products },
    ask: ({ app }, productId) =>
      app.call('syncOrders', { body: { accountId: app.accountId, items: [readyOrder(productId, 'MATRIX')] } }),
  },
  {
    ...{ operation: 'listExports', place: 'warehouseId', ...warehouses },
    ask: ({ app }, warehouseId) => app.call('listExports', { query: `?warehouseId=${warehouseId}` }),
  },
]

/** The answer without what names the request and the id that was asked for. */
function bare({ status, text }: Answer, id: string): string {
  return `${status} ${text.replace(/"requestId":"[^"]+"/, '').replaceAll(id, 'ID')}`
}

it('every operation stands in the matrix, or takes no id', () => {
  const covered = new Set<OperationId>([...rows.map(({ operation }) => operation), ...withoutIds])
  expect(apiOperations.filter((operation) => !covered.has(operation))).toEqual([])
  const named = apiOperations.filter((operation) => /\{(id)\}/.test(operations[operation].path))
  expect(named.filter((operation) => withoutIds.includes(operation))).toEqual([])
})

describe.each(rows)('$operation by $place', ({ ask, own, absent }) => {
  it('knows its own', async () => {
    const answer = await ask(stranger, own(stranger.ids))
    expect([answer.status, answer.text]).toEqual([expect.toBeOneOf([200, 201, 202]), expect.any(String)])
  })

  it("answers another account's as it answers one that is not there", async () => {
    const foreign = own(owner.ids)
    const [other, none] = [await ask(stranger, foreign), await ask(stranger, absent)]
    expect(bare(other, foreign)).toBe(bare(none, absent))
    expect(other.text).not.toContain(test.accountId)
  })
})

const lists = [
  ...(['listExports', 'listEvents', 'listWebhooks'] as const),
  ...(['listOrders', 'listProducts', 'listWarehouses', 'listBrokers'] as const),
]

it.each(lists)('%s tells nothing of another account', async (list) => {
  const { status, text } = await stranger.app.call(list)
  expect(status).toBe(200)
  for (const id of Object.values(owner.ids)) expect(text).not.toContain(id)
})

it('one externalId names a record of each account', async () => {
  const body = { externalId: 'SHARED', url: 'https://wms.example/hooks' }
  const mine = await owner.app.call('registerWebhook', { body: { accountId: owner.app.accountId, ...body } })
  const theirs = await stranger.app.call('registerWebhook', { body: { accountId: stranger.app.accountId, ...body } })
  expect([mine.status, theirs.status]).toEqual([201, 201])
  expect(theirs.json['id']).not.toBe(mine.json['id'])
})

it('a key of one account replays nothing to another', async () => {
  const headers = { 'idempotency-key': 'matrix-key' }
  const body = (accountId: string): object => ({ accountId, externalId: 'KEYED', url: 'https://wms.example/hooks' })
  const mine = await owner.app.call('registerWebhook', { body: body(owner.app.accountId), headers })
  const theirs = await stranger.app.call('registerWebhook', { body: body(stranger.app.accountId), headers })
  expect(theirs.headers.get('idempotent-replayed')).toBe(null)
  expect(theirs.json['secret']).not.toBe(mine.json['secret'])
})

describe.each(scopes)('a key with the scope %s alone', (scope) => {
  it('calls what asks for it and nothing else', async () => {
    const apiKey = await test.addKey(test.accountId, [scope])
    const path = { id: 'whk_1', artifact_type: 'cci_csv', ruleId: 'INV-06', planHash: `sha256:${'0'.repeat(64)}` }
    for (const operation of apiOperations) {
      const needed = operations[operation].scopes
      const body = operations[operation].isWrite ? {} : undefined
      const { status } = await test.call(operation, { apiKey, path, ...(body === undefined ? {} : { body }) })
      const isAllowed = needed.every((one) => one === scope)
      expect([operation, status === 403]).toEqual([operation, !isAllowed])
    }
  })
})
