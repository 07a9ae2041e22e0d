import type { ApprovalRequest } from '@entrygo/sdk/contract'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Refusal } from '../domain/refusal.ts'
import type { Reply } from '../ports.ts'
import { aProduct, aProfile, testAccountId } from '../testing/builders.ts'
import { aCaller } from '../testing/fakes.ts'
import {
  aWrite,
  bodyOf,
  execute,
  openWorkbench,
  plan,
  refusalOf,
  type SetUp,
  setUpAccount,
  statusOf,
  type Workbench,
} from '../testing/workbench.ts'
import { operations } from './operations.ts'

const accountId = testAccountId
const caller = aCaller()
const dayMs = 24 * 3_600_000
let bench: Workbench
let setUp: SetUp

beforeEach(async () => {
  bench = await openWorkbench()
  setUp = await setUpAccount(bench.ports)
  await operations.putAccountProfile(aWrite(aProfile({ gate: { valueOverUsd: 100 } })), caller, bench.ports)
})

afterEach(() => bench.close())

interface Asked extends Partial<ApprovalRequest> {
  readonly id: string
  readonly planHash: string
  readonly key?: string
}

function approve({ id, key, ...more }: Asked): Promise<Reply | Refusal> {
  const body: ApprovalRequest = {
    accountId,
    reason: 'Values agree with the invoices.',
    actor: { type: 'person', name: 'Export Desk' },
    ...more,
  }
  return operations.approveExport({ body, params: { id }, idempotencyKey: key ?? null }, caller, bench.ports)
}

it('records who approved which plan, why and until when', async () => {
  const { exportId, planHash } = await plan(bench.ports, setUp)
  const answer = await approve({ id: exportId, planHash })
  expect(statusOf(answer)).toBe(201)
  expect(bodyOf(answer)).toMatchObject({
    export_id: exportId,
    planHash,
    actor: { type: 'person', name: 'Export Desk' },
    approved_at: '2026-11-21T17:00:00.000Z',
    expires_at: '2026-11-28T17:00:00.000Z',
    live: true,
  })
  const events = await bench.store.listEvents(accountId, exportId, 2, 10)
  expect(events?.map(({ type }) => type)).toEqual(['EXPORT_APPROVED'])
})

it('an approval opens the gate for its plan alone', async () => {
  const { exportId, planHash } = await plan(bench.ports, setUp)
  expect(refusalOf(await execute(bench.ports, exportId))).toMatchObject({
    errorCode: 'APPROVAL_REQUIRED',
    details: { because: ['VALUE'] },
  })
  await approve({ id: exportId, planHash })
  expect(statusOf(await execute(bench.ports, exportId, { planHash }))).toBe(201)
})

it('an approval of a plan that was replaced stays dead when a later plan has its hash again', async () => {
  const { exportId, planHash } = await plan(bench.ports, setUp)
  const approved = await approve({ id: exportId, planHash })
  const rePlanned = async (description: string): Promise<string> => {
    const product = aProduct({ description })
    await operations.syncProducts(aWrite({ accountId, items: [product] }), caller, bench.ports)
    return (await plan(bench.ports, setUp, { batchId: exportId })).planHash
  }
  expect(await rePlanned("Men's cotton T-shirt, knitted, long sleeve")).not.toBe(planHash)
  expect(await rePlanned(aProduct().description ?? '')).toBe(planHash)
  expect(bodyOf(approved)).toMatchObject({ planHash, live: true })
  expect(refusalOf(await execute(bench.ports, exportId, { planHash })).errorCode).toBe('APPROVAL_REQUIRED')
  await approve({ id: exportId, planHash })
  expect(statusOf(await execute(bench.ports, exportId, { planHash }))).toBe(201)
})

it('an approval that is over opens nothing', async () => {
  const { exportId, planHash } = await plan(bench.ports, setUp)
  await approve({ id: exportId, planHash, expiresAt: '2026-11-21T18:00:00Z' })
  bench.clock.advance(3_600_000)
  expect(refusalOf(await execute(bench.ports, exportId)).errorCode).toBe('APPROVAL_REQUIRED')
})

it.each([
  ['2026-11-21T17:00:00Z', 'too_small'],
  ['2026-12-21T17:00:01Z', 'too_big'],
])('an end at %s is refused', async (expiresAt, code) => {
  const { exportId, planHash } = await plan(bench.ports, setUp)
  const refusal = refusalOf(await approve({ id: exportId, planHash, expiresAt }))
  expect(refusal).toMatchObject({ errorCode: 'VALIDATION_ERROR', field: 'expiresAt' })
  expect(refusal.details?.issues?.[0]?.code).toBe(code)
})

it('an approval may last 30 days', async () => {
  const { exportId, planHash } = await plan(bench.ports, setUp)
  const expiresAt = new Date(bench.clock.now() + 30 * dayMs).toISOString()
  expect(statusOf(await approve({ id: exportId, planHash, expiresAt }))).toBe(201)
})

it('another hash is refused with both hashes', async () => {
  const { exportId, planHash: currentPlanHash } = await plan(bench.ports, setUp)
  const planHash = `sha256:${'0'.repeat(64)}`
  expect(refusalOf(await approve({ id: exportId, planHash }))).toMatchObject({
    errorCode: 'PLAN_HASH_MISMATCH',
    details: { planHash, currentPlanHash },
  })
})

it('a blocked plan cannot be approved', async () => {
  const { countryOfOrigin: _, ...product } = aProduct()
  await operations.syncProducts(aWrite({ accountId, items: [product] }), caller, bench.ports)
  const { exportId, planHash } = await plan(bench.ports, setUp)
  const refusal = refusalOf(await approve({ id: exportId, planHash }))
  expect(refusal.errorCode).toBe('EXPORT_BLOCKED')
  expect(refusal.details?.rule_ids).toContain('INV-07')
})

it('an executed export needs no approval any more', async () => {
  const { exportId, planHash } = await plan(bench.ports, setUp)
  await approve({ id: exportId, planHash })
  await execute(bench.ports, exportId)
  expect(refusalOf(await approve({ id: exportId, planHash })).errorCode).toBe('EXPORT_ALREADY_EXECUTED')
})

it('an unknown export is not found', async () => {
  const refusal = refusalOf(await approve({ id: 'batch_none', planHash: 'sha256:0' }))
  expect(refusal).toMatchObject({ errorCode: 'EXPORT_NOT_FOUND', field: 'id' })
})

it('one key on the approvals of two exports is a conflict', async () => {
  const first = await plan(bench.ports, setUp)
  const second = await plan(bench.ports, setUp)
  expect(second.planHash).toBe(first.planHash)
  await approve({ id: first.exportId, planHash: first.planHash, key: 'approve' })
  const refusal = refusalOf(await approve({ id: second.exportId, planHash: first.planHash, key: 'approve' }))
  expect(refusal.errorCode).toBe('IDEMPOTENCY_CONFLICT')
})
