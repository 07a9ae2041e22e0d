import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type BundleFiles, readBundle } from '../domain/execution/evidence/read-bundle.ts'
import { verifyEvidence } from '../domain/execution/evidence/verify-evidence.ts'
import type { Reply } from '../ports.ts'
import { aProfile, testAccountId } from '../testing/builders.ts'
import { aCaller, manualTimers } from '../testing/fakes.ts'
import {
  aWrite,
  bodyOf,
  execute,
  latestSubmission,
  openWorkbench,
  plan,
  reachesState,
  refusalOf,
  setUpAccount,
  type Workbench,
} from '../testing/workbench.ts'
import { createDispatcher } from './dispatch-effects.ts'
import { operations } from './operations.ts'

const accountId = testAccountId
const caller = aCaller()
let bench: Workbench
let id: string
let planHash: string

beforeEach(async () => {
  bench = await openWorkbench()
  const setUp = await setUpAccount(bench.ports)
  await operations.putAccountProfile(aWrite(aProfile({ gate: { valueOverUsd: 1 } })), caller, bench.ports)
  const planned = await plan(bench.ports, setUp)
  id = planned.exportId
  planHash = planned.planHash
})

afterEach(() => bench.close())

async function approveAndExecute(): Promise<void> {
  const actor = { type: 'person', name: 'Export Desk' } as const
  const body = { accountId, planHash, reason: 'Checked.', actor }
  bodyOf(await operations.approveExport({ body, params: { id }, idempotencyKey: null }, caller, bench.ports))
  bodyOf(await execute(bench.ports, id))
}

async function send(): Promise<void> {
  const dispatcher = createDispatcher(bench.ports, { worker: 'worker-1', timers: manualTimers(bench.clock) })
  dispatcher.start()
  await reachesState(bench, id, 'ACCEPTED')
  await dispatcher.drain(0)
}

async function downloaded(): Promise<Reply & { body: Uint8Array }> {
  const answer = await operations.downloadEvidence({ id }, caller, bench.ports)
  if ('refused' in answer || typeof answer.body === 'string') throw new Error('no bundle')
  return { ...answer, body: answer.body }
}

function json(files: BundleFiles, name: string): ReturnType<typeof JSON.parse> {
  return JSON.parse(new TextDecoder().decode(files.get(name)))
}

it('an export that is only planned has its plan, its approvals and its events', async () => {
  const files = readBundle((await downloaded()).body)
  expect([...files.keys()]).toEqual(['approvals.json', 'events.json', 'manifest.json', 'plan.json', 'rule-pack.json'])
  expect(json(files, 'plan.json')).toMatchObject({
    exportId: id,
    planHash,
    plan: { plan_number: 1 },
    snapshot: { v: 1 },
  })
  expect(json(files, 'approvals.json')).toEqual([])
  expect(json(files, 'events.json')).toMatchObject([{ seq: 1 }, { seq: 2 }])
  expect(verifyEvidence(files)).toMatchObject({ kind: 'bundle', ok: true })
})

it('an executed one has everything, and it verifies without a server', async () => {
  await approveAndExecute()
  await send()
  const answer = await downloaded()
  const files = readBundle(answer.body)
  const sent = await latestSubmission(bench, id)
  expect([...files.keys()].filter((name) => name.includes('/'))).toEqual([
    ...[`messages/${sent?.id}.attempts.json`, `messages/${sent?.id}.eml`, 'package/commercial_customs_invoice.csv'],
    ...['package/commercial_customs_invoice.html', 'package/commercial_customs_invoice.json'],
    ...['package/commercial_customs_invoice.pdf', 'package/manifest.json', 'package/packing_list.json'],
  ])
  expect(json(files, 'approvals.json')).toMatchObject([{ planHash, reason: 'Checked.' }])
  expect(json(files, `messages/${sent?.id}.attempts.json`)).toMatchObject({
    ...{ id: sent?.id, sha256: sent?.payloadSha },
    attempts: [{ n: 1, outcome: 'accepted', evidence: 'smtp_250' }],
  })
  expect(new TextDecoder().decode(files.get(`messages/${sent?.id}.eml`))).toBe(bench.transport.sent[0]?.payload)
  expect(json(files, 'manifest.json')).toMatchObject({ exportId: id, eventSeq: 15 })
  expect(verifyEvidence(files).checks.filter(({ ok }) => !ok)).toEqual([])
})

it('is an attachment with its digest', async () => {
  const { contentType, headers, body } = await downloaded()
  const digest = createHash('sha256').update(body).digest('base64')
  expect([contentType, headers]).toEqual([
    'application/zip',
    {
      'Content-Digest': `sha-256=:${digest}:`,
      'Content-Disposition': `attachment; filename="evidence-${id}.zip"`,
    },
  ])
})

it('the same state gives the same bytes, whenever it is read, and a later state gives others', async () => {
  await approveAndExecute()
  const first = await downloaded()
  bench.clock.advance(400 * 24 * 3_600_000)
  const [second, third] = await Promise.all([downloaded(), downloaded()])
  expect(Buffer.from(second.body).equals(first.body)).toBe(true)
  expect(Buffer.from(third.body).equals(first.body)).toBe(true)
  await send()
  expect(Buffer.from((await downloaded()).body).equals(first.body)).toBe(false)
})

it('what happens while it is made belongs to the next state', async () => {
  await approveAndExecute()
  const before = await downloaded()
  const { store } = bench.ports
  const load = store.loadAllEvents
  vi.spyOn(store, 'loadAllEvents').mockImplementationOnce(async (...asked) => {
    await send()
    return load(...asked)
  })
  expect(Buffer.from((await downloaded()).body).equals(before.body)).toBe(true)
})

it('an export of another account is answered like an unknown one', async () => {
  const stranger = aCaller('acc_01k9m4w0000000000000000099')
  const answers = [
    await operations.downloadEvidence({ id }, stranger, bench.ports),
    await operations.downloadEvidence({ id: 'batch_none' }, stranger, bench.ports),
  ]
  const [first, second] = answers.map((answer) => JSON.stringify(refusalOf(answer)).replace(/batch_\w+/, 'ID'))
  expect(first).toBe(second)
  expect(answers[0]).toMatchObject({ errorCode: 'EXPORT_NOT_FOUND', field: 'id' })
})

it('more than a bundle may hold is refused', async () => {
  await approveAndExecute()
  const large = new Uint8Array(256 * 1024 ** 2)
  vi.spyOn(bench.ports.store, 'loadPayload').mockResolvedValueOnce(large)
  const refusal = refusalOf(await operations.downloadEvidence({ id }, caller, bench.ports))
  expect(refusal.errorCode).toBe('UNAVAILABLE')
  expect(refusal.message).toContain('larger than 268435456 bytes')
})
