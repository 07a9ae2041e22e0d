import { array, assert, boolean, constantFrom, option, property, record, string } from 'fast-check'
import { expect, expectTypeOf, it } from 'vitest'
import { type Export, type ExportPlan, readinessStates } from './contract/index.ts'
import { evaluateGate, type GatedPlan, type GatePolicy } from './gate.ts'
import { inspected, planReady, withValues } from './plans.conformance.ts'

const plan = planReady()

it('a READY plan without surprises may proceed under the empty policy', () => {
  expect(evaluateGate(plan, {})).toEqual({ decision: 'proceed', reasons: [] })
})

it('a plan to review asks, unless the policy allows it and the server wants no approval', () => {
  const review = withValues({ readinessState: 'REVIEW_REQUIRED' })
  expect(evaluateGate(review, {})).toMatchObject({ decision: 'ask', reasons: [{ code: 'READINESS' }] })
  expect(evaluateGate(review, { allowedReadiness: ['READY', 'REVIEW_REQUIRED'] }).decision).toBe('proceed')
  const asked = withValues({ policy: { requiresApproval: true, because: ['VALUE'] } })
  expect(evaluateGate(asked, {})).toMatchObject({
    decision: 'ask',
    reasons: [{ code: 'APPROVAL_REQUIRED', quoted: ['VALUE'] }],
  })
})

it('BLOCKED stops even when a policy lists it', () => {
  const blocked = withValues({ readinessState: 'BLOCKED' })
  expect(evaluateGate(blocked, { allowedReadiness: [...readinessStates] })).toMatchObject({
    decision: 'stop',
    reasons: [{ code: 'READINESS' }],
  })
})

it('the value is compared to the cent', () => {
  const units = ['0.1', '0.2'].map((usd, index) => ({
    ...plan.export_units[0],
    id: `exu_${index}`,
    value_usd: Number(usd),
  }))
  const cheap = withValues({ export_units: units })
  expect(evaluateGate(cheap, { maxValueUsd: 0.3 }).decision).toBe('proceed')
  expect(evaluateGate(cheap, { maxValueUsd: 0.29 })).toMatchObject({
    decision: 'ask',
    reasons: [{ code: 'VALUE', message: "The plan is worth 0.3 USD, over the policy's 0.29 USD." }],
  })
})

it('a broker outside the list stops, and so does a plan that does not name its broker', () => {
  expect(evaluateGate({ ...plan, brokerId: 'br_2' }, { brokerIds: ['br_1'] })).toMatchObject({
    decision: 'stop',
    reasons: [{ code: 'BROKER', quoted: ['br_2'] }],
  })
  expect(evaluateGate(plan, { brokerIds: ['br_1'] })).toMatchObject({ decision: 'stop', reasons: [{ code: 'BROKER' }] })
  expect(evaluateGate({ ...plan, brokerId: 'br_1' }, { brokerIds: ['br_1'] }).decision).toBe('proceed')
})

it('flags for a person ask, whatever else allows them', () => {
  const flagged = withValues({ flags: ['PGA_FCC', 'RULES_PARTIAL', 'SECTION_232_METALS'] })
  expect(evaluateGate(flagged, {}).decision).toBe('proceed')
  expect(evaluateGate(flagged, { personFlags: ['SECTION_232_*'], allowedFlags: ['*'] })).toMatchObject({
    decision: 'ask',
    reasons: [{ code: 'FLAG', quoted: ['SECTION_232_METALS'] }],
  })
  expect(evaluateGate(flagged, { allowedFlags: ['RULES_PARTIAL', 'SECTION_232_*'] })).toMatchObject({
    decision: 'ask',
    reasons: [{ quoted: ['PGA_FCC'] }],
  })
})

it('orders that stay behind ask, unless the policy allows it; no order at all stops', () => {
  const partial = withValues({ excluded_order_ids: ['ord_2'] })
  expect(evaluateGate(partial, {})).toMatchObject({
    decision: 'ask',
    reasons: [{ code: 'EXCLUSIONS', quoted: ['ord_2'] }],
  })
  expect(evaluateGate(partial, { allowExclusions: true }).decision).toBe('proceed')
  expect(evaluateGate(withValues({ included_order_ids: [] }), {})).toMatchObject({
    decision: 'stop',
    reasons: [{ code: 'NOTHING_INCLUDED' }],
  })
})

