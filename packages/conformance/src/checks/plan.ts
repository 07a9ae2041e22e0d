import { createHash } from 'node:crypto'
import { canonicalJson } from '@entrygo/sdk/canonical-json'
import { Breach, expectRefusal, expectSame, expectStatus, expectThat } from '../breach.ts'
import { completeOrder } from '../goods.ts'
import { at, listIn, members, textIn, textsIn } from '../reading.ts'
import { unknownIds } from '../unknown-ids.ts'
import { type Checks, factsWithout, order, orderOf, plan, planBody, product, type Trial } from '../world.ts'

export const planChecks: Checks = {
  'PLAN-01': async (trial) => {
    const orderIds = [await order(trial, 'A')]
    const made = expectStatus(await trial.api.call('planExport', { body: planBody(trial, orderIds) }), 201)
    const batchId = textIn(made, 'exportId')
    for (const more of [{ batchId }, { dryRun: true }, { batchId, dryRun: true }]) {
      expectStatus(await trial.api.call('planExport', { body: planBody(trial, orderIds, more) }), 200)
    }
    expectSame(made, at(made.value, 'batch_id'), { 'batch_id, which is exportId': batchId })
  },
  'PLAN-02': async (trial) => {
    const ids = [await order(trial, 'A'), await order(trial, 'B'), await order(trial, 'C')]
    const first = await plan(trial, ids)
    for (const more of [{}, { dryRun: true }, { includeSnapshot: true }]) {
      const again = await plan(trial, ids.toReversed(), more)
      expectSame(again, at(again.value, 'planHash'), { planHash: textIn(first, 'planHash') })
    }
  },
  'PLAN-03': async (trial) => {
    const hashes = new Set<string>()
    for (const facts of [{}, { quantity: 13 }, { unitValueUsd: 12.51 }]) {
      const planned = await plan(trial, [await order(trial, 'A', facts)])
      const hash = textIn(planned, 'planHash')
      expectThat(planned, !hashes.has(hash), { expected: `another planHash after ${JSON.stringify(facts)}`, got: hash })
      hashes.add(hash)
    }
    const mode = await plan(trial, [await order(trial, 'A')], { shipment: { modeOfTransport: 'truck' } })
    expectThat(mode, !hashes.has(textIn(mode, 'planHash')), 'another planHash for another shipment')
  },
  'PLAN-04': async (trial) => {
    const orderIds = [await order(trial, 'A')]
    const dry = await plan(trial, orderIds, { dryRun: true })
    expectSame(dry, at(dry.value, 'status'), { status: 'dry_run' })
    const id = textIn(dry, 'exportId')
    expectRefusal(await trial.api.call('inspectExport', { path: { id } }), 404, 'EXPORT_NOT_FOUND')
    const listed = await trial.api.call('listExports', { query: `?limit=100&warehouseId=${trial.ids.warehouseId}` })
    expectThat(listed, !textsIn(listed, 'data', 'exportId').includes(id), 'a list without the dry run')
    const made = await plan(trial, orderIds)
    expectSame(made, at(made.value, 'planHash'), { 'planHash of the dry run': textIn(dry, 'planHash') })
  },
  'PLAN-05': async (trial) => {
    const bare = await product(trial, 'bare', {})
    const [good, bad] = [await order(trial, 'good'), await orderOf(trial, 'bad', bare)]
    for (const orderIds of [[good], [bad], [good, bad]]) {
      const planned = await plan(trial, orderIds)
      expectSame(planned, at(planned.value, 'readinessState'), { readinessState: readinessOf(planned.value) })
    }
  },
  'PLAN-06': async (trial) => {
    for (const missing of ['countryOfOrigin', 'htsCode']) {
      const orderId = await orderOf(trial, missing, await product(trial, missing, factsWithout(missing, 'provenance')))
      const planned = await plan(trial, [orderId])
      const readiness = at(planned.value, 'readinessState')
      const expected = `a plan that is not READY without ${missing}`
      expectThat(planned, readiness !== 'READY', { expected, got: readiness })
      const fields = textsIn(planned, 'missing_data', 'field')
      expectThat(planned, fields.includes(missing), { expected: `${missing} in missing_data`, got: fields })
    }
  },
  'PLAN-07': async (trial) => {
    const productId = await product(trial, 'A', factsWithout('countryOfOrigin', 'htsCode', 'provenance'))
    const orderId = await orderOf(trial, 'A', productId)
    const planned = await plan(trial, [orderId])
    for (const field of ['countryOfOrigin', 'htsCode']) {
      const gap = listIn(planned, 'missing_data').find((item) => at(item, 'field') === field)
      expectSame(planned, at(gap, 'product_id'), { [`the product whose ${field} is missing`]: productId })
      const held = at(gap, 'releases')
      const isNamed = Array.isArray(held) && held.includes(orderId)
      expectThat(planned, isNamed, { expected: `${orderId} among the orders that ${field} releases`, got: held })
    }
  },
  'PLAN-08': async (trial) => {
    const planned = await plan(trial, [
      await order(trial, 'A'),
      await orderOf(trial, 'B', await product(trial, 'B', {})),
    ])
    const findings = listIn(planned, 'validationMessages')
    expectThat(planned, findings.length > 0, 'findings about a product without facts')
    for (const finding of findings) {
      for (const path of ['citation', 'ruleId', 'message', 'pointer', 'fix.who']) {
        const told = at(finding, path)
        const isTold = typeof told === 'string' && (told !== '' || path === 'pointer')
        expectThat(planned, isTold, { expected: `${path} in every finding`, got: finding })
      }
    }
  },
  'PLAN-09': async (trial) => {
    const bare = await product(trial, 'bare', {})
    const [good, bad] = [await order(trial, 'good'), await orderOf(trial, 'bad', bare)]
    const planned = await plan(trial, [bad, good])
    expectSame(planned, at(planned.value, 'included_order_ids'), { included_order_ids: [good] })
    expectSame(planned, at(planned.value, 'excluded_order_ids'), { excluded_order_ids: [bad] })
    expectSame(planned, textsIn(planned, 'excluded', 'order_id'), { 'why they are out': [bad] })
    expectThat(planned, textsIn(planned, 'excluded.0.rule_ids').length > 0, 'the rules that exclude the order')
    const alone = await plan(trial, [bad])
    expectSame(alone, at(alone.value, 'readinessState'), { 'readinessState with nothing left': 'BLOCKED' })
  },
  'PLAN-10': async (trial) => {
    const orderIds = [await order(trial, 'A'), await orderOf(trial, 'B', await product(trial, 'B', {}))]
    const planned = await plan(trial, orderIds, { includeSnapshot: true })
    const snapshot = at(planned.value, 'snapshot')
    if (snapshot === undefined) throw new Breach({ answer: planned, expected: 'the snapshot', got: 'none' })
    expectSame(planned, hashOf(canonicalJson(snapshot)), { 'planHash, of the snapshot': textIn(planned, 'planHash') })
  },
  'PLAN-11': async (trial) => {
    const [good, bad] = [await order(trial, 'A'), await orderOf(trial, 'B', await product(trial, 'B', {}))]
    const planned = await plan(trial, [good, bad], { includeSnapshot: true })
    const decision = at(planned.value, 'snapshot.decision')
    expectSame(planned, at(decision, 'readiness'), { readiness: at(planned.value, 'readinessState') })
    expectSame(planned, at(decision, 'included'), { included: at(planned.value, 'included_order_ids') })
    expectSame(planned, at(decision, 'excluded'), { excluded: at(planned.value, 'excluded_order_ids') })
    const inputs = members(at(planned.value, 'snapshot.inputs.orders'))
    expectSame(planned, Object.keys(inputs).toSorted(), { 'orders in inputs': [good, bad].toSorted() })
    expectSame(planned, at(inputs[good], 'items.0.quantity'), { 'the quantity as synced': 12 })
  },
  'PLAN-12': async (trial) => {
    const orderIds = [unknownIds.order, await order(trial, 'A'), 'ord_11111111111111111111111111']
    const answer = await trial.api.call('planExport', { body: planBody(trial, orderIds) })
    expectRefusal(answer, 422, 'UNKNOWN_ORDER')
    const paths = textsIn(answer, 'details.issues', 'path').toSorted()
    expectSame(answer, paths, { 'an issue for each unknown order': ['orderIds.0', 'orderIds.2'] })
  },
  'PLAN-13': async (trial) => {
    const body = planBody(trial, [await order(trial, 'A')], { destinationCountry: 'MX' })
    expectRefusal(await trial.api.call('planExport', { body }), 422, 'UNSUPPORTED_DESTINATION')
  },
  'PLAN-18': async (trial) => {
    const [good, bad] = [await order(trial, 'A'), await orderOf(trial, 'B', await product(trial, 'B', {}))]
    const planned = await plan(trial, [good, bad])
    const treated = textsIn(planned, 'treatments', 'order_id').toSorted()
    expectSame(planned, treated, { 'a treatment for the line of each order': [good, bad].toSorted() })
  },
  'PLAN-19': async (trial) => {
    const planned = await plan(trial, [
      await order(trial, 'A'),
      await orderOf(trial, 'B', await product(trial, 'B', {})),
    ])
    const flags = textsIn(planned, 'flags')
    expectSame(planned, flags, { 'sorted unique flags': [...new Set(flags)].toSorted() })
  },
  'PLAN-20': async (trial) => {
    const planned = await plan(trial, [await orderOf(trial, 'A', await product(trial, 'A', {}))])
    for (const ruleId of new Set(textsIn(planned, 'validationMessages', 'ruleId'))) {
      const rule = expectStatus(await trial.api.call('getRule', { path: { ruleId } }), 200)
      expectThat(rule, rule.text.includes(ruleId), `the records of ${ruleId}`)
    }
  },
  'PLAN-21': async (trial: Trial) => {
    const items = [completeOrder(trial.name('A'), trial.ids.productId)]
    const synced = expectStatus(await trial.api.call('syncOrders', { body: { items } }), 200)
    const planned = await plan(trial, [textIn(synced, 'data.0.id')])
    const readiness = at(planned.value, 'readinessState')
    expectThat(planned, readiness !== 'BLOCKED', { expected: 'READY or REVIEW_REQUIRED', got: readiness })
  },
}

