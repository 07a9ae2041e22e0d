import type { Finding } from '@entrygo/sdk/contract'
import { describe, expect, it } from 'vitest'
import { aProduct, aProfile, testNow } from '../../testing/builders.ts'
import { aHistory, anAttempt, aSubmission, plannedExport } from '../../testing/export-history.ts'
import type { ApprovalRecord, DeliveryState, ExportHistory, PlanBody, SubmissionRecord } from '../records.ts'
import { policyNow } from './policy-now.ts'
import { dryRunStanding, standingOf } from './state.ts'
import { submissionStatus } from './submission-status.ts'

const ready = aHistory()
const toReview = [aProduct({ provenance: { countryOfOrigin: { source: 'default' } } })]
const review = aHistory(plannedExport({ products: toReview }))
const { htsCode: _, ...withoutNumber } = aProduct()
const blocked = aHistory(plannedExport({ products: [withoutNumber] }))

function stands(history: ExportHistory, now = testNow): [string, string] {
  const { state, next_recommended_action } = standingOf(history, policyNow(history), now)
  return [state, next_recommended_action]
}

function withBody(history: ExportHistory, body: Partial<PlanBody>): ExportHistory {
  return { ...history, plan: { ...history.plan, body: { ...history.plan.body, ...body } } }
}

const finding: Finding = {
  ...{ code: 'NOT_ALLOWED', severity: 'BLOCK', message: 'No.', ruleId: 'ENT-06', ruleRevision: '2026-10-01' },
  ...{ pointer: '/shipment/entryType', citation: '', confidence: 'H' },
  fix: { field: 'entryType', example: '01', who: 'owner' },
}

describe('a planned export', () => {
  it('is executable when READY', () => {
    expect(stands(ready)).toEqual(['executable', 'EXECUTE'])
  })

  it('waits for missing data when nothing else blocks', () => {
    expect(stands(blocked)).toEqual(['blocked', 'SUPPLY_MISSING_DATA'])
  })

  it('must be changed when something else blocks too', () => {
    const validationMessages = [...blocked.plan.body.validationMessages, finding]
    expect(stands(withBody(blocked, { validationMessages }))).toEqual(['blocked', 'CHANGE_AND_REPLAN'])
  })

  it('with no order and no finding left must be changed', () => {
    expect(stands(withBody(blocked, { validationMessages: [] }))).toEqual(['blocked', 'CHANGE_AND_REPLAN'])
  })

  it('is blocked by a finding that blocks execute', () => {
    const atExecute: Finding = { ...finding, code: 'MISSING_DATA', severity: 'REVIEW', at_execute: 'BLOCK' }
    expect(stands(withBody(ready, { validationMessages: [atExecute] }))).toEqual(['blocked', 'SUPPLY_MISSING_DATA'])
  })

  it('is not blocked by the findings of an order that was left out', () => {
    const validationMessages: Finding[] = [{ ...finding, order_id: 'ord_9' }]
    expect(stands(withBody(ready, { validationMessages }))).toEqual(['executable', 'EXECUTE'])
  })

  it('awaits an approval until one is live, and again when it has expired', () => {
    const approval: ApprovalRecord = {
      ...{ id: 'apr_1', planNo: 1, planHash: review.plan.planHash, actor: { type: 'person', name: 'Export Desk' } },
      ...{ reason: 'checked', approvedAt: testNow, expiresAt: testNow + 1_000 },
    }
    const approved = { ...review, approvals: [approval] }
    expect(stands(review)).toEqual(['awaiting_approval', 'REVIEW_AND_APPROVE'])
    expect(stands(approved)).toEqual(['executable', 'EXECUTE'])
    expect(stands(approved, testNow + 1_000)).toEqual(['awaiting_approval', 'REVIEW_AND_APPROVE'])
  })

  it('is reviewed by the caller where the profile says so', () => {
    const profile = aProfile({ gate: { mode: 'caller', flags: [], approvalTtlHours: 168 } })
    const history = aHistory(plannedExport({ products: toReview, profile }))
    expect(stands(history)).toEqual(['executable', 'REVIEW_AND_EXECUTE'])
  })
})

describe('a dry run', () => {
  it('asks for a plan, or for what a blocked one lacks', () => {
    expect(dryRunStanding(ready.plan.body)).toEqual({ state: 'dry_run', next_recommended_action: 'PLAN' })
    expect(dryRunStanding(blocked.plan.body).next_recommended_action).toBe('SUPPLY_MISSING_DATA')
  })
})

describe('an executed export', () => {
  const after = (latest: Partial<SubmissionRecord>): [string, string] =>
    stands({
      ...ready,
      export: { ...ready.export, status: 'executed' },
      submissions: [aSubmission({ state: 'REJECTED' }), aSubmission({ revision: 2, ...latest })],
    })

  it.each([
    ['QUEUED', 'handing_off', 'WAIT'],
    ['RETRY_WAIT', 'handing_off', 'WAIT'],
    ['RECONCILE', 'handing_off', 'WAIT'],
    ['ACCEPTED', 'completed', 'NONE'],
    ['REJECTED', 'needs_action', 'FIX_AND_EXECUTE_AGAIN'],
    ['FAILED', 'needs_action', 'FIX_AND_EXECUTE_AGAIN'],
    ['BOUNCED', 'needs_action', 'FIX_AND_EXECUTE_AGAIN'],
    ['UNCONFIRMED', 'needs_action', 'CONFIRM_WITH_BROKER'],
  ] as const)('whose latest submission is %s is %s: %s', (state, expected, action) => {
    expect(after({ state })).toEqual([expected, action])
  })
})

it.each<[DeliveryState, string]>([
  ['QUEUED', 'prepared'],
  ['RETRY_WAIT', 'sending'],
  ['RECONCILE', 'sending'],
  ['ACCEPTED', 'sent'],
  ['REJECTED', 'failed'],
  ['FAILED', 'failed'],
  ['BOUNCED', 'failed'],
  ['UNCONFIRMED', 'unknown'],
])('%s is shown as %s', (state, status) => {
  expect(submissionStatus(aSubmission({ state }))).toBe(status)
})

it('a queued submission whose attempt is open is sending', () => {
  expect(submissionStatus(aSubmission({ attempts: [anAttempt(1)] }))).toBe('sending')
})
