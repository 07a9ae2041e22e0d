/**
 * Random invoices go the way of the product, from the JSON text of a sync through the plan to the documents of the
 * customs package, and every amount is compared with an oracle that counts in fractions of whole numbers. The same
 * invoices by binary floating point must differ from it, or the lane sees nothing.
 *
 *   node --conditions=entrygo-src test/lanes/money.ts [--invoices 5000] [--seed 1]
 */
import { parse } from 'csv-parse/sync'
import { customsPackageOf } from '../../packages/server/src/domain/execution/customs-package.ts'
import { upsertOrders } from '../../packages/server/src/domain/orders/upsert-orders.ts'
import { planExport } from '../../packages/server/src/domain/planning/plan-export.ts'
import { planLimitRefusal } from '../../packages/server/src/domain/planning/plan-limits.ts'
import type { PlanningRecords, StoredRecord } from '../../packages/server/src/domain/records.ts'
import { isRefusal } from '../../packages/server/src/domain/refusal.ts'
import { parseStrictJson } from '../../packages/server/src/http/strict-json.ts'
import { refuseInvalidBody } from '../../packages/server/src/http/validate.ts'
import { loadRulePack } from '../../packages/server/src/rule-pack-files.ts'
import { anOrder, testAccountId, testAsOf, testNow } from '../../packages/server/src/testing/builders.ts'
import { plannedRequest, planningRecords } from '../../packages/server/src/testing/planning-records.ts'
import { floatInvoice } from './support/float-money.ts'
import {
  expectedTotals,
  faultsOfInvoice,
  faultsOfTotals,
  type ShownInvoice,
  type ShownTotals,
} from './support/money-judge.ts'
import { dollars, type ExpectedInvoice, expectedInvoice } from './support/money-oracle.ts'
import { seededRandom } from './support/random.ts'
import { type DrawnOrder, drawOrders } from './support/random-invoices.ts'
import { csvOf, jsonOf } from './support/rendered-documents.ts'
import { conclude, option } from './support/report.ts'

interface Pair {
  readonly drawn: DrawnOrder
  readonly expected: ExpectedInvoice
}

const invoices = option('invoices', 5_000)
const seed = option('seed', 1)
const ordersOfPlan = 40
/** What an order and a plan may be worth, in cents. */
const mostCents = 999_999_999_999_999n

const random = seededRandom(seed)
const pack = loadRulePack()
const base = planningRecords()
const productId = base.products[0]?.id ?? ''
const problems: string[] = []
const seen = { invoices: 0, lines: 0, refused: 0, leftOut: 0, plans: 0, floats: 0 }
let serial = 0

while (seen.invoices < invoices) {
  const pairs = drawOrders(random, ordersOfPlan, serial).map((drawn) => ({ drawn, expected: expectedInvoice(drawn) }))
  serial += ordersOfPlan
  judgeOrders(pairs)
}
if (seen.floats === 0)
  problems.push('binary floats gave the same amounts as the oracle: this lane would see no mistake')
conclude({
  lane: 'lane money',
  repeat: `node --conditions=entrygo-src test/lanes/money.ts --invoices ${invoices} --seed ${seed}`,
  problems,
  summary:
    `${seen.invoices} invoices with ${seen.lines} lines in ${seen.plans} packages: ${problems.length} mismatches, ` +
    `${seen.refused} orders above the limit refused, ${seen.leftOut} left out by rules; seed ${seed}. ` +
    `Self-test: ${seen.floats} of the same invoices are wrong by binary floats.`,
})

function judgeOrders(pairs: readonly Pair[]): void {
  const accepted: Pair[] = []
  const records: StoredRecord<'order'>[] = []
  for (const pair of pairs) {
    const stored = synced(pair.drawn)
    if (stored === null) seen.refused += 1
    if ((stored === null) !== pair.expected.goods > mostCents) {
      problems.push(
        `${pair.drawn.externalId} of ${dollars(pair.expected.goods)} USD was ${stored ? 'taken' : 'refused'}`,
      )
    } else if (stored !== null) {
      accepted.push(pair)
      records.push(stored)
    }
  }
  judgePlans(accepted, records)
}

/** An order as the store keeps it, or null when the product refuses its worth. */
function synced(drawn: DrawnOrder): StoredRecord<'order'> | null {
  const read = parseStrictJson(syncText(drawn))
  if (isRefusal(read)) throw new Error(`${drawn.externalId}: ${read.message}`)
  const wrong = refuseInvalidBody('syncOrders', read.value)
  if (wrong !== null) throw new Error(`${drawn.externalId}: ${JSON.stringify(wrong.details)}`)
  // The contract was checked the line before.
  const { items } = read.value as { items: Parameters<typeof upsertOrders>[0] }
  const upserted = upsertOrders(items, new Map(), () => `ord_${drawn.externalId}`)
  if (isRefusal(upserted)) return null
  const [record] = upserted.records
  if (record === undefined) throw new Error(`${drawn.externalId} was not stored`)
  // As the store gives it back: through its JSON text.
  return { ...record, doc: JSON.parse(JSON.stringify(record.doc)) }
}

