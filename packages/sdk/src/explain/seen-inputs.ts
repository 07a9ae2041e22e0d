import { isRecord, memberOf, pointerNames, pointerTo } from '../compare/json-value.ts'
import type { PlanSnapshot, RuleRecord } from '../contract/index.ts'
import { type FindingSubject, itemsOf } from './finding-subject.ts'

/** A fact as planning saw it. */
export interface SeenInput {
  /** RFC 6901, into the plan's `inputs`. */
  readonly pointer: string
  readonly isGiven: boolean
  /** Absent when nothing was given. */
  readonly value?: unknown
}

/** So many places of one field are shown; a rule on the whole export reads every line. */
const maxPlaces = 20

/** The fact at a pointer of a finding. */
export function inputAt({ inputs }: PlanSnapshot, pointer: string): SeenInput {
  let value: unknown = inputs
  for (const name of pointerNames(pointer)) value = childOf(value, name)
  return value === undefined ? { pointer, isGiven: false } : { pointer, isGiven: true, value }
}

/** The facts that a field which a rule reads stands for: one, or those of every record that the rule looks at. */
export function inputsOfField(
  snapshot: PlanSnapshot,
  field: string,
  { scope, subject }: { readonly scope: RuleRecord['scope']; readonly subject: FindingSubject },
): SeenInput[] {
  const path = field.split('.')
  const found: SeenInput[] = []
  for (const root of rootsOf(snapshot, path, { scope, subject })) {
    for (const names of placesBelow(snapshot, root.names, root.path)) {
      if (found.length === maxPlaces) return found
      found.push(inputAt(snapshot, pointerTo(names)))
    }
  }
  return found
}

interface Root {
  readonly names: readonly string[]
  readonly path: readonly string[]
}

type Looking = { readonly scope: RuleRecord['scope']; readonly subject: FindingSubject }

/** Where the path starts: a field of what the rule looks at, or of a record that it names first. */
function rootsOf(snapshot: PlanSnapshot, path: readonly string[], { scope, subject }: Looking): Root[] {
  const [first = '', ...rest] = path
  if (sections.has(first)) return [{ names: [first], path: rest }]
  if (first === 'products') return productIds(snapshot, subject).map((id) => ({ names: ['products', id], path: rest }))
  if (first === 'orders') return orderIds(snapshot, subject).map((id) => ({ names: ['orders', id], path: rest }))
  if (first === 'product') return productRoot(snapshot, rest, subject)
  if (first === 'order') return orderRoot(rest, subject)
  if (scope === 'product') return productRoot(snapshot, path, subject)
  if (scope === 'order') return orderRoot(path, subject)
  return scope === 'line' ? lineRoot(path, subject) : []
}

const sections: ReadonlySet<string> = new Set(['shipment', 'profile', 'warehouse', 'broker'])

/** A fact of the product stands on the line where the line states it for its own lot. */
function productRoot(snapshot: PlanSnapshot, path: readonly string[], subject: FindingSubject): Root[] {
  const { orderId, lineIndex, productId } = subject
  const [field = ''] = path
  if (orderId !== null && lineIndex !== null && lotFields.has(field)) {
    const ofLot = memberOf(itemsOf(snapshot, orderId)[lineIndex], field)
    if (ofLot !== undefined) return lineRoot(path, subject)
  }
  return productId === null ? [] : [{ names: ['products', productId], path }]
}

const lotFields: ReadonlySet<string> = new Set(['countryOfOrigin', 'manufacturer', 'metals', 'provenance'])

function orderRoot(path: readonly string[], { orderId }: FindingSubject): Root[] {
  return orderId === null ? [] : [{ names: ['orders', orderId], path }]
}

function lineRoot(path: readonly string[], { orderId, lineIndex }: FindingSubject): Root[] {
  return orderId === null || lineIndex === null
    ? []
    : [{ names: ['orders', orderId, 'items', String(lineIndex)], path }]
}

function productIds({ inputs }: PlanSnapshot, { productId }: FindingSubject): readonly string[] {
  return productId === null ? Object.keys(inputs.products) : [productId]
}

/** What is said of the export looks at the orders that stay in. */
function orderIds({ decision }: PlanSnapshot, { orderId }: FindingSubject): readonly string[] {
  return orderId === null ? decision.included : [orderId]
}

/** Every place that the path leads to; items of lists one by one. What is missing has the place where it would stand. */
function* placesBelow(
  snapshot: PlanSnapshot,
  names: readonly string[],
  path: readonly string[],
): Generator<readonly string[]> {
  const [next, ...rest] = path
  const { value } = inputAt(snapshot, pointerTo(names))
  if (next === undefined || value === undefined) yield [...names, ...path.filter((name) => name !== '*')]
  else if (Array.isArray(value) && !(next in value)) {
    for (const index of value.keys())
      yield* placesBelow(snapshot, [...names, String(index)], next === '*' ? rest : path)
  } else yield* placesBelow(snapshot, [...names, next], rest)
}

function childOf(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return /^\d{1,7}$/.test(name) ? value[Number(name)] : undefined
  return isRecord(value) ? memberOf(value, name) : undefined
}
