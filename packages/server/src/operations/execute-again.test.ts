import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { DeliveryState, SubmissionRecord } from '../domain/records.ts'
import type { Sighting } from '../ports.ts'
import { aBroker, aProfile, testAccountId } from '../testing/builders.ts'
import { aCaller, accepted, type ManualTimers, manualTimers } from '../testing/fakes.ts'
import {
  aWrite,
  bodyOf,
  execute,
  openWorkbench,
  passing,
  plan,
  reachesState,
  refusalOf,
  type SetUp,
  setUpAccount,
  statusOf,
  type Workbench,
} from '../testing/workbench.ts'
import { createDispatcher, type Dispatcher } from './dispatch-effects.ts'
import { operations } from './operations.ts'

const accountId = testAccountId
const rejected: Sighting = { outcome: 'rejected', evidence: 'smtp_550' }
const unknown: Sighting = { outcome: 'unknown', evidence: 'timeout' }
let bench: Workbench
let setUp: SetUp
let timers: ManualTimers
let dispatcher: Dispatcher

beforeEach(async () => {
  bench = await openWorkbench({ submissionTypes: ['email', 'byob_webhook'] })
  setUp = await setUpAccount(bench.ports)
  timers = manualTimers(bench.clock)
  dispatcher = createDispatcher(bench.ports, { worker: 'worker-1', timers })
})

afterEach(async () => {
  await dispatcher.drain(0)
  await bench.close()
})

async function syncBroker(submission: object): Promise<void> {
  const items = [aBroker({ submission: { type: 'email', email: 'entries@broker.example', ...submission } })]
  await operations.syncBrokers(aWrite({ accountId, items }), aCaller(), bench.ports)
}

/** An executed export whose submission came to rest as the transport saw it. */
async function handedOff(sighting: Sighting, state: DeliveryState): Promise<string> {
  const { exportId } = await plan(bench.ports, setUp)
  await execute(bench.ports, exportId)
  bench.transport.sees(sighting)
  dispatcher.start()
  await reachesState(bench, exportId, state)
  return exportId
}

async function submissionsOf(exportId: string): Promise<readonly SubmissionRecord[]> {
  return (await bench.store.loadExport(accountId, exportId))?.submissions ?? []
}

it('a submission in flight is left alone', async () => {
  const { exportId } = await plan(bench.ports, setUp)
  const first = bodyOf(await execute(bench.ports, exportId))
  const again = await execute(bench.ports, exportId)
  expect(statusOf(again)).toBe(200)
  expect(bodyOf(again)).toEqual(first)
  expect(bench.wakes()).toBe(1)
})

it('an accepted submission is never sent again', async () => {
  const exportId = await handedOff(accepted, 'ACCEPTED')
  const commit = vi.spyOn(bench.store, 'commit')
  const body = bodyOf(await execute(bench.ports, exportId))
  expect(body).toMatchObject({ state: 'completed', broker_submission: { status: 'sent' } })
  expect(commit).not.toHaveBeenCalled()
})

it('an executed export is not gated again', async () => {
  const exportId = await handedOff(accepted, 'ACCEPTED')
  const planHash = `sha256:${'0'.repeat(64)}`
  expect(statusOf(await execute(bench.ports, exportId, { planHash }))).toBe(200)
})

it('a failed hand-off is repeated although the approval is over, for which none could be given any more', async () => {
  const gate = { valueOverUsd: 1, approvalTtlHours: 1 }
  await operations.putAccountProfile(aWrite(aProfile({ gate })), aCaller(), bench.ports)
  const { exportId, planHash } = await plan(bench.ports, setUp)
  const actor = { type: 'person', name: 'Export Desk' } as const
  const approval = {
    body: { accountId, planHash, reason: 'Values agree with the invoices.', actor },
    params: { id: exportId },
    idempotencyKey: null,
  }
  statusOf(await operations.approveExport(approval, aCaller(), bench.ports))
  await execute(bench.ports, exportId)
  bench.transport.sees(rejected)
  dispatcher.start()
  await reachesState(bench, exportId, 'REJECTED')
  bench.clock.advance(2 * 3_600_000)
  const inspected = bodyOf(await operations.inspectExport({ id: exportId }, aCaller(), bench.ports))
  expect(inspected).toMatchObject({ policy: { requiresApproval: true }, approvals: [{ live: false }] })
  expect(inspected.next_recommended_action).toBe('FIX_AND_EXECUTE_AGAIN')
  expect(refusalOf(await operations.approveExport(approval, aCaller(), bench.ports)).errorCode).toBe(
    'EXPORT_ALREADY_EXECUTED',
  )
  const again = await execute(bench.ports, exportId)
  expect([statusOf(again), bodyOf(again).broker_submission]).toMatchObject([200, { status: 'prepared', revision: 2 }])
})

