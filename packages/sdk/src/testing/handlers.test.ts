import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { createEntryGo } from '../client.ts'
import { contractDocument } from '../contract/document.ts'
import { errorCodes } from '../contract/index.ts'
import { operations } from '../contract/operations.ts'
import { createHandlers, errorAnswer, exampleAnswer } from './index.ts'

const server = setupServer(...createHandlers())
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const ajv = new Ajv2020.default({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema(contractDocument, 'contract')

const client = createEntryGo({ baseUrl: 'https://api.example.com/api', apiKey: 'eg_test_1', accountId: 'acc_1' })
const id = 'batch_01k9m4wk6f9g2a5d8s3j1p7y4r'
const planHash = `sha256:${'8f'.repeat(32)}`

function problemsOf(schema: string, value: unknown): unknown {
  const validate = ajv.compile({ $ref: `contract#/components/schemas/${schema}` })
  return validate(value) ? [] : validate.errors
}

it.each([
  ['Health', () => client.system.health()],
  ['OrdersSyncResponse', () => client.orders.sync({ items: [] })],
  ['ProductsSyncResponse', () => client.products.sync({ items: [] })],
  ['WarehousesSyncResponse', () => client.warehouses.sync({ items: [] })],
  ['BrokersSyncResponse', () => client.brokers.sync({ items: [] })],
  ['AccountProfile', () => client.account.getProfile()],
  ['AccountProfile', () => client.account.putProfile({})],
  ['ExportPlan', () => client.plan({ warehouseId: 'wh_1', brokerId: 'br_1', orderIds: ['ord_1'] })],
  ['ExecutedExport', () => client.execute({ batchId: id })],
  ['Export', () => client.inspect({ id })],
  ['ExportList', () => client.exports.list()],
  ['EventList', () => client.exports.events({ id })],
  [
    'Approval',
    () => client.exports.approve({ id, planHash: 'sha256:0', reason: 'r', actor: { type: 'person', name: 'n' } }),
  ],
  ['PlanSnapshot', () => client.exports.getPlan({ id, planHash })],
  ['PlanDiff', () => client.exports.diffPlans({ id, planHash, against: planHash })],
  ['EventFeed', () => client.events.list()],
  ['WebhookWithSecret', () => client.webhooks.register({ externalId: 'WMS', url: 'https://wms.example/hooks' })],
  ['WebhookList', () => client.webhooks.list()],
  ['WebhookDelivery', () => client.webhooks.test({ id: 'whk_1' })],
  ['WebhookWithSecret', () => client.webhooks.rotateSecret({ id: 'whk_1' })],
  ['WebhookReplay', () => client.webhooks.replay({ id: 'whk_1', exportId: id })],
  ['RuleList', () => client.rules.get({ ruleId: 'PGA-EPA-ODS/HFC' })],
  ['CustomsPackage', () => client.customsPackages.get({ id: 'cp_1' })],
] as const)('the answer is a valid %s', async (schema, call) => {
  expect(problemsOf(schema, await call())).toEqual([])
})

it.each(['cci_human_readable', 'cci_pdf', 'cci_csv', 'cci_json', 'packing_list', 'manifest'] as const)(
  '%s can be downloaded',
  async (artifact_type) => {
    const file = await client.customsPackages.artifact({ id: 'cp_1', artifact_type })
    expect(file.bytes.length).toBeGreaterThan(0)
  },
)

it('the evidence of an export can be downloaded', async () => {
  expect(await client.exports.evidence({ id })).toMatchObject({
    filename: 'evidence.zip',
    bytes: new Uint8Array([80, 75]),
  })
})

it('the feed holds the events after a position', async () => {
  expect(await client.events.list({ after: 4712 })).toEqual({ data: [], next_after: 4712, has_more: false })
})

it('there is one handler for each operation, for every origin or for one', () => {
  expect(createHandlers()).toHaveLength(Object.keys(operations).length)
  const [health] = createHandlers({}, { baseUrl: 'http://127.0.0.1:4000/' })
  expect(health?.info.header).toBe('GET http://127.0.0.1:4000/api/system/health')
})

it('an override answers instead of the example, and sees the request', async () => {
  server.use(
    ...createHandlers({
      planExport: () => exampleAnswer('PlanBlocked', 201),
      inspectExport: ({ params }) => Response.json({ exportId: params['id'] }),
    }),
  )
  expect(await client.plan({ warehouseId: 'wh_1', brokerId: 'br_1', orderIds: ['ord_1'] })).toMatchObject({
    readinessState: 'BLOCKED',
  })
  expect(await client.inspect({ id })).toEqual({ exportId: id })
})

it.each(errorCodes)('%s is answered as the contract shows it', async (code) => {
  server.use(...createHandlers({ executeExport: () => errorAnswer(code) }))
  const result = await client.execute.safe({ batchId: id }, { retry: false })
  expect(result).toMatchObject({ ok: false, error: { code, kind: 'api' } })
  expect(await problemsIn(errorAnswer(code))).toEqual([])
})

async function problemsIn(answer: Response): Promise<unknown> {
  return problemsOf('ErrorEnvelope', await answer.json())
}

it('a temporary refusal is repeated with the same key', async () => {
  const keys: (string | null)[] = []
  server.use(
    ...createHandlers({
      executeExport: ({ request }) => {
        keys.push(request.headers.get('idempotency-key'))
        return keys.length < 3 ? errorAnswer('UNAVAILABLE', { 'retry-after-ms': '1' }) : exampleAnswer('Executed', 201)
      },
    }),
  )
  await client.execute({ batchId: id })
  expect(keys).toHaveLength(3)
  expect(new Set(keys).size).toBe(1)
})
