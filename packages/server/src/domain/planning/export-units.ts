import type { EntryType, ExportUnit } from '@entrygo/sdk/contract'
import { decimalText, parseDecimal } from '../customs/decimal.ts'
import { centsToWireNumber } from '../customs/money.ts'
import { orderValueCents } from './entered-value.ts'
import type { JudgedOrder } from './judge-orders.ts'
import type { PlanningInputs, PlanningOrder } from './snapshot.ts'

/** Orders that are entered together. */
export interface PlannedUnit {
  readonly entryType: EntryType
  readonly orders: string[]
  /** Entered value. */
  readonly valueCents: bigint
}

/** What can be entered, in units, and its value. */
export interface Grouping {
  readonly units: readonly PlannedUnit[]
  readonly valueCents: bigint
  /** Orders with goods that may be under an antidumping or countervailing duty order. */
  readonly adCvd: readonly JudgedOrder[]
}

/**
 * Groups the included orders: those with goods that may be under an antidumping or countervailing order are entered as
 * type 03, the others together. Informal entry (19 CFR 143.21) is open to the whole shipment or to none of it, so that
 * grouping cannot get under the limit: up to 2,500 USD, an importer known to be a US importer, no AD/CVD goods. A wish
 * in the shipment for a formal type is followed.
 */
export function groupOrders(inputs: PlanningInputs, included: readonly JudgedOrder[]): Grouping {
  const wish = inputs.shipment.entryType
  const [adCvd, without] = partition(included, isAdCvdCandidate)
  const [formal03, others] = wish === '03' ? [included, []] : [adCvd, without]
  const otherUnit = unitOf('01', others, inputs)
  const unit03 = unitOf('03', formal03, inputs)
  const valueCents = otherUnit.valueCents + unit03.valueCents
  const isInformal = formal03.length === 0 && (wish ?? '11') === '11' && isInformalOpen(inputs, valueCents)
  const units = [isInformal ? { ...otherUnit, entryType: '11' as const } : otherUnit, unit03]
  return { units: units.filter(({ orders }) => orders.length > 0), valueCents, adCvd }
}

/** A unit as the contract shows it. */
export function exportUnit(unit: PlannedUnit, id: string, inputs: PlanningInputs): ExportUnit {
  const orders = unit.orders.flatMap((orderId) => inputs.orders[orderId] ?? [])
  return {
    id,
    order_ids: unit.orders,
    importer: inputs.profile.importer?.name ?? null,
    entry_type: unit.entryType,
    value_usd: centsToWireNumber(unit.valueCents),
    gross_kg: grossKgOf(orders),
    line_count: orders.reduce((count, { items }) => count + items.length, 0),
  }
}

/** 19 CFR 143.21: informal entry up to 2,500 USD. */
export const informalLimitCents = 250_000n

function unitOf(entryType: EntryType, judged: readonly JudgedOrder[], inputs: PlanningInputs): PlannedUnit {
  let valueCents = 0n
  for (const { orderId } of judged) {
    const order = inputs.orders[orderId]
    if (order !== undefined) valueCents += orderValueCents(order)
  }
  return { entryType, orders: judged.map(({ orderId }) => orderId), valueCents }
}

function isAdCvdCandidate({ findings }: JudgedOrder): boolean {
  return findings.some(({ flags }) => flags.includes('AD_CVD_CANDIDATE'))
}

function isInformalOpen({ profile }: PlanningInputs, valueCents: bigint): boolean {
  return valueCents <= informalLimitCents && profile.importer?.isUsIor === true
}

/** Gross weight when every package of an order gives one, or every line of an order without packages; else null. */
function grossKgOf(orders: readonly PlanningOrder[]): string | null {
  let sum = 0n
  for (const order of orders) {
    for (const weight of grossWeightsOf(order)) {
      const scaled = weight === undefined ? null : parseDecimal(weight)
      if (scaled === null) return null
      sum += scaled
    }
  }
  return sum > maxWireDecimal ? null : decimalText(sum)
}

// 12 digits and 4 decimals: a sum of impossible weights is as good as unknown.
const maxWireDecimal = 9_999_999_999_999_999n

function grossWeightsOf({ items, packages = [] }: PlanningOrder): (string | undefined)[] {
  return packages.length > 0 ? packages.map(({ grossKg }) => grossKg) : items.map(({ grossWeightKg }) => grossWeightKg)
}

/** Different parties that the goods of these orders go to. */
export function consigneeCount(inputs: PlanningInputs, included: readonly JudgedOrder[]): number {
  const parties = included.map(({ orderId }) => {
    const order = inputs.orders[orderId]
    const { name, street, city, postalCode } = order?.consignee ?? order?.buyer ?? {}
    return JSON.stringify([name, street, city, postalCode])
  })
  return new Set(parties).size
}

/** The AD/CVD cases that goods may be under, as the owner or a list of the pack names them; sorted. */
export function adCvdCases({ adCvd }: Grouping): string[] {
  const goods = new Set(adCvd.flatMap((order) => order.goods))
  const cases = [...goods].flatMap(({ product, lists }) => {
    const answers = product.adcvd ?? []
    const outOfScope = answers.flatMap((answer) => (answer.inScope === false ? (answer.case ?? []) : []))
    const named = [...answers.flatMap((answer) => answer.case ?? []), ...lists.flatMap(({ value }) => value.split(' '))]
    return named.filter((name) => caseNumber.test(name) && !outOfScope.includes(name))
  })
  return [...new Set(cases)].sort()
}

const caseNumber = /^[AC]-\d{3}-\d{3}$/

function partition<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  const parts: [Item[], Item[]] = [[], []]
  for (const item of items) parts[isFirst(item) ? 0 : 1].push(item)
  return parts
}
