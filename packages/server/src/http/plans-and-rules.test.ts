import { createHash } from 'node:crypto'
import { createEntryGo } from '@entrygo/sdk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ReadyIds, readyProduct, syncReadyRecords } from '../testing/ready-records.ts'
import { openTestApp, type TestApp } from '../testing/test-app.ts'

// `call` checks every answer against the contract.
let test: TestApp
let ids: ReadyIds
let id: string
let ready: string
let gap: string
const unknown = `sha256:${'0'.repeat(64)}`

beforeAll(async () => {
  test = await openTestApp()
  ids = await syncReadyRecords(test)
  const first = await planned()
  id = String(first.json['exportId'])
  ready = String(first.json['planHash'])
  const { countryOfOrigin: _, ...product } = readyProduct
  await test.call('syncProducts', { body: { accountId: test.accountId, items: [product] } })
  const second = await planned({ batchId: id })
  gap = String(second.json['planHash'])
})
afterAll(() => test.close())

function planned(more: object = {}): ReturnType<TestApp['call']> {
  const { accountId } = test
  const { warehouseId, brokerId, orderId } = ids
  return test.call('planExport', {
    body: { accountId, warehouseId, brokerId, orderIds: [orderId], asOf: '2026-11-21', ...more },
  })
}

describe('a plan', () => {
  it.each(['current', 'earlier'])('that is %s is read by its hash, as the bytes that hash to it', async (which) => {
    const planHash = which === 'current' ? gap : ready
    const answer = await test.call('getPlan', { path: { id, planHash } })
    const sha256 = createHash('sha256').update(answer.text).digest('hex')
    expect([answer.status, `sha256:${sha256}`]).toEqual([200, planHash])
    expect([answer.headers.get('etag'), answer.headers.get('content-type')]).toEqual([
      `"${sha256}"`,
      'application/json',
    ])
    expect(answer.json).toMatchObject({ v: 1, decision: { readiness: which === 'current' ? 'BLOCKED' : 'READY' } })
  })

  it('is not sent again to whoever holds it', async () => {
    const headers = { 'if-none-match': `"${ready.slice(7)}"` }
    const answer = await test.call('getPlan', { path: { id, planHash: ready }, headers })
    expect([answer.status, answer.text]).toEqual([304, ''])
  })

  it('of an unknown export is EXPORT_NOT_FOUND, an unknown one of a known export NOT_FOUND', async () => {
    const elsewhere = await test.call('getPlan', { path: { id: 'batch_unknown', planHash: ready } })
    expect(elsewhere.json).toMatchObject({ errorCode: 'EXPORT_NOT_FOUND', field: 'id', retryable: false })
    const never = await test.call('getPlan', { path: { id, planHash: unknown } })
    expect([never.status, never.json['errorCode'], never.json['field']]).toEqual([404, 'NOT_FOUND', 'planHash'])
  })

  it('of another account is as if it were not there', async () => {
    const apiKey = await test.addKey('acc_other')
    const answer = await test.call('getPlan', { path: { id, planHash: ready }, apiKey })
    expect(answer.json['errorCode']).toBe('EXPORT_NOT_FOUND')
  })

  it('that is no hash is a VALIDATION_ERROR', async () => {
    const answer = await test.call('getPlan', { path: { id, planHash: 'sha256:12' } })
    expect([answer.status, answer.json['errorCode'], answer.json['field']]).toEqual([
      400,
      'VALIDATION_ERROR',
      'planHash',
    ])
  })
})

describe('the difference of two plans', () => {
  it('names the fact that went, and what it blocked, with its cause', async () => {
    const answer = await test.call('diffPlans', { path: { id, planHash: gap }, query: `?against=${ready}` })
    expect(answer.json).toMatchObject({
      ...{ exportId: id, planHash: gap, against: ready, truncated: 0 },
      readiness: { before: 'READY', after: 'BLOCKED' },
    })
    expect(answer.json['differences']).toEqual(
      expect.arrayContaining([
        { pointer: `/inputs/products/${ids.productId}/countryOfOrigin`, cause: 'data', before: 'CA' },
        { pointer: '/decision/readiness', cause: 'data', before: 'READY', after: 'BLOCKED' },
      ]),
    )
  })

  it('of a plan from itself is none', async () => {
    const answer = await test.call('diffPlans', { path: { id, planHash: gap }, query: `?against=${gap}` })
    expect(answer.json['differences']).toEqual([])
  })

  it.each([
    ['without against', '', [400, 'VALIDATION_ERROR', 'against']],
    ['against no hash', '?against=last', [400, 'VALIDATION_ERROR', 'against']],
    ['against an unknown plan', `?against=${unknown}`, [404, 'NOT_FOUND', 'against']],
  ] as const)('%s is refused', async (_, query, expected) => {
    const answer = await test.call('diffPlans', { path: { id, planHash: gap }, query })
    expect([answer.status, answer.json['errorCode'], answer.json['field']]).toEqual(expected)
  })
})

