import type { Export } from '@entrygo/sdk/contract'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Sighting } from '../ports.ts'
import { aBroker, aProfile, aWarehouse, testAccountId } from '../testing/builders.ts'
import { schemaFaults } from '../testing/contract-check.ts'
import { aCaller, manualTimers } from '../testing/fakes.ts'
import {
  aWrite,
  bodyOf,
  execute,
  openWorkbench,
  plan,
  reachesState,
  setUpAccount,
  type Workbench,
} from '../testing/workbench.ts'
import { createDispatcher } from './dispatch-effects.ts'
import { operations } from './operations.ts'

const accountId = testAccountId
const caller = aCaller()
const rejected: Sighting = { outcome: 'rejected', evidence: 'smtp_550' }
const accepted: Sighting = { outcome: 'accepted', evidence: 'smtp_250', brokerRef: '2.0.0 queued' }
let bench: Workbench
let id: string

/** A gate that asks for a person, a warehouse that is told by mail, a broker who refuses first. */
beforeEach(async () => {
  bench = await openWorkbench()
  const setUp = await setUpAccount(bench.ports)
  const notification = { channel: 'email', email: 'dock@warehouse.example' } as const
  bodyOf(
    await operations.syncWarehouses(aWrite({ accountId, items: [aWarehouse({ notification })] }), caller, bench.ports),
  )
  await operations.putAccountProfile(aWrite(aProfile({ gate: { valueOverUsd: 1 } })), caller, bench.ports)
  const planned = await plan(bench.ports, setUp)
  id = planned.exportId
  const actor = { type: 'person', name: 'Export Desk' } as const
  const body = { accountId, planHash: planned.planHash, reason: 'Checked.', actor }
  bodyOf(await operations.approveExport({ body, params: { id }, idempotencyKey: null }, caller, bench.ports))
  bench.transport.sees(async ({ destination }) => (destination === 'dock@warehouse.example' ? accepted : rejected))
  bodyOf(await execute(bench.ports, id))
  await dispatch('REJECTED')
})

afterEach(() => bench.close())

async function dispatch(until: 'REJECTED' | 'ACCEPTED'): Promise<void> {
  const dispatcher = createDispatcher(bench.ports, { worker: 'worker-1', timers: manualTimers(bench.clock) })
  dispatcher.start()
  await reachesState(bench, id, until)
  await vi.waitUntil(async () => (await inspect()).notifications[0]?.status === 'sent', { timeout: 5_000 })
  await dispatcher.drain(1_000)
}

async function inspect(): Promise<Export> {
  return bodyOf(await operations.inspectExport({ id }, caller, bench.ports))
}

it('tells of a refusal what is there, what was tried, and what to do next', async () => {
  const shown = await inspect()
  expect(schemaFaults('Export', shown)).toEqual([])
  expect(shown).toMatchObject({
    ...{ status: 'executed', state: 'needs_action', next_recommended_action: 'FIX_AND_EXECUTE_AGAIN' },
    customs_package: { id: shown.customs_package_id, state: 'generated' },
    broker_submission: {
      ...{ status: 'failed', revision: 1, duplicate_possible: false, sent_at: null, next_attempt_at: null },
      attempts: [{ n: 1, outcome: 'rejected', evidence: 'smtp_550' }],
    },
    ...{ previous_submissions: [], approvals: [{ live: true, reason: 'Checked.' }] },
    notifications: [
      {
        ...{ kind: 'warehouse', channel: 'email', recipient: 'dock@warehouse.example', status: 'sent' },
        attempts: [{ n: 1, outcome: 'accepted', evidence: 'smtp_250' }],
      },
    ],
  })
  expect(shown.artifacts.map(({ artifact_type }) => artifact_type)).toEqual([
    ...['cci_human_readable', 'cci_pdf', 'cci_csv', 'cci_json', 'packing_list', 'manifest'],
  ])
  expect(shown.customs_package?.artifacts).toEqual(shown.artifacts)
})

it('keeps what failed beside what came after it', async () => {
  const submission = { type: 'email', email: 'second-desk@broker.example' } as const
  bodyOf(await operations.syncBrokers(aWrite({ accountId, items: [aBroker({ submission })] }), caller, bench.ports))
  bench.transport.sees(accepted)
  bodyOf(await execute(bench.ports, id))
  await dispatch('ACCEPTED')
  const shown = await inspect()
  expect(schemaFaults('Export', shown)).toEqual([])
  expect(shown).toMatchObject({
    ...{ state: 'completed', next_recommended_action: 'NONE', customs_package: { state: 'handed_off' } },
    broker_submission: {
      ...{ status: 'sent', revision: 2, recipient_email: 'second-desk@broker.example', error_message: null },
      attempts: [{ n: 1, outcome: 'accepted' }],
    },
    previous_submissions: [{ status: 'failed', revision: 1, attempts: [{ evidence: 'smtp_550' }] }],
  })
  expect(shown.events.map(({ seq }) => seq)).toEqual(shown.events.map((_, index) => index + 1))
  expect(shown.events.slice(-4).map(({ type }) => type)).toEqual([
    ...['BROKER_SUBMISSION_FAILED', 'BROKER_SUBMISSION_PREPARED', 'BROKER_SUBMISSION_SENT', 'BROKER_NOTIFIED'],
  ])
})

it('an approval shows that it is over', async () => {
  bench.clock.advance(168 * 3_600_000)
  expect((await inspect()).approvals).toMatchObject([{ live: false }])
})
