import { expectRefusal, expectSame, expectThat } from '../breach.ts'
import { gatedQuantity } from '../goods.ts'
import { at, listIn, textIn } from '../reading.ts'
import { unknownIds } from '../unknown-ids.ts'
import {
  approve,
  approver,
  type Checks,
  eventTypes,
  inspect,
  order,
  orderOf,
  plan,
  product,
  type Trial,
} from '../world.ts'

export const gateChecks: Checks = {
  'GATE-01': async (trial) => {
    const planned = await gated(trial)
    expectSame(planned, at(planned.value, 'policy.requiresApproval'), { requiresApproval: true })
    const because = listIn(planned, 'policy.because')
    expectThat(planned, because.includes('VALUE'), { expected: 'VALUE among the reasons', got: because })
    expectSame(planned, at(planned.value, 'state'), { state: 'awaiting_approval' })
    expectSame(planned, at(planned.value, 'next_recommended_action'), { next: 'REVIEW_AND_APPROVE' })
  },
  'GATE-02': async (trial) => {
    const planned = await gated(trial)
    const { planHash } = unknownIds
    const body = { planHash, reason: 'Conformance run.', actor: approver }
    const path = { id: textIn(planned, 'exportId') }
    const answer = await trial.api.call('approveExport', { path, body })
    expectRefusal(answer, 409, 'PLAN_HASH_MISMATCH')
    expectSame(answer, at(answer.value, 'details.planHash'), { 'the hash that was sent': planHash })
    expectSame(answer, at(answer.value, 'details.currentPlanHash'), {
      'the hash there is': textIn(planned, 'planHash'),
    })
    const after = await inspect(trial, path.id)
    expectSame(after, at(after.value, 'state'), { state: 'awaiting_approval' })
    expectRefusal(
      await trial.api.call('approveExport', { path: { id: unknownIds.export }, body }),
      404,
      'EXPORT_NOT_FOUND',
    )
  },
  'GATE-03': async (trial) => {
    const planned = await gated(trial)
    const approval = await approve(trial, planned)
    expectSame(approval, at(approval.value, 'live'), { live: true })
    const after = await inspect(trial, textIn(planned, 'exportId'))
    expectSame(after, at(after.value, 'state'), { state: 'executable' })
    expectSame(after, listIn(after, 'approvals'), { 'the approval in inspect': [approval.value] })
    const told = listIn(after, 'events').find((event) => at(event, 'type') === 'EXPORT_APPROVED')
    expectThat(after, told !== undefined, { expected: 'EXPORT_APPROVED', got: eventTypes(after) })
    expectSame(after, at(told, 'data.approval_id'), { approval_id: textIn(approval, 'id') })
    expectSame(after, at(told, 'data.planHash'), { planHash: textIn(planned, 'planHash') })
    expectSame(after, at(told, 'data.actor'), { actor: approver })
  },
  'GATE-04': async (trial) => {
    const planned = await gated(trial)
    await approve(trial, planned)
    const again = await replanned(trial, planned, gatedQuantity + 1)
    expectSame(again, at(again.value, 'state'), { state: 'awaiting_approval' })
    const after = await inspect(trial, textIn(planned, 'exportId'))
    expectSame(after, at(after.value, 'state'), { state: 'awaiting_approval' })
    expectSame(
      after,
      listIn(after, 'approvals').map((item) => at(item, 'live')),
      { 'live approvals': [false] },
    )
  },
  'GATE-05': async (trial) => {
    const planned = await gated(trial)
    await approve(trial, planned)
    await replanned(trial, planned, gatedQuantity + 1)
    const back = await replanned(trial, planned, gatedQuantity)
    expectSame(back, at(back.value, 'planHash'), { 'the hash of the first plan': textIn(planned, 'planHash') })
    expectSame(back, at(back.value, 'state'), { state: 'awaiting_approval' })
  },
  'GATE-06': async (trial) => {
    const planned = await plan(trial, [await orderOf(trial, 'A', await product(trial, 'A', {}))])
    const body = { planHash: textIn(planned, 'planHash'), reason: 'Conformance run.', actor: approver }
    const path = { id: textIn(planned, 'exportId') }
    expectRefusal(await trial.api.call('approveExport', { path, body }), 409, 'EXPORT_BLOCKED')
  },
  'GATE-07': async (trial) => {
    const planned = await gated(trial)
    const path = { id: textIn(planned, 'exportId') }
    for (const days of [-1, 31]) {
      const expiresAt = new Date(Date.now() + days * 86_400_000).toISOString()
      const body = { planHash: textIn(planned, 'planHash'), reason: 'Conformance run.', actor: approver, expiresAt }
      expectRefusal(await trial.api.call('approveExport', { path, body }), 400, 'VALIDATION_ERROR')
    }
  },
}

/** A plan over the value of the gate. */
async function gated(trial: Trial): Promise<Awaited<ReturnType<typeof plan>>> {
  return await plan(trial, [await order(trial, 'A', { quantity: gatedQuantity })])
}

/** The same export over its order with another quantity. */
async function replanned(
  trial: Trial,
  planned: Awaited<ReturnType<typeof plan>>,
  quantity: number,
): ReturnType<typeof plan> {
  const orderId = await order(trial, 'A', { quantity })
  return await plan(trial, [orderId], { batchId: textIn(planned, 'exportId') })
}
