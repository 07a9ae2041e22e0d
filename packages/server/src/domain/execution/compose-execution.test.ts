import { describe, expect, it } from 'vitest'
import { testAccountId, testNow } from '../../testing/builders.ts'
import {
  aHistory,
  anAttempt,
  aSubmission,
  packageSource,
  plannedExport,
  testExportId,
} from '../../testing/export-history.ts'
import { countingIds } from '../../testing/fakes.ts'
import type { ExportHistory, SubmissionRecord } from '../records.ts'
import { renderArtifacts } from './artifacts/render-artifacts.ts'
import type { BrokerRoute } from './broker-route.ts'
import { type Composed, composeExecution } from './compose-execution.ts'
import { composeResend } from './compose-resend.ts'
import { customsPackageOf } from './customs-package.ts'
import { decideResend, type ResendDecision } from './decide-resend.ts'
import type { PreparedNotification } from './new-notification.ts'

const { partyId, transport, policy, terms, destination } = aSubmission()
const route: BrokerRoute = { partyId, transport, policy, terms, destination }
const prepared = { route, subject: 'Customs package', payload: new TextEncoder().encode('mail') }
const at = testNow + 60_000

const byMail: PreparedNotification = {
  id: 'ntf_1',
  message: {
    route: { channel: 'email', recipient: 'dock@warehouse.example' },
    ...{ subject: 'Packing list', payload: new TextEncoder().encode('list') },
  },
}

function executed(notification: PreparedNotification = { id: 'ntf_1', message: null }): Composed {
  const planned = plannedExport()
  const frozen = customsPackageOf(packageSource(planned))
  const warehouse = planned.records.warehouse?.doc
  if (warehouse === undefined) throw new Error('no warehouse')
  return composeExecution({
    accountId: testAccountId,
    history: aHistory(planned),
    frozen,
    artifacts: renderArtifacts(frozen),
    prepared,
    notification,
    warehouse,
    makeId: countingIds().next,
    at,
  })
}

describe('the first execution', () => {
  const { writes, history } = executed()

  it('writes package, files, notification, submission and effect before its events, the export last', () => {
    expect(writes.map(({ write }) => write)).toEqual([
      'execution',
      'package',
      ...Array.from({ length: 6 }, () => 'artifact'),
      'notification',
      'blob',
      'delivery',
      'outbox',
      ...Array.from({ length: 10 }, () => 'event'),
      'export',
    ])
  })

  it('appends the events of the protocol in their order, numbered on without gaps', () => {
    expect(history.events.map(({ seq, type }) => [seq, type])).toEqual([
      [3, 'CUSTOMS_PACKAGE_GENERATED'],
      [4, 'CUSTOMS_ARTIFACT_GENERATED'],
      [5, 'CUSTOMS_ARTIFACT_GENERATED'],
      [6, 'CUSTOMS_ARTIFACT_GENERATED'],
      [7, 'CUSTOMS_ARTIFACT_GENERATED'],
      [8, 'CUSTOMS_ARTIFACT_GENERATED'],
      [9, 'CUSTOMS_ARTIFACT_GENERATED'],
      [10, 'WAREHOUSE_NOTIFIED'],
      [11, 'BROKER_SUBMISSION_PREPARED'],
      [12, 'EXPORT_EXECUTED'],
    ])
    expect(history.export).toMatchObject({ status: 'executed', eventSeq: 12, version: 3 })
    expect(writes.at(-1)).toEqual({ write: 'export', export: history.export })
  })

  it('binds the package to the manifest and the submission to its payload', () => {
    const manifest = history.artifacts.find(({ artifactType }) => artifactType === 'manifest')
    expect(history.package).toMatchObject({ id: 'cp_1', exportId: testExportId, contentSha: manifest?.sha256 })
    expect(history.submissions).toHaveLength(1)
    expect(history.submissions[0]).toMatchObject({
      revision: 1,
      state: 'QUEUED',
      destination: 'entries@broker.example',
      // SHA-256 of "mail".
      payloadSha: '00d8d3f11739d2f3537099982b4674c29fc59a8fda350fca1379613adbb09119',
      attempts: [],
      outbox: { availableAt: at, leaseEpoch: 0, lastN: 0, sends: 0 },
    })
  })

  it('records the notification of a warehouse without a channel, and sends nothing', () => {
    expect(history.notifications).toEqual([
      { id: 'ntf_1', kind: 'warehouse', channel: 'none', recipient: null, at, delivery: null },
    ])
  })

  it('sends a notification by the channel of the warehouse, as a delivery of the same id', () => {
    const told = executed(byMail)
    expect(told.history.notifications).toMatchObject([
      {
        ...{ id: 'ntf_1', channel: 'email', recipient: 'dock@warehouse.example', at },
        delivery: {
          ...{ id: 'ntf_1', kind: 'notification', exportId: testExportId, transport: 'email', policy: 'at_least_once' },
          ...{ destination: 'dock@warehouse.example', subject: 'Packing list', state: 'QUEUED' },
          terms: { keyWindowMs: 0, isQueryable: false, settleMs: 0, concurrency: 1 },
          outbox: { deliveryId: 'ntf_1', kind: 'send', availableAt: at },
        },
      },
    ])
    expect(told.writes.map(({ write }) => write).slice(8, 15)).toEqual([
      ...['notification', 'blob', 'delivery', 'outbox'],
      ...['blob', 'delivery', 'outbox'],
    ])
    expect(told.history.events.map(({ type }) => type)).toEqual(history.events.map(({ type }) => type))
  })
})

