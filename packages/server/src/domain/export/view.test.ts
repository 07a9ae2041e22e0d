import { contractDocument } from '@entrygo/sdk/contract/document'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { aProduct, testAccountId, testNow } from '../../testing/builders.ts'
import {
  aHistory,
  anAttempt,
  anOutbox,
  aSubmission,
  packageSource,
  plannedExport,
  testExportId,
} from '../../testing/export-history.ts'
import { countingIds } from '../../testing/fakes.ts'
import { renderArtifacts } from '../execution/artifacts/render-artifacts.ts'
import { brokerRoute } from '../execution/broker-route.ts'
import { composeExecution } from '../execution/compose-execution.ts'
import { customsPackageOf } from '../execution/customs-package.ts'
import type { ApprovalRecord, ExportHistory, SubmissionRecord } from '../records.ts'
import { appendEvents, exportBatchCreated, exportPlanned } from './events.ts'
import { brokerSubmissionView } from './submission-view.ts'
import {
  approvalView,
  executedView,
  exportView,
  notificationView,
  packageView,
  summaryView,
  viewValidUntil,
} from './view.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false })
addFormats.default(ajv)
ajv.addSchema({ ...contractDocument, $id: 'contract' })

function faults(schema: string, value: unknown): unknown {
  const validate = ajv.compile({ $ref: `contract#/components/schemas/${schema}` })
  return validate(value) ? [] : validate.errors
}

const planned = aHistory()
const approval: ApprovalRecord = {
  ...{ id: 'apr_1', planNo: 1, planHash: planned.plan.planHash, actor: { type: 'person', name: 'Export Desk' } },
  ...{ reason: 'checked', approvedAt: testNow, expiresAt: testNow + 1_000 },
}

function executed(): ExportHistory {
  const source = plannedExport()
  const frozen = customsPackageOf(packageSource(source))
  const [warehouse, broker] = [source.records.warehouse?.doc, source.records.broker?.doc]
  if (warehouse === undefined || broker === undefined) throw new Error('no warehouse or no broker')
  const made = appendEvents(
    { ...planned.export, eventSeq: 0 },
    [exportPlanned(planned.plan.planHash, 'READY'), exportBatchCreated(testExportId, 1)],
    { makeId: () => 'evt_0', at: testNow },
  )
  return composeExecution({
    accountId: testAccountId,
    history: { ...planned, export: made.export, events: made.events, approvals: [approval] },
    frozen,
    artifacts: renderArtifacts(frozen),
    prepared: {
      route: brokerRoute(broker),
      subject: 'Customs package',
      payload: new Uint8Array(1),
    },
    notification: {
      id: 'ntf_1',
      message: {
        route: { channel: 'email', recipient: 'dock@warehouse.example' },
        ...{ subject: 'Packing list', payload: new Uint8Array(2) },
      },
    },
    warehouse,
    makeId: countingIds().next,
    at: testNow,
  }).history
}

describe('the views', () => {
  it('are what the contract says, planned and executed', () => {
    expect(faults('Export', exportView(planned, testNow))).toEqual([])
    expect(faults('Export', exportView(executed(), testNow))).toEqual([])
    expect(faults('ExecutedExport', executedView(executed(), testNow))).toEqual([])
    expect(faults('ExportSummary', summaryView(planned, testNow))).toEqual([])
    expect(faults('CustomsPackage', packageView(executed()))).toEqual([])
    expect(faults('Approval', approvalView(planned, approval, testNow))).toEqual([])
  })

  it('of a blocked plan too', () => {
    const { htsCode: _, ...withoutNumber } = aProduct()
    const blocked = aHistory(plannedExport({ products: [withoutNumber] }))
    expect(faults('Export', exportView(blocked, testNow))).toEqual([])
  })

  it('show the newest thousand approvals, as the contract allows', () => {
    const approvals = Array.from({ length: 1_001 }, (_, index) => ({ ...approval, id: `apr_${index}` }))
    const view = exportView({ ...planned, approvals }, testNow)
    expect([view.approvals.length, view.approvals[0]?.id]).toEqual([1_000, 'apr_1'])
    expect(faults('Export', view)).toEqual([])
  })

  it('number the events without gaps', () => {
    const seqs = exportView(executed(), testNow).events.map(({ seq }) => seq)
    expect(seqs).toEqual(Array.from({ length: 12 }, (_, index) => index + 1))
  })

  it('show an executed export as handing off until the broker has it', () => {
    const history = executed()
    expect(executedView(history, testNow)).toMatchObject({
      state: 'handing_off',
      status: 'executed',
      next_recommended_action: 'WAIT',
      broker_submission: { status: 'prepared', attempts: [], next_attempt_at: null, duplicate_possible: false },
    })
    expect(packageView(history).state).toBe('generated')
    const sent = { ...history, submissions: history.submissions.map((one) => ({ ...one, state: 'ACCEPTED' as const })) }
    expect(packageView(sent).state).toBe('handed_off')
    expect(exportView(sent, testNow)).toMatchObject({ state: 'completed', next_recommended_action: 'NONE' })
  })

  it('of an export that was never executed have no answer of execute and no package', () => {
    expect(() => executedView(planned, testNow)).toThrow('no customs package')
    expect(() => packageView(planned)).toThrow('no customs package')
  })

  it('hold until an approval of the current plan expires', () => {
    expect(viewValidUntil(planned, testNow)).toBeNull()
    const approved = { ...planned, approvals: [approval, { ...approval, expiresAt: testNow + 500 }] }
    expect(viewValidUntil(approved, testNow)).toBe(testNow + 500)
    expect(viewValidUntil(approved, testNow + 500)).toBe(testNow + 1_000)
    expect(viewValidUntil(approved, testNow + 1_000)).toBeNull()
    expect(viewValidUntil({ ...planned, approvals: [{ ...approval, planHash: 'sha256:other' }] }, testNow)).toBeNull()
    expect(exportView(approved, testNow).approvals.map(({ live }) => live)).toEqual([true, true])
    expect(exportView(approved, testNow + 500).approvals.map(({ live }) => live)).toEqual([true, false])
  })
})