/** The amounts are spelled in the text as they were drawn. */
function syncText({ externalId, lines, charges, assists }: DrawnOrder): string {
  const number = (text: string): string => `number:${text}`
  const items = lines.map(({ quantity, unitValueUsd, customsValueUsd }, index) => ({
    productId,
    lineId: String(index + 1),
    quantity: number(quantity),
    unitValueUsd: number(unitValueUsd),
    uom: 'H87',
    ...(customsValueUsd === null ? {} : { customsValueUsd: number(customsValueUsd) }),
  }))
  const { packages: _, ...order } = anOrder('prod_1', { externalId })
  const given = {
    ...order,
    items,
    charges: charges.map((charge) => ({ ...charge, amountUsd: number(charge.amountUsd) })),
    assists: assists.map((amount) => ({ type: 'mould', amountUsd: number(amount) })),
  }
  return JSON.stringify({ accountId: testAccountId, items: [given] }).replaceAll(/"number:([^"]*)"/g, '$1')
}

/** Plans what is within the limit together, and proves that more is refused. */
function judgePlans(accepted: readonly Pair[], records: readonly StoredRecord<'order'>[]): void {
  let from = 0
  let worth = 0n
  accepted.forEach(({ expected }, index) => {
    if (index > from && worth + expected.entered > mostCents) {
      mustRefuse(records.slice(from, index + 1))
      judgePlan(accepted.slice(from, index), records.slice(from, index))
      from = index
      worth = 0n
    }
    worth += expected.entered
  })
  if (accepted.length > from) judgePlan(accepted.slice(from), records.slice(from))
}

function mustRefuse(orders: readonly StoredRecord<'order'>[]): void {
  if (planLimitRefusal({ orders }) === null)
    problems.push(`a plan above the limit was taken: ${orders[0]?.externalId}…`)
}

function judgePlan(pairs: readonly Pair[], orders: readonly StoredRecord<'order'>[]): void {
  const documents = documentsOf({ ...base, orders })
  const included = pairs.filter(({ drawn }) => documents.included.has(`ord_${drawn.externalId}`))
  const byName = new Map(documents.invoices.map((invoice) => [invoice.externalId, invoice]))
  for (const { expected } of included) problems.push(...faultsOfInvoice(byName.get(expected.externalId), expected))
  for (const { drawn, expected } of pairs)
    if (faultsOfInvoice(floatInvoice(drawn), expected).length > 0) seen.floats += 1
  const totals = expectedTotals(included.map(({ expected }) => expected))
  problems.push(...faultsOfTotals(documents.totals, totals))
  if (documents.plannedValueUsd !== totals.enteredValueUsd) {
    problems.push(`the plan values ${documents.plannedValueUsd} USD, not ${totals.enteredValueUsd}`)
  }
  problems.push(...faultsOfCsv(documents.csv, included))
  for (const [index, { expected }] of pairs.entries()) {
    const stored = JSON.stringify(orders[index]?.doc.totalValueUsd)
    if (Number(stored) !== Number(expected.goodsValueUsd))
      problems.push(`${expected.externalId} is stored with ${stored}`)
  }
  seen.plans += 1
  seen.invoices += included.length
  seen.leftOut += pairs.length - included.length
  seen.lines += included.reduce((sum, { drawn }) => sum + drawn.lines.length, 0)
}

interface Documents {
  readonly included: ReadonlySet<string>
  readonly invoices: readonly ShownInvoice[]
  readonly totals: ShownTotals
  readonly plannedValueUsd: string
  readonly csv: string
}

/** Plans the records and renders the package, as an execution does. */
function documentsOf(records: PlanningRecords): Documents {
  const refusal = planLimitRefusal(records)
  if (refusal !== null) throw new Error(JSON.stringify(refusal.details))
  const planned = planExport(records, plannedRequest(records), { asOf: testAsOf, pack })
  const frozen = customsPackageOf({
    ...{ exportId: 'batch_1', packageId: 'cp_1', plannedAt: testNow, reference: pack.reference },
    ...{ snapshot: JSON.parse(planned.snapshot), body: planned.body },
  })
  const shown = JSON.parse(jsonOf(frozen))
  const planText = planned.body.export_units.map(({ value_usd }) => BigInt(Math.round(value_usd * 100)))
  return {
    included: new Set(planned.body.included_order_ids),
    invoices: shown.invoices,
    totals: shown.totals,
    plannedValueUsd: dollars(planText.reduce((sum, value) => sum + value, 0n)),
    csv: csvOf(frozen),
  }
}

/** The columns of money in the broker's file: line values and the total of the invoice on each of its lines. */
function faultsOfCsv(csv: string, pairs: readonly Pair[]): string[] {
  const rows: Record<string, string>[] = parse(csv, { columns: true })
  const byOrder = Map.groupBy(rows, (row) => row['po_no'])
  return pairs.flatMap(({ expected }) => {
    const own = byOrder.get(expected.externalId) ?? []
    const values = own.map((row) => row['line_value']).join(' ')
    const wanted = expected.lines.map(({ lineValueUsd }) => lineValueUsd).join(' ')
    const hasTotal = own.every((row) => row['total_value'] === expected.invoiceTotalUsd)
    return values === wanted && hasTotal ? [] : [`${expected.externalId} has other amounts in the CSV`]
  })
}
