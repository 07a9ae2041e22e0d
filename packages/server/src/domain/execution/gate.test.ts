import type { Finding } from '@entrygo/sdk/contract'
import { describe, expect, it } from 'vitest'
import { aProduct, aProfile, testNow } from '../../testing/builders.ts'
import { aHistory, plannedExport } from '../../testing/export-history.ts'
import type { ApprovalRecord, ExportHistory } from '../records.ts'
import { approvalExpiry, type ExecutionAsked, gateApproval, gateExecution } from './gate.ts'

const ready = aHistory()
const hash = ready.plan.planHash
const otherHash = `sha256:${'0'.repeat(64)}`

const toReview = [aProduct({ provenance: { countryOfOrigin: { source: 'default' } } })]
const review = aHistory(plannedExport({ products: toReview }))
const { htsCode: _, ...withoutNumber } = aProduct()
const blocked = aHistory(plannedExport({ products: [withoutNumber] }))

function ask(history: ExportHistory, more: Partial<ExecutionAsked> = {}): string | null {
  const asked = { history, request: {}, currentPlanHash: history.plan.planHash, now: testNow, ...more }
  return gateExecution(asked)?.errorCode ?? null
}

function anApproval(history: ExportHistory, more: Partial<ApprovalRecord> = {}): ApprovalRecord {
  const { planNo, planHash } = history.plan
  const actor = { type: 'person', name: 'Export Desk' } as const
  const times = { approvedAt: testNow, expiresAt: testNow + 1_000 }
  return { id: 'apr_1', planNo, planHash, actor, reason: 'checked', ...times, ...more }
}

const atExecute: Finding = {
  ...{ code: 'MISSING_DATA', severity: 'REVIEW', message: 'No power of attorney.', ruleId: 'ENT-09' },
  ...{ ruleRevision: '2026-10-01', pointer: '/broker/poaOnFile', at_execute: 'BLOCK', citation: '', confidence: 'H' },
  fix: { field: 'poaOnFile', example: 'true', who: 'importer' },
}

function withFinding(history: ExportHistory, finding: Finding): ExportHistory {
  const validationMessages = [...history.plan.body.validationMessages, finding]
  return { ...history, plan: { ...history.plan, body: { ...history.plan.body, validationMessages } } }
}

