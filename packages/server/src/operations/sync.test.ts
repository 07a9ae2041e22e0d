import { afterEach, beforeEach, expect, it } from 'vitest'
import { aBroker, aLine, anOrder, aProduct, aProfile, aWarehouse, testAccountId } from '../testing/builders.ts'
import { aCaller } from '../testing/fakes.ts'
import {
  aWrite,
  bodyOf,
  openWorkbench,
  refusalOf,
  type SetUp,
  setUpAccount,
  type Workbench,
} from '../testing/workbench.ts'
import { operations } from './operations.ts'

const accountId = testAccountId
const caller = aCaller()
let bench: Workbench
let setUp: SetUp

beforeEach(async () => {
  bench = await openWorkbench()
  setUp = await setUpAccount(bench.ports)
})

afterEach(() => bench.close())

it('orders answer in the order of the request, with id, total and whether they are new', async () => {
  const items = [anOrder(setUp.productId, { externalId: 'order-2' }), anOrder(setUp.productId)]
  const { data } = bodyOf(await operations.syncOrders(aWrite({ accountId, items }), caller, bench.ports))
  expect(data).toMatchObject([
    { externalId: 'order-2', created: true, totalValueUsd: 150, lineCount: 1 },
    { externalId: 'order-1001', created: false, id: setUp.orderId },
  ])
})

it('the lines of an order are replaced', async () => {
  const lines = [aLine(setUp.productId, { quantity: 2 }), aLine(setUp.productId, { lineId: '2', quantity: 1 })]
  const items = [anOrder(setUp.productId, { items: lines, packages: [] })]
  const { data } = bodyOf(await operations.syncOrders(aWrite({ accountId, items }), caller, bench.ports))
  expect(data[0]).toMatchObject({ id: setUp.orderId, lineCount: 2, totalValueUsd: 18.75 })
})

it('every line with an unknown product is named at once, and nothing is stored', async () => {
  const other = bodyOf(
    await operations.syncProducts(
      aWrite({ accountId: 'acc_01k9m4w0000000000000000099', items: [aProduct()] }),
      aCaller('acc_01k9m4w0000000000000000099'),
      bench.ports,
    ),
  ).data[0].id
  const items = [
    anOrder(setUp.productId, {
      externalId: 'new-1',
      items: [aLine(setUp.productId), aLine('prod_none', { lineId: '2' })],
    }),
    anOrder(setUp.productId, { externalId: 'new-2', items: [aLine(other)] }),
  ]
  const refusal = refusalOf(await operations.syncOrders(aWrite({ accountId, items }), caller, bench.ports))
  expect(refusal).toMatchObject({ errorCode: 'UNKNOWN_PRODUCT', field: 'items.0.items.1.productId' })
  expect(refusal.details?.issues?.map(({ path, code }) => `${path} ${code}`)).toEqual([
    'items.0.items.1.productId unknown_reference',
    'items.1.items.0.productId unknown_reference',
  ])
  expect((await bench.store.loadByExternalId(accountId, 'order', ['new-1', 'new-2'])).size).toBe(0)
})

it('a product keeps its id and rises in revision only when its content changes', async () => {
  const again = async (more: object): Promise<number | undefined> => {
    const items = [{ ...aProduct(), ...more }]
    await operations.syncProducts(aWrite({ accountId, items }), caller, bench.ports)
    return (await bench.store.loadByExternalId(accountId, 'product', ['notebook-a5'])).get('notebook-a5')?.rev
  }
  expect(await again({})).toBe(1)
  expect(await again({ brand: 'Other' })).toBe(2)
})

it('all or nothing: one wrong item refuses the request', async () => {
  const items = [aProduct({ externalId: 'good' }), aProduct({ externalId: 'bad', htsCode: 'ABC' })]
  const refusal = refusalOf(await operations.syncProducts(aWrite({ accountId, items }), caller, bench.ports))
  expect(refusal).toMatchObject({ errorCode: 'VALIDATION_ERROR', field: 'items.1.htsCode' })
  expect((await bench.store.loadByExternalId(accountId, 'product', ['good'])).size).toBe(0)
})

it('a warehouse in the United States is refused', async () => {
  const items = [aWarehouse({ address: { name: 'Example', country: 'US' } })]
  const refusal = refusalOf(await operations.syncWarehouses(aWrite({ accountId, items }), caller, bench.ports))
  expect(refusal).toMatchObject({ errorCode: 'VALIDATION_ERROR', field: 'items.0.address.country' })
})