describe('a further execute', () => {
  const decide = (latest: Partial<SubmissionRecord>, acceptDuplicateRisk = false, to = route): ResendDecision => {
    const history = { ...aHistory(), submissions: [aSubmission(latest)] }
    return decideResend({ history, route: to, renderedSha: null, acceptDuplicateRisk })
  }
  const elsewhere = { ...route, destination: 'desk@broker.example' }

  it.each(['QUEUED', 'RETRY_WAIT', 'RECONCILE'] as const)('leaves %s alone: it is in flight', (state) => {
    expect(decide({ state }, true, elsewhere)).toEqual({ action: 'nothing', because: 'in_flight' })
  })

  it('never sends again what was accepted', () => {
    expect(decide({ state: 'ACCEPTED' }, true, elsewhere)).toEqual({ action: 'nothing', because: 'accepted' })
  })

  it('sends what failed again under the same id, or under a new one to another address', () => {
    expect(decide({ state: 'FAILED' })).toEqual({ action: 'sameRevision', resendRisk: false })
    expect(decide({ state: 'FAILED' }, false, elsewhere)).toEqual({ action: 'newRevision', resendRisk: false })
  })

  it('sends what would be another message now as a new revision', () => {
    const decideBy = (state: 'FAILED' | 'UNCONFIRMED', renderedSha: string): ResendDecision => {
      const history = { ...aHistory(), submissions: [aSubmission({ state, payloadSha: 'a'.repeat(64) })] }
      return decideResend({ history, route, renderedSha, acceptDuplicateRisk: false })
    }
    expect(decideBy('FAILED', 'a'.repeat(64))).toEqual({ action: 'sameRevision', resendRisk: false })
    expect(decideBy('FAILED', 'b'.repeat(64))).toEqual({ action: 'newRevision', resendRisk: false })
    expect(decideBy('UNCONFIRMED', 'b'.repeat(64))).toEqual({ action: 'newRevision', resendRisk: true })
  })

  it('sends what may have arrived again and says that a duplicate is possible', () => {
    expect(decide({ state: 'UNCONFIRMED' })).toEqual({ action: 'sameRevision', resendRisk: true })
    expect(decide({ state: 'UNCONFIRMED' }, false, elsewhere)).toEqual({ action: 'newRevision', resendRisk: true })
  })

  it('at most once sends what may have arrived only when the risk is taken', () => {
    const latest = { state: 'UNCONFIRMED', policy: 'at_most_once' } as const
    expect(decide(latest)).toEqual({ action: 'nothing', because: 'duplicate_risk' })
    expect(decide(latest, false, elsewhere)).toEqual({ action: 'nothing', because: 'duplicate_risk' })
    expect(decide(latest, true)).toEqual({ action: 'sameRevision', resendRisk: true })
  })

  it.each(['REJECTED', 'BOUNCED'] as const)('makes a new revision of what is %s', (state) => {
    expect(decide({ state })).toEqual({ action: 'newRevision', resendRisk: false })
  })
})

describe('a resend', () => {
  const failed = aSubmission({
    state: 'FAILED',
    attempts: [1, 2, 3].map((n) => anAttempt(n, { outcome: 'not_sent', evidence: 'timeout', epoch: n + 4 })),
  })
  const resend = (history: ExportHistory, decision: Exclude<ResendDecision, { action: 'nothing' }>): Composed => {
    const isNew = decision.action === 'newRevision'
    const makeId = countingIds().next
    return composeResend({ accountId: testAccountId, history, decision, prepared: isNew ? prepared : null, makeId, at })
  }
  const before: ExportHistory = { ...executed().history, submissions: [failed] }

  it('of the same revision starts a round of its own with epochs and numbers that go on', () => {
    const { history, writes } = resend(before, { action: 'sameRevision', resendRisk: false })
    expect(history.submissions).toHaveLength(1)
    expect(history.submissions[0]).toMatchObject({ id: 'sub_1', state: 'QUEUED', roundFromN: 4, resendRisk: false })
    expect(history.submissions[0]?.outbox).toMatchObject({ leaseEpoch: 7, lastN: 3, sends: 0, availableAt: at })
    expect(writes.map(({ write }) => write)).toEqual(['delivery', 'outbox', 'event', 'export'])
    expect(history.events.at(-1)).toMatchObject({
      seq: 13,
      type: 'BROKER_SUBMISSION_PREPARED',
      data: { submission_id: 'sub_1', submission_type: 'email', revision: 1, previous_status: 'failed' },
    })
  })

  it('in a new revision has a new id, its own payload and a first attempt to come', () => {
    const { history, writes } = resend(before, { action: 'newRevision', resendRisk: true })
    expect(history.submissions.map(({ revision, state }) => [revision, state])).toEqual([
      [1, 'FAILED'],
      [2, 'QUEUED'],
    ])
    expect(history.submissions[1]?.id).not.toBe('sub_1')
    expect(history.submissions[1]).toMatchObject({ resendRisk: true, attempts: [], roundFromN: 1 })
    expect(writes.map(({ write }) => write)).toEqual(['blob', 'delivery', 'outbox', 'event', 'export'])
  })

  it('keeps a risk that was once taken', () => {
    const risked = { ...before, submissions: [{ ...failed, resendRisk: true }] }
    const { history } = resend(risked, { action: 'sameRevision', resendRisk: false })
    expect(history.submissions[0]?.resendRisk).toBe(true)
  })

  it('of a new revision without a payload is a bug', () => {
    const decision = { action: 'newRevision', resendRisk: false } as const
    const { next: makeId } = countingIds()
    const asked = { accountId: testAccountId, history: before, decision, prepared: null, makeId, at }
    expect(() => composeResend(asked)).toThrow('has no payload')
  })
})
