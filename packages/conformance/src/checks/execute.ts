import type { Answer } from '../api.ts'
import { artifactTypes } from '../artifact-types.ts'
import { Breach, expectRefusal, expectSame, expectStatus, expectThat } from '../breach.ts'
import { gatedQuantity, profile } from '../goods.ts'
import { at, listIn, textIn, textsIn } from '../reading.ts'
import { unknownIds } from '../unknown-ids.ts'
import {
  approve,
  approver,
  type Checks,
  eventTypes,
  executable,
  execute,
  inspect,
  order,
  orderOf,
  plan,
  product,
  type Trial,
} from '../world.ts'
import { replayed } from './idempotency.ts'

export const executeChecks: Checks = {
  'EXEC-01': async (trial) => {
    const planned = await executable(trial)
    const done = expectStatus(await execute(trial, planned), 201)
    expectSame(done, at(done.value, 'planHash'), { planHash: textIn(planned, 'planHash') })
    expectSame(done, at(done.value, 'status'), { status: 'executed' })
    textIn(done, 'customs_package_id')
    textIn(done, 'broker_submission.id')
    const types = textsIn(done, 'artifacts', 'artifact_type').toSorted()
    expectSame(done, types, { 'six artifacts': [...artifactTypes] })
  },
  'EXEC-02': async (trial) => {
    const planned = await executable(trial)
    const first = expectStatus(await execute(trial, planned), 201)
    const second = expectStatus(await execute(trial, planned), 200)
    for (const path of ['customs_package_id', 'broker_submission.id', 'planHash', 'artifacts']) {
      expectSame(second, at(second.value, path), { [`${path} of the first execute`]: at(first.value, path) })
    }
    await executedOnce(trial, textIn(planned, 'exportId'))
  },
  'EXEC-03': async (trial) => {
    const planned = await executable(trial)
    const answers = await Promise.all(Array.from({ length: 8 }, () => execute(trial, planned)))
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => b - a)
    const [one] = answers
    if (one === undefined) throw new Breach({ expected: 'eight answers', got: 'none' })
    expectSame(one, statuses, { 'one 201, else 200': [201, 200, 200, 200, 200, 200, 200, 200] })
    const packages = new Set(answers.map((answer) => textIn(answer, 'customs_package_id')))
    expectSame(one, packages.size, { packages: 1 })
    await executedOnce(trial, textIn(planned, 'exportId'))
  },
  'EXEC-04': async (trial) => {
    const planned = await executable(trial)
    const body = { batchId: textIn(planned, 'exportId'), planHash: unknownIds.planHash }
    const answer = await trial.api.call('executeExport', { body })
    expectRefusal(answer, 409, 'PLAN_HASH_MISMATCH')
    expectSame(answer, at(answer.value, 'details.planHash'), { 'the hash that was sent': unknownIds.planHash })
    expectSame(answer, at(answer.value, 'details.currentPlanHash'), {
      'the hash there is': textIn(planned, 'planHash'),
    })
    await notExecuted(trial, body.batchId)
  },
  'EXEC-05': async (trial) => {
    const planned = await executable(trial)
    await order(trial, 'A', { quantity: 13 })
    const answer = expectRefusal(await execute(trial, planned), 409, 'PLAN_STALE')
    const [sent, now] = [at(answer.value, 'details.planHash'), textIn(answer, 'details.currentPlanHash')]
    expectSame(answer, sent, { 'the hash of the stored plan': textIn(planned, 'planHash') })
    await notExecuted(trial, textIn(planned, 'exportId'))
    const again = await plan(trial, [...textsIn(planned, 'included_order_ids')], { dryRun: true })
    expectSame(answer, now, { 'the new hash': textIn(again, 'planHash') })
  },
  'EXEC-06': async (trial) => {
    const planned = await plan(trial, [await orderOf(trial, 'A', await product(trial, 'A', {}))])
    const answer = expectRefusal(await execute(trial, planned), 409, 'EXPORT_BLOCKED')
    expectThat(answer, textsIn(answer, 'details.rule_ids').length > 0, 'the rules that block')
    await notExecuted(trial, textIn(planned, 'exportId'))
  },
  'EXEC-07': async (trial) => {
    const planned = await plan(trial, [await order(trial, 'A', { quantity: gatedQuantity })])
    expectRefusal(await execute(trial, planned), 409, 'APPROVAL_REQUIRED')
    await notExecuted(trial, textIn(planned, 'exportId'))
  },
  'EXEC-08': async (trial) => {
    const planned = await plan(trial, [await order(trial, 'A', { quantity: gatedQuantity })])
    await approve(trial, planned)
    const orderId = await order(trial, 'A', { quantity: gatedQuantity + 1 })
    const again = await plan(trial, [orderId], { batchId: textIn(planned, 'exportId') })
    expectRefusal(await execute(trial, again), 409, 'APPROVAL_REQUIRED')
    await notExecuted(trial, textIn(planned, 'exportId'))
  },
  'EXEC-09': async (trial) => {
    const dry = await plan(trial, [await order(trial, 'A')], { dryRun: true })
    expectRefusal(await execute(trial, dry), 409, 'DRY_RUN_NOT_EXECUTABLE')
  },
  'EXEC-10': async (trial) => {
    const orderId = await order(trial, 'A')
    const planned = await plan(trial, [orderId])
    if (at(planned.value, 'policy.requiresApproval') === true) await approve(trial, planned)
    expectStatus(await execute(trial, planned), 201)
    const id = textIn(planned, 'exportId')
    const { warehouseId, brokerId } = trial.ids
    const body = { warehouseId, brokerId, orderIds: [orderId], batchId: id }
    expectRefusal(await trial.api.call('planExport', { body }), 409, 'EXPORT_ALREADY_EXECUTED')
    const approval = { planHash: textIn(planned, 'planHash'), reason: 'Conformance run.', actor: approver }
    const late = await trial.api.call('approveExport', { path: { id }, body: approval })
    expectRefusal(late, 409, 'EXPORT_ALREADY_EXECUTED')
  },
  'EXEC-11': async (trial) => {
    const orderId = await order(trial, 'A')
    const [one, two] = [await plan(trial, [orderId]), await plan(trial, [orderId])]
    for (const planned of [one, two]) {
      if (at(planned.value, 'policy.requiresApproval') === true) await approve(trial, planned)
    }
    expectStatus(await execute(trial, one), 201)
    expectRefusal(await execute(trial, two), 409, 'PLAN_STALE')
    await notExecuted(trial, textIn(two, 'exportId'))
  },
  'EXEC-12': async (trial) => {
    const planned = await executable(trial)
    const first = expectStatus(await execute(trial, planned, trial.name('key')), 201)
    replayed(await execute(trial, planned, trial.name('key')), first)
    await executedOnce(trial, textIn(planned, 'exportId'))
  },
  'EXEC-13': async ({ api }) => {
    const body = { batchId: unknownIds.export }
    expectRefusal(await api.call('executeExport', { body }), 404, 'EXPORT_NOT_FOUND')
  },
  'EXEC-14': async (trial) => {
    const planned = await executable(trial)
    const first = expectStatus(await execute(trial, planned), 201)
    const put = (gate: object): Promise<Answer> =>
      trial.api.call('putAccountProfile', { body: { ...profile, gate: { ...profile.gate, ...gate } } })
    expectStatus(await put({ valueOverUsd: 1 }), 200)
    try {
      const second = expectStatus(await execute(trial, planned), 200)
      const path = 'customs_package_id'
      expectSame(second, at(second.value, path), { [`${path} of the first execute`]: at(first.value, path) })
    } finally {
      await put({})
    }
  },
}

async function notExecuted(trial: Trial, exportId: string): Promise<void> {
  const after = await inspect(trial, exportId)
  expectSame(after, at(after.value, 'status'), { 'status after the refusal': 'planned' })
  expectSame(after, at(after.value, 'customs_package_id'), { 'customs_package_id after the refusal': null })
}

async function executedOnce(trial: Trial, exportId: string): Promise<void> {
  const after = await inspect(trial, exportId)
  for (const type of ['EXPORT_EXECUTED', 'CUSTOMS_PACKAGE_GENERATED', 'BROKER_SUBMISSION_PREPARED']) {
    expectSame(after, eventTypes(after).filter((one) => one === type).length, { [`events ${type}`]: 1 })
  }
  expectSame(after, listIn(after, 'previous_submissions'), { previous_submissions: [] })
}
