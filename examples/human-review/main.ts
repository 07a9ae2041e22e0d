/**
 * A person in the loop: reads a plan, approves it, sees the approval die when an order changes, and reviews again. Then
 * the two gates: the server's, which asks by value and flag, and the caller's own. Ends non-zero when anything is off.
 */
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEntryGo, type EntryGo, evaluateGate, executePlan, GateRefusedError, waitForExport } from '@entrygo/sdk'
import type { ExportPlan, OrderInput, PlanRequest, Shipment } from '@entrygo/sdk/contract'
import { exampleAsOf, type RunningDev, startDev } from '@entrygo/server/dev'
import { showReview } from './review-sheet.ts'

const dataDir = await mkdtemp(join(tmpdir(), 'entrygo-human-review-'))
// Lets the clock jump, so that an approval can be seen to expire.
const faults = join(dataDir, 'faults.txt')
const dev = await startDev({ port: 0, dataDir, faults, log: 'error' })
const client = createEntryGo({ baseUrl: dev.url, apiKey: dev.apiKey, accountId: dev.accountId })
const desk = { type: 'person', name: 'Customs Desk' } as const
try {
  await reviewTwice(dev, client)
  await serverGate(dev, client)
  await callerGate(dev, client)
} finally {
  await dev.stop()
  await rm(dataDir, { recursive: true, force: true })
}
console.log('\nThe review holds what it promises.')

/** Plan, read, approve, change, and all of it again. */
async function reviewTwice(
  { examples }: RunningDev,
  { orders, plan, execute, inspect, exports }: EntryGo,
): Promise<void> {
  const items = await jsonIn<OrderInput[]>(examples.review)
  const first = await planned(items)
  assert.equal(first.readinessState, 'REVIEW_REQUIRED')
  showReview('What the reviewer sees', first)

  const id = first.exportId
  const early = await execute.safe({ batchId: id, planHash: first.planHash })
  assert.ok(!early.ok && early.error.code === 'APPROVAL_REQUIRED')
  console.log('\nexecute without an approval: APPROVAL_REQUIRED')

  const expiresAt = new Date(Date.now() + 8 * 3_600_000).toISOString()
  const reason = 'The buyer confirmed by phone that no charges come on top.'
  const approval = await exports.approve({ id, planHash: first.planHash, reason, actor: desk, expiresAt })
  assert.ok(approval.live)
  console.log(`approved by ${approval.actor.name} until ${approval.expires_at}: ${approval.reason}`)

  // Somebody adds two pieces after the approval.
  await orders.sync({ items: items.map(withTwoMore) })
  const stale = await execute.safe({ batchId: id, planHash: first.planHash })
  assert.ok(!stale.ok && stale.error.code === 'PLAN_STALE')
  const second = await plan({ batchId: id, ...(await requestFor(first.included_order_ids)) })
  assert.notEqual(second.planHash, first.planHash)
  const dead = await inspect({ id })
  assert.deepEqual(
    dead.approvals.map(({ live }) => live),
    [false],
  )
  const refused = await execute.safe({ batchId: id, planHash: second.planHash })
  assert.ok(!refused.ok && refused.error.code === 'APPROVAL_REQUIRED')
  console.log('the order changed: PLAN_STALE, a new planHash, and the approval is dead')
  const { differences } = await exports.diffPlans({ id, planHash: second.planHash, against: first.planHash })
  for (const { pointer, cause } of differences.slice(0, 4)) console.log(`  changed by the ${cause}: ${pointer}`)

  const again = 'Read anew: two more pieces, still no charges.'
  await exports.approve({ id, planHash: second.planHash, reason: again, actor: desk, expiresAt })
  await writeFile(faults, 'clock:+9h')
  const late = await execute.safe({ batchId: id, planHash: second.planHash })
  assert.ok(!late.ok && late.error.code === 'APPROVAL_REQUIRED')
  console.log('approved again; an hour after its end the approval is worth nothing')
  await writeFile(faults, '')
  await execute({ batchId: id, planHash: second.planHash })
  const done = await waitForExport(client, id)
  assert.equal(done.state, 'completed')
  console.log('in time it is executed and handed over')
}

/** The account's own thresholds: a READY plan asks too when it is worth much or carries a flag. */
async function serverGate({ examples }: RunningDev, { account, execute }: EntryGo): Promise<void> {
  const { accountId: _, ...profile } = await account.getProfile()
  const ready = await planned(await jsonIn<OrderInput[]>(examples.ready))
  assert.deepEqual(ready.policy, { requiresApproval: false, because: [] })
  const flag = 'SECTION_301_FORCED_LABOR'
  assert.ok(ready.flags.includes(flag))
  await account.putProfile({ ...profile, gate: { mode: 'server', valueOverUsd: 100, flags: [flag] } })
  const asked = await planned(await jsonIn<OrderInput[]>(examples.ready))
  assert.deepEqual(asked.policy, { requiresApproval: true, because: ['VALUE', `FLAG:${flag}`] })
  const refused = await execute.safe({ batchId: asked.exportId, planHash: asked.planHash })
  assert.ok(!refused.ok && refused.error.code === 'APPROVAL_REQUIRED')
  console.log(`\nserver gate over a READY plan: an approval is needed because of ${asked.policy.because.join(' and ')}`)
  await account.putProfile({ ...profile, gate: { mode: 'caller' } })
}

/** With `mode: caller` the server lets a review pass; the caller's policy stands in its program. */
async function callerGate({ examples }: RunningDev, entrygo: EntryGo): Promise<void> {
  const items = await jsonIn<OrderInput[]>(examples.review)
  const plan = await planned(items.map((order) => ({ ...order, externalId: 'EXAMPLE-2002' })))
  assert.equal(plan.policy.requiresApproval, false)
  const strict = { allowedReadiness: ['READY'], maxValueUsd: 100, personFlags: ['SECTION_*'] } as const
  const gate = evaluateGate(plan, strict)
  assert.equal(gate.decision, 'ask')
  console.log('\ncaller gate, before anything is sent:')
  for (const { code, message } of gate.reasons) console.log(`  ${code}  ${message}`)
  await assert.rejects(executePlan(entrygo, { plan, policy: strict }), GateRefusedError)
  const executed = await executePlan(entrygo, { plan, policy: { allowedReadiness: ['READY', 'REVIEW_REQUIRED'] } })
  assert.equal(executed.status, 'executed')
}

async function planned(items: readonly OrderInput[]): Promise<ExportPlan> {
  const { data } = await client.orders.sync({ items: [...items] })
  return client.plan(await requestFor(data.map(({ id }) => id)))
}

async function requestFor(orderIds: string[]): Promise<Omit<PlanRequest, 'accountId'>> {
  const { warehouseId, brokerId } = dev
  return { warehouseId, brokerId, orderIds, asOf: exampleAsOf, shipment: await jsonIn<Shipment>(dev.examples.shipment) }
}

function withTwoMore(order: OrderInput): OrderInput {
  const items = order.items.map((line) => ({ ...line, quantity: line.quantity + 2 }))
  const packages = (order.packages ?? []).map((one) => ({
    ...one,
    contents: (one.contents ?? []).map((content) => ({ ...content, quantity: content.quantity + 2 })),
  }))
  return { ...order, items, packages }
}

async function jsonIn<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8'))
}
