import { expect, it } from 'vitest'
import { createEntryGo } from './client.ts'
import { type ExecutePlanArgs, executePlan, GateRefusedError } from './execute-plan.ts'
import { inspected, planReady, withValues } from './plans.conformance.ts'
import { createScriptedFetch, createVirtualClock, type Step } from './transport/virtual-clock.conformance.ts'

const { planHash } = planReady()

function executing(args: ExecutePlanArgs, ...steps: readonly Step[]) {
  const clock = createVirtualClock()
  const { fetch, sent } = createScriptedFetch(clock, ...steps)
  const client = createEntryGo({
    baseUrl: 'https://api.example.com',
    apiKey: 'eg_test_1',
    accountId: 'acc_1',
    clock,
    fetch,
  })
  return { sent, outcome: executePlan(client, args) }
}

const review = withValues({ readinessState: 'REVIEW_REQUIRED' })
const approval = { id: 'apr_1', export_id: 'batch_1', planHash, live: true }

it('a plan that may proceed is executed, with its hash', async () => {
  const { sent, outcome } = executing(
    { plan: planReady(), policy: {}, idempotencyKey: 'k1' },
    { body: { customs_package_id: 'cp_1' } },
  )
  expect(await outcome).toEqual({ customs_package_id: 'cp_1' })
  expect(sent[0]?.headers.get('idempotency-key')).toBe('k1')
  expect(JSON.parse(String(sent[0]?.body))).toEqual({ accountId: 'acc_1', batchId: planReady().exportId, planHash })
})

it('a plan that asks is executed with a live approval of its hash', async () => {
  const { sent, outcome } = executing(
    { plan: review, policy: {} },
    { body: inspected({ approvals: [approval] }) },
    { body: {} },
  )
  await outcome
  expect(sent.map(({ url }) => new URL(url).pathname)).toEqual([
    `/api/exports/${review.exportId}`,
    '/api/exports/execute',
  ])
})

it.each(['sent', 'failed', 'unknown'])(
  'what was executed under an approval that is over is executed again: %s',
  async (status) => {
    const approvals = [{ ...approval, live: false }]
    const executed = inspected({ status: 'executed', planHash, approvals, broker_submission: { status } })
    const { sent, outcome } = executing({ plan: review, policy: {} }, { body: executed }, { body: {} })
    await outcome
    expect(sent).toHaveLength(2)
  },
)

it.each([
  ['no approval', []],
  ['an approval of another hash', [{ ...approval, planHash: 'sha256:0' }]],
])('a failed hand-off with %s is a person’s to repeat, as nobody can approve it any more', async (_, approvals) => {
  const executed = inspected({ status: 'executed', planHash, approvals, broker_submission: { status: 'failed' } })
  const { sent, outcome } = executing({ plan: review, policy: {} }, { body: executed }, { body: {} })
  await expect(outcome).rejects.toThrow(
    `Let a person hand ${review.exportId} over again (exports.execute): what is executed takes no approval.`,
  )
  expect(sent).toHaveLength(1)
})

it.each([
  ['no approval', []],
  ['an approval that is over', [{ ...approval, live: false }]],
  ['an approval of another hash', [{ ...approval, planHash: 'sha256:0' }]],
])('a plan that asks is not executed with %s', async (_, approvals) => {
  const body = inspected({ status: 'planned', broker_submission: null, approvals })
  const { sent, outcome } = executing({ plan: review, policy: {} }, { body })
  await expect(outcome).rejects.toBeInstanceOf(GateRefusedError)
  await expect(outcome).rejects.toMatchObject({ code: 'GATE_REFUSED', gate: { decision: 'ask' } })
  expect(sent).toHaveLength(1)
})

it.each([
  ['no list', undefined],
  ['a list of nothing', [null, 5]],
  ['one that is live in words', [{ ...approval, live: 'no' }]],
])('an inspected export whose approvals are %s approves nothing', async (_, approvals) => {
  const body = { ...inspected({ status: 'planned', broker_submission: undefined }), approvals }
  const { outcome } = executing({ plan: review, policy: {} }, { body })
  await expect(outcome).rejects.toBeInstanceOf(GateRefusedError)
})

it.each<[string, ExecutePlanArgs]>([
  ['a blocked plan', { plan: withValues({ readinessState: 'BLOCKED' }), policy: {} }],
  ['a dry run', { plan: withValues({ status: 'dry_run', state: 'dry_run' }), policy: {} }],
  ['another hash than the approved one', { plan: planReady(), policy: {}, approvedPlanHash: 'sha256:0' }],
  ['unknown readiness', { plan: withValues({ readinessState: 'FINE' }), policy: {} }],
])('%s is refused before anything is sent', async (_, args) => {
  const { sent, outcome } = executing(args, { body: {} })
  await expect(outcome).rejects.toMatchObject({ kind: 'config', code: 'GATE_REFUSED', gate: { decision: 'stop' } })
  expect(sent).toEqual([])
})

it('the reasons stand in the message and in the JSON of the error', async () => {
  const { outcome } = executing({ plan: withValues({ readinessState: 'BLOCKED' }), policy: {} }, { body: {} })
  const error = await outcome.catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ message: 'The plan is BLOCKED. Change what the reasons name and plan again.' })
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({
    gate: { decision: 'stop', reasons: [{ code: 'READINESS' }] },
  })
})
