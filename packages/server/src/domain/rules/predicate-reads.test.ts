import { expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { completeInputs } from '../../testing/complete-inputs.ts'
import { entryActing, entryQuiet } from '../../testing/rule-cases/entry-cases.ts'
import { invoiceActing, invoiceQuiet } from '../../testing/rule-cases/invoice-cases.ts'
import { invoiceLineActing, invoiceLineQuiet } from '../../testing/rule-cases/invoice-line-cases.ts'
import { lettersActing, lettersQuiet } from '../../testing/rule-cases/letters-cases.ts'
import { metalsActing, metalsQuiet } from '../../testing/rule-cases/metals-cases.ts'
import { originActing, originQuiet } from '../../testing/rule-cases/origin-cases.ts'
import { partyActing, partyQuiet } from '../../testing/rule-cases/party-cases.ts'
import { pgaActing, pgaQuiet } from '../../testing/rule-cases/pga-cases.ts'
import { transportActing, transportQuiet } from '../../testing/rule-cases/transport-cases.ts'
import { type ExportFacts, exportFacts } from './export-facts.ts'
import { type LineFacts, lineFacts, type OrderFacts, orderFacts, type ProductFacts, productFacts } from './facts.ts'
import type { PlanInputs } from './plan-inputs.ts'
import { type BoundRule, resolveRules } from './rule-pack.ts'

const pack = loadRulePack()
const { law } = resolveRules(pack, '2026-11-21')
const cases = [
  ...[
    entryActing,
    invoiceActing,
    invoiceLineActing,
    lettersActing,
    metalsActing,
    originActing,
    partyActing,
    pgaActing,
    transportActing,
  ],
  ...[
    entryQuiet,
    invoiceQuiet,
    invoiceLineQuiet,
    lettersQuiet,
    metalsQuiet,
    originQuiet,
    partyQuiet,
    pgaQuiet,
    transportQuiet,
  ],
].flatMap((list) => list.map(([, , inputs]) => inputs))
const inputsOfCases: readonly PlanInputs[] = [completeInputs, ...cases]

// Whatever a predicate asks of its subject on any of the cases is one of the fields that it says it reads. What the
// decision on trade actions and agencies reads is not the predicate's: it is made from the plain facts.
it('a rule reads no fact that its predicate does not name', () => {
  const undeclared = new Set<string>()
  for (const inputs of inputsOfCases) {
    const subjects = subjectsOf(inputs)
    for (const bound of pack.rules) {
      const declared = new Set(bound.reads.map(topLevel))
      for (const field of fieldsRead(bound, subjects)) {
        if (!declared.has(field)) undeclared.add(`${bound.rule.predicate} (${bound.rule.id}): ${field}`)
      }
    }
  }
  expect([...undeclared].sort()).toEqual([])
})

it('a rule that finds something about a fact names the record in which it stands', () => {
  const silent = pack.rules.filter(({ reads, rule }) => reads.length === 0 && rule.predicate !== 'screeningListsNamed')
  expect(silent.map(({ rule }) => `${rule.predicate} (${rule.id})`)).toEqual([])
})

it('every field that is named can be a field of the contract', () => {
  const names = pack.rules.flatMap(({ reads }) => reads)
  expect(names.filter((name) => !/^[A-Za-z0-9_.*]{1,80}$/.test(name))).toEqual([])
})

const records: ReadonlySet<string> = new Set([
  'product',
  'products',
  'orders',
  'profile',
  'shipment',
  'warehouse',
  'broker',
])

/** `htsCode`, or `product.htsCode`: what stands below is the same fact. */
function topLevel(field: string): string {
  const [first = '', second = ''] = field.split('.')
  return records.has(first) ? `${first}.${second}` : first
}

/** All that rules look at in some inputs, made once: the decisions on goods are kept in it. */
interface Subjects {
  readonly products: readonly ProductFacts[]
  readonly lines: readonly LineFacts[]
  readonly orders: readonly OrderFacts[]
  readonly shipment: ExportFacts
}

function subjectsOf(inputs: PlanInputs): Subjects {
  const products = new Map(Object.entries(inputs.products).map(([id, item]) => [id, productFacts(law, id, item)]))
  const orders = Object.entries(inputs.orders)
  return {
    products: [...products.values()],
    lines: orders.flatMap(([orderId, { items }]) =>
      items.flatMap((line, index) => {
        const product = products.get(line.productId)
        return product === undefined ? [] : [lineFacts({ orderId, index, line }, product)]
      }),
    ),
    orders: orders.map(([id, order]) => orderFacts(id, order, { profile: inputs.profile, law })),
    shipment: exportFacts(
      inputs,
      orders.map(([orderId, { items }]) => ({
        orderId,
        goods: items.flatMap(({ productId }) => products.get(productId) ?? []),
      })),
      law,
    ),
  }
}

function fieldsRead(bound: BoundRule, { products, lines, orders, shipment }: Subjects): Set<string> {
  const read = new Set<string>()
  switch (bound.scope) {
    case 'product':
      for (const facts of products) bound.detect({ ...facts, product: recording(facts.product, '', read) })
      break
    case 'line':
      for (const facts of lines) {
        const product = { ...facts.product, product: recording(facts.product.product, 'product.', read) }
        bound.detect({ ...facts, line: recording(facts.line, '', read), product })
      }
      break
    case 'order':
      for (const facts of orders) bound.detect(recordingOrder(facts, read))
      break
    case 'export':
      bound.detect(recordingExport(shipment, read))
  }
  return read
}

/** What the order and the profile say together is a fact of the order; two of them stand in its invoice. */
function recordingOrder(facts: OrderFacts, read: Set<string>): OrderFacts {
  const { order, orderId: _id, screening: _screening, ...merged } = facts
  const shown = { ...facts, order: recording(order, '', read) }
  for (const [name, value] of Object.entries(merged)) {
    const field = name === 'language' || name === 'responsibleIndividual' ? 'invoice' : name
    const get = (): unknown => {
      read.add(field)
      return value
    }
    Object.defineProperty(shown, name, { get })
  }
  return shown
}

function recordingExport(facts: ExportFacts, read: Set<string>): ExportFacts {
  const { inputs, orders, products, goods } = facts
  const recordingGoods = (known: ProductFacts): ProductFacts => {
    return { ...known, product: recording(known.product, 'products.', read) }
  }
  return {
    ...facts,
    inputs: {
      ...inputs,
      profile: recording(inputs.profile, 'profile.', read),
      shipment: recording(inputs.shipment, 'shipment.', read),
      warehouse: recording(inputs.warehouse, 'warehouse.', read),
      broker: recording(inputs.broker, 'broker.', read),
    },
    orders: orders.map((order) => recording(order, 'orders.', read)),
    products: products.map(recordingGoods),
    goods: goods.map((ofOrder) => ofOrder.map(recordingGoods)),
  }
}

function recording<Record extends object>(record: Record, prefix: string, read: Set<string>): Record {
  return new Proxy(record, {
    get: (target, name) => {
      if (typeof name === 'string') read.add(`${prefix}${name}`)
      return Reflect.get(target, name)
    },
  })
}