describe('execute', () => {
  it('passes for a READY plan over unchanged data', () => {
    expect(ask(ready)).toBeNull()
    expect(ask(ready, { request: { planHash: hash } })).toBeNull()
  })

  it('refuses another plan than the current one and shows both hashes', () => {
    const asked = { history: ready, request: { planHash: otherHash }, currentPlanHash: hash, now: testNow }
    expect(gateExecution(asked)).toMatchObject({
      errorCode: 'PLAN_HASH_MISMATCH',
      field: 'planHash',
      details: { planHash: otherHash, currentPlanHash: hash },
    })
  })

  it('refuses a stale plan and shows the hash that it would have today', () => {
    const asked = { history: ready, request: {}, currentPlanHash: otherHash, now: testNow }
    expect(gateExecution(asked)).toMatchObject({
      errorCode: 'PLAN_STALE',
      details: { planHash: hash, currentPlanHash: otherHash },
    })
  })

  it('refuses a blocked plan and names the rules', () => {
    const asked = { history: blocked, request: {}, currentPlanHash: blocked.plan.planHash, now: testNow }
    expect(gateExecution(asked)).toMatchObject({ errorCode: 'EXPORT_BLOCKED', details: { rule_ids: ['ENT-01'] } })
  })

  it('refuses a plan with a finding that blocks execute, whatever was approved', () => {
    const history = { ...withFinding(ready, atExecute), approvals: [anApproval(ready)] }
    const asked = { history, request: {}, currentPlanHash: hash, now: testNow }
    expect(gateExecution(asked)).toMatchObject({ errorCode: 'EXPORT_BLOCKED', details: { rule_ids: ['ENT-09'] } })
  })

  it('lets a finding pass that blocks execute of an excluded order alone', () => {
    expect(ask(withFinding(ready, { ...atExecute, order_id: 'ord_elsewhere' }))).toBeNull()
  })

  it('asks for an approval where the gate of the profile does, and says why', () => {
    const asked = { history: review, request: {}, currentPlanHash: review.plan.planHash, now: testNow }
    expect(gateExecution(asked)).toMatchObject({
      errorCode: 'APPROVAL_REQUIRED',
      details: { planHash: review.plan.planHash, because: ['REVIEW_REQUIRED'] },
    })
  })

  it('takes a live approval of this plan, and no other', () => {
    const approved = (more: Partial<ApprovalRecord>): ExportHistory => ({
      ...review,
      approvals: [anApproval(review, more)],
    })
    expect(ask(approved({}))).toBeNull()
    expect(ask(approved({ planHash: otherHash }))).toBe('APPROVAL_REQUIRED')
    expect(ask(approved({ planNo: review.plan.planNo + 1 }))).toBe('APPROVAL_REQUIRED')
    expect(ask(approved({ expiresAt: testNow }))).toBe('APPROVAL_REQUIRED')
  })

  it('leaves the review to the caller where the profile says so', () => {
    const gate = { mode: 'caller', flags: [], approvalTtlHours: 168 } as const
    const profile = aProfile({ gate: { ...gate, flags: [] } })
    expect(ask(aHistory(plannedExport({ products: toReview, profile })))).toBeNull()
  })

  it('asks for an approval above the value of the gate', () => {
    const gate = { mode: 'server' as const, valueOverUsd: 149.99, flags: [], approvalTtlHours: 168 }
    const history = aHistory(plannedExport({ profile: aProfile({ gate }) }))
    const asked = { history, request: {}, currentPlanHash: history.plan.planHash, now: testNow }
    expect(gateExecution(asked)).toMatchObject({ details: { because: ['VALUE'] } })
  })

  it('names the first obstacle: the hash, then the data, then the block, then the approval', () => {
    expect(ask(blocked, { request: { planHash: otherHash }, currentPlanHash: otherHash })).toBe('PLAN_HASH_MISMATCH')
    expect(ask(blocked, { currentPlanHash: otherHash })).toBe('PLAN_STALE')
    expect(ask(withFinding(review, atExecute))).toBe('EXPORT_BLOCKED')
  })

  it('does not gate an executed export again', () => {
    const executed = { ...blocked, export: { ...blocked.export, status: 'executed' as const } }
    expect(ask(executed, { request: { planHash: otherHash } })).toBeNull()
  })
})

describe('an approval', () => {
  const approve = (history: ExportHistory, planHash: string, expiresAt?: string): string | null => {
    const request = { planHash, ...(expiresAt === undefined ? {} : { expiresAt }) }
    return gateApproval({ history, request, now: testNow })?.errorCode ?? null
  }

  it('is taken for the current plan, also a READY one', () => {
    expect(approve(ready, hash)).toBeNull()
    expect(approve(review, review.plan.planHash)).toBeNull()
  })

  it('is refused for another plan, a blocked one and an executed export', () => {
    expect(approve(ready, otherHash)).toBe('PLAN_HASH_MISMATCH')
    expect(approve(blocked, blocked.plan.planHash)).toBe('EXPORT_BLOCKED')
    const executed = { ...ready, export: { ...ready.export, status: 'executed' as const } }
    expect(approve(executed, hash)).toBe('EXPORT_ALREADY_EXECUTED')
  })

  it.each([
    ['2026-11-21T17:00:00.000Z', 'too_small'],
    ['2026-12-21T17:00:00.001Z', 'too_big'],
  ])('that ends at %s is refused', (expiresAt, code) => {
    expect(gateApproval({ history: ready, request: { planHash: hash, expiresAt }, now: testNow })).toMatchObject({
      errorCode: 'VALIDATION_ERROR',
      field: 'expiresAt',
      details: { issues: [{ path: 'expiresAt', code }] },
    })
  })

  it('ends when it is told to, within 30 days, else after the hours of the profile', () => {
    const asked = (more: object) => ({ history: ready, request: { planHash: hash, ...more }, now: testNow })
    expect(approve(ready, hash, '2026-12-21T17:00:00.000Z')).toBeNull()
    expect(approvalExpiry(asked({ expiresAt: '2026-11-22T00:00:00Z' }))).toBe(Date.parse('2026-11-22T00:00:00Z'))
    expect(approvalExpiry(asked({}))).toBe(testNow + 168 * 3_600_000)
  })
})
