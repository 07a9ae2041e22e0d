import { expect, it } from 'vitest'
import { approvalPolicy, unitsValueUsd } from './policy.ts'

const gate = { mode: 'server', flags: [], approvalTtlHours: 168 } as const
const plan = { readiness: 'READY', flags: ['USMCA_CLAIMED', 'RULES_PARTIAL'], includedValueUsd: 2500 } as const

it('a ready plan needs no approval', () => {
  expect(approvalPolicy(plan, { ...gate, flags: [] })).toEqual({ requiresApproval: false, because: [] })
})

it('a plan to review needs one where the server gates', () => {
  const review = { ...plan, readiness: 'REVIEW_REQUIRED' } as const
  expect(approvalPolicy(review, { ...gate, flags: [] })).toEqual({
    requiresApproval: true,
    because: ['REVIEW_REQUIRED'],
  })
  expect(approvalPolicy(review, { ...gate, flags: [], mode: 'caller' }).requiresApproval).toBe(false)
})

it.each([
  [2500, false],
  [2499.9999, true],
])('a value above %d USD needs one in either mode', (valueOverUsd, requiresApproval) => {
  for (const mode of ['server', 'caller'] as const) {
    const policy = approvalPolicy(plan, { ...gate, flags: [], mode, valueOverUsd })
    expect(policy).toEqual({ requiresApproval, because: requiresApproval ? ['VALUE'] : [] })
  }
})

it('a gated flag needs one, and every reason is named', () => {
  const review = { ...plan, readiness: 'REVIEW_REQUIRED' } as const
  expect(approvalPolicy(review, { ...gate, valueOverUsd: 1, flags: ['IMPORT_BAN', 'USMCA_CLAIMED'] })).toEqual({
    requiresApproval: true,
    because: ['REVIEW_REQUIRED', 'VALUE', 'FLAG:USMCA_CLAIMED'],
  })
})

it('the value of the units is their exact sum', () => {
  expect(unitsValueUsd([{ value_usd: 0.1 }, { value_usd: 0.2 }])).toBe(0.3)
})