describe('a notification', () => {
  const [recorded] = executed().notifications
  if (recorded?.delivery === null || recorded === undefined) throw new Error('no notification')
  const { delivery } = recorded
  const shown = (more: Partial<typeof delivery> | null) => {
    const view = notificationView({ ...recorded, delivery: more && { ...delivery, ...more } })
    expect(faults('Notification', view)).toEqual([])
    return view
  }

  it('without a channel is recorded, and that is all', () => {
    expect(shown(null)).toMatchObject({ id: 'ntf_1', kind: 'warehouse', status: 'recorded', attempts: [] })
  })

  it.each([
    ['prepared', { state: 'QUEUED' }],
    ['sending', { attempts: [anAttempt(1)] }],
    ['sending', { state: 'RETRY_WAIT' }],
    ['sent', { state: 'ACCEPTED' }],
    ['failed', { state: 'REJECTED' }],
    ['failed', { state: 'FAILED' }],
    ['unknown', { state: 'UNCONFIRMED' }],
  ] as const)('is %s when %j', (status, more) => {
    expect(shown(more).status).toBe(status)
  })

  it('shows its attempts', () => {
    const attempts = [anAttempt(1, { outcome: 'not_sent', evidence: 'http_503' })]
    expect(shown({ state: 'RETRY_WAIT', attempts }).attempts).toEqual([
      {
        ...{ n: 1, started_at: '2026-11-21T17:00:01.000Z', finished_at: '2026-11-21T17:00:01.500Z' },
        ...{ outcome: 'not_sent', evidence: 'http_503' },
      },
    ])
  })
})

describe('a submission', () => {
  const view = (more: Partial<SubmissionRecord>, older: SubmissionRecord[] = []) => {
    const submission = aSubmission(more)
    const shown = brokerSubmissionView(submission, [...older, submission])
    expect(faults('BrokerSubmission', shown)).toEqual([])
    return shown
  }

  it('shows when it was sent', () => {
    const attempts = [
      anAttempt(1, { outcome: 'not_sent', evidence: 'connect_failed' }),
      anAttempt(2, { outcome: 'accepted', evidence: 'smtp_250' }),
    ]
    expect(view({ state: 'ACCEPTED', attempts })).toMatchObject({
      status: 'sent',
      recipient_email: 'entries@broker.example',
      sent_at: '2026-11-21T17:00:02.500Z',
      error_message: null,
      duplicate_possible: false,
    })
  })

  it('says in words what went wrong and when it is tried again', () => {
    const attempts = [anAttempt(1, { outcome: 'not_sent', evidence: 'smtp_451' })]
    const outbox = anOutbox({ availableAt: testNow + 6_000 })
    expect(view({ state: 'RETRY_WAIT', attempts, outbox })).toMatchObject({
      status: 'sending',
      error_message: 'The mail server answered SMTP 451. This attempt was not delivered.',
      next_attempt_at: '2026-11-21T17:00:06.000Z',
    })
  })

  it('has no next attempt while one is open', () => {
    expect(view({ attempts: [anAttempt(1)], outbox: anOutbox() }).next_attempt_at).toBeNull()
  })

  it('shows the newest twenty attempts', () => {
    const attempts = Array.from({ length: 25 }, (_, index) =>
      anAttempt(index + 1, { outcome: 'not_sent', evidence: 'reset' }),
    )
    expect(view({ state: 'FAILED', attempts }).attempts.map(({ n }) => n)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 6),
    )
  })

  it('may be a duplicate of one in an older revision', () => {
    const older = aSubmission({ id: 'sub_0', attempts: [anAttempt(1, { outcome: 'unknown', evidence: 'timeout' })] })
    const attempts = [anAttempt(1, { outcome: 'accepted', evidence: 'smtp_250' })]
    expect(view({ state: 'ACCEPTED', attempts }, [older]).duplicate_possible).toBe(true)
    expect(view({ state: 'ACCEPTED', attempts }).duplicate_possible).toBe(false)
    expect(view({ resendRisk: true }).duplicate_possible).toBe(true)
  })

  it('that came back is no duplicate of the one that follows it', () => {
    const attempts = [anAttempt(1, { outcome: 'accepted', evidence: 'smtp_250' })]
    const bounced = aSubmission({ id: 'sub_0', state: 'BOUNCED', attempts })
    expect(view({ state: 'ACCEPTED', attempts }, [bounced]).duplicate_possible).toBe(false)
    expect(view({ state: 'BOUNCED', attempts }).error_message).toContain('returned')
  })

  it('over HTTP has neither recipient nor subject', () => {
    expect(view({ transport: 'borderbuddy', destination: 'https://broker.example/v1' })).toMatchObject({
      recipient_email: null,
      subject: null,
    })
  })
})
