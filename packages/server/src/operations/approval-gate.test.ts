import type { AccountProfileInput, ApprovalRequest, Export, ExportPlan } from '@entrygo/sdk/contract'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Refusal } from '../domain/refusal.ts'
import type { Reply } from '../ports.ts'
import { anOrder, aProfile, testAccountId } from '../testing/builders.ts'
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
const hourMs = 3_600_000
let bench: Workbench
let setUp: SetUp

beforeEach(async () => {
  bench = await openWorkbench()
  setUp = await setUpAccount(bench.ports)
})

afterEach(() => bench.close())

async function setGate(gate: NonNullable<AccountProfileInput['gate']>): Promise<void> {
  statusOf(await operations.putAccountProfile(aWrite(aProfile({ gate })), caller, bench.ports))
}

/** Without packages the plan is REVIEW_REQUIRED. */
async function planToReview(): Promise<ExportPlan> {
  const items = [anOrder(setUp.productId, { packages: [] })]
  statusOf(await operations.syncOrders(aWrite({ accountId, items }), caller, bench.ports))
  return plan(bench.ports, setUp)
}

function approve(
  { exportId, planHash }: Pick<ExportPlan, 'exportId' | 'planHash'>,
  more: Partial<ApprovalRequest> = {},
): Promise<Reply | Refusal> {
  const actor = { type: 'person', name: 'Export Desk' } as const
  const body = { accountId, planHash, reason: 'Values agree with the invoices.', actor, ...more }
  return operations.approveExport({ body, params: { id: exportId }, idempotencyKey: null }, caller, bench.ports)
}

async function inspect(exportId: string): Promise<Export> {
  return bodyOf(await operations.inspectExport({ id: exportId }, caller, bench.ports))
}

function because(answer: Reply | Refusal): readonly string[] | undefined {
  const { errorCode, details } = refusalOf(answer)
  expect(errorCode).toBe('APPROVAL_REQUIRED')
  return details?.because
}

it('a READY plan needs nobody where the gate asks for nothing', async () => {
  const planned = await plan(bench.ports, setUp)
  expect(planned).toMatchObject({ readinessState: 'READY', policy: { requiresApproval: false, because: [] } })
  expect(statusOf(await execute(bench.ports, planned.exportId))).toBe(201)
})

it('the gate of the server holds a plan under review, that of the caller leaves it to the caller', async () => {
  const held = await planToReview()
  expect(held).toMatchObject({ readinessState: 'REVIEW_REQUIRED', state: 'awaiting_approval' })
  expect(because(await execute(bench.ports, held.exportId))).toEqual(['REVIEW_REQUIRED'])
  await setGate({ mode: 'caller' })
  expect(await inspect(held.exportId)).toMatchObject({
    ...{ state: 'executable', next_recommended_action: 'REVIEW_AND_EXECUTE' },
    policy: { requiresApproval: false, because: [] },
  })
  expect(statusOf(await execute(bench.ports, held.exportId))).toBe(201)
})

it.each(['server', 'caller'] as const)(
  'a value over the threshold needs a person under the gate of the %s',
  async (mode) => {
    await setGate({ mode, valueOverUsd: 149.99 })
    const planned = await plan(bench.ports, setUp)
    expect(planned.policy).toEqual({ requiresApproval: true, because: ['VALUE'] })
    expect(because(await execute(bench.ports, planned.exportId))).toEqual(['VALUE'])
  },
)

it('a value at the threshold does not', async () => {
  await setGate({ valueOverUsd: 150 })
  const { exportId } = await plan(bench.ports, setUp)
  expect(statusOf(await execute(bench.ports, exportId))).toBe(201)
})

it.each(['server', 'caller'] as const)('a flag of the gate needs a person under the gate of the %s', async (mode) => {
  await setGate({ mode, flags: ['USMCA_CLAIMED', 'IMPORT_BAN'] })
  const planned = await plan(bench.ports, setUp)
  expect(planned.policy).toEqual({ requiresApproval: true, because: ['FLAG:USMCA_CLAIMED'] })
  expect(because(await execute(bench.ports, planned.exportId))).toEqual(['FLAG:USMCA_CLAIMED'])
  await approve(planned)
  expect(statusOf(await execute(bench.ports, planned.exportId))).toBe(201)
})

