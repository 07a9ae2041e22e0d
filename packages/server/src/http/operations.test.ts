import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readBundle } from '../domain/execution/evidence/read-bundle.ts'
import { verifyEvidence } from '../domain/execution/evidence/verify-evidence.ts'
import { screenParties } from '../domain/screening/screen-parties.ts'
import { type ReadyIds, synced, syncReadyRecords } from '../testing/ready-records.ts'
import { openTestApp, type TestApp } from '../testing/test-app.ts'

// `call` checks every answer against the contract.
let test: TestApp
let ids: ReadyIds

beforeAll(async () => {
  test = await openTestApp()
  ids = await syncReadyRecords(test)
})
afterAll(() => test.close())

function planBody(more: object = {}): object {
  const { accountId } = test
  const { warehouseId, brokerId, orderId } = ids
  return { accountId, warehouseId, brokerId, orderIds: [orderId], asOf: '2026-11-21', ...more }
}

it('health says who the key belongs to and what it may do', async () => {
  const answer = await test.call('getHealth')
  expect(answer.status).toBe(200)
  expect(answer.json).toMatchObject({ status: 'ok', accountId: test.accountId, service: 'entrygo-server' })
})

it('health names the screening lists that are loaded', async () => {
  const list = { title: 'OFAC SDN list', file: 'sdn.csv', purpose: 'restricted parties', date: '2026-11-20' } as const
  const entry = { id: '1', source: null, name: 'Example Sanctioned Trading Co.', programs: [] }
  const unknown = { aliases: [], countries: [], identifiers: [], addresses: [] }
  const screening = screenParties([{ ...list, datedBy: 'lists.json', entries: [{ ...entry, ...unknown }] }])
  const screened = await openTestApp({ screening })
  expect((await screened.call('getHealth')).json['screeningLists']).toEqual([
    { name: 'OFAC SDN list', date: '2026-11-20', dateSource: 'operator', entries: 1 },
  ])
  await screened.close()
})

it('the profile is read as it was put', async () => {
  const answer = await test.call('getAccountProfile')
  expect(answer.json).toMatchObject({ importer: { iorNumber: '12-3456789XX' }, gate: { mode: 'server' } })
})

it('an HTSUS number with dots and spaces is stored as digits', async () => {
  const answer = await test.call('syncProducts', {
    body: { accountId: test.accountId, items: [{ externalId: 'HTS-1', htsCode: '6109.10 00.12' }] },
  })
  expect(answer.json['data']).toMatchObject([{ externalId: 'HTS-1', htsCode: '6109100012', created: true }])
})

it('an order goes from plan to package, and everything about it can be read back', async () => {
  const planned = await test.call('planExport', { body: planBody() })
  expect(planned.status).toBe(201)
  expect(planned.json).toMatchObject({ readinessState: 'READY', state: 'executable', missing_data: [] })
  const id = String(planned.json['exportId'])
  const executed = await test.call('executeExport', { body: { accountId: test.accountId, batchId: id } })
  expect(executed.status).toBe(201)
  const again = await test.call('executeExport', { body: { accountId: test.accountId, batchId: id } })
  expect(again.status).toBe(200)
  expect(again.json['customs_package_id']).toBe(executed.json['customs_package_id'])
  const inspected = await test.call('inspectExport', { path: { id } })
  expect(inspected.json).toMatchObject({ status: 'executed', broker_submission: { status: 'prepared' } })
  const listed = await test.call('listExports', { query: '?readinessState=READY&limit=5' })
  expect(listed.json['data']).toMatchObject([{ exportId: id }])
  const events = await test.call('listExportEvents', { path: { id }, query: '?after=0&limit=2' })
  expect(events.json).toMatchObject({ data: [{ seq: 1 }, { seq: 2 }], has_more: true })
  const packageId = String(executed.json['customs_package_id'])
  const customsPackage = await test.call('getCustomsPackage', { path: { id: packageId } })
  expect(customsPackage.json).toMatchObject({ id: packageId, exportBatchId: id })
})

it('the evidence of an export comes as a zip that verifies by itself', async () => {
  const planned = await test.call('planExport', { body: planBody({ orderIds: [await orderOf('WEB-EVIDENCE')] }) })
  const id = String(planned.json['exportId'])
  await test.call('executeExport', { body: { accountId: test.accountId, batchId: id } })
  const answer = await test.call('downloadEvidence', { path: { id } })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
  const sha256 = createHash('sha256').update(answer.bytes).digest('base64')
  expect(answer.headers.get('content-digest')).toBe(`sha-256=:${sha256}:`)
  expect(verifyEvidence(readBundle(answer.bytes))).toMatchObject({ kind: 'bundle', ok: true })
})

