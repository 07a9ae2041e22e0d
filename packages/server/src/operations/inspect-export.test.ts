import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Refusal } from '../domain/refusal.ts'
import type { Reply } from '../ports.ts'
import { aProfile, testAccountId } from '../testing/builders.ts'
import { aCaller, manualTimers } from '../testing/fakes.ts'
import {
  aWrite,
  bodyOf,
  execute,
  openWorkbench,
  plan,
  refusalOf,
  type SetUp,
  setUpAccount,
  type Workbench,
} from '../testing/workbench.ts'
import { createDispatcher } from './dispatch-effects.ts'
import { operations } from './operations.ts'

const accountId = testAccountId
const otherAccount = 'acc_01k9m4w0000000000000000099'
let bench: Workbench
let setUp: SetUp

beforeEach(async () => {
  bench = await openWorkbench()
  setUp = await setUpAccount(bench.ports)
})

afterEach(() => bench.close())

function inspect(id: string, caller = aCaller()): Promise<Reply | Refusal> {
  return operations.inspectExport({ id }, caller, bench.ports)
}

function tagOf(answer: Reply | Refusal): string | undefined {
  return 'refused' in answer ? undefined : answer.headers?.['ETag']
}

it('tells the whole history of an export', async () => {
  const { exportId, planHash } = await plan(bench.ports, setUp)
  const executed = bodyOf(await execute(bench.ports, exportId))
  const body = bodyOf(await inspect(exportId))
  expect(body).toMatchObject({
    exportId,
    planHash,
    status: 'executed',
    state: 'handing_off',
    customs_package_id: executed.customs_package_id,
    customs_package: { state: 'generated', exportBatchId: exportId },
    plan: { plan_number: 1, planHash, asOf: '2026-11-21' },
    approvals: [],
    previous_submissions: [],
  })
  expect(body.events.map(({ seq }: { seq: number }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
})

it('an unchanged export costs one small read', async () => {
  const { exportId } = await plan(bench.ports, setUp)
  const first = await inspect(exportId)
  const load = vi.spyOn(bench.store, 'loadExport')
  expect(await inspect(exportId)).toBe(first)
  expect(load).not.toHaveBeenCalled()
})

it('the entity tag changes with the answer and with nothing else', async () => {
  const { exportId } = await plan(bench.ports, setUp)
  const planned = tagOf(await inspect(exportId))
  expect(planned).toMatch(/^"[0-9a-f]{64}"$/)
  expect(tagOf(await inspect(exportId))).toBe(planned)
  await execute(bench.ports, exportId)
  expect(tagOf(await inspect(exportId))).not.toBe(planned)
})

it('a changed gate of the profile shows at once', async () => {
  const { exportId } = await plan(bench.ports, setUp)
  expect(bodyOf(await inspect(exportId)).state).toBe('executable')
  await operations.putAccountProfile(aWrite(aProfile({ gate: { valueOverUsd: 1 } })), aCaller(), bench.ports)
  expect(bodyOf(await inspect(exportId)).state).toBe('awaiting_approval')
})

it('an approval that ends shows at its moment, though nothing was written', async () => {
  await operations.putAccountProfile(aWrite(aProfile({ gate: { valueOverUsd: 1 } })), aCaller(), bench.ports)
  const { exportId, planHash } = await plan(bench.ports, setUp)
  const body = {
    accountId,
    planHash,
    reason: 'Checked.',
    actor: { type: 'person', name: 'Export Desk' },
    expiresAt: '2026-11-21T18:00:00Z',
  } as const
  await operations.approveExport({ body, params: { id: exportId }, idempotencyKey: null }, aCaller(), bench.ports)
  expect(bodyOf(await inspect(exportId)).state).toBe('executable')
  bench.clock.advance(3_599_999)
  expect(bodyOf(await inspect(exportId)).state).toBe('executable')
  bench.clock.advance(1)
  expect(bodyOf(await inspect(exportId))).toMatchObject({ state: 'awaiting_approval', approvals: [{ live: false }] })
})

it('a kept answer of one account is never given to another', async () => {
  const { exportId } = await plan(bench.ports, setUp)
  await inspect(exportId)
  expect(refusalOf(await inspect(exportId, aCaller(otherAccount))).errorCode).toBe('EXPORT_NOT_FOUND')
})

it('an export of another account is answered like an unknown one', async () => {
  const { exportId } = await plan(bench.ports, setUp)
  const answers = [await inspect(exportId, aCaller(otherAccount)), await inspect('batch_none', aCaller(otherAccount))]
  const [first, second] = answers.map((answer) => JSON.stringify(refusalOf(answer)).replace(/batch_\w+/, 'ID'))
  expect(first).toBe(second)
})

it('the package says when it was handed off, and its files are served as they were generated', async () => {
  const { exportId } = await plan(bench.ports, setUp)
  const { customs_package_id: id, artifacts } = bodyOf(await execute(bench.ports, exportId))
  const dispatcher = createDispatcher(bench.ports, { worker: 'worker-1', timers: manualTimers(bench.clock) })
  dispatcher.start()
  await vi.waitUntil(async () => bodyOf(await inspect(exportId)).state === 'completed', { timeout: 5_000 })
  await dispatcher.drain(0)
  const shown = bodyOf(await operations.getCustomsPackage({ id }, aCaller(), bench.ports))
  expect(shown).toMatchObject({ id, exportBatchId: exportId, state: 'handed_off', artifacts })
  const csv = artifacts.find(({ artifact_type }: { artifact_type: string }) => artifact_type === 'cci_csv')
  const file = await operations.downloadArtifact({ id, artifact_type: 'cci_csv' }, aCaller(), bench.ports)
  expect(file).toMatchObject({
    status: 200,
    contentType: 'text/csv; charset=utf-8',
    headers: {
      ETag: `"${csv.sha256}"`,
      'Content-Digest': `sha-256=:${Buffer.from(csv.sha256, 'hex').toString('base64')}:`,
      'Content-Disposition': 'attachment; filename="commercial_customs_invoice.csv"',
    },
  })
  expect('body' in file && file.body.length).toBe(csv.size)
})

it('a package of another account is answered like an unknown one', async () => {
  const { exportId } = await plan(bench.ports, setUp)
  const { customs_package_id: id } = bodyOf(await execute(bench.ports, exportId))
  const caller = aCaller(otherAccount)
  const answers = [
    await operations.getCustomsPackage({ id }, caller, bench.ports),
    await operations.getCustomsPackage({ id: 'cp_none' }, caller, bench.ports),
    await operations.downloadArtifact({ id, artifact_type: 'manifest' }, caller, bench.ports),
  ]
  const texts = answers.map((answer) => JSON.stringify(refusalOf(answer)).replace(/cp_\w+/, 'ID'))
  expect(new Set(texts).size).toBe(1)
  expect(answers[0]).toMatchObject({ errorCode: 'NOT_FOUND', field: 'id' })
})