it('every reason is named at once', async () => {
  await setGate({ valueOverUsd: 1, flags: ['USMCA_CLAIMED'] })
  const { exportId } = await planToReview()
  expect(because(await execute(bench.ports, exportId))).toEqual(['REVIEW_REQUIRED', 'VALUE', 'FLAG:USMCA_CLAIMED'])
})

it('the gate is that of today: one that is set after the plan holds it, one that is lifted lets it go', async () => {
  const { exportId } = await plan(bench.ports, setUp)
  await setGate({ valueOverUsd: 1 })
  expect(because(await execute(bench.ports, exportId))).toEqual(['VALUE'])
  await setGate({ valueOverUsd: 1_000 })
  expect(statusOf(await execute(bench.ports, exportId))).toBe(201)
})

it('an approval lasts as many hours as the profile says', async () => {
  await setGate({ valueOverUsd: 1, approvalTtlHours: 2 })
  const planned = await plan(bench.ports, setUp)
  expect(bodyOf(await approve(planned))).toMatchObject({ expires_at: '2026-11-21T19:00:00.000Z', live: true })
  bench.clock.advance(2 * hourMs)
  expect(await inspect(planned.exportId)).toMatchObject({
    ...{ state: 'awaiting_approval', next_recommended_action: 'REVIEW_AND_APPROVE' },
    approvals: [{ live: false }],
  })
  expect(because(await execute(bench.ports, planned.exportId))).toEqual(['VALUE'])
  await approve(planned)
  expect(statusOf(await execute(bench.ports, planned.exportId))).toBe(201)
})

it('hours set after the approval do not move its end', async () => {
  await setGate({ valueOverUsd: 1, approvalTtlHours: 2 })
  const planned = await plan(bench.ports, setUp)
  await approve(planned)
  await setGate({ valueOverUsd: 1, approvalTtlHours: 72 })
  expect((await inspect(planned.exportId)).approvals).toMatchObject([{ expires_at: '2026-11-21T19:00:00.000Z' }])
})

it('what was approved, by whom, why and until when stands in the export and in its events', async () => {
  await setGate({ valueOverUsd: 1 })
  const planned = await plan(bench.ports, setUp)
  await approve(planned, { actor: { type: 'policy', name: 'Auto release below 500 USD' }, reason: 'Below 500 USD.' })
  await approve(planned)
  const { approvals, events } = await inspect(planned.exportId)
  const { planHash } = planned
  expect(approvals).toMatchObject([
    { planHash, actor: { type: 'policy', name: 'Auto release below 500 USD' }, reason: 'Below 500 USD.', live: true },
    { planHash, actor: { type: 'person', name: 'Export Desk' }, reason: 'Values agree with the invoices.', live: true },
  ])
  expect(events.filter(({ type }) => type === 'EXPORT_APPROVED').map(({ data }) => data)).toMatchObject(
    approvals.map(({ id, reason, expires_at }) => ({ approval_id: id, planHash, reason, expires_at })),
  )
})

it('an approval dies with its plan: the next plan of the batch needs its own', async () => {
  await setGate({ valueOverUsd: 1 })
  const first = await plan(bench.ports, setUp)
  await approve(first)
  const items = [anOrder(setUp.productId, { saleDate: '2026-11-20' })]
  await operations.syncOrders(aWrite({ accountId, items }), caller, bench.ports)
  expect(refusalOf(await execute(bench.ports, first.exportId)).errorCode).toBe('PLAN_STALE')
  const second = await plan(bench.ports, setUp, { batchId: first.exportId })
  expect(second.planHash).not.toBe(first.planHash)
  expect(because(await execute(bench.ports, first.exportId))).toEqual(['VALUE'])
  expect((await inspect(first.exportId)).approvals).toMatchObject([{ planHash: first.planHash, live: false }])
  expect(refusalOf(await approve(first)).errorCode).toBe('PLAN_HASH_MISMATCH')
})