it('an artifact comes as an attachment with its digest, and not again when it is held', async () => {
  const orderId = await orderOf('WEB-ARTIFACT')
  const planned = await test.call('planExport', { body: planBody({ orderIds: [orderId] }) })
  const batchId = String(planned.json['batch_id'])
  const executed = await test.call('executeExport', { body: { accountId: test.accountId, batchId } })
  const path = { id: String(executed.json['customs_package_id']), artifact_type: 'cci_csv' }
  const answer = await test.call('downloadArtifact', { path })
  const sha256 = createHash('sha256').update(answer.text).digest('hex')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('etag')).toBe(`"${sha256}"`)
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="commercial_customs_invoice.csv"')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  const held = await test.call('downloadArtifact', { path, headers: { 'if-none-match': `"x", "${sha256}"` } })
  expect([held.status, held.text]).toEqual([304, ''])
})

it('a plan that needs an approval executes after it', async () => {
  const orderId = await orderOf('WEB-REVIEW', { packages: [] })
  const planned = await test.call('planExport', { body: planBody({ orderIds: [orderId] }) })
  expect(planned.json).toMatchObject({ readinessState: 'REVIEW_REQUIRED', state: 'awaiting_approval' })
  const id = String(planned.json['exportId'])
  const early = await test.call('executeExport', { body: { accountId: test.accountId, batchId: id } })
  expect(early.json).toMatchObject({ errorCode: 'APPROVAL_REQUIRED', retryable: false })
  const approval = {
    accountId: test.accountId,
    planHash: planned.json['planHash'],
    reason: 'Packing list was checked by hand.',
    actor: { type: 'person', name: 'Export desk' },
  }
  const approved = await test.call('approveExport', { path: { id }, body: approval })
  expect(approved.status).toBe(201)
  expect(approved.json).toMatchObject({ export_id: id, live: true })
  const executed = await test.call('executeExport', { body: { accountId: test.accountId, batchId: id } })
  expect(executed.status).toBe(201)
})

it('a dry run is answered and cannot be executed', async () => {
  const planned = await test.call('planExport', { body: planBody({ dryRun: true }) })
  expect(planned.status).toBe(200)
  const batchId = String(planned.json['exportId'])
  expect(batchId).toMatch(/^batch_dry_/)
  const answer = await test.call('executeExport', { body: { accountId: test.accountId, batchId } })
  expect([answer.status, answer.json['errorCode']]).toEqual([409, 'DRY_RUN_NOT_EXECUTABLE'])
})

it('the same key and body repeat the stored answer, byte for byte', async () => {
  const body = { accountId: test.accountId, items: [{ externalId: 'IDEM-1' }] }
  const headers = { 'idempotency-key': 'idem-1' }
  const first = await test.call('syncProducts', { body, headers })
  const second = await test.call('syncProducts', { body, headers: { 'idempotency-key': '"idem-1"' } })
  expect(second.text).toBe(first.text)
  expect(first.headers.get('idempotent-replayed')).toBe(null)
  expect(second.headers.get('idempotent-replayed')).toBe('true')
  expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'))
})

it('the key in the header wins over the one in the body', async () => {
  const body = { accountId: test.accountId, items: [{ externalId: 'IDEM-2' }], idempotencyKey: 'in-body' }
  await test.call('syncProducts', { body, headers: { 'idempotency-key': 'in-header' } })
  const other = { ...body, items: [{ externalId: 'IDEM-3' }] }
  const free = await test.call('syncProducts', { body: other })
  expect(free.status).toBe(200)
  const taken = await test.call('syncProducts', { body: other, headers: { 'idempotency-key': 'in-header' } })
  expect(taken.json).toMatchObject({ errorCode: 'IDEMPOTENCY_CONFLICT', details: { operation: 'syncProducts' } })
})

it('events come as a stream when the caller accepts one', async () => {
  const planned = await test.call('planExport', { body: planBody({ orderIds: [await orderOf('WEB-STREAM')] }) })
  const response = await test.app.request(`/api/exports/${String(planned.json['exportId'])}/events`, {
    headers: { authorization: `Bearer ${test.apiKey}`, accept: 'text/event-stream', 'last-event-id': '1' },
  })
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const reader = response.body?.getReader()
  const chunk = await reader?.read()
  await reader?.cancel()
  expect(new TextDecoder().decode(chunk?.value)).toMatch(/^id: 2\nevent: EXPORT_BATCH_CREATED\ndata: \{"id":"evt_/)
})

it.each(['getLiveness', 'getReadiness', 'getMetrics', 'getContract'] as const)('%s needs no key', async (operation) => {
  const answer = await test.call(operation, { apiKey: null })
  expect(answer.status).toBe(200)
})

it('metrics count requests by operation and status', async () => {
  await test.call('getHealth')
  const { text } = await test.call('getMetrics')
  expect(text).toMatch(/entrygo_http_requests_total\{operation="getHealth",status="200"\} \d/)
  expect(text).toContain('entrygo_http_request_duration_seconds_bucket')
})

async function orderOf(externalId: string, more: object = {}): Promise<string> {
  const { readyOrder } = await import('../testing/ready-records.ts')
  return synced(test, 'syncOrders', { ...readyOrder(ids.productId, externalId), ...more })
}