it('a rejected submission goes out as a new revision to the broker as it is now, with the same package', async () => {
  const exportId = await handedOff(rejected, 'REJECTED')
  await syncBroker({ email: 'corrected@broker.example' })
  const before = bodyOf(await operations.inspectExport({ id: exportId }, aCaller(), bench.ports))
  const answer = await execute(bench.ports, exportId)
  expect(statusOf(answer)).toBe(200)
  const body = bodyOf(answer)
  expect(body.artifacts).toEqual(before.artifacts)
  expect(body).toMatchObject({
    state: 'handing_off',
    customs_package_id: before.customs_package_id,
    broker_submission: { revision: 2, status: 'prepared', recipient_email: 'corrected@broker.example' },
  })
  expect(body.broker_submission.id).not.toBe(before.broker_submission.id)
  bench.transport.sees(accepted)
  dispatcher.wake()
  await reachesState(bench, exportId, 'ACCEPTED')
  expect(bench.transport.sent.map(({ destination }) => destination)).toEqual([
    'entries@broker.example',
    'corrected@broker.example',
  ])
})

it('a resend appends one event with the status before', async () => {
  const exportId = await handedOff(rejected, 'REJECTED')
  const seq = (await bench.store.loadExport(accountId, exportId))?.export.eventSeq ?? 0
  await execute(bench.ports, exportId)
  const events = await bench.store.listEvents(accountId, exportId, seq, 10)
  expect(events?.map(({ type, data }) => [type, data.revision, data.previous_status])).toEqual([
    ['BROKER_SUBMISSION_PREPARED', 2, 'failed'],
  ])
})

it('an ambiguous submission under at_most_once is sent again only if the request takes the risk', async () => {
  await syncBroker({ policy: 'at_most_once' })
  const exportId = await handedOff(unknown, 'UNCONFIRMED')
  expect(bodyOf(await execute(bench.ports, exportId))).toMatchObject({
    state: 'needs_action',
    broker_submission: { status: 'unknown' },
  })
  const body = bodyOf(await execute(bench.ports, exportId, { acceptDuplicateRisk: true }))
  expect(body.broker_submission).toMatchObject({ revision: 1, status: 'prepared', duplicate_possible: true })
  bench.transport.sees(accepted)
  dispatcher.wake()
  await reachesState(bench, exportId, 'ACCEPTED')
  const [first, second] = bench.transport.sent
  expect(second).toEqual(first)
  expect((await submissionsOf(exportId))[0]?.attempts.map(({ n }) => n)).toEqual([1, 2])
})

it('a message that would be another one now goes out as a new revision, and keeps the risk', async () => {
  const submission = { type: 'byob_webhook', url: 'https://intake.broker.example/entrygo', policy: 'at_most_once' }
  const secret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDoUE3w8Nz5yA='
  await syncBroker({ ...submission, secret })
  const exportId = await handedOff(unknown, 'UNCONFIRMED')
  await syncBroker({ email: 'corrected@broker.example' })
  const body = bodyOf(await execute(bench.ports, exportId, { acceptDuplicateRisk: true }))
  expect(body.broker_submission).toMatchObject({
    ...{ revision: 2, submission_type: 'email', status: 'prepared', duplicate_possible: true },
    recipient_email: 'corrected@broker.example',
  })
  expect(body.artifacts).toHaveLength(6)
})

it('a broker that asks for other columns now gets a new revision of what failed', async () => {
  await syncBroker({ policy: 'at_most_once' })
  const exportId = await handedOff(unknown, 'UNCONFIRMED')
  await syncBroker({ policy: 'at_most_once', columnMap: 'spreadsheet' })
  const body = bodyOf(await execute(bench.ports, exportId, { acceptDuplicateRisk: true }))
  expect(body.broker_submission).toMatchObject({ revision: 2, duplicate_possible: true })
})

it('an ambiguous submission to the same broker is sent again as it is stored', async () => {
  const exportId = await handedOff(unknown, 'RETRY_WAIT')
  await dispatcher.drain(0)
  await exhaust(exportId)
  const body = bodyOf(await execute(bench.ports, exportId))
  expect(body.broker_submission).toMatchObject({ revision: 1, status: 'prepared', duplicate_possible: true })
})

/** Nine more sends that nobody knows the outcome of. */
async function exhaust(exportId: string): Promise<void> {
  dispatcher = createDispatcher(bench.ports, { worker: 'worker-2', timers, pollMs: 3_600_000 })
  dispatcher.start()
  await passing(timers, 3_600_000, async () => (await submissionsOf(exportId)).at(-1)?.state === 'UNCONFIRMED')
}

it('of many re-executes at once only one resends', async () => {
  const exportId = await handedOff(rejected, 'REJECTED')
  const answers = await Promise.all(Array.from({ length: 16 }, () => execute(bench.ports, exportId)))
  expect(new Set(answers.map(statusOf))).toEqual(new Set([200]))
  expect((await submissionsOf(exportId)).map(({ revision }) => revision)).toEqual([1, 2])
})

it('a replay never sends again', async () => {
  const { exportId } = await plan(bench.ports, setUp)
  await execute(bench.ports, exportId, { key: 'run' })
  bench.transport.sees(rejected)
  dispatcher.start()
  await reachesState(bench, exportId, 'REJECTED')
  expect(await execute(bench.ports, exportId, { key: 'run' })).toMatchObject({ replayed: true, status: 201 })
  expect(await submissionsOf(exportId)).toHaveLength(1)
})

it('a resend counts against the budget too', async () => {
  const exportId = await handedOff(rejected, 'REJECTED')
  const ports = { ...bench.ports, budget: { limit: 1, windowMs: 60_000 } }
  expect(refusalOf(await execute(ports, exportId)).errorCode).toBe('RATE_LIMITED')
  expect(await submissionsOf(exportId)).toHaveLength(1)
})