it('a secret is stored and never answered', async () => {
  const items = [aBroker({ submission: { type: 'email', email: 'entries@broker.example', secret: 'whsec_example' } })]
  const answer = bodyOf(await operations.syncBrokers(aWrite({ accountId, items }), caller, bench.ports))
  expect(JSON.stringify(answer)).not.toContain('whsec_example')
  expect(answer.data[0].submission.secretSet).toBe(true)
})

it('a submission type without a transport is refused and the served types are listed', async () => {
  const items = [
    aBroker(),
    aBroker({ externalId: 'b2', submission: { type: 'borderbuddy', url: 'https://broker.example' } }),
  ]
  const refusal = refusalOf(await operations.syncBrokers(aWrite({ accountId, items }), caller, bench.ports))
  expect(refusal).toMatchObject({ errorCode: 'VALIDATION_ERROR', field: 'items.1.submission.type' })
  expect(refusal.details?.issues).toEqual([
    {
      path: 'items.1.submission.type',
      code: 'invalid_enum_value',
      message: 'This server has no transport for borderbuddy. It serves: byob_email, email.',
    },
  ])
})

it('a URL that nothing may be sent to is refused where it stands, whatever names it', async () => {
  const secret = `whsec_${'A'.repeat(32)}`
  const submission = { type: 'byob_webhook', url: 'https://169.254.169.254/latest', secret } as const
  const served = await openWorkbench({ submissionTypes: ['email', 'byob_webhook'] })
  const brokers = aWrite({ accountId, items: [aBroker(), aBroker({ externalId: 'b2', submission })] })
  const broker = refusalOf(await operations.syncBrokers(brokers, caller, served.ports))
  expect(broker).toMatchObject({ errorCode: 'VALIDATION_ERROR', field: 'items.1.submission.url' })
  await served.close()
  const notification = { channel: 'webhook', url: 'https://wms.internal/hooks', secret } as const
  const warehouses = aWrite({ accountId, items: [aWarehouse({ notification })] })
  const warehouse = refusalOf(await operations.syncWarehouses(warehouses, caller, bench.ports))
  expect(warehouse).toMatchObject({ errorCode: 'VALIDATION_ERROR', field: 'items.0.notification.url' })
  expect(warehouse.details?.issues?.[0]?.message).toContain('is inside internal, which is never public')
})

it('a column map that the server does not have is refused, and the maps are listed', async () => {
  const submission = { type: 'email', email: 'entries@broker.example', columnMap: 'house-format' } as const
  const items = [aBroker({ submission })]
  const refusal = refusalOf(await operations.syncBrokers(aWrite({ accountId, items }), caller, bench.ports))
  expect(refusal).toMatchObject({ errorCode: 'VALIDATION_ERROR', field: 'items.0.submission.columnMap' })
  expect(refusal.details?.issues?.[0]?.message).toBe(
    'This server has no column map house-format. It has: canonical, spreadsheet, x12-810-flat.',
  )
})

it('a warehouse channel without a transport is refused', async () => {
  const transports = new Map([...bench.ports.transports].filter(([way]) => way !== 'webhook'))
  const secret = `whsec_${'A'.repeat(32)}`
  const notification = { channel: 'webhook', url: 'https://wms.example/hooks', secret } as const
  const items = [aWarehouse({ notification })]
  const answer = await operations.syncWarehouses(aWrite({ accountId, items }), caller, { ...bench.ports, transports })
  expect(refusalOf(answer)).toMatchObject({ field: 'items.0.notification.channel' })
})

it('the profile is replaced as a whole and read back', async () => {
  const body = { accountId, seller: { name: 'Example Export Desk Ltd.' } }
  const put = bodyOf(await operations.putAccountProfile(aWrite(body), caller, bench.ports))
  expect(put).toEqual({ ...body, gate: { mode: 'server', flags: [], approvalTtlHours: 168 } })
  expect(bodyOf(await operations.getAccountProfile({}, caller, bench.ports))).toEqual(put)
})

it('the same profile again keeps its revision', async () => {
  await operations.putAccountProfile(aWrite(aProfile()), caller, bench.ports)
  expect((await bench.store.loadProfile(accountId)).rev).toBe(1)
})

it('an account that never set a profile has the defaults', async () => {
  const other = 'acc_01k9m4w0000000000000000099'
  expect(bodyOf(await operations.getAccountProfile({}, aCaller(other), bench.ports))).toEqual({
    accountId: other,
    gate: { mode: 'server', flags: [], approvalTtlHours: 168 },
  })
})
