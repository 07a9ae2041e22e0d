import { expectRefusal, expectSame, expectStatus, expectThat } from '../breach.ts'
import { at, listIn, textIn, textsIn } from '../reading.ts'
import { unknownIds } from '../unknown-ids.ts'
import { type Checks, eventTypes, inspect, order, plan } from '../world.ts'
import { hashOf } from './plan.ts'

export const replanChecks: Checks = {
  'PLAN-14': async (trial) => {
    const orderIds = [await order(trial, 'A')]
    const first = await plan(trial, orderIds)
    const batchId = textIn(first, 'exportId')
    const before = await inspect(trial, batchId)
    const again = await plan(trial, orderIds, { batchId })
    expectSame(again, at(again.value, 'planHash'), { planHash: textIn(first, 'planHash') })
    const after = await inspect(trial, batchId)
    expectSame(after, after.text, { 'the export as before': before.text })
  },
  'PLAN-15': async (trial) => {
    const orderId = await order(trial, 'A')
    const first = await plan(trial, [orderId])
    const batchId = textIn(first, 'exportId')
    await order(trial, 'A', { quantity: 13 })
    const again = await plan(trial, [orderId], { batchId })
    expectSame(again, at(again.value, 'exportId'), { exportId: batchId })
    expectThat(again, textIn(again, 'planHash') !== textIn(first, 'planHash'), 'another planHash after the change')
    const after = await inspect(trial, batchId)
    expectSame(after, at(after.value, 'planHash'), { planHash: textIn(again, 'planHash') })
    const told = listIn(after, 'events').find((event) => at(event, 'type') === 'EXPORT_REPLANNED')
    expectThat(after, told !== undefined, { expected: 'EXPORT_REPLANNED', got: eventTypes(after) })
    expectSame(after, at(told, 'data.previousPlanHash'), { previousPlanHash: textIn(first, 'planHash') })
    expectSame(after, at(told, 'data.planHash'), { planHash: textIn(again, 'planHash') })
  },
  'PLAN-16': async (trial) => {
    const orderId = await order(trial, 'A')
    const first = await plan(trial, [orderId])
    const id = textIn(first, 'exportId')
    await order(trial, 'A', { quantity: 13 })
    const second = await plan(trial, [orderId], { batchId: id })
    for (const planHash of [textIn(first, 'planHash'), textIn(second, 'planHash')]) {
      const read = expectStatus(await trial.api.call('getPlan', { path: { id, planHash } }), 200)
      expectSame(read, hashOf(read.bytes), { 'SHA-256 of the bytes': planHash })
    }
    const { planHash } = unknownIds
    expectRefusal(await trial.api.call('getPlan', { path: { id, planHash } }), 404, 'NOT_FOUND')
  },
  'PLAN-17': async (trial) => {
    const orderId = await order(trial, 'A')
    const first = await plan(trial, [orderId])
    const id = textIn(first, 'exportId')
    await order(trial, 'A', { quantity: 13 })
    const planHash = textIn(await plan(trial, [orderId], { batchId: id }), 'planHash')
    const query = `?against=${encodeURIComponent(textIn(first, 'planHash'))}`
    const diff = expectStatus(await trial.api.call('diffPlans', { path: { id, planHash }, query }), 200)
    // Lines stand in a comparison by their ids or by their places.
    const pointer = new RegExp(`^/inputs/orders/${orderId}/items/[^/]+/quantity$`)
    const changed = listIn(diff, 'differences').find((item) => pointer.test(String(at(item, 'pointer'))))
    const pointers = textsIn(diff, 'differences', 'pointer')
    expectThat(diff, changed !== undefined, { expected: `a difference like ${pointer.source}`, got: pointers })
    expectSame(diff, [at(changed, 'before'), at(changed, 'after')], { 'before and after': [12, 13] })
    const same = await trial.api.call('diffPlans', {
      path: { id, planHash },
      query: `?against=${encodeURIComponent(planHash)}`,
    })
    expectSame(expectStatus(same, 200), listIn(same, 'differences'), { differences: [] })
  },
}
