import type { Approval, Export } from '@entrygo/sdk/contract'
import { contractDocument } from '@entrygo/sdk/contract/document'
import { describe, expect, it } from 'vitest'
import { requirePassage } from './gate.ts'
import { objectOf } from './schema/json.ts'
import type { World } from './world.ts'

const examples = objectOf(objectOf(contractDocument['components'])['examples'])
// after the check of every example against the contract by the tests of the contract
const inspected = objectOf(objectOf(examples['Inspected'])['value']) as unknown as Export
// after the check of every example against the contract by the tests of the contract
const approval = objectOf(objectOf(examples['ApprovalStored'])['value']) as unknown as Approval
const { planHash } = inspected
const review: Export = {
  ...inspected,
  status: 'planned',
  state: 'awaiting_approval',
  readinessState: 'REVIEW_REQUIRED',
  policy: { requiresApproval: true, because: ['REVIEW_REQUIRED'] },
  approvals: [],
}

function codeOf(found: Export, policy: World['policy'] = {}): unknown {
  // Only the policy of it is read.
  const world = { policy } satisfies Partial<World>
  try {
    // after the check that nothing else of it is read
    requirePassage(world as unknown as World, found, planHash)
    return 'passes'
  } catch (error) {
    return error instanceof Error && 'errorCode' in error ? error.errorCode : error
  }
}

describe('the gate of execute', () => {
  it.each([
    ['a plan for review', review, 'APPROVAL_REQUIRED'],
    ['one with an approval of this hash', { ...review, approvals: [{ ...approval, planHash, live: true }] }, 'passes'],
    [
      'one whose approval is over',
      { ...review, approvals: [{ ...approval, planHash, live: false }] },
      'APPROVAL_REQUIRED',
    ],
    [
      'one with an approval of another plan',
      { ...review, approvals: [{ ...approval, planHash: `sha256:${'b'.repeat(64)}`, live: true }] },
      'APPROVAL_REQUIRED',
    ],
    [
      'a BLOCKED one, approved',
      { ...review, readinessState: 'BLOCKED', approvals: [{ ...approval, planHash, live: true }] },
      'EXPORT_BLOCKED',
    ],
    ['one whose approvals are no list', { ...review, ...objectOf({ approvals: null }) }, 'APPROVAL_REQUIRED'],
    ['one with an approval of nothing', { ...review, ...objectOf({ approvals: [null] }) }, 'APPROVAL_REQUIRED'],
    ['another plan', { ...review, planHash: `sha256:${'c'.repeat(64)}` }, 'PLAN_HASH_MISMATCH'],
    ['a dry run', { ...review, status: 'dry_run' }, 'DRY_RUN_NOT_EXECUTABLE'],
  ] satisfies [string, Export, string][])('%s', (_, found, expected) => {
    expect(codeOf(found)).toBe(expected)
  })

  it.each([
    [[{ ...approval, planHash, live: false }], 'passes'],
    [[{ ...approval, planHash: `sha256:${'b'.repeat(64)}`, live: true }], 'APPROVAL_REQUIRED'],
  ])(
    'a failed hand-off is repeated under the approval it was executed with, over as it is: %#',
    (approvals, expected) => {
      const { broker_submission: submission } = inspected
      const failed = objectOf({ broker_submission: { ...submission, status: 'failed' } })
      expect(codeOf({ ...review, status: 'executed', approvals, ...failed })).toBe(expected)
    },
  )

  it.each([
    ['prepared', 'passes'],
    ['sending', 'passes'],
    ['sent', 'passes'],
    ['failed', 'APPROVAL_REQUIRED'],
    ['unknown', 'APPROVAL_REQUIRED'],
    ['of a later version', 'APPROVAL_REQUIRED'],
  ])(
    'answers a repeat of what was executed without an approval, while nothing would be sent again: %s',
    (status, expected) => {
      const { broker_submission: submission } = inspected
      const executed = {
        ...review,
        status: 'executed',
        ...objectOf({ broker_submission: { ...submission, status } }),
      } as const
      expect(codeOf(executed)).toBe(expected)
      expect(codeOf({ ...executed, planHash: `sha256:${'c'.repeat(64)}` })).toBe('PLAN_HASH_MISMATCH')
    },
  )

  it('stops what this version does not know, and a policy that it does not understand', () => {
    expect(codeOf({ ...review, ...objectOf({ readinessState: 'PROBABLY' }) })).toBe('GATE_STOPPED')
    expect(codeOf(review, { ...objectOf({ allowedReadines: ['REVIEW_REQUIRED'] }) })).toBe('GATE_STOPPED')
  })

  it('asks for an approval although the policy allows review: the server asks for it', () => {
    expect(codeOf(review, { allowedReadiness: ['READY', 'REVIEW_REQUIRED'] })).toBe('APPROVAL_REQUIRED')
  })
})