/** `sha256:` and the SHA-256 of a text or of bytes. */
export function hashOf(content: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`
}

/** What the findings of a plan make of it: findings of excluded orders speak for those orders alone. */
function readinessOf(plan: unknown): string {
  const included = at(plan, 'included_order_ids')
  if (!Array.isArray(included) || included.length === 0) return 'BLOCKED'
  const excluded = new Set(Object.values(members(at(plan, 'excluded_order_ids'))))
  const treatments = Object.values(members(at(plan, 'treatments')))
  const productsOf = (isOut: boolean): Set<unknown> =>
    new Set(
      treatments.filter((line) => excluded.has(at(line, 'order_id')) === isOut).map((line) => at(line, 'product_id')),
    )
  const inside = productsOf(false)
  const concerns = Object.values(members(at(plan, 'validationMessages'))).filter((finding) => {
    const [orderId, productId] = [at(finding, 'order_id'), at(finding, 'product_id')]
    if (orderId !== undefined) return !excluded.has(orderId)
    return productId === undefined || inside.has(productId)
  })
  const severities = new Set(concerns.map((finding) => at(finding, 'severity')))
  if (severities.has('BLOCK')) return 'BLOCKED'
  return severities.has('REVIEW') ? 'REVIEW_REQUIRED' : 'READY'
}
