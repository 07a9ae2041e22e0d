import { isRecord, isSame, type JsonRecord, memberOf, pointerTo, textOf } from './json-value.ts'

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
  for (const name of Object.keys(before)) {
    const pair = { before: memberOf(before, name), after: memberOf(after, name) }
    // Plans are alike in most that they hold: what is the same costs no path.
    if (!isSame(pair.before, pair.after)) compareSides({ path: [...path, name], ...pair }, found)
  }
  for (const name of Object.keys(after)) {
    if (Object.hasOwn(before, name)) continue
    compareSides({ path: [...path, name], before: undefined, after: after[name] }, found)
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
  const ends = equalEnds(before, after)
  const left = byIdentity(before, identity, ends)
  const right = byIdentity(after, identity, ends)
  for (const [key, { names, value }] of left) {
    const other = right.get(key)?.value
    if (!isSame(value, other)) compareSides({ path: [...path, ...names], before: value, after: other }, found)
  }
  for (const [key, { names, value }] of right) {
    if (!left.has(key)) found.push({ path: [...path, ...names], after: value })
  }
  const orderBefore = [...left].filter(([key]) => right.has(key))
  const orderAfter = [...right].filter(([key]) => left.has(key))
  if (orderBefore.every(([key], index) => key === orderAfter[index]?.[0])) return
  const shown = (items: typeof orderBefore): string[] => items.map(([, { names }]) => pointerTo(names))
  found.push({ path, before: shown(orderBefore), after: shown(orderAfter) })
}

/** How many items are the same at the start and at the end of two lists; they need no comparison. */
interface EqualEnds {
  readonly start: number
  readonly end: number
}

function equalEnds(before: readonly unknown[], after: readonly unknown[]): EqualEnds {
  const shortest = Math.min(before.length, after.length)
  let start = 0
  while (start < shortest && isSame(before[start], after[start])) start += 1
  let end = 0
  while (end < shortest - start && isSame(before[before.length - 1 - end], after[after.length - 1 - end])) end += 1
  return { start, end }
}

interface Identified {
  readonly names: readonly string[]
  readonly value: unknown
}

/** Items by their names; an item that says the same as an earlier one gets a number. */
function byIdentity(items: readonly unknown[], identity: Identity, { start, end }: EqualEnds): Map<string, Identified> {
  const known = new Map<string, Identified>()
  for (let index = start; index < items.length - end; index += 1) {
    const value = items[index]
    const names = identity(value, index)
    let numbered = names
    for (let count = 2; known.has(numbered.join(separator)); count += 1) {
      numbered = [...names.slice(0, -1), `${names.at(-1)}#${count}`]
    }
    known.set(numbered.join(separator), { names: numbered, value })
  }
  return known
}

/** No name holds it. */
const separator = '\0'

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
