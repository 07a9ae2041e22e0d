import { createHash } from 'node:crypto'
import { canonicalJson } from '@entrygo/sdk/canonical-json'
import { expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { aProduct, testAsOf } from '../../testing/builders.ts'
import { mixedRecords, plannedRequest, planningRecords } from '../../testing/planning-records.ts'
import type { PlannedRequest, PlanningRecords } from '../records.ts'
import type { Rule } from '../rules/rule.ts'
import { type RulePack, resolveRules } from '../rules/rule-pack.ts'
import { type Planned, planExport } from './plan-export.ts'

const pack = loadRulePack()
const records: PlanningRecords = mixedRecords()
const request = plannedRequest(records, {
  shipment: { estimatedEntryDate: '2026-11-24', carrierScac: 'EXMP', isf: { b: [1, 2], a: { d: 1, c: 2 } } },
})
const base = plan(records)

it('the hash is the SHA-256 of the snapshot, and the snapshot is its own canonical JSON', () => {
  expect(base.planHash).toBe(`sha256:${createHash('sha256').update(base.snapshot, 'utf8').digest('hex')}`)
  expect(base.snapshot).toBe(canonicalJson(JSON.parse(base.snapshot)))
  expect(JSON.parse(base.snapshot)).toMatchObject({ v: 1, decision: base.decision })
})

it('10,000 shuffles of records, lists of ids and members give the same plan to the byte', () => {
  const random = lcg(20_261_121)
  const samples = [ordersAt(1, 2, 4), ordersAt(1, 4), ordersAt(4)].map((input) => {
    const asked = plannedRequest(input, { shipment: request.shipment })
    return { input, asked, expected: planExport(input, asked, { asOf: testAsOf, pack }) }
  })
  for (let round = 0; round < 10_000; round += 1) {
    const sample = samples[sampleOfRound[round % 10] ?? 0]
    if (sample === undefined) throw new Error('There are three samples.')
    const { input, asked, expected } = sample
    const members = shuffledMembers(input, random)
    const shuffled: PlanningRecords = {
      ...members,
      orders: shuffle(members.orders, random),
      products: shuffle(members.products, random),
    }
    const again = { ...shuffledMembers(asked, random), orderIds: shuffle(asked.orderIds, random) }
    const planned = planExport(shuffled, again, { asOf: testAsOf, pack })
    if (planned.planHash !== expected.planHash) throw new Error(`Round ${round} gives another hash.`)
    if (round % 99 === 0) expect(planned.body).toEqual(expected.body)
    if (round % 99 === 0) expect(planned.snapshot).toBe(expected.snapshot)
  }
}, 120_000)

/**
 * Three orders, three products and their ids can be put in 216 ways, which a thousand rounds are enough for; members have
 * far more, and a smaller plan asks as much of them.
 */
const sampleOfRound = [0, 1, 2, 2, 2, 2, 2, 2, 2, 2] as const

/** These orders with the products that they name. */
function ordersAt(...wanted: readonly number[]): PlanningRecords {
  const orders = records.orders.filter((_, index) => wanted.includes(index))
  const named = new Set(orders.flatMap(({ doc }) => doc.items.map(({ productId }) => productId)))
  return { ...records, orders, products: records.products.filter(({ id }) => named.has(id)) }
}

it.each<[string, Partial<PlannedRequest>]>([
  ['an entry date', { shipment: { ...request.shipment, estimatedEntryDate: '2026-11-25' } }],
  [
    'a nested fact of the security filing',
    { shipment: { ...request.shipment, isf: { b: [2, 1], a: { d: 1, c: 2 } } } },
  ],
  ['an order less', { orderIds: request.orderIds.slice(1) }],
])('%s changes the hash', (_, more) => {
  const asked = { ...request, ...more }
  const wanted = { ...records, orders: records.orders.filter(({ id }) => asked.orderIds.includes(id)) }
  expect(planExport(wanted, asked, { asOf: testAsOf, pack }).planHash).not.toBe(base.planHash)
})

it('lines keep their order: swapping two changes the hash', () => {
  const swapped = records.orders.map((record) => ({
    ...record,
    doc: { ...record.doc, items: record.doc.items.toReversed() },
  }))
  expect(plan({ ...records, orders: swapped }).planHash).not.toBe(base.planHash)
})

it.each<[string, PlanningRecords]>([
  ['metadata', withDocs({ metadata: { note: 'changed' } })],
  ['the version of a record', { ...records, orders: records.orders.map((record) => ({ ...record, rev: 9 })) }],
  [
    'the way the warehouse is told',
    withWarehouse({ channel: 'email', email: 'dock@warehouse.example', secretSet: true }),
  ],
  ['a secret', { ...records, broker: records.broker && { ...records.broker, secret: 'another-secret' } }],
  ['the way the broker is reached', withSubmission('at_most_once')],
  ['the gate of the profile', withGate('caller')],
  ['a product that no line names', { ...records, products: [...records.products, unnamedProduct()] }],
])('%s is no part of the hash', (_, changed) => {
  expect(plan(changed).planHash).toBe(base.planHash)
})

it('the day of planning is no part of the hash while the same law is read', () => {
  const { shipment: _, ...undated } = request
  const asked: PlannedRequest = { ...undated, shipment: {} }
  const today = planExport(records, asked, { asOf: '2026-11-21', pack })
  const tomorrow = planExport(records, asked, { asOf: '2026-11-22', pack })
  const fixed = planExport(records, { ...asked, asOf: '2026-11-22' }, { asOf: '2026-11-22', pack })
  expect([tomorrow.planHash, fixed.planHash]).toEqual([today.planHash, today.planHash])
  expect(tomorrow.body.rulePack.asOf).toBe('2026-11-22')
  expect(fixed.body.flags).not.toEqual(today.body.flags)
})

it('wording, flags, citations and the version of the pack are no part of the hash', () => {
  const reworded = changedPack((rule) => ({
    ...rule,
    message: Object.fromEntries(Object.keys(rule.message).map((code) => [code, 'Said otherwise.'])),
    citation: 'Cited otherwise',
    flags: ['IMPORT_BAN'],
    fix: { ...rule.fix, example: 'another' },
  }))
  const planned = plan(records, { ...reworded, version: '2026.11', digest: `sha256:${'0'.repeat(64)}` })
  expect(planned.planHash).toBe(base.planHash)
  expect(planned.body.validationMessages).not.toEqual(base.body.validationMessages)
})

it('a new revision of a rule that found something changes the hash, of one that found nothing does not', () => {
  const found = new Set(base.decision.findings.map(({ ruleId }) => ruleId).filter((id) => !id.startsWith('PLAN-')))
  expect(found.size).toBeGreaterThan(2)
  const later = (rule: Rule): Rule => ({ ...rule, recordedAt: '2026-11-22' })
  for (const id of found) {
    expect(
      plan(
        records,
        changedPack((rule) => (rule.id === id ? later(rule) : rule)),
      ).planHash,
    ).not.toBe(base.planHash)
  }
  const quiet = changedPack((rule) => (found.has(rule.id) ? rule : later(rule)))
  expect(plan(records, quiet).planHash).toBe(base.planHash)
})

it('rules are read by the law date alone', () => {
  const asked: PlannedRequest = { ...request, shipment: { ...request.shipment, estimatedEntryDate: '2026-11-24' } }
  const early = planExport(records, asked, { asOf: '2020-01-01', pack })
  expect(early.planHash).toBe(base.planHash)
  expect(resolveRules(pack, '2019-01-01').export.length).toBeLessThan(resolveRules(pack, testAsOf).export.length)
})

it('the units of one plan have the same ids each time, and those of another plan have others', () => {
  const [unit] = base.body.export_units
  expect(unit?.id).toMatch(/^exu_[0-9a-hjkmnp-tv-z]{26}$/)
  expect(plan(records).body.export_units).toEqual(base.body.export_units)
  expect(plan(withoutFirstOrder()).body.export_units[0]?.id).not.toBe(unit?.id)
})

function plan(input: PlanningRecords, by: RulePack = pack): Planned {
  return planExport(input, request, { asOf: testAsOf, pack: by })
}

function withDocs(more: { metadata: Record<string, unknown> }): PlanningRecords {
  const changed = { ...records }
  return {
    ...changed,
    orders: records.orders.map((record) => ({ ...record, doc: { ...record.doc, ...more } })),
    products: records.products.map((record) => ({ ...record, doc: { ...record.doc, ...more } })),
  }
}

function withWarehouse(notification: { channel: 'email'; email: string; secretSet: boolean }): PlanningRecords {
  const { warehouse } = records
  return { ...records, warehouse: warehouse && { ...warehouse, doc: { ...warehouse.doc, notification } } }
}

function withSubmission(policy: 'at_most_once'): PlanningRecords {
  const { broker } = records
  return {
    ...records,
    broker: broker && { ...broker, doc: { ...broker.doc, submission: { ...broker.doc.submission, policy } } },
  }
}

function withGate(mode: 'caller'): PlanningRecords {
  const { rev, doc } = records.profile
  return { ...records, profile: { rev: rev + 1, doc: { ...doc, gate: { ...doc.gate, mode } } } }
}

function withoutFirstOrder(): PlanningRecords {
  return { ...records, orders: records.orders.slice(1) }
}

function unnamedProduct(): PlanningRecords['products'][number] {
  const [product] = planningRecords({ products: [aProduct({ externalId: 'p9' })] }).products
  if (product === undefined) throw new Error('There is one product.')
  return { ...product, id: 'prod_9', doc: { ...product.doc, id: 'prod_9' } }
}

function changedPack(changeRule: (rule: Rule) => Rule): RulePack {
  return { ...pack, rules: pack.rules.map((bound) => ({ ...bound, rule: changeRule(bound.rule) })) }
}

function shuffledMembers<Value>(value: Value, random: () => number): Value {
  return JSON.parse(shuffledText(value, random))
}

function shuffledText(value: unknown, random: () => number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => shuffledText(item, random)).join(',')}]`
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}:${shuffledText(member, random)}`,
  )
  return `{${shuffle(members, random).join(',')}}`
}

function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  const shuffled: Item[] = []
  for (const item of items) shuffled.splice(Math.floor(random() * (shuffled.length + 1)), 0, item)
  return shuffled
}

/** A fixed sequence in [0, 1): the shuffles are the same in every run. */
function lcg(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