describe('the day of the law', () => {
  it('is the entry date, and a change of law between it and the day of planning is told', async () => {
    const shipment = { estimatedEntryDate: '2026-12-04' }
    const answer = await planned({ dryRun: true, shipment })
    const told = findingsOf(answer.json).filter(({ ruleId }) => ruleId === 'PLAN-03')
    expect(told.length).toBeGreaterThan(0)
    expect(told.every(({ severity }) => severity === 'INFO')).toBe(true)
    expect(answer.json['flags']).toContain('LAW_CHANGES_BEFORE_ENTRY')
    expect(answer.json['rulePack']).toMatchObject({ asOf: '2026-12-04' })
  })

  it('is asOf where no entry date is given, and then there is nothing between', async () => {
    const answer = await planned({ dryRun: true, asOf: '2027-01-01' })
    expect(findingsOf(answer.json).filter(({ ruleId }) => ruleId === 'PLAN-03')).toEqual([])
    expect(answer.json['rulePack']).toMatchObject({ asOf: '2027-01-01' })
    // What the pack does not know is said, and it is no reason to call anything ready.
    expect(answer.json['flags']).toContain('RULE_PACK_OUT_OF_RANGE')
  })
})

function findingsOf(plan: Record<string, unknown>): { ruleId: string; severity: string }[] {
  const list = plan['validationMessages']
  return Array.isArray(list) ? list : []
}

describe('a rule', () => {
  it('is answered with every record, and what it reads', async () => {
    const answer = await test.call('getRule', { path: { ruleId: 'INV-07' } })
    expect(answer.json['data']).toMatchObject([
      {
        ruleId: 'INV-07',
        group: 'INV',
        severity: 'BLOCK',
        reads: ['countryOfOrigin'],
        messages: { MISSING_DATA: expect.stringContaining('country of origin') },
      },
    ])
  })

  it.each(['PLAN-01', 'PLAN-02', 'PLAN-03'])('of the engine (%s) is answered too', async (ruleId) => {
    const answer = await test.call('getRule', { path: { ruleId }, query: '?asOf=2026-11-24' })
    expect(answer.json['data']).toMatchObject([{ ruleId, group: 'PLAN', recordedAt: '2026-11-21' }])
  })

  it('whose id holds a slash is found where it is percent-encoded, over the client as well', async () => {
    const answer = await test.call('getRule', { path: { ruleId: 'PGA-EPA-ODS/HFC' } })
    expect([answer.status, answer.json['data']]).toEqual([
      200,
      expect.arrayContaining([expect.objectContaining({ ruleId: 'PGA-EPA-ODS/HFC' })]),
    ])
    const fetch = async (url: string, init: RequestInit): Promise<Response> => test.app.request(url, init)
    const client = createEntryGo({ baseUrl: 'http://127.0.0.1', apiKey: test.apiKey, fetch })
    const { data } = await client.rules.get({ ruleId: 'PGA-DDTC/OFAC' })
    expect(data.map(({ ruleId }) => ruleId)).toContain('PGA-DDTC/OFAC')
    const bare = await test.app.request('/api/rules/PGA-EPA-ODS/HFC', {
      headers: { authorization: `Bearer ${test.apiKey}` },
    })
    expect(bare.status).toBe(404)
  })

  it('is shown as of a day alone', async () => {
    const early = await test.call('getRule', { path: { ruleId: 'INV-07' }, query: '?asOf=2026-11-24' })
    expect(early.json['data']).toHaveLength(1)
    const broken = await test.call('getRule', { path: { ruleId: 'INV-07' }, query: '?asOf=tomorrow' })
    expect([broken.status, broken.json['field']]).toEqual([400, 'asOf'])
  })

  it('of the pack is answered as the contract has it, whichever it is', async () => {
    const wanted = [...new Set(test.ports.rulePack.rules.map(({ rule }) => rule.id))]
    expect(wanted.length).toBeGreaterThan(80)
    for (const ruleId of wanted) {
      const { status, json } = await test.call('getRule', { path: { ruleId } })
      expect([ruleId, status, Array.isArray(json['data']) && json['data'].length > 0]).toEqual([ruleId, 200, true])
    }
  })

  it('that nobody knows is NOT_FOUND', async () => {
    const answer = await test.call('getRule', { path: { ruleId: 'INV-99' } })
    expect([answer.status, answer.json['errorCode'], answer.json['field']]).toEqual([404, 'NOT_FOUND', 'ruleId'])
  })

  it('needs a good key and no scope', async () => {
    const apiKey = await test.addKey(test.accountId, [])
    expect((await test.call('getRule', { path: { ruleId: 'INV-07' }, apiKey })).status).toBe(200)
    expect((await test.call('getRule', { path: { ruleId: 'INV-07' }, apiKey: null })).status).toBe(401)
  })
})
