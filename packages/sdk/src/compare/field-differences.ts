import { isRecord, type JsonRecord, memberOf, pointerTo, textOf } from './json-value.ts'

/** One field that differs; a side that does not have it has no member. */
export interface FieldDifference {
  /** Names from the snapshot down; records of lists by what identifies them. */
  readonly path: readonly string[]
  readonly before?: unknown
  readonly after?: unknown
}

/**
 * Every field in which two JSON values differ, and none when they are equal. What only one side has is one difference,
 * whole. Lists of records that have an identity in a plan are compared as maps by it, other lists by position.
 */
export function fieldDifferences(before: unknown, after: unknown): FieldDifference[] {
  const found: FieldDifference[] = []
  compareValues({ path: [], before, after }, found)
  return found
}

interface Pair {
  readonly path: readonly string[]
  readonly before: unknown
  readonly after: unknown
}

function compareValues({ path, before, after }: Pair, found: FieldDifference[]): void {
  if (before === after) return
  if (Array.isArray(before) && Array.isArray(after)) compareLists({ path, before, after }, found)
  else if (isRecord(before) && isRecord(after)) compareMembers({ path, before, after }, found)
  else found.push({ path, before, after })
}

function compareMembers(
  { path, before, after }: { path: readonly string[]; before: JsonRecord; after: JsonRecord },
  found: FieldDifference[],
): void {
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const pair = { path: [...path, name], before: memberOf(before, name), after: memberOf(after, name) }
    compareSides(pair, found)
  }
}

function compareSides({ path, before, after }: Pair, found: FieldDifference[]): void {
  if (before === undefined && after === undefined) return
  if (before === undefined) found.push({ path, after })
  else if (after === undefined) found.push({ path, before })
  else compareValues({ path, before, after }, found)
}

interface ListPair {
  readonly path: readonly string[]
  readonly before: readonly unknown[]
  readonly after: readonly unknown[]
}

function compareLists({ path, before, after }: ListPair, found: FieldDifference[]): void {
  const identity = identityIn(path)
  const left = byIdentity(before, identity)
  const right = byIdentity(after, identity)
  for (const [key, item] of left) {
    compareSides({ path: [...path, ...item.names], before: item.value, after: right.get(key)?.value }, found)
  }
  for (const [key, item] of right) {
    if (!left.has(key)) found.push({ path: [...path, ...item.names], after: item.value })
  }
  const orderBefore = [...left.keys()].filter((key) => right.has(key))
  const orderAfter = [...right.keys()].filter((key) => left.has(key))
  if (orderBefore.some((key, index) => key !== orderAfter[index])) {
    found.push({ path, before: orderBefore, after: orderAfter })
  }
}

interface Identified {
  readonly names: readonly string[]
  readonly value: unknown
}

/** Items by their names; an item that says the same as an earlier one gets a number. */
function byIdentity(items: readonly unknown[], identity: Identity): Map<string, Identified> {
  const known = new Map<string, Identified>()
  items.forEach((value, index) => {
    const names = identity(value, index)
    const last = names.at(-1) ?? ''
    let numbered = names
    for (let count = 2; known.has(pointerTo(numbered)); count += 1) {
      numbered = [...names.slice(0, -1), `${last}#${count}`]
    }
    known.set(pointerTo(numbered), { names: numbered, value })
  })
  return known
}

type Identity = (item: unknown, index: number) => readonly string[]

/** How the items of the list at a path are told apart. */
function identityIn(path: readonly string[]): Identity {
  const [part, list] = path
  const last = path.at(-1)
  if (part === 'inputs') return list === 'orders' && path.length === 4 && last === 'items' ? byLine : byPosition
  if (part !== 'decision') return byPosition
  if (path.length === 2) return ofDecision[list ?? ''] ?? byPosition
  if (list === 'treatments' && path.length === 5) return ofTreatment[last ?? ''] ?? byPosition
  return byPosition
}

const byPosition: Identity = (_, index) => [String(index)]
const byText: Identity = (item, index) => [typeof item === 'string' ? item : String(index)]
const byLine: Identity = (item, index) => [textOf(memberOf(item, 'lineId')) || String(index + 1)]

const ofDecision: Readonly<Record<string, Identity>> = {
  included: byText,
  excluded: byText,
  findings: byMembers('ruleId', 'code', 'pointer'),
  treatments: byMembers('order_id', 'line_id'),
  units: (item, index) => {
    const orders = memberOf(item, 'orders')
    return [textOf(Array.isArray(orders) ? orders[0] : undefined) || String(index)]
  },
}

const ofTreatment: Readonly<Record<string, Identity>> = {
  trade_actions: byMembers('program', 'heading'),
  pga: byMembers('program'),
}

function byMembers(...members: readonly string[]): Identity {
  return (item, index) =>
    isRecord(item) ? members.map((member) => textOf(memberOf(item, member)) || 'none') : [String(index)]
}