it('a finding that refuses execute stops, and so does a blocking one on an included order of a READY plan', () => {
  const [finding] = plan.validationMessages
  const refusing = withValues({
    validationMessages: [{ ...finding, at_execute: 'BLOCK', ruleId: 'ENT-09', message: 'The entry date is past.' }],
  })
  expect(evaluateGate(refusing, {})).toMatchObject({
    decision: 'stop',
    reasons: [{ code: 'FINDING', quoted: ['ENT-09: The entry date is past.'] }],
  })
  const contradicting = withValues({
    validationMessages: [{ ...finding, severity: 'BLOCK', order_id: plan.included_order_ids[0] }],
  })
  expect(evaluateGate(contradicting, {}).decision).toBe('stop')
  const excluded = withValues({ validationMessages: [{ ...finding, severity: 'BLOCK', order_id: 'ord_2' }] })
  expect(evaluateGate(excluded, {}).decision).toBe('proceed')
})

it.each([
  ['readiness', { readinessState: 'READY_ISH' }],
  ['state', { state: 'teleporting' }],
  ['status', { status: 'half' }],
  ['strategy', { strategy: { hint: 'SMUGGLE', reasons: [] } }],
  ['flag', { flags: ['SECTION_999'] }],
  ['list', { flags: 'none' }],
  ['plan', { validationMessages: undefined }],
  ['finding', { validationMessages: [null] }],
  ['unit', { export_units: [5] }],
])('a %s that this version does not know stops', (_, values) => {
  const everything: GatePolicy = {
    allowedReadiness: ['READY', 'REVIEW_REQUIRED'],
    allowedFlags: ['*'],
    allowExclusions: true,
  }
  expect(evaluateGate(withValues(values), everything)).toMatchObject({
    decision: 'stop',
    reasons: [{ code: 'UNKNOWN_VALUE' }],
  })
})

it.each([-1_000_000, undefined, null, '5'])('a unit worth %s makes no room for another', (value_usd) => {
  const [unit] = planReady().export_units
  const plan = withValues({ export_units: [unit, { ...unit, value_usd }] })
  expect(evaluateGate(plan, { maxValueUsd: 1e9 })).toMatchObject({ decision: 'ask', reasons: [{ code: 'VALUE' }] })
})

it.each([
  ['a typing error', { maxValueUSD: 10 }, 'maxValueUSD is no field of a policy'],
  ['a text for a number', { maxValueUsd: '10' }, 'maxValueUsd must be a number, 0 or more.'],
  ['a text for a list', { personFlags: 'PGA_*' }, 'personFlags must be a list of texts.'],
  ['a list for a policy', [], 'The policy must be an object.'],
])('%s in a policy stops', (_, policy, message) => {
  const result = Reflect.apply(evaluateGate, undefined, [plan, policy])
  expect(result).toMatchObject({
    decision: 'stop',
    reasons: [{ code: 'POLICY', message: expect.stringContaining(message) }],
  })
})

it('whatever the policy, only known readiness that it allows proceeds, BLOCKED never', async () => {
  const readiness = constantFrom('READY', 'REVIEW_REQUIRED', 'BLOCKED', 'ready', '', 'UNKNOWN')
  const policies = record(
    {
      allowedReadiness: array(constantFrom('READY', 'REVIEW_REQUIRED', 'BLOCKED', 'UNKNOWN', 'ready')),
      maxValueUsd: constantFrom(0, 100, 1e9),
      allowedFlags: array(constantFrom('*', 'PGA_*', 'RULES_PARTIAL')),
      allowExclusions: boolean(),
    },
    { requiredKeys: [] },
  )
  await assert(
    property(readiness, policies, option(string(), { nil: undefined }), (readinessState, policy, flag) => {
      const given = withValues({ readinessState, flags: flag === undefined ? [] : [flag] })
      const { decision, reasons } = Reflect.apply(evaluateGate, undefined, [given, policy])
      const isKnown = readinessState === 'READY' || readinessState === 'REVIEW_REQUIRED'
      const allowed: readonly string[] = policy.allowedReadiness ?? ['READY']
      const isAllowed = allowed.includes(readinessState)
      if (decision === 'proceed') return isKnown && isAllowed && reasons.length === 0 && flag === undefined
      return reasons.length > 0 && (isKnown || decision === 'stop')
    }),
    { numRuns: 2000 },
  )
})

it('the plan and the policy are left as they were', () => {
  const frozen: GatedPlan = Object.freeze(planReady())
  evaluateGate(frozen, Object.freeze({ maxValueUsd: 1 }))
  expect(frozen).toEqual(planReady())
})

it('plans and inspected exports can be gated, and the broker of an export is known', () => {
  expectTypeOf<ExportPlan>().toExtend<GatedPlan>()
  expectTypeOf<Export>().toExtend<GatedPlan>()
  const done = inspected()
  expect(evaluateGate(done, { brokerIds: [done.plan.brokerId] }).decision).toBe('proceed')
  expect(evaluateGate(done, { brokerIds: ['br_2'] }).decision).toBe('stop')
})
