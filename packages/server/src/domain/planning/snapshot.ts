import { canonicalJson } from '@entrygo/sdk/canonical-json'
import type { PlanDecision, Shipment } from '@entrygo/sdk/contract'
import type { PlannedRequest, PlanningRecords, RecordDocuments, StoredProfile } from '../records.ts'
import { compareText } from '../rules/findings.ts'
import { canonicalCopy } from '../setup/canonical-copy.ts'
import type { Steps } from '../work-in-steps.ts'
import type { DecidedTreatment } from './treatments.ts'
import { itemsInStep, pushTreatments } from './treatments-text.ts'

/** An order by content. `metadata` is the caller's own affair, and the id stands as its name in `orders`. */
export type PlanningOrder = Omit<RecordDocuments['order'], 'id' | 'metadata'> & {
  /** The export that executed it. */
  readonly executedExport?: string
}
export type PlanningProduct = Omit<RecordDocuments['product'], 'id' | 'metadata'>

/** The `inputs` of the hashed value: everything that planning may look at, and nothing else (protocol §6.2). */
export interface PlanningInputs {
  readonly orders: Readonly<Record<string, PlanningOrder>>
  readonly products: Readonly<Record<string, PlanningProduct>>
  readonly warehouse: Omit<RecordDocuments['warehouse'], 'id' | 'notification'>
  readonly broker: Omit<RecordDocuments['broker'], 'id' | 'submission'>
  readonly profile: Omit<StoredProfile['doc'], 'accountId' | 'gate'>
  readonly shipment: Shipment
}

/**
 * The inputs of a plan, the same for the same content whatever the order of records and members: orders and products
 * by id, those products alone that the lines name. How warehouse and broker are reached, and what the profile's gate
 * asks for, is no part of it. Throws when a record is absent: the operation refuses such a request first.
 */
export function planInputs(records: PlanningRecords, request: Pick<PlannedRequest, 'shipment'>): PlanningInputs {
  const { warehouse, broker, profile } = records
  if (warehouse === null || broker === null) throw new Error('A plan needs its warehouse and its broker.')
  const { id: _warehouseId, notification: _notification, ...warehouseFacts } = warehouse.doc
  const { id: _brokerId, submission: _submission, ...brokerFacts } = broker.doc
  const { accountId: _accountId, gate: _gate, ...profileFacts } = profile.doc
  return {
    orders: ordersById(records),
    products: productsById(records),
    warehouse: warehouseFacts,
    broker: brokerFacts,
    profile: profileFacts,
    shipment: request.shipment,
  }
}

/** A decision as it is made, before it is written. */
export type Decided = Omit<PlanDecision, 'treatments'> & { readonly treatments: DecidedTreatment[] }

/**
 * The hashed value `{v, inputs, decision}` as canonical JSON. Written record by record and joined once: one text of many
 * megabytes made at once costs several times as much, and a record whose members are out of order costs itself alone. Some
 * hundred records are a step.
 */
export function* snapshotText(inputs: PlanningInputs, decision: Decided): Steps<string> {
  const { excluded, findings, included, readiness, strategy, treatments, units } = decision
  const { broker, orders, products, profile, shipment, warehouse } = inputs
  // Few and long pieces: one for each name, sign and member takes three times as long to join.
  const parts: string[] = [`{"decision":{"excluded":${canonicalJson(excluded)},"findings":`]
  yield* pushItems(parts, findings)
  parts.push(`,"included":${canonicalJson(included)},"readiness":"${readiness}","strategy":"${strategy}","treatments":`)
  yield* pushTreatments(parts, treatments, canonicalJson)
  parts.push(`,"units":${canonicalJson(units)}},"inputs":{"broker":${canonicalJson(broker)},"orders":`)
  yield* pushRecords(parts, orders)
  parts.push(',"products":')
  yield* pushRecords(parts, products)
  parts.push(`,"profile":${canonicalJson(profile)},"shipment":${canonicalJson(shipment)}`)
  parts.push(`,"warehouse":${canonicalJson(warehouse)}},"v":1}`)
  yield
  return parts.join('')
}

/** Records by id; ids are plain ASCII and come sorted. */
function* pushRecords(parts: string[], records: Readonly<Record<string, object>>): Steps<void> {
  let before = '{'
  for (const [id, record] of Object.entries(records)) {
    parts.push(`${before}"${id}":${canonicalJson(record)}`)
    before = ','
    if (parts.length % itemsInStep === 0) yield
  }
  parts.push(before === '{' ? '{}' : '}')
}

function* pushItems(parts: string[], items: readonly object[]): Steps<void> {
  let before = '['
  for (const item of items) {
    parts.push(`${before}${canonicalJson(item)}`)
    before = ','
    if (parts.length % itemsInStep === 0) yield
  }
  parts.push(before === '[' ? '[]' : ']')
}

function ordersById({ orders }: PlanningRecords): Record<string, PlanningOrder> {
  return Object.fromEntries(
    sortedById(orders).map(({ doc, executedExport }): [string, PlanningOrder] => {
      const { id, metadata: _, ...order } = doc
      return [id, executedExport === null ? order : canonicalCopy({ ...order, executedExport })]
    }),
  )
}

function productsById({ orders, products }: PlanningRecords): Record<string, PlanningProduct> {
  const named = new Set<string>()
  for (const { doc } of orders) for (const { productId } of doc.items) named.add(productId)
  return Object.fromEntries(
    sortedById(products.filter(({ id }) => named.has(id))).map(({ doc }): [string, PlanningProduct] => {
      const { id, metadata: _, ...product } = doc
      return [id, product]
    }),
  )
}

function sortedById<Item extends { readonly id: string }>(records: readonly Item[]): Item[] {
  return records.toSorted((a, b) => compareText(a.id, b.id))
}
