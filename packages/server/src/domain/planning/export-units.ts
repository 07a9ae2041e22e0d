import type { EntryType, ExportUnit } from '@entrygo/sdk/contract'
import { decimalText, parseDecimal, sumDecimals } from '../customs/decimal.ts'
import { centsToWireNumber, sumCents } from '../customs/money.ts'
import { orderValueCents } from './entered-value.ts'
import type { JudgedOrder } from './judge-orders.ts'
import type { PlanningInputs, PlanningOrder } from './snapshot.ts'

/** Orders that are entered together; what of a unit is hashed. */
export interface PlannedUnit {
  readonly entryType: EntryType
  readonly orders: string[]
}

/** What can be entered, in units, and its value. */
export interface Grouping {
  readonly units: PlannedUnit[]
  readonly valueCents: bigint
}

/**
 * Groups the included orders: those with goods that may be under an antidumping or countervailing order are entered as
 * type 03, the others together. Informal entry (19 CFR 143.21) is open to the whole shipment or to none of it, so that
 * grouping cannot get under the limit: up to 2,500 USD, an importer known to be a US importer, no AD/CVD goods. A wish
 * in the shipment for a formal type is followed.
 */
export function groupOrders(inputs: PlanningInputs, included: readonly JudgedOrder[]): Grouping {
  const valueCents = sumCents(included.flatMap(({ orderId }) => valuesOf(inputs.orders[orderId])))
  const wish = inputs.shipment.entryType
  const [formal03, others] = wish === '03' ? [included, []] : partition(included, isAdCvdCandidate)
  const isInformal = formal03.length === 0 && isInformalOpen(inputs, valueCents) && (wish ?? '11') === '11'
  const groups: [EntryType, readonly JudgedOrder[]][] = [
    [isInformal ? '11' : '01', others],
    ['03', formal03],
  ]
  const units = groups
    .filter(([, orders]) => orders.length > 0)
    .map(([entryType, orders]) => ({ entryType, orders: orders.map(({ orderId }) => orderId) }))
  return { units, valueCents }
}

/** A unit as the contract shows it. */
export function exportUnit({ entryType, orders: ids }: PlannedUnit, id: string, inputs: PlanningInputs): ExportUnit {
  const orders = ids.flatMap((orderId) => inputs.orders[orderId] ?? [])
  return {
    id,
    order_ids: ids,
    importer: inputs.profile.importer?.name ?? null,
    entry_type: entryType,
    value_usd: centsToWireNumber(sumCents(orders.map(orderValueCents))),
    gross_kg: grossKgOf(orders),
    line_count: orders.reduce((count, { items }) => count + items.length, 0),
  }
}

/** 19 CFR 143.21: informal entry up to 2,500 USD. */
const informalLimitCents = 250_000n

function valuesOf(order: PlanningOrder | undefined): bigint[] {
  return order === undefined ? [] : [orderValueCents(order)]
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
  for (const { items, packages = [] } of orders) {
    const weights =
      packages.length > 0 ? packages.map(({ grossKg }) => grossKg) : items.map((line) => line.grossWeightKg)
    const known = weights.filter((weight) => weight !== undefined && parseDecimal(weight) !== null)
    const orderSum = sumDecimals(known.flatMap((weight) => weight ?? []))
    if (known.length < weights.length || orderSum === null) return null
    sum += orderSum
  }
  return decimalText(sum)
}

function partition<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))]
}
